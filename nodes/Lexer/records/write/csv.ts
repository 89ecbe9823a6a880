import { NumberLiteral, WrittenJson } from '../numberLiteral';
import type { Problem } from '../problem';
import { csvCell, LongCell, quoted } from './csvCell';
import { createCsvColumns, type Field } from './csvColumns';
import { type CsvRows, rewriteRows } from './csvRows';
import { type RecordWriter, unlessTooLong } from './RecordWriter';
import { createTextPieces } from './textPieces';

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
	const row: Array<string | LongCell> = [];
	let hasLongCell = false;
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
			const cell = csvCell(value);
			hasLongCell ||= cell instanceof LongCell;
			row[column.index] = cell;
		}
		return true;
	}

	function write(record: object): Problem | undefined {
		for (; inputColumnsSeen < inputColumns.length; inputColumnsSeen++) {
			const { path, list, isLeftOut } = inputColumns[inputColumnsSeen];
			if (!isLeftOut) columns.reserve(list?.path ?? path, record);
		}
		row.fill('');
		hasLongCell = false;
		if (!fill(record, columns.root)) return { path: '', rule: 'has two fields that are one column of a CSV file, or too many fields' };
		// Even a record without fields has one cell.
		const width = Math.max(columns.count(), 1);
		while (row.length < columns.count()) row.push('');
		if (groups.at(-1)?.width !== width) {
			text.flush();
			groups.push({ width, pieces: [] });
		}
		if (hasLongCell) addCells();
		// A line with nothing on it would be taken for no record.
		else text.add(row.join(',') || (width === 1 ? '""' : ''));
		text.add('\r\n');
		return undefined;
	}

	/** The cells of the row one by one, where one of them is written later. */
	function addCells() {
		for (const [index, cell] of row.entries()) {
			if (index > 0) text.add(',');
			if (typeof cell === 'string') text.add(cell);
			else {
				text.flush();
				groups.at(-1)!.pieces.push(cell);
			}
		}
	}

	return {
		add: (record) => unlessTooLong(() => write(record)),
		*end() {
			text.flush();
			const { names, isKept } = columns.header();
			if (groups.length === 0 || names.length === 0) return;
			yield Buffer.from(names.map(quoted).join(',') + '\r\n');
			for (const group of groups) yield* rewriteRows(group, isKept);
		},
	};
}

/** An object that its fields stand for; one without fields stands for itself. */
function isNest(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return !(value instanceof NumberLiteral || value instanceof WrittenJson) && Object.keys(value).length > 0;
}
