import { asciiDigits, parseFloatText } from './pythonText';

/**
 * Dates as pydantic 1 reads them, which is what both Lexer's upload tool and its JSON Schema check
 * do: ISO 8601 with a few liberties, or a number of seconds or milliseconds since 1970.
 */
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})\n?$/;
const DATE_TIME = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d{1,12})?)?(Z|[+-]\d{2}(?::?\d{2})?)?\n?$/;
const STRICT_DATE = /^\d{4}-\d{2}-\d{2}$/;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MINUTES_IN_DAY = 24 * 60;
const ZERO = 48;

/** Whether pydantic 1 reads this text as a date and time. */
export function isDateTime(text: string): boolean {
	const match = DATE_TIME.exec(text) ?? DATE_TIME.exec(asciiDigits(text));
	if (match === null) return isTimestamp(text);
	return (
		isDay(Number(match[1]), Number(match[2]), Number(match[3])) &&
		Number(match[4]) < 24 &&
		Number(match[5]) < 60 &&
		(match[6] === undefined || Number(match[6]) < 60) &&
		(match[7] === undefined || isZone(match[7]))
	);
}

/** Whether pydantic 1 reads this text as a date. */
export function isDateOrTimestamp(text: string): boolean {
	// Nearly all dates: to take them apart by the pattern takes several times as long.
	if (STRICT_DATE.test(text)) return isDay(pairAt(text, 0) * 100 + pairAt(text, 2), pairAt(text, 5), pairAt(text, 8));
	const match = DATE.exec(text) ?? DATE.exec(asciiDigits(text));
	if (match === null) return isTimestamp(text);
	return isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether this text is a date of JSON Schema's `date` format. */
export function isDate(text: string): boolean {
	return STRICT_DATE.test(text) && isDateOrTimestamp(text);
}

/** The number that two digits of ASCII are. */
function pairAt(text: string, at: number): number {
	return 10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
}

function isTimestamp(text: string): boolean {
	const number = parseFloatText(text);
	return number !== undefined && !Number.isNaN(number);
}

function isDay(year: number, month: number, day: number): boolean {
	if (year < 1 || month < 1 || month > 12 || day < 1) return false;
	const leapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return day <= (month === 2 && leapYear ? 29 : DAYS_IN_MONTH[month - 1]);
}

function isZone(zone: string): boolean {
	if (zone === 'Z') return true;
	const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0;
	return Number(zone.slice(1, 3)) * 60 + minutes < MINUTES_IN_DAY;
}
