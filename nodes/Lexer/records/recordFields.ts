import { ITEM } from './convert/names/listNames';
import type { RecordType } from './recordTypes';
import { SCHEMAS, type Schema, wholeSchema } from './schemas';

/** A field as n8n's resource mapper shows it. */
export interface RecordField {
	/** such as `link.email` */
	id: string;
	/** such as `Link: Email` */
	displayName: string;
	required: boolean;
	type: 'string' | 'number' | 'boolean' | 'dateTime' | 'object' | 'array' | 'options';
	/** The only values that it may have. */
	options?: string[];
	/** What a list or an object looks like, such as `[{ price_paid, quantity, … }]`. */
	shape?: string;
	description?: string;
	/** The list of whose items it is a part, where one row gives one item. */
	list?: string;
}

/** The fields of a record type, nested ones under dotted names, those of lists under names with `[]`, in the order of the schema. */
export function recordFields(recordType: RecordType): RecordField[] {
	return fieldsOf(SCHEMAS[recordType], '', [], true);
}

function fieldsOf(schema: Schema, prefix: string, titles: string[], isRequired: boolean): RecordField[] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
		const whole = wholeSchema(property);
		const path = [...titles, whole.title ?? name];
		const required = isRequired && (schema.required ?? []).includes(name);
		if (whole.properties) return fieldsOf(whole, `${prefix}${name}.`, path, required);
		const field = { ...fieldOf(whole), id: prefix + name, displayName: labelOf(path), required };
		return whole.type === 'array' ? [field, ...partsOf(whole, field)] : [field];
	});
}

/** n8n's list of fields has room for about fifty characters, and the field's own name follows. */
const MOST_TITLES = 2;

function labelOf(titles: readonly string[]): string {
	return titles.length > MOST_TITLES ? titles[titles.length - 1] : titles.join(': ');
}

function fieldOf(whole: Schema): Pick<RecordField, 'type' | 'options' | 'shape' | 'description'> {
	return {
		type: typeOf(whole),
		...(whole.enum && { options: whole.enum }),
		...((whole.type === 'array' || whole.type === 'object') && { shape: shapeOf(whole) }),
		...(whole.description && { description: whole.description }),
	};
}

/** What one row gives of an item of a list. */
function partsOf({ items }: Schema, { id, displayName }: RecordField): RecordField[] {
	if (items === undefined) return [];
	const item = wholeSchema(items);
	const list = { list: id, required: false };
	if (item.properties === undefined)
		return [{ ...fieldOf(item), ...list, id: `${id}${ITEM}`, displayName: `${displayName}: ${item.title}` }];
	return fieldsOf(item, `${id}${ITEM}.`, [displayName], false).map((part) => ({ ...part, ...list }));
}

function typeOf({ type, format, enum: choices }: Schema): RecordField['type'] {
	if (choices) return 'options';
	if (format === 'date-time' || format === 'date') return 'dateTime';
	switch (type) {
		case 'object':
		case 'array':
		case 'boolean':
			return type;
		case 'number':
		case 'integer':
			return 'number';
		default:
			return 'string';
	}
}

const NAMES_IN_A_SHAPE = 3;

/** The fields that an object has to have, or the first that it may have. */
function shapeOf(schema: Schema): string {
	const { type, items, properties, additionalProperties, required = [] } = wholeSchema(schema);
	if (type === 'array') return `[${items ? shapeOf(items) : '…'}]`;
	if (type !== 'object') return type === 'number' || type === 'integer' ? '0' : '"…"';
	if (properties === undefined) return `{ name: ${typeof additionalProperties === 'object' ? shapeOf(additionalProperties) : 'value'} }`;
	const names = Object.keys(properties);
	const shown = required.length > 0 ? required : names.slice(0, NAMES_IN_A_SHAPE);
	return `{ ${[...shown, ...(shown.length < names.length ? ['…'] : [])].join(', ')} }`;
}
