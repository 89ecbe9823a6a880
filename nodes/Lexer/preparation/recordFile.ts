import type { RecordTarget } from '../parameters/recordTarget';
import { createReport, type ReportBuilder } from '../records/check/report';
import type { Problem } from '../records/problem';
import type { InputColumn } from '../records/write/csv';
import type { RecordWriter } from '../records/write/RecordWriter';
import type { NextTurn } from '../timing/turns';
import type { DuplicateItem } from './itemDuplicates';
import type { MadeRecord } from './itemGroups';

/** One file of records, before it has a name. */
export interface RecordFile {
	target: RecordTarget;
	pieces: Buffer[];
	/** Whether several items make a record. */
	isOfRows: boolean;
	/** How many records are in it. */
	records: number;
	/** The items whose records are in it. */
	itemIndices: number[];
	/** The items with nothing in them, which are no records. */
	emptyItems: number[];
	invalidItems: InvalidItem[];
	/** The items whose records are left out, as others have their key. */
	duplicateItems: DuplicateItem[];
	report: ReportBuilder;
}

export interface InvalidItem {
	itemIndex: number;
	problems: readonly Problem[];
}

/** A file that is being written. */
export interface OpenFile {
	file: RecordFile;
	writer: RecordWriter;
}

/** @param columns those of the records so far: whoever converts them adds to the list */
export function openFile(target: RecordTarget, columns: readonly InputColumn[], isOfRows: boolean): OpenFile {
	const lists = { itemIndices: [], emptyItems: [], invalidItems: [], duplicateItems: [] };
	const file: RecordFile = { target, pieces: [], isOfRows, records: 0, ...lists, report: createReport() };
	return { file, writer: target.format.createWriter(columns) };
}

/** Whether the file has as many records as it may have: the next one begins another. */
export function isFull({ file: { target, records } }: OpenFile): boolean {
	return target.maxRecords > 0 && records === target.maxRecords;
}

/**
 * @param number of the record; where one item makes it, that of the item
 * @returns whether the record is in the file now
 */
export function takeRecord({ file, writer }: OpenFile, number: number, { items, conversion }: MadeRecord): boolean {
	if (conversion.isEmpty) {
		for (const itemIndex of items) file.emptyItems.push(itemIndex);
		file.report.addSkipped(items.length);
		return false;
	}
	let { problems } = conversion;
	if (problems.length === 0) {
		const problem = writer.add(conversion.record);
		if (problem) problems = [problem];
	}
	if (problems.length === 0) {
		for (const itemIndex of items) file.itemIndices.push(itemIndex);
		file.records++;
	} else {
		for (const itemIndex of items) file.invalidItems.push({ itemIndex, problems });
	}
	file.report.add(number, problems, conversion, placeOf(file, items));
	if (file.isOfRows) file.report.addRows(items.length);
	return problems.length === 0;
}

/**
 * Leaves a record out, as another one has its key.
 *
 * @param keptIndex the first item of that one
 */
export function leaveOut({ file }: OpenFile, number: number, { items }: MadeRecord, keptIndex: number): void {
	for (const itemIndex of items) file.duplicateItems.push({ itemIndex, keptIndex });
	file.report.addDuplicate({ record: number, kept: keptIndex + 1, ...placeOf(file, items) });
	if (file.isOfRows) file.report.addRows(items.length);
}

/** Writes what is left of a file; in turns, as CSV is written whole only now. */
export async function closeFile({ file, writer }: OpenFile, nextTurn: NextTurn): Promise<void> {
	for (const piece of writer.end()) {
		file.pieces.push(piece);
		const turn = nextTurn();
		if (turn) await turn;
	}
}

function placeOf({ isOfRows }: RecordFile, items: readonly number[]): { row: number } | undefined {
	return isOfRows ? { row: items[0] + 1 } : undefined;
}
