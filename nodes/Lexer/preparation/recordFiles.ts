import type { IExecuteFunctions } from 'n8n-workflow';

import type { Conversion } from '../records/convert/record/recordConverter';
import { createReport, type ReportBuilder } from '../records/check/report';
import type { RecordWriter } from '../records/write/RecordWriter';
import type { ReadColumns } from '../parameters/columns';
import type { RecordTarget } from '../parameters/recordTarget';
import type { NextTurn } from '../timing/turns';
import { type DuplicateItem, followKept, itemDuplicates } from './itemDuplicates';
import { itemRecords } from './itemRecords';
import type { Problem } from '../records/problem';

/** One file of records, before it has a name. */
export interface RecordFile {
	target: RecordTarget;
	pieces: Buffer[];
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

interface Group {
	file: RecordFile;
	writer: RecordWriter;
}

/** What the files are made of. */
export interface RecordInput {
	targetOf(itemIndex: number): RecordTarget;
	columnsOf: ReadColumns;
	/** Called for an item whose parameters cannot be used; may throw. */
	onUnusable(itemIndex: number, cause: unknown): void;
	/** Whether the last of several records with the same key is kept. */
	keepsLast: boolean;
	/** Called between items. */
	nextTurn: NextTurn;
}

/**
 * Writes the records of all items into files: one for each target, in order of first appearance, and
 * a further one whenever a file is full. Each record is written as soon as it is checked: keeping all
 * of them until then would cost the engine's collector a third of the time.
 *
 * @returns also files without a record, where all items of a target are empty or invalid
 */
export async function recordFiles(context: IExecuteFunctions, input: RecordInput): Promise<RecordFile[]> {
	const { targetOf, columnsOf, onUnusable, keepsLast, nextTurn } = input;
	const groups = new Map<RecordTarget, Group>();
	const files: RecordFile[] = [];
	const recordsOf = keepForEach((target: RecordTarget) => itemRecords(target, columnsOf));
	const open = (target: RecordTarget) => {
		const file = { target, pieces: [], itemIndices: [], emptyItems: [], invalidItems: [], duplicateItems: [], report: createReport() };
		const group = { file, writer: target.format.createWriter(recordsOf(target).columns) };
		groups.set(target, group);
		files.push(file);
		return group;
	};
	const count = context.getInputData().length;
	const conversionOf = (target: RecordTarget, itemIndex: number) => recordsOf(target).recordOf(itemIndex);
	const filterOf = await itemDuplicates({ isReadAhead: keepsLast, count, targetOf, conversionOf, nextTurn });
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		const turn = nextTurn();
		if (turn) await turn;
		try {
			const target = targetOf(itemIndex);
			let group = groups.get(target) ?? open(target);
			const conversion = conversionOf(target, itemIndex);
			const isGood = conversion.problems.length === 0 && !conversion.isEmpty;
			const filter = isGood ? filterOf(target) : undefined;
			const keptIndex = filter?.keptFor(conversion.record, itemIndex);
			if (keptIndex !== undefined) {
				group.file.duplicateItems.push({ itemIndex, keptIndex });
				group.file.report.addDuplicate({ record: itemIndex + 1, kept: keptIndex + 1 });
				continue;
			}
			if (isFull(group) && isGood) {
				await close(group, nextTurn);
				group = open(target);
			}
			if (take(group, itemIndex, conversion)) filter?.keep(conversion.record, itemIndex);
		} catch (cause) {
			onUnusable(itemIndex, cause);
		}
	}
	for (const group of groups.values()) await close(group, nextTurn);
	followKept(files, count);
	return files;
}

/** What is made once for each. */
function keepForEach<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
	const made = new Map<Key, Made>();
	return (key) => {
		const known = made.get(key);
		if (known !== undefined) return known;
		const first = make(key);
		made.set(key, first);
		return first;
	};
}

function isFull({ file: { target, itemIndices } }: Group): boolean {
	return target.maxRecords > 0 && itemIndices.length === target.maxRecords;
}

/** @returns whether the record is in the file now */
function take({ file, writer }: Group, itemIndex: number, conversion: Conversion): boolean {
	if (conversion.isEmpty) {
		file.emptyItems.push(itemIndex);
		file.report.addSkipped(1);
		return false;
	}
	let { problems } = conversion;
	if (problems.length === 0) {
		const problem = writer.add(conversion.record);
		if (problem) problems = [problem];
	}
	if (problems.length === 0) file.itemIndices.push(itemIndex);
	else file.invalidItems.push({ itemIndex, problems });
	file.report.add(itemIndex + 1, problems, conversion);
	return problems.length === 0;
}

async function close({ file, writer }: Group, nextTurn: NextTurn): Promise<void> {
	for (const piece of writer.end()) {
		file.pieces.push(piece);
		const turn = nextTurn();
		if (turn) await turn;
	}
}
