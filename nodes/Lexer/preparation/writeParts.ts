import type { CheckedItem } from './checkItems';
import type { Format } from '../parameters/fileFormat';

/** What one file is made of. */
export interface Part {
	/** The file. */
	pieces: Buffer[];
	/** How many records it has. */
	valid: number;
	/** The items of its records and of the invalid ones among them. */
	itemIndices: number[];
}

export interface Written {
	/** Nothing where no item is valid. */
	parts: Part[];
	rejected: CheckedItem[];
}

/**
 * Writes the valid items into files in the order of the input. Each record is written as soon as it is
 * checked: keeping all of them until then would cost the engine's collector a third of the time.
 *
 * @param maxRecords in one file; 0: all in one
 */
export function writeParts(items: Iterator<CheckedItem, void>, write: Format['write'], maxRecords: number): Written {
	const parts: Part[] = [];
	const rejected: CheckedItem[] = [];
	let next = items.next();
	const recordsOf = function* (part: Part) {
		for (; !next.done; next = items.next()) {
			const { itemIndex, record, problems } = next.value;
			const isValid = problems.length === 0;
			if (isValid && maxRecords > 0 && part.valid === maxRecords) return;
			part.itemIndices.push(itemIndex);
			if (isValid) {
				part.valid++;
				yield record;
			} else {
				rejected.push(next.value);
			}
		}
	};
	while (!next.done) {
		const part: Part = { pieces: [], valid: 0, itemIndices: [] };
		part.pieces = [...write(recordsOf(part))];
		if (part.valid > 0) parts.push(part);
	}
	return { parts, rejected };
}
