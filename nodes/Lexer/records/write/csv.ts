import { NumberLiteral } from '../numberLiteral';
import { jsonText } from './jsonText';

/** Large enough to be sent well, small enough to be nothing in memory. */
const CHUNK_CHARACTERS = 64 * 1024;
const NEEDS_QUOTES = /[",\r\n]/;

/** A field by name: the column of its own values, and the fields of the objects that it holds. */
interface Field {
	column: number;
	fields: Map<string, Field>;
}

/**
 * RFC 4180: one header for all records, with every field in the order in which it is first seen;
 * nested fields under dotted names, lists as JSON.
 */
export function* csvText(records: Iterable<object>): Generator<string> {
	const { root, names } = columnsOf(records);
	if (names.length === 0) return;
	let chunk = names.map(quote).join(',') + '\r\n';
	const row = new Array<string>(names.length);
	for (const record of records) {
		row.fill('');
		fillRow(row, root, record);
		const line = row.join(',');
		// A line with nothing on it would be taken for no record.
		chunk += (line === '' ? '""' : line) + '\r\n';
		if (chunk.length < CHUNK_CHARACTERS) continue;
		yield chunk;
		chunk = '';
	}
	yield chunk;
}

function columnsOf(records: Iterable<object>) {
	const root: Field = { column: -1, fields: new Map() };
	const names: string[] = [];
	const collect = (object: object, into: Field, prefix: string) => {
		for (const name of Object.keys(object)) {
			const value = (object as Record<string, unknown>)[name];
			let field = into.fields.get(name);
			if (field === undefined) into.fields.set(name, (field = { column: -1, fields: new Map() }));
			if (isNest(value)) collect(value, field, `${prefix}${name}.`);
			else if (field.column < 0) field.column = names.push(prefix + name) - 1;
		}
	};
	for (const record of records) collect(record, root, '');
	return { root, names };
}

function fillRow(row: string[], { fields }: Field, object: object) {
	for (const name of Object.keys(object)) {
		const value = (object as Record<string, unknown>)[name];
		const field = fields.get(name)!;
		if (isNest(value)) fillRow(row, field, value);
		else row[field.column] = cell(value);
	}
}

/** An object that its fields stand for; one without fields stands for itself. */
function isNest(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return !(value instanceof NumberLiteral) && Object.keys(value).length > 0;
}

function cell(value: unknown): string {
	switch (typeof value) {
		case 'string':
			return quote(value);
		case 'number':
		case 'boolean':
			return String(value);
		default:
			if (value instanceof NumberLiteral) return value.text;
			return value === null || value === undefined ? '' : quote(jsonText(value));
	}
}

function quote(text: string): string {
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
