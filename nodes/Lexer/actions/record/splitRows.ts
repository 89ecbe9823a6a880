import type { Conversion, LexerRecord } from '../../records/convert/recordConverter';

/** What one file is made of. */
export interface Part {
	/** The valid ones: what the file holds. */
	records: LexerRecord[];
	/** The items of the valid records and of the invalid ones among them. */
	itemIndices: number[];
}

/**
 * Splits rows into files in the order of the input.
 *
 * @param maxRecords in one file; 0: all in one
 * @returns nothing where no row is valid
 */
export function splitRows(rows: Conversion[], maxRecords: number): Part[] {
	const parts: Part[] = [{ records: [], itemIndices: [] }];
	for (const [itemIndex, { record, problems }] of rows.entries()) {
		const isValid = problems.length === 0;
		if (isValid && maxRecords > 0 && parts.at(-1)!.records.length === maxRecords) {
			parts.push({ records: [], itemIndices: [] });
		}
		const part = parts.at(-1)!;
		part.itemIndices.push(itemIndex);
		if (isValid) part.records.push(record);
	}
	return parts.filter(({ records }) => records.length > 0);
}
