/**
 * What spreadsheets, and casts of SQL Server's floats, make of a long number: `1.76985E+12`, with five decimals or
 * fewer, in many countries behind a comma. Java and BigQuery write all digits and no plus sign (`1.7698536E9`),
 * Python as many as there are.
 */
const ROUNDED = /^[+-]?\d(?:[.,](\d{1,5}))?e\+(\d{1,3})$/i;

/** Larger numbers are no one's: what is said of those says more. */
const MAX_EXPONENT = 30;

/** How it is told where the value was kept. */
export const MAYBE_ROUNDED = 'may have lost digits to a spreadsheet, and was kept as it is';

/** Whether a number is written with fewer digits than it has: those that are not there are lost, and no zeros. */
export function isRounded(text: string): boolean {
	const match = ROUNDED.exec(text);
	const exponent = Number(match?.[2] ?? 0);
	return exponent <= MAX_EXPONENT && exponent > (match?.[1] ?? '').length;
}
