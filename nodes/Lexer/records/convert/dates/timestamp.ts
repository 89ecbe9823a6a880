import { readDecimal, withoutTrailingZeros, withPointMoved } from '../exact/decimal';
import { isReal, type Moment } from '../times/moment';
import { isRounded } from '../exact/rounded';
import { COMPACT_OR_TIMESTAMP, EXCEL_DATE, NO_CERTAIN_TIME, ROUNDED_TIME, type Refusal } from './refusals';

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(\d{3})?)?)?)?$/;
const DOT_NET_DATE = /^\/Date\((-?)(\d{1,14})(?:[+-]\d{4})?\)\/$/;

/** Up to here numbers are seconds since 1970, beyond it milliseconds and so on: pydantic 1 has it so. */
const MAX_SECONDS = 2e10;
/** What is larger is the end of time to pydantic 1. */
const MAX_NUMBER = 3e20;
/** 3 March 1973: what is smaller is more often something else than a time so early. */
const MIN_SECONDS = 1e8;
/** Excel's days of 1908 to 2200, which it counts from 1900; smaller numbers may be years. */
const EXCEL_DAYS = { first: 3_000, last: 109_939 };

/** More digits than this are of no clock. */
const MAX_FRACTION = 12;
/** Longer numbers are no times; the caller refuses them. */
const MAX_LENGTH = 60;

/**
 * What a number means in a field of dates: a compact date (`20260131`, `20260131101500`), or seconds,
 * milliseconds, microseconds or nanoseconds since 1970, told apart as Lexer's tool tells them.
 *
 * @param text the number as JavaScript, Java or Python write it
 * @returns undefined where the text is no number, or one far too long
 */
export function readTimestamp(text: string): Moment | Refusal | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const decimal = readDecimal(text);
	if (decimal === undefined) return undefined;
	if (isRounded(text)) return ROUNDED_TIME;
	const { isNegative, whole, fraction } = decimal;
	return (isNegative ? undefined : readCompact(whole, fraction)) ?? sinceEpoch(whole, fraction, isNegative);
}

/** What .NET writes into JSON: `/Date(1769853600000)/`, milliseconds since 1970. */
export function readDotNetDate(text: string): Moment | undefined {
	const match = DOT_NET_DATE.exec(text);
	if (match === null) return undefined;
	const { whole, fraction } = withPointMoved(match[2], '', -3);
	return momentOf(Number(whole), withoutTrailingZeros(fraction), match[1] === '-');
}

/** Undefined where the digits are no compact date, but may be a time since 1970. */
function readCompact(digits: string, decimals: string): Moment | Refusal | undefined {
	const match = COMPACT.exec(digits);
	if (match === null) return undefined;
	const [, year, month, day, hour, minute = '0', second = '0', milliseconds] = match;
	const moment: Moment = { year: Number(year), month: Number(month), day: Number(day) };
	if (hour === undefined) return isReal(moment) && Number(decimals) === 0 ? moment : undefined;
	const fraction = (milliseconds ?? '') + decimals;
	moment.time = { hour: Number(hour), minute: Number(minute), second: Number(second), fraction };
	const isCertain = digits.length >= 14;
	// Times since 1970 that begin so, and are as long, are times of the far future or of none.
	const isRecent = /^(?:19|20)/.test(year);
	if (isReal(moment) && fraction.length <= MAX_FRACTION && isRecent) return isCertain ? moment : COMPACT_OR_TIMESTAMP;
	return isCertain && isRecent ? NO_CERTAIN_TIME : undefined;
}

function sinceEpoch(whole: string, decimals: string, isNegative: boolean): Moment | Refusal {
	let seconds = Number(`${whole}.${decimals}`);
	if (seconds > MAX_NUMBER) return NO_CERTAIN_TIME;
	let places = 0;
	for (; seconds > MAX_SECONDS; seconds /= 1000) places += 3;
	if (seconds < MIN_SECONDS && places === 0) return isExcelDay(seconds) && !isNegative ? EXCEL_DATE : NO_CERTAIN_TIME;
	// Digits of some other meaning; of milliseconds so few are left that they are what they seem.
	if (seconds < MIN_SECONDS && places > 3) return NO_CERTAIN_TIME;
	const { whole: wholeSeconds, fraction } = withPointMoved(whole, decimals, -places);
	return momentOf(Number(wholeSeconds), withoutTrailingZeros(fraction.slice(0, MAX_FRACTION)), isNegative);
}

function isExcelDay(days: number): boolean {
	return days >= EXCEL_DAYS.first && days < EXCEL_DAYS.last + 1;
}

/** @param fraction the digits behind the point, of which three or more are written */
function momentOf(seconds: number, fraction: string, isNegative: boolean): Moment {
	const isBetween = isNegative && fraction !== '';
	const date = new Date((isNegative ? -seconds - (isBetween ? 1 : 0) : seconds) * 1000);
	const digits = isBetween ? String(10 ** fraction.length - Number(fraction)).padStart(fraction.length, '0') : fraction;
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		time: {
			hour: date.getUTCHours(),
			minute: date.getUTCMinutes(),
			second: date.getUTCSeconds(),
			fraction: digits.padEnd(3, '0'),
		},
		zone: 0,
	};
}
