import { dateOfDate, dateOfText, utcOfNumber, utcOfText } from './dates';
import { numberOfBigint, numberOfText } from './numbers';
import { strip } from '../formats/pythonText';

/**
 * One value of one field, converted to the type that the field has where nothing is lost; what does
 * not convert stays as it is, for the check to speak of. `undefined` stands for nothing to send.
 */
export type Convert = (value: unknown) => unknown;

const BOOLEANS = new Map<unknown, boolean>([
	...['1', 't', 'true', 'y', 'yes', 'on', 1, 1n].map((value) => [value, true] as const),
	...['0', 'f', 'false', 'n', 'no', 'off', 0, 0n].map((value) => [value, false] as const),
]);

export const toText: Convert = (value) => {
	switch (typeof value) {
		case 'string':
			return value === '' ? undefined : value;
		case 'number':
			return Number.isFinite(value) ? String(value) : value;
		case 'boolean':
		case 'bigint':
			return String(value);
		default:
			return value instanceof Date ? isoOfDate(value) : (value ?? undefined);
	}
};

export const toTrimmedLowerCase: Convert = (value) => {
	const text = toText(value);
	return typeof text === 'string' ? strip(text.toLowerCase()) || undefined : text;
};

export const toNumber: Convert = (value) => {
	if (typeof value === 'number') return value;
	if (typeof value === 'string') return value === '' ? undefined : (numberOfText(value) ?? value);
	if (typeof value === 'bigint') return numberOfBigint(value);
	return value ?? undefined;
};

export const toBoolean: Convert = (value) => {
	if (typeof value === 'boolean') return value;
	if (value === null || value === undefined || value === '') return undefined;
	return BOOLEANS.get(typeof value === 'string' ? strip(value.toLowerCase()) : value) ?? value;
};

export const toDate: Convert = (value) => {
	if (typeof value === 'string') return value === '' ? undefined : dateOfText(value);
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : dateOfDate(value);
	return value ?? undefined;
};

export const toDateTime: Convert = (value) => {
	if (typeof value === 'string') return value === '' ? undefined : utcOfText(value);
	if (typeof value === 'number') return Number.isFinite(value) ? utcOfNumber(value) : value;
	return value instanceof Date ? isoOfDate(value) : (value ?? undefined);
};

/** An invalid Date stays one. */
export function isoOfDate(date: Date): string | Date {
	return Number.isNaN(date.getTime()) ? date : date.toISOString();
}
