import type { Problem } from '../records/problem';
import { type LeftOut, type RecordFile, takeDuplicate, takeInvalid } from './recordFile';

/**
 * Lays the records that were left out to the files with those that are kept, whose receipts count them. Where
 * one could not be written after all, what was left out for it is invalid.
 *
 * @param count of the items
 */
export function followKept(files: readonly RecordFile[], count: number): void {
	if (files.every(({ duplicates }) => duplicates.length === 0)) return;
	const leftOut = files.map((file) => file.duplicates);
	for (const file of files) file.duplicates = [];
	const fileOf = new Int32Array(count).fill(-1);
	for (const [index, { itemIndices }] of files.entries()) for (const itemIndex of itemIndices) fileOf[itemIndex] = index;
	for (const [index, file] of files.entries()) {
		for (const record of leftOut[index]) {
			const keptIn = fileOf[record.keptIndex];
			if (keptIn >= 0) takeDuplicate(files[keptIn], record);
			else takeInvalid(file, record.number, record.items, [notKept(file, record)]);
		}
	}
}

function notKept({ isOfRows }: RecordFile, { keptIndex }: LeftOut): Problem {
	return { path: '', rule: `is a duplicate of ${isOfRows ? 'the record of row' : 'record'} ${keptIndex + 1}, which could not be sent` };
}
