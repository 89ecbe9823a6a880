import { NumberLiteral } from '../numberLiteral';
import { jsonText } from './jsonText';
import { CHUNK_CHARACTERS, type RecordWriter } from './RecordWriter';

const NEEDS_QUOTES = /[",\r\n]/;

/** A field: the column of its own values, and the fields of the objects that it holds. */
interface Field {
	key: string;
	/** With the names of the objects that hold it: `link.email`. */
	name: string;
	column: number;
	fields: Map<string, Field>;
	/** The same in the order in which they were first seen, which is mostly the order of the next object. */
	order: Field[];
}

/** Rows that were written when so many columns were known. */
interface Rows {
	columns: number;
	pieces: Buffer[];
}

/**
 * RFC 4180: one header for all records, with every field in the order in which it is first seen;
 * nested fields under dotted names, lists as JSON. The records are gone through once, though the
 * header is known only at their end.
 */
export function createCsvWriter(): RecordWriter {
	const root: Field = { key: '', name: '', column: -1, fields: new Map(), order: [] };
	const names: string[] = [];
	const groups: Rows[] = [];
	const row: string[] = [];
	let chunk = '';
	const flush = () => {
		if (chunk !== '') groups.at(-1)!.pieces.push(Buffer.from(chunk));
		chunk = '';
	};
	const fill = (object: object, holder: Field) => {
		let position = 0;
		for (const key of Object.keys(object)) {
			const value = (object as Record<string, unknown>)[key];
			const next = holder.order[position++];
			const field = next?.key === key ? next : (holder.fields.get(key) ?? addField(holder, key));
			if (isNest(value)) fill(value, field);
			else {
				if (field.column < 0) field.column = names.push(field.name) - 1;
				row[field.column] = cell(value);
			}
		}
	};
	return {
		add(record) {
			row.fill('');
			fill(record, root);
			// Even a record without fields has one cell.
			const columns = Math.max(names.length, 1);
			if (groups.at(-1)?.columns !== columns) {
				flush();
				groups.push({ columns, pieces: [] });
			}
			// A line with nothing on it would be taken for no record.
			chunk += (row.join(',') || (columns === 1 ? '""' : '')) + '\r\n';
			if (chunk.length >= CHUNK_CHARACTERS) flush();
		},
		*end() {
			flush();
			if (names.length === 0) return;
			yield Buffer.from(names.map(quote).join(',') + '\r\n');
			for (const { columns, pieces } of groups) {
				const missing = names.length - columns;
				for (const piece of pieces) yield missing === 0 ? piece : withEmptyCells(piece, missing);
			}
		},
	};
}

/** The rows with cells for columns that were first seen after them. */
function withEmptyCells(piece: Buffer, cells: number): Buffer {
	const end = ','.repeat(cells) + '\r\n';
	return Buffer.from(piece.toString().replaceAll(/"(?:[^"]|"")*"|\r\n/g, (found) => (found === '\r\n' ? end : found)));
}

function addField(holder: Field, key: string): Field {
	const name = holder.name === '' ? key : `${holder.name}.${key}`;
	const field = { key, name, column: -1, fields: new Map(), order: [] };
	holder.fields.set(key, field);
	holder.order.push(field);
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
