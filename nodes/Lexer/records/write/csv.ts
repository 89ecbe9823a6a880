import { NumberLiteral } from '../numberLiteral';
import { jsonText } from './jsonText';

/** Large enough to be sent well, small enough to be nothing in memory. */
const CHUNK_CHARACTERS = 64 * 1024;
const NEEDS_QUOTES = /[",\r\n]/;

/** A field by name: the column of its own values, and the fields of the objects that it holds. */
interface Field {
	/** With the names of the objects that hold it: `link.email`. */
	name: string;
	column: number;
	fields: Map<string, Field>;
}

/** Rows in a row that were written when so many columns were known. */
interface Rows {
	columns: number;
	lines: string[];
}

/**
 * RFC 4180: one header for all records, with every field in the order in which it is first seen;
 * nested fields under dotted names, lists as JSON.
 */
export function* csvText(records: Iterable<object>): Generator<string> {
	const { names, groups } = writeRows(records);
	if (names.length === 0) return;
	let chunk = names.map(quote).join(',') + '\r\n';
	for (const { columns, lines } of groups) {
		// Columns that were first seen later are empty here.
		const end = ','.repeat(names.length - columns) + '\r\n';
		for (const line of lines) {
			// A line with nothing on it would be taken for no record.
			chunk += (line === '' && names.length === 1 ? '""' : line) + end;
			if (chunk.length < CHUNK_CHARACTERS) continue;
			yield chunk;
			chunk = '';
		}
	}
	yield chunk;
}

/** Goes through the records once, though the header is known only at their end. */
function writeRows(records: Iterable<object>): { names: string[]; groups: Rows[] } {
	const root: Field = { name: '', column: -1, fields: new Map() };
	const names: string[] = [];
	const groups: Rows[] = [];
	let row: string[] = [];
	const fill = (object: object, holder: Field) => {
		for (const name of Object.keys(object)) {
			const value = (object as Record<string, unknown>)[name];
			const field = holder.fields.get(name) ?? addField(holder, name);
			if (isNest(value)) fill(value, field);
			else {
				if (field.column < 0) field.column = names.push(field.name) - 1;
				row[field.column] = cell(value);
			}
		}
	};
	for (const record of records) {
		row = new Array<string>(names.length).fill('');
		fill(record, root);
		let group = groups.at(-1);
		if (group?.columns !== names.length) groups.push((group = { columns: names.length, lines: [] }));
		group.lines.push(row.join(','));
	}
	return { names, groups };
}

function addField(holder: Field, name: string): Field {
	const field = { name: holder.name === '' ? name : `${holder.name}.${name}`, column: -1, fields: new Map() };
	holder.fields.set(name, field);
	return field;
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
