/** Why a value that seems to be a date is not taken for one: words that follow the field's name. */
export interface Refusal {
	refusal: string;
}

const EXAMPLE = '2026-01-31 or 2026-01-31T10:00:00Z';

export const ORDER_UNKNOWN: Refusal = {
	refusal: "has day and month in an order that is not certain: set 'Conversion > Date Order', or have it written like 2026-01-31",
};
export const ORDER_WRONG: Refusal = { refusal: "is no date in the order that 'Conversion > Date Order' says" };
export const SHORT_YEAR: Refusal = { refusal: 'must have a year of four digits, such as 2026-01-31' };
export const ZONE_UNKNOWN: Refusal = {
	refusal: 'names a time zone whose meaning is not certain: have it written as an offset such as +10:00',
};
export const EXCEL_DATE: Refusal = { refusal: `looks like an Excel date: have it written like ${EXAMPLE}` };
export const COMPACT_OR_TIMESTAMP: Refusal = {
	refusal: `can be a compact date or a time since 1970: have it written like ${EXAMPLE}`,
};
export const NO_CERTAIN_TIME: Refusal = {
	refusal: `is a number that is not certain to be a date or a time: have it written like ${EXAMPLE}`,
};

export const ROUNDED_TIME: Refusal = {
	refusal: 'may have lost digits to a spreadsheet: have the column written as a date, or as text with all digits',
};
export const NO_TIME_AT_ALL: Refusal = { refusal: `is true or false, and no date: have it written like ${EXAMPLE}` };
export const BEYOND_CALENDAR: Refusal = { refusal: 'is in UTC beyond the years 1 to 9999' };

/** Whether what was read is a refusal. */
export function isRefusal(read: object): read is Refusal {
	return 'refusal' in read;
}
