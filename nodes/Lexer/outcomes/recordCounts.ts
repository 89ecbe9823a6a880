import type { RecordReport } from '../records/check/report';

/** What a receipt says of the records of a file: how many, and what is to be told of them. */
export type RecordCounts = Pick<
	RecordReport,
	'rows' | 'total' | 'valid' | 'invalid' | 'skipped' | 'duplicates' | 'unknownFields' | 'notes'
>;

/** The counts of a report: what is wrong with which record stands in errors. */
export function countsOf({ rows, total, valid, invalid, skipped, duplicates, unknownFields, notes }: RecordReport): RecordCounts {
	return {
		...(rows !== undefined && { rows }),
		total,
		valid,
		invalid,
		...(skipped !== undefined && { skipped }),
		...(duplicates !== undefined && { duplicates }),
		...(unknownFields && { unknownFields }),
		...(notes && { notes }),
	};
}
