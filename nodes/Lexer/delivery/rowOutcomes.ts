import type { Outcomes } from '../outcomes/outcomes';
import { duplicateReason, heldBackReason, invalidFault, invalidReason } from '../outcomes/recordReasons';
import type { HoldBack } from '../preparation/holdBack';
import type { RecordFile } from '../preparation/recordFile';
import type { Problem } from '../records/problem';
import type { NextTurn } from '../timing/turns';

/** The items that a file's receipt speaks of: those in it, those with nothing in them, and those left out for one in it. */
export function rowsOf({ itemIndices, emptyItems, duplicates }: RecordFile): number[] {
	if (emptyItems.length + duplicates.length === 0) return itemIndices;
	return [...itemIndices, ...emptyItems, ...duplicates.flatMap(({ items }) => items)];
}

/**
 * Gives every invalid item its own reason.
 *
 * @param held why nothing of the run is sent, if that is so
 */
export async function failInvalid(
	files: readonly RecordFile[],
	outcomes: Outcomes,
	held: HoldBack | undefined,
	nextTurn: NextTurn,
): Promise<void> {
	const rest = held === undefined || held.cause === 'invalid' ? undefined : held.reason;
	for (const { invalidItems, isOfRows } of files) {
		const faultOf = madeOnce((problems: readonly Problem[]) => invalidFault(problems, rest));
		for (const { itemIndex, problems } of invalidItems) {
			outcomes.fail(itemIndex, invalidReason({ itemIndex, isRow: isOfRows }, faultOf(problems)));
			const turn = nextTurn();
			if (turn) await turn;
		}
	}
}

/** What is made of one thing, not again while that comes: the rows of a record follow one another. */
function madeOnce<Of, Made>(make: (of: Of) => Made): (of: Of) => Made {
	let last: { of: Of; made: Made } | undefined;
	return (of) => {
		if (last?.of !== of) last = { of, made: make(of) };
		return last.made;
	};
}

/** Gives every item that is held back the reason of the run; where that is a duplicate, its own. */
export async function failHeldBack(files: readonly RecordFile[], outcomes: Outcomes, held: HoldBack, nextTurn: NextTurn): Promise<void> {
	for (const file of files) {
		const duplicates = held.cause === 'duplicates' ? file.duplicates : [];
		const keptOf = new Map(duplicates.flatMap(({ items, keptIndex }) => items.map((itemIndex) => [itemIndex, keptIndex])));
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
