import type { RecordFile } from './recordFile';
import type { RecordTarget } from '../parameters/recordTarget';
import { type DuplicateFilter, duplicateFinder } from '../records/duplicates/duplicates';
import type { Conversion } from '../records/convert/assembly/recordConverter';
import type { NextTurn } from '../timing/turns';

/** An item whose record is left out, as another item's has its key. */
export interface DuplicateItem {
	itemIndex: number;
	/** The item whose record is kept. */
	keptIndex: number;
}

interface ItemInput {
	/** Whether the last of several is kept. */
	isReadAhead: boolean;
	count: number;
	targetOf(itemIndex: number): RecordTarget;
	conversionOf(target: RecordTarget, itemIndex: number): Conversion;
	nextTurn: NextTurn;
}

/**
 * Finds duplicates among the items of each target. Where the last of several is kept, all items are
 * converted once before, and once more when they are written.
 *
 * @returns a function that gives a target's filter, whose numbers are those of the items; none where
 * duplicates are kept
 */
export async function itemDuplicates(input: ItemInput): Promise<(target: RecordTarget) => DuplicateFilter | undefined> {
	const { isReadAhead, count, targetOf, conversionOf, nextTurn } = input;
	const finders = new Map<RecordTarget, ReturnType<typeof duplicateFinder>>();
	const filters = new Map<RecordTarget, DuplicateFilter | undefined>();
	const finderOf = (target: RecordTarget) => {
		if (!finders.has(target)) finders.set(target, duplicateFinder(target.duplicates, target.recordType));
		return finders.get(target);
	};
	for (let itemIndex = 0; isReadAhead && itemIndex < count; itemIndex++) {
		const turn = nextTurn();
		if (turn) await turn;
		try {
			const target = targetOf(itemIndex);
			const { record, problems, isEmpty } = conversionOf(target, itemIndex);
			if (problems.length === 0 && !isEmpty) finderOf(target)?.see(record, itemIndex);
		} catch {
			// It is told where the item is written.
		}
	}
	return (target) => {
		if (!filters.has(target)) filters.set(target, finderOf(target)?.filter());
		return filters.get(target);
	};
}

/**
 * Puts each item that was left out beside the one that is kept, in whichever file that is. Where that
 * one could not be written after all, the item is invalid.
 */
export function followKept(files: readonly RecordFile[], count: number): void {
	const leftOut = files.flatMap(({ duplicateItems }) => duplicateItems);
	if (leftOut.length === 0) return;
	const fileOf = new Int32Array(count).fill(-1);
	for (const [index, { itemIndices }] of files.entries()) for (const itemIndex of itemIndices) fileOf[itemIndex] = index;
	for (const file of files) {
		const { duplicateItems } = file;
		file.duplicateItems = [];
		for (const item of duplicateItems) {
			const index = fileOf[item.keptIndex];
			if (index >= 0) files[index].duplicateItems.push(item);
			else file.invalidItems.push({ itemIndex: item.itemIndex, problems: [{ path: '', rule: `is a duplicate of ${file.isOfRows ? 'the record of row' : 'record'} ${item.keptIndex + 1}, which could not be sent` }] });
		}
	}
}
