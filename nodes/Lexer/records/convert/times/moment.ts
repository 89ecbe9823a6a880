import { isZoneName, type Occurrence, timeOfLocal } from './zones';

/** A day of the calendar, with or without a time of day, with or without a zone: as texts say it. */
export interface Moment {
	year: number;
	month: number;
	day: number;
	time?: TimeOfDay;
	/** minutes east of UTC, or the name of a time zone */
	zone?: number | string;
}

export interface TimeOfDay {
	hour: number;
	minute: number;
	second: number;
	/** the digits behind the point, as many as there were */
	fraction: string;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MINUTE_MS = 60_000;

/** Four digits, or more than ISO 8601 has. */
const LENGTH_OF_ISO = 24;

/** Whether the calendar has this day and the clock this time. */
export function isReal({ year, month, day, time, zone }: Moment): boolean {
	if (year < 1 || month < 1 || month > 12 || day < 1) return false;
	const leapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	if (day > (month === 2 && leapYear ? 29 : DAYS_IN_MONTH[month - 1])) return false;
	if (typeof zone === 'string' && !isZoneName(zone)) return false;
	return time === undefined || (time.hour < 24 && time.minute < 60 && time.second < 60);
}

/** Whether a moment says no more than which day it is. */
export function isWholeDay({ time }: Moment): boolean {
	return time === undefined || (time.hour + time.minute + time.second === 0 && Number(time.fraction) === 0);
}

/** Such as `2026-01-31`. */
export function isoDay({ year, month, day }: Moment): string {
	return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/**
 * The same as ISO 8601 in UTC, with every digit of the second.
 *
 * @param timezone the zone of moments that name none; one without a time is the beginning of its day
 * @returns undefined beyond the years 1 to 9999
 */
export function isoInUtc(moment: Moment, timezone: string): { iso: string; occurs: Occurrence } | undefined {
	const { time, zone = timezone } = moment;
	const { hour, minute, second, fraction } = time ?? { hour: 0, minute: 0, second: 0, fraction: '' };
	const ending = fraction === '' ? 'Z' : `.${fraction}Z`;
	if (zone === 0 || zone === 'UTC') {
		return { iso: `${isoDay(moment)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${ending}`, occurs: 'once' };
	}
	// Date.UTC takes the years before 100 for some of the last century.
	const local = new Date(Date.UTC(2000, 0, 1, hour, minute, second));
	local.setUTCFullYear(moment.year, moment.month - 1, moment.day);
	const localMs = local.getTime();
	const { timeMs, occurs } =
		typeof zone === 'number' ? { timeMs: localMs - zone * MINUTE_MS, occurs: 'once' as const } : timeOfLocal(localMs, zone);
	const iso = new Date(timeMs).toISOString();
	if (iso.length !== LENGTH_OF_ISO) return undefined;
	// A day that begins at one o'clock begins at a time of its own: nothing to tell.
	return { iso: iso.slice(0, 19) + ending, occurs: time === undefined ? 'once' : occurs };
}

function twoDigits(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}
