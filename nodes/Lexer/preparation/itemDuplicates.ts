import type { RecordTarget } from '../parameters/recordTarget';
import { type DuplicateFilter, duplicateFinder } from '../records/duplicates/duplicates';
import type { Conversion } from '../records/convert/assembly/recordConverter';
import type { NextTurn } from '../timing/turns';

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
