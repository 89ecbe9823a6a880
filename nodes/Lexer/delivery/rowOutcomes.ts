import type { Outcomes } from '../outcomes/outcomes';
import { duplicateReason, heldBackReason, invalidReason } from '../outcomes/recordReasons';
import type { HoldBack } from '../preparation/holdBack';
import type { RecordFile } from '../preparation/recordFile';
import type { NextTurn } from '../timing/turns';

/** The items that a file's receipt speaks of: those in it, those with nothing in them, and those left out for one in it. */
export function rowsOf({ itemIndices, emptyItems, duplicateItems }: RecordFile): number[] {
	if (emptyItems.length + duplicateItems.length === 0) return itemIndices;
	return [...itemIndices, ...emptyItems, ...duplicateItems.map(({ itemIndex }) => itemIndex)];
}

/**
 * Gives every invalid item its own reason.
 *
 * @param held why nothing of the run is sent, if that is so
 */
export async function failInvalid(files: readonly RecordFile[], outcomes: Outcomes, held: HoldBack | undefined, nextTurn: NextTurn): Promise<void> {
	const rest = held === undefined || held.cause === 'invalid' ? undefined : held.reason;
	for (const { invalidItems, isOfRows } of files) {
		const problems = new Map(invalidItems.map((item) => [item.itemIndex, item.problems]));
		const reasonOf = (itemIndex: number) => invalidReason({ itemIndex, isRow: isOfRows }, problems.get(itemIndex) ?? [], rest);
		await failRows(outcomes, problems.keys(), reasonOf, nextTurn);
	}
}

/** Gives every item that is held back the reason of the run; where that is a duplicate, its own. */
export async function failHeldBack(files: readonly RecordFile[], outcomes: Outcomes, held: HoldBack, nextTurn: NextTurn): Promise<void> {
	for (const file of files) {
		const duplicates = held.cause === 'duplicates' ? file.duplicateItems : [];
		const keptOf = new Map(duplicates.map(({ itemIndex, keptIndex }) => [itemIndex, keptIndex]));
		const reasonOf = (itemIndex: number) => {
			const item = { itemIndex, isRow: file.isOfRows };
			const keptIndex = keptOf.get(itemIndex);
			return keptIndex === undefined ? heldBackReason(item, held.reason) : duplicateReason(item, held.keyName, keptIndex);
		};
		await failRows(outcomes, rowsOf(file), reasonOf, nextTurn);
	}
}

/** Puts each of these items out as an error item, with its reason; in turns, as they may be hundreds of thousands. */
export async function failRows(
	outcomes: Outcomes,
	itemIndices: Iterable<number>,
	reason: (itemIndex: number) => string,
	nextTurn: NextTurn,
): Promise<void> {
	for (const itemIndex of itemIndices) {
		outcomes.fail(itemIndex, reason(itemIndex));
		const turn = nextTurn();
		if (turn) await turn;
	}
}
