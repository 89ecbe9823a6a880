import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import type { ReadColumns } from '../parameters/columns';
import { areTargetsOfItems, readTargetOfNothing, type RecordTarget } from '../parameters/recordTarget';
import type { NextTurn } from '../timing/turns';
import { followKept } from './followKept';
import { isBlankItem } from './isBlankItem';
import { itemDuplicates } from './itemDuplicates';
import { itemRecords } from './itemRecords';
import { openFile, type RecordFile } from './recordFile';
import { rowsRefusal } from './rowsRefusal';
import { type PlacedFile, type TargetFiles, targetFiles } from './targetFiles';

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
 * of them until then would cost the engine's collector a third of the time. Only where several items
 * make a record they are kept, until all of them have been seen.
 *
 * @returns also files without a record, where all items of a target are empty or invalid
 */
export async function recordFiles(context: IExecuteFunctions, input: RecordInput): Promise<RecordFile[]> {
	const { targetOf, columnsOf, onUnusable, keepsLast, nextTurn } = input;
	const recordsOf = keepForEach((target: RecordTarget) => itemRecords(target, columnsOf));
	const items = context.getInputData();
	const count = items.length;
	const conversionOf = (target: RecordTarget, itemIndex: number) => recordsOf(target).recordOf(itemIndex);
	const filterOf = await itemDuplicates({ isReadAhead: keepsLast, count, targetOf, conversionOf, nextTurn });
	let begun = 0;
	const nextPlace = () => begun++;
	const targets = new Map<RecordTarget, TargetFiles>();
	const filesOf = (target: RecordTarget): TargetFiles => {
		const known = targets.get(target);
		if (known !== undefined) return known;
		const refusalOf = (itemIndex: number) => rowsRefusal(context, itemIndex);
		const opened = targetFiles(target, recordsOf(target), { nextPlace, filter: filterOf(target), onUnusable, refusalOf, nextTurn });
		targets.set(target, opened);
		return opened;
	};
	/** The first that does not say where it goes: a row of any record, where several make one. */
	let aimless: number | undefined;
	/** Those whose columns were to say where they go, and have nothing in them: no records. */
	const blankItems: number[] = [];
	const isNoRecord = (itemIndex: number, cause: unknown) =>
		cause instanceof NodeOperationError && isBlankItem(items[itemIndex]) && areTargetsOfItems(context);
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		const turn = nextTurn();
		if (turn) await turn;
		let target: RecordTarget | undefined;
		try {
			target = targetOf(itemIndex);
			const wait = filesOf(target).take(itemIndex);
			if (wait) await wait;
		} catch (cause) {
			if (isNoRecord(itemIndex, cause)) blankItems.push(itemIndex);
			else {
				if (target === undefined) aimless ??= itemIndex;
				onUnusable(itemIndex, cause);
			}
		}
	}
	const placed: PlacedFile[] = [];
	for (const target of targets.values()) for (const one of await target.end(aimless)) placed.push(one);
	const files = placed.sort((one, other) => one.place - other.place).map(({ file }) => file);
	followKept(files, count);
	if (blankItems.length > 0) skip(blankItems, files, () => readTargetOfNothing(context, blankItems[0]));
	return files;
}

/** Counts items among the skipped ones of the first file, or of one that is made for them. */
function skip(itemIndices: readonly number[], files: RecordFile[], targetOfNothing: () => RecordTarget): void {
	if (files.length === 0) files.push(openFile(targetOfNothing(), [], false).file);
	const [{ emptyItems, report }] = files;
	for (const itemIndex of itemIndices) emptyItems.push(itemIndex);
	report.addSkipped(itemIndices.length);
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
