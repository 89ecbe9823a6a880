import type { ReportBuilder } from '../check/report';
import { duplicateFinder } from './duplicates';

/** Gives a function that counts, of the valid records that it is told of, those with the key of an earlier one. */
export function countDuplicates(recordType: string, report: ReportBuilder): (record: object, number: number) => void {
	const filter = duplicateFinder('keepFirst', recordType)?.filter();
	return (record, number) => {
		if (filter === undefined) return;
		if (filter.keptFor(record, number) === undefined) filter.keep(record, number);
		else report.tellDuplicate();
	};
}
