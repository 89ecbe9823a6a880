import { type Schema, wholeSchema } from '../../schemas';
import type { ConversionOptions } from '../conversion';

/** Where the value of a name goes in a record. */
export interface Place {
	/** The names that lead to it; one for what is no field, however many dots it has. */
	path: readonly string[];
	/** What the value is to be; undefined where anything goes. */
	schema: Schema | undefined;
	/** Whether the record type has a place for it; fields of one's own, below custom_fields, have one. */
	isField: boolean;
}

type Spelling = ConversionOptions['fieldNames'];

/** The fields of one object schema, by their names and by what is left of them once spelling does not matter. */
interface Fields {
	properties: ReadonlyMap<string, Schema>;
	byFolded: ReadonlyMap<string, string>;
	/** Takes fields of any name, such as custom_fields. */
	isOpen: boolean;
	/** What the fields of any name are to be. */
	additional: Schema | undefined;
}

/** What a record type without a schema has: whatever is named. */
const ANY_FIELDS: Fields = { properties: new Map(), byFolded: new Map(), isOpen: true, additional: undefined };

/**
 * Finds the field that a name means.
 *
 * A name that is a field as it stands is that field. With `flexible`, case, blanks, hyphens,
 * underscores and camelCase do not matter otherwise: `FIRST_NAME`, `First Name` and `firstName` are
 * all first_name. A dot leads into an object (with `flexible` a colon as well, as `Link: Email` in
 * n8n's mapper) only where the whole path is a field's: `Order No.` is an ordinary name. Below
 * custom_fields names stay as they are.
 *
 * @param schema of the record or of the object whose fields they are; without one, every name is a field
 */
export function findField(schema: Schema | undefined, name: string, spelling: Spelling): Place {
	return placeIn(fieldsOf(schema), name, spelling) ?? { path: [name], schema: undefined, isField: false };
}

function placeIn(fields: Fields, name: string, spelling: Spelling): Place | undefined {
	const whole = propertyOf(fields, name, spelling);
	if (whole !== undefined) return { path: [whole], schema: fields.properties.get(whole), isField: true };
	if (fields.isOpen) return name === '' ? undefined : ownPlace(fields, name);
	const end = name.search(spelling === 'flexible' ? /[.:]/ : /\./);
	const first = end < 0 ? undefined : propertyOf(fields, name.slice(0, end), spelling);
	if (first === undefined) return undefined;
	const rest = name.charAt(end) === ':' ? name.slice(end + 1).trimStart() : name.slice(end + 1);
	const below = placeIn(fieldsOf(fields.properties.get(first)), rest, spelling);
	return below && { ...below, path: [first, ...below.path] };
}

function propertyOf({ properties, byFolded }: Fields, name: string, spelling: Spelling): string | undefined {
	if (properties.has(name)) return name;
	return spelling === 'flexible' && name.length <= MAX_FIELD_CHARACTERS ? byFolded.get(foldName(name)) : undefined;
}

/** The place of a field of one's own. */
function ownPlace({ additional }: Fields, name: string): Place {
	return { path: additional ? [name] : pathOfName(name), schema: additional, isField: true };
}

const fieldsBySchema = new WeakMap<Schema, Fields>();

function fieldsOf(schema: Schema | undefined): Fields {
	if (schema === undefined) return ANY_FIELDS;
	const known = fieldsBySchema.get(schema);
	if (known !== undefined) return known;
	const { type, properties, additionalProperties } = wholeSchema(schema);
	const names = Object.keys(properties ?? {});
	const fields: Fields = {
		properties: new Map(Object.entries(properties ?? {})),
		byFolded: new Map(names.map((name) => [foldName(name), name])),
		isOpen: type === 'object' && properties === undefined,
		additional: typeof additionalProperties === 'object' ? additionalProperties : undefined,
	};
	fieldsBySchema.set(schema, fields);
	return fields;
}

/** Longer than this no spelling of a field is. */
const MAX_FIELD_CHARACTERS = 200;

/** Blanks, underscores and hyphens of all kinds, and what nobody sees. */
const BETWEEN_WORDS = /[\s_\p{Pd}\u00ad\u200b-\u200d\u2060]+/gu;
const NOT_BETWEEN_WORDS = /^[_\p{Pd}]|[_\p{Pd}]$/u;

/**
 * What is left of a name once case, blanks, hyphens, underscores and camelCase do not matter. A name
 * that begins or ends with a hyphen or an underscore keeps all of them: `_id` is not `id`.
 */
export function foldName(name: string): string {
	const trimmed = name.trim();
	return (NOT_BETWEEN_WORDS.test(trimmed) ? trimmed : trimmed.replaceAll(BETWEEN_WORDS, '')).toLowerCase();
}

/** Dots that do not nest: at an end, beside another one or a blank, and the point of a number. */
const NO_PATH = /^\.|\.$|\.\.|\.\s|\s\.|\d\.\d/;

/** The path that a name with dots stands for where any name is a field: `Order No.` and `v1.5` are one name each. */
function pathOfName(name: string): string[] {
	return NO_PATH.test(name) ? [name] : name.split('.');
}
