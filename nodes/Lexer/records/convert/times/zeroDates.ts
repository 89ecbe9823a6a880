import type { Moment } from './moment';

/**
 * Dates that stand for none. MySQL's `0000-00-00` has no Date of its own: mysql2 makes the day before
 * the December before year 0 of it, which JavaScript takes for 1900; PHP and Java come to days of the
 * years -1 and 2 in the same way. 1 January of year 1 is the least date of .NET, SQL Server and Go.
 */

const TIME = '(?:[T ]?00:?00(?::?00(?:\\.0+)?)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const ZEROS = '-0001-11-30|0000[-/.]?00[-/.]?00|00[-/.]00[-/.]0000';
/** As .NET writes its least date for people, and as JSON has it where clocks were ahead of UTC. */
const LEAST = '0?1[-/.]0?1[-/.]0001(?: 0?0:00(?::00)?| 12:00(?::00)? ?AM)?|0000-12-31T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z';
/** Seconds, or milliseconds, from there to 1970. */
const LEAST_TIMESTAMP = '-62135596800(?:000)?(?:\\.0+)?';

/** Texts that databases and programs write where there is no date. */
const NO_DATES = new RegExp(`^(?:(?:${ZEROS})${TIME}|${LEAST}|${LEAST_TIMESTAMP}|[+-]?inf(?:inity)?|nan|nat|invalid date(?:time)?)$`, 'i');
const LONGEST = 40;

/** Whether a text that begins and ends without blanks stands for no date. */
export function isNoDateText(text: string): boolean {
	return text.length <= LONGEST && NO_DATES.test(text);
}

/** Whether a Date stands for none: an invalid one, or what drivers make of a zero date here or in UTC. */
export function isNoDate(date: Date): boolean {
	const timeMs = date.getTime();
	if (Number.isNaN(timeMs)) return true;
	// Almost every Date is later.
	if (timeMs > LAST_ZERO_MS) return false;
	const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	if (isLeast(year, month, day) || isLeast(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())) return true;
	const isHere = year === 1899 && month === 11 && day === 30 && date.getHours() + date.getMinutes() + date.getSeconds() === 0;
	return isHere || timeMs === ZERO_IN_UTC_MS;
}

const ZERO_IN_UTC_MS = Date.UTC(1899, 10, 30);
const LAST_ZERO_MS = Date.UTC(1899, 11, 1);

/**
 * Whether what a text says is one of those days. One of 1899 is some day as well as another: it is
 * none only where the text is what JSON makes of a driver's Date, with the zone and all.
 */
export function isZeroMoment({ year, month, day, time, zone }: Moment): boolean {
	if (year > 1899) return false;
	if (isLeast(year, month, day)) return true;
	if (year !== 1899 || month !== 11 || day < 29 || zone !== 0 || time?.fraction !== '000') return false;
	return isNoDate(new Date(Date.UTC(year, month - 1, day, time.hour, time.minute, time.second)));
}

/** The time does not matter: it tells how far clocks were from Greenwich. */
function isLeast(year: number, month: number, day: number): boolean {
	return (year === 1 && month === 1 && day === 1) || (year === 2 && month === 11 && day === 30);
}
