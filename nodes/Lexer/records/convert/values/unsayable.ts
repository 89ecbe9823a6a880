import type { Findings } from '../conversion';
import { textOfDate } from '../times/driverDates';
import { note } from '../findings';
import { isNoDate } from '../times/zeroDates';

/** What is left out as if it were not there, and told. */
export const NO_DATE = 'is no date, and was left out';
const NO_NUMBER = 'is no number, and was left out';

/** Beyond 2^53 a JavaScript number stands for several whole numbers. */
export const DIGITS_LOST = 'may have lost digits: have the query return it as text';

/** The number, unless it is one that JSON has no way to write: JSON itself writes those as null. */
export function finite(value: number, path: string, findings: Findings): number | undefined {
	if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
	note(findings, path, Number.isFinite(value) ? DIGITS_LOST : NO_NUMBER);
	return Number.isFinite(value) ? value : undefined;
}

/** A Date as a calendar day or as ISO 8601 in UTC, unless it stands for none, such as MySQL's zero date. */
export function validDate(date: Date, path: string, findings: Findings): string | undefined {
	if (!isNoDate(date)) return textOfDate(date);
	note(findings, path, NO_DATE);
	return undefined;
}
