import type { RecordType } from '../../recordTypes';
import { isValueName } from '../../valueNames';
import { SCHEMAS, type Schema, wholeSchema } from '../../schemas';
import type { ConversionOptions, ConvertField, UnknownField } from '../conversion';
import { isBlank, isNothing } from '../emptyValues';
import { refuse } from '../findings';
import { nearestField } from './nearestField';
import { innerName, shownName } from './shownName';

/**
 * @param prefix what leads to the object that has it, such as `store.`; empty for the record itself
 * @param schema of that object
 */
export function unknownField(prefix: string, name: string, schema: Schema): UnknownField {
	return {
		name: prefix === '' ? (isValueName(name) ? '*' : shownName(name)) : prefix + innerName(name),
		suggest: (lacksLink = false) => {
			const nearest = nearestField(schema, name, lacksLink && prefix === '' ? 'link' : undefined);
			return nearest && prefix + nearest;
		},
	};
}

/**
 * How to convert a field that the record type does not have: counted, and kept, dropped or refused as
 * the options say. What is dropped or refused may be of any kind.
 *
 * @param convert for what is kept
 * @param unknownAt makes it of the path where it was first met
 */
export function unknownConverter(
	{ unknownFields, emptyValues }: ConversionOptions,
	convert: ConvertField,
	unknownAt: (path: string) => UnknownField,
): ConvertField {
	const isKept = unknownFields === 'keep' || unknownFields === 'customFields';
	let unknown: UnknownField | undefined;
	let rule: string | undefined;
	return (value, path, findings) => {
		if (isNothing(value, emptyValues)) return undefined;
		// A blank text is no field that could be lost; where it is kept, it is kept as it is.
		if (isBlank(value)) return isKept ? convert(value, path, findings) : undefined;
		unknown ??= unknownAt(path);
		findings.unknown ??= [];
		if (findings.unknown.at(-1) !== unknown) findings.unknown.push(unknown);
		if (isKept) return convert(value, path, findings);
		return unknownFields === 'stop' ? refuse(findings, path, (rule ??= noFieldRule(unknown))) : undefined;
	};
}

function noFieldRule({ suggest }: UnknownField): string {
	const suggestion = suggest();
	return `is no field of this record type${suggestion === undefined ? '' : `: did you mean ${suggestion}?`}`;
}

/** What can hold unknown fields: an object with fields of its own, or a list of such. */
interface Holder {
	prefix: string;
	schema: Schema;
	/** null for those that hold none */
	fields: ReadonlyMap<string, Holder | null>;
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
	return (record) => (root === undefined ? undefined : find(record, root));
}

/** Most records have none: then nothing is made. */
function find(value: unknown, holder: Holder, before?: UnknownField[]): UnknownField[] | undefined {
	let found = before;
	if (typeof value !== 'object' || value === null) return found;
	if (Array.isArray(value)) {
		if (holder.items !== undefined) for (const item of value) found = find(item, holder.items, found);
		return found;
	}
	// What JSON was read as inherits nothing that could be met here.
	for (const name in value) {
		const field = holder.fields.get(name);
		if (field === null) continue;
		const part = (value as Record<string, unknown>)[name];
		if (field !== undefined) found = find(part, field, found);
		else if (part !== null && !isBlank(part)) (found ??= []).push(unknownIn(holder, name));
	}
	return found;
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
		([name, property]) => [name, holderOf(property, `${prefix}${name}${isList(property) ? '[]' : ''}.`) ?? null] as const,
	);
	return { prefix, schema, fields: new Map(fields), items: itemHolder, unknown: new Map() };
}

function isList(schema: Schema): boolean {
	return wholeSchema(schema).type === 'array';
}
