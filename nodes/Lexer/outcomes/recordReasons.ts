import type { Problem } from '../records/problem';

/** What to do where a guard forbids to send. */
export const GUARD_ADVICE = 'Look at where the records come from. If this many are expected, change the option.';

/**
 * Why an invalid record was not sent, without any value.
 *
 * @param guard what keeps all the others back as well, if anything does
 */
export function invalidReason(itemIndex: number, problems: readonly Problem[], guard?: string): string {
	const reasons = problems.map(({ path, rule }) => [path, rule].filter(Boolean).join(' ')).join('; ');
	const rest = guard === undefined ? '' : `. Nothing was sent, because ${guard}`;
	return `Record ${itemIndex + 1} was not sent: ${reasons}${rest}`;
}

/**
 * Why a good record was not sent.
 *
 * @param reason what keeps all of the run back
 */
export function heldBackReason(itemIndex: number, reason: string): string {
	return `Record ${itemIndex + 1} was not sent, because ${reason}`;
}
