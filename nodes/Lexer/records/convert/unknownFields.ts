import type { RecordType } from '../recordTypes';
import { SCHEMAS, type Schema, wholeSchema } from '../schemas';
import { nearestField } from './nearestField';
import { innerName, shownName } from './shownName';

/** A field that the record type does not have: Lexer lets it through and loses it later. */
export interface UnknownField {
	/** as the input has it; inside of objects with theirs, such as `store.nmae` and `products[].qty` */
	name: string;
	/** The field that was probably meant, if there is one. Takes its time: to be asked once a name. */
	suggest: () => string | undefined;
}

/**
 * @param prefix what leads to the object that has it, such as `store.`; empty for the record itself
 * @param schema of that object
 */
export function unknownField(prefix: string, name: string, schema: Schema): UnknownField {
	return {
		name: prefix === '' ? shownName(name) : prefix + innerName(name),
		suggest: () => {
			const nearest = nearestField(schema, name);
			return nearest && prefix + nearest;
		},
	};
}

/** What can hold unknown fields: an object with fields of its own, or a list of such. */
interface Holder {
	prefix: string;
	schema: Schema;
	fields: ReadonlyMap<string, Holder | undefined>;
	items: Holder | undefined;
	/** those that were met, so that the same one is always the same object */
	unknown: Map<string, UnknownField>;
}

const MAX_KEPT = 1000;

/**
 * Gives a function that finds the unknown fields of a record that is sent as it is, so names have to
 * be exact. Each may be given more than once: two order lines can have the same.
 *
 * @returns undefined for a record without any
 */
export function unknownFieldFinder(recordType: RecordType): (record: unknown) => UnknownField[] | undefined {
	const root = holderOf(SCHEMAS[recordType], '');
	return (record) => {
		const found: UnknownField[] = [];
		if (root !== undefined) find(record, root, found);
		return found.length > 0 ? found : undefined;
	};
}

function find(value: unknown, holder: Holder, found: UnknownField[]) {
	if (typeof value !== 'object' || value === null) return;
	if (Array.isArray(value)) {
		if (holder.items !== undefined) for (const item of value) find(item, holder.items, found);
		return;
	}
	for (const name of Object.keys(value)) {
		const part = (value as Record<string, unknown>)[name];
		const field = holder.fields.get(name);
		if (field !== undefined) find(part, field, found);
		else if (part !== null && !holder.fields.has(name)) found.push(unknownIn(holder, name));
	}
}

function unknownIn(holder: Holder, name: string): UnknownField {
	const known = holder.unknown.get(name);
	if (known !== undefined) return known;
	const unknown = unknownField(holder.prefix, name, holder.schema);
	if (holder.unknown.size < MAX_KEPT) holder.unknown.set(name, unknown);
	return unknown;
}

function holderOf(schema: Schema, prefix: string): Holder | undefined {
	const { properties, items } = wholeSchema(schema);
	const itemHolder = items && holderOf(items, prefix);
	if (properties === undefined && itemHolder === undefined) return undefined;
	const fields = Object.entries(properties ?? {}).map(
		([name, property]) => [name, holderOf(property, `${prefix}${name}${isList(property) ? '[]' : ''}.`)] as const,
	);
	return { prefix, schema, fields: new Map(fields), items: itemHolder, unknown: new Map() };
}

function isList(schema: Schema): boolean {
	return wholeSchema(schema).type === 'array';
}
