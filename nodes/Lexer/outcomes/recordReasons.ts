import type { Problem } from '../records/problem';

/** What to do where duplicates stop a run. */
export const DUPLICATES_ADVICE = 'Fix these records, or set Options > Duplicates to Keep the First or Keep the Last.';

/** What to do where a guard forbids to send. */
export const GUARD_ADVICE = 'Look at where the records come from. If this many are expected, change the option.';

/**
 * Why an invalid record was not sent, without any value.
 *
 * @param rest what keeps all the others back as well, if anything does
 */
export function invalidReason(itemIndex: number, problems: readonly Problem[], rest?: string): string {
	const reasons = problems.map(({ path, rule }) => [path, rule].filter(Boolean).join(' ')).join('; ');
	const others = rest === undefined ? '' : `. Nothing was sent, because ${rest}`;
	return `Record ${itemIndex + 1} was not sent: ${reasons}${others}`;
}

/**
 * Why a good record was not sent.
 *
 * @param reason what keeps all of the run back
 */
export function heldBackReason(itemIndex: number, reason: string): string {
	return `Record ${itemIndex + 1} was not sent, because ${reason}`;
}

/** Why a record was not sent where duplicates stop the run. */
export function duplicateReason(itemIndex: number, keyName: string, keptIndex: number): string {
	return `Record ${itemIndex + 1} was not sent: it has the ${keyName} of record ${keptIndex + 1}`;
}
