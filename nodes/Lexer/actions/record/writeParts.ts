import type { CheckedItem } from './checkItems';
import type { Format } from './formats';

/** What one file is made of. */
export interface Part {
	/** The file. */
	pieces: Buffer[];
	/** How many records it has. */
	valid: number;
	/** The items of its records and of the invalid ones among them. */
	itemIndices: number[];
}

/**
 * Writes the valid items into files in the order of the input. Each record is written as soon as it is
 * checked: keeping all of them until then would cost the engine's collector a third of the time.
 *
 * @param maxRecords in one file; 0: all in one
 * @returns nothing where no item is valid
 */
export function writeParts(items: Iterator<CheckedItem, void>, write: Format['write'], maxRecords: number): Part[] {
	const parts: Part[] = [];
	let next = items.next();
	const recordsOf = function* (part: Part) {
		for (; !next.done; next = items.next()) {
			const { itemIndex, record, problems } = next.value;
			const isValid = problems.length === 0;
			if (isValid && maxRecords > 0 && part.valid === maxRecords) return;
			part.itemIndices.push(itemIndex);
			if (!isValid) continue;
			part.valid++;
			yield record;
		}
	};
	while (!next.done) {
		const part: Part = { pieces: [], valid: 0, itemIndices: [] };
		part.pieces = [...write(recordsOf(part))];
		if (part.valid > 0) parts.push(part);
	}
	return parts;
}
