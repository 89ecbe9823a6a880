import type { ConversionOptions } from '../conversion';
import { ORDER_UNKNOWN, ORDER_WRONG, type Refusal, SHORT_YEAR } from './refusals';

export type DateOrder = ConversionOptions['dateOrder'];

/** The day that a text begins with, and what is left of the text. */
export interface DayText {
	year: number;
	month: number;
	day: number;
	rest: string;
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/;
const YEAR_FIRST_NAMED = /^(\d{4})[-/ ]([a-z]+)[-/ ](\d{1,2})(?!\d)(.*)$/i;
/** Before a time, with or without a letter between them; alone it is a number. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d{1,3}(?!\d))(.+)$/;
const DIGITS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/;
const DAY_FIRST_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]? ?([a-z]+)\.?,?[-/ ]?(\d{4}|\d{2})(?!\d)(.*)$/i;
const MONTH_FIRST_NAMED = /^([a-z]+)\.?[- ](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[- ])(\d{4}|\d{2})(?![\d:])(.*)$/i;
/** As Unix and Java write it: the year stands at the end. */
const YEAR_LAST = /^([a-z]+) (\d{1,2})( \d{1,2}:\d{2}:\d{2}(?: [ap]m)?(?: [^ ]+)?) (\d{4})$/i;

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?:[,.] ?| )/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
	/^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** Takes the day off a text; undefined where it begins with none. */
export function readDay(text: string, order: DateOrder): DayText | Refusal | undefined {
	let match = YEAR_FIRST.exec(text);
	if (match !== null) return ofParts(match[1], match[3], match[4], match[5]);
	match = DIGITS.exec(text);
	if (match !== null) return inOrder(match, order);
	match = COMPACT.exec(text);
	if (match !== null) return ofParts(match[1], match[2], match[3], match[4]);
	return /[a-z]/i.test(text) ? readNamed(text.replace(WEEKDAY, '')) : undefined;
}

function readNamed(text: string): DayText | Refusal | undefined {
	let match = DAY_FIRST_NAMED.exec(text);
	if (match !== null) return named(match[3], match[2], match[1], match[4]);
	match = YEAR_LAST.exec(text);
	if (match !== null) return named(match[4], match[1], match[2], match[3]);
	match = MONTH_FIRST_NAMED.exec(text);
	if (match !== null) return named(match[3], match[1], match[2], match[4]);
	match = YEAR_FIRST_NAMED.exec(text);
	return match === null ? undefined : named(match[1], match[2], match[3], match[4]);
}

function named(year: string, month: string, day: string, rest: string): DayText | Refusal | undefined {
	if (!MONTH.test(month)) return undefined;
	if (year.length < 4) return SHORT_YEAR;
	return ofParts(year, String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1), day, rest);
}

function inOrder([, first, , second, year, rest]: RegExpExecArray, order: DateOrder): DayText | Refusal {
	if (order === 'iso') return ORDER_UNKNOWN;
	if (year.length < 4) return SHORT_YEAR;
	const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
	return Number(month) > 12 || Number(day) > 31 ? ORDER_WRONG : ofParts(year, month, day, rest);
}

function ofParts(year: string, month: string, day: string, rest: string): DayText {
	return { year: Number(year), month: Number(month), day: Number(day), rest };
}
