import type { RecordReport } from './report';
import { faultsText, invalidText } from './summarize';

/** What the records of a run have to be for anything to be sent: for runs that nobody watches. */
export interface Guards {
	/** More invalid records than so many percent, and nothing is sent. 100: however many. */
	maxInvalidPercent: number;
	/** Fewer valid records, and nothing is sent. 0: however few. */
	minRecords: number;
}

export const NO_GUARDS: Guards = { maxInvalidPercent: 100, minRecords: 0 };

/** A share that is the limit in decimals is not above it in binary. */
const ROUNDING = 1 + 1e-12;

/** What a report says of a breach: with the first invalid records, where it is about those. */
export function guardSummary(report: RecordReport, guards: Guards): string | undefined {
	const breach = guardBreach(report, guards);
	return breach && report.invalid > 0 ? `${breach}: ${faultsText(report)}` : breach;
}

/**
 * Says which guard forbids to send these records, with the counts and the limit.
 *
 * @returns undefined where none does
 */
export function guardBreach(counts: Pick<RecordReport, 'total' | 'valid' | 'invalid'>, guards: Guards): string | undefined {
	const { total, valid, invalid } = counts;
	const { maxInvalidPercent, minRecords } = guards;
	const mostInvalid = (maxInvalidPercent / 100) * total * ROUNDING;
	if (invalid > mostInvalid) {
		return `${invalidText(counts)}, more than the ${maxInvalidPercent}% that 'Options > Max Invalid Percent' allows`;
	}
	if (valid >= minRecords) return undefined;
	const count = `${valid} of ${total} records ${valid === 1 ? 'is' : 'are'} valid`;
	return `${count}, fewer than the ${minRecords} that 'Options > Min Records' asks for`;
}
