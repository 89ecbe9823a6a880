import type { RecordReport } from '../records/check/report';
import { isLinkMissing, type Problem } from '../records/problem';

/** What to do where duplicates stop a run. */
export const DUPLICATES_ADVICE = "Fix these records, or set 'Options > Duplicates' to Keep the First or Keep the Last.";

/** What to do where a guard forbids to send. */
export const GUARD_ADVICE = 'Look at where the records come from. If this many are expected, change the option.';

/** An item that was not sent, and whether it is only one of the rows of its record. */
export interface UnsentItem {
	itemIndex: number;
	isRow: boolean;
}

/** So much of what is wrong with a record is told: a large one may be wrong in a thousand places. */
const MAX_PROBLEMS_CHARACTERS = 1000;

/** Why an invalid record was not sent, without any value. */
export function invalidReason(item: UnsentItem, fault: string): string {
	return `${subject(item)} was not sent${item.isRow ? ', as its record is invalid' : ''}: ${fault}`;
}

/**
 * What is wrong with a record: the same text for all of its rows, to be made once, as they may be a hundred thousand.
 *
 * @param rest what keeps all the others back as well, if anything does
 */
export function invalidFault(problems: readonly Problem[], rest?: string): string {
	const others = rest === undefined ? [] : [`Nothing was sent, because ${rest}`];
	return [problemsText(problems), ...linkAdvice(problems), ...others].join('. ');
}

/** The first problems, and whether there are more. The text is bounded before it is made: what is cut out of a long one keeps all of it in memory. */
function problemsText(problems: readonly Problem[]): string {
	let text = '';
	for (const { path, rule } of problems) {
		const next = [path, rule].filter(Boolean).join(' ');
		if (text !== '' && text.length + next.length > MAX_PROBLEMS_CHARACTERS) return `${text}; and more`;
		text += text === '' ? next : `; ${next}`;
	}
	return text;
}

/** What newcomers have to do first: the columns of their rows have names of their own. Nothing where all records have a link. */
export function linkAdvice(problems: readonly Problem[]): string[] {
	return problems.some(isLinkMissing)
		? ['Name the column with the e-mail address link.email (or another one link.customer_id, link.mobile, …)']
		: [];
}

/**
 * What to do about records that hold the others up. It never tells to set what is set, or what would be of no use.
 *
 * @param found the report on all of them
 */
export function invalidAdvice({ byRule, valid }: Pick<RecordReport, 'byRule' | 'valid'>): string {
	const others = valid > 0 ? ", or set 'Options > Invalid Records' to Skip Them to send the others" : '';
	return [...linkAdvice(byRule), `Fix these records${others}`].map((sentence) => `${sentence}.`).join(' ');
}

/**
 * Why a good record was not sent.
 *
 * @param reason what keeps all of the run back
 */
export function heldBackReason(item: UnsentItem, reason: string): string {
	return `${subject(item)} was not sent, because ${reason}`;
}

/** Why a record was not sent where duplicates stop the run. */
export function duplicateReason(item: UnsentItem, keyName: string, keptIndex: number): string {
	const what = item.isRow ? `its record has the ${keyName} of the record of row` : `it has the ${keyName} of record`;
	return `${subject(item)} was not sent: ${what} ${keptIndex + 1}`;
}

function subject({ itemIndex, isRow }: UnsentItem): string {
	return `${isRow ? 'Row' : 'Record'} ${itemIndex + 1}`;
}
