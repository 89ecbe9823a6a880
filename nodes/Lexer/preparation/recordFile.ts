import type { RecordTarget } from '../parameters/recordTarget';
import { createReport, type ReportBuilder, type Told } from '../records/check/report';
import type { Problem } from '../records/problem';
import type { InputColumn } from '../records/write/csv';
import type { RecordWriter } from '../records/write/RecordWriter';
import type { NextTurn } from '../timing/turns';
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
	/** The records that are left out, as others have their key; once all files are written, as those in this one have it. */
	duplicates: LeftOut[];
	report: ReportBuilder;
}

export interface InvalidItem {
	itemIndex: number;
	problems: readonly Problem[];
}

/** A record that is left out. */
export interface LeftOut {
	number: number;
	items: readonly number[];
	/** The first item of the one that is kept. */
	keptIndex: number;
}

/** A file that is being written. */
export interface OpenFile {
	file: RecordFile;
	writer: RecordWriter;
}

/** @param columns those of the records so far: whoever converts them adds to the list */
export function openFile(target: RecordTarget, columns: readonly InputColumn[], isOfRows: boolean): OpenFile {
	const lists = { itemIndices: [], emptyItems: [], invalidItems: [], duplicates: [] };
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
	if (problems.length > 0) {
		takeInvalid(file, number, items, problems, conversion);
		return false;
	}
	for (const itemIndex of items) file.itemIndices.push(itemIndex);
	file.records++;
	file.report.add(number, problems, conversion, placeOf(file, items));
	countRows(file, items);
	return true;
}

/** Takes a record that cannot be in the file. */
export function takeInvalid(file: RecordFile, number: number, items: readonly number[], problems: readonly Problem[], told?: Told): void {
	for (const itemIndex of items) file.invalidItems.push({ itemIndex, problems });
	file.report.add(number, problems, told, placeOf(file, items));
	countRows(file, items);
}

/** Takes a record that is left out for one in the file. */
export function takeDuplicate(file: RecordFile, record: LeftOut): void {
	const { number, items, keptIndex } = record;
	file.duplicates.push(record);
	file.report.addDuplicate({ record: number, kept: keptIndex + 1, ...placeOf(file, items) });
	countRows(file, items);
}

/** Writes what is left of a file; in turns, as CSV is written whole only now. */
export async function closeFile({ file, writer }: OpenFile, nextTurn: NextTurn): Promise<void> {
	for (const piece of writer.end()) {
		file.pieces.push(piece);
		const turn = nextTurn();
		if (turn) await turn;
	}
}

function countRows({ isOfRows, report }: RecordFile, items: readonly number[]): void {
	if (isOfRows) report.addRows(items.length);
}

function placeOf({ isOfRows }: RecordFile, items: readonly number[]): { row: number } | undefined {
	return isOfRows ? { row: items[0] + 1 } : undefined;
}
