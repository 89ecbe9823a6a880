import { NumberLiteral, WrittenJson } from '../numberLiteral';
import type { Problem } from '../problem';
import { createCsvColumns, type Field } from './csvColumns';
import { type CsvRows, rewriteRows } from './csvRows';
import { jsonText } from './jsonText';
import { type RecordWriter, unlessTooLong } from './RecordWriter';
import { createTextPieces } from './textPieces';

const NEEDS_QUOTES = /[",\r\n]/;

/** A column of the input: it is in the header even if it never has a value. */
export interface InputColumn {
	path: readonly string[];
	/** The list of which it is a part: in CSV a list is one column. */
	list?: { path: readonly string[] };
	isLeftOut: boolean;
}

/**
 * RFC 4180: one header for all records, with every field in the order in which it is first seen;
 * nested fields under dotted names, lists as JSON. The records are gone through once, though the
 * header is known only at their end.
 *
 * @param inputColumns those of the records so far: whoever converts them adds to the list
 */
export function createCsvWriter(inputColumns: readonly InputColumn[] = []): RecordWriter {
	const columns = createCsvColumns(isNest);
	const groups: CsvRows[] = [];
	const text = createTextPieces((piece) => groups.at(-1)!.pieces.push(piece));
	const row: string[] = [];
	let inputColumnsSeen = 0;

	/** @returns whether each column of the row has one value */
	function fill(object: object, holder: Field): boolean {
		let position = 0;
		for (const key of Object.keys(object)) {
			const value = (object as Record<string, unknown>)[key];
			const next = holder.order[position++];
			const field = next?.key === key ? next : columns.fieldIn(holder, key);
			if (isNest(value)) {
				if (!fill(value, field)) return false;
				continue;
			}
			const column = field.column ?? columns.columnOf(field);
			if (column === undefined) return false;
			column.isUsed = true;
			const taken = row[column.index];
			if (taken !== undefined && taken !== '') return false;
			row[column.index] = cell(value);
		}
		return true;
	}

	function write(record: object): Problem | undefined {
		for (; inputColumnsSeen < inputColumns.length; inputColumnsSeen++) {
			const { path, list, isLeftOut } = inputColumns[inputColumnsSeen];
			if (!isLeftOut) columns.reserve(list?.path ?? path, record);
		}
		row.fill('');
		if (!fill(record, columns.root)) return { path: '', rule: 'has two fields that are one column of a CSV file, or too many fields' };
		// Even a record without fields has one cell.
		const width = Math.max(columns.count(), 1);
		while (row.length < columns.count()) row.push('');
		// A line with nothing on it would be taken for no record.
		const line = (row.join(',') || (width === 1 ? '""' : '')) + '\r\n';
		if (groups.at(-1)?.width !== width) {
			text.flush();
			groups.push({ width, pieces: [] });
		}
		text.add(line);
		return undefined;
	}

	return {
		add: (record) => unlessTooLong(() => write(record)),
		*end() {
			text.flush();
			const { names, isKept } = columns.header();
			if (groups.length === 0 || names.length === 0) return;
			yield Buffer.from(names.map(quote).join(',') + '\r\n');
			for (const group of groups) yield* rewriteRows(group, isKept);
		},
	};
}

/** An object that its fields stand for; one without fields stands for itself. */
function isNest(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return !(value instanceof NumberLiteral || value instanceof WrittenJson) && Object.keys(value).length > 0;
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
