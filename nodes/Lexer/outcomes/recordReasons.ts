import type { Problem } from '../records/problem';

/** Why an invalid record was not sent, without any value. */
export function invalidReason(itemIndex: number, problems: readonly Problem[]): string {
	const reasons = problems.map(({ path, rule }) => [path, rule].filter(Boolean).join(' ')).join('; ');
	return `Record ${itemIndex + 1} was not sent: ${reasons}`;
}

/** Why a good record was not sent where others are invalid and Invalid Records says stop. */
export function heldBackReason(itemIndex: number, invalid: number, total: number): string {
	return `Record ${itemIndex + 1} was not sent, because ${invalid} of ${total} records ${invalid === 1 ? 'is' : 'are'} invalid`;
}
