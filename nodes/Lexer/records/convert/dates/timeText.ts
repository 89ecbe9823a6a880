import type { Moment, TimeOfDay } from '../times/moment';
import { isRefusal, type Refusal, ZONE_UNKNOWN } from './refusals';
import { isZoneName } from '../times/zones';

const TIME =
	/^(?:,? |[:_,]|(T))(?:at )?(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,12})|:(\d{3}))?)?)?(?![\d:])(?: ?([ap])(?:m|\.m\.?)(?![a-z]))?(.*)$/i;
const BASIC_TIME = /^[T ]?(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,12}))?)?(?!\d)(.*)$/i;
/** As DB2 writes it. */
const DOTTED_TIME = /^[- ](\d{2})\.(\d{2})\.(\d{2})(?:\.(\d{1,12}))?(?!\d)(.*)$/;

/** Three digits are minutes to Windows, and an hour with minutes to others. */
const OFFSET = /^(?:UTC|GMT|UT|Z)?([+-])(?!\d{3}(?!\d))(\d{1,2})(?::?(\d{2}))?(?: ?([a-z]{1,5}))?$/i;
const ABBREVIATION = /^[a-z]{1,5}$/i;
const PLACE = /^[a-z][\w+-]*(?:\/[\w+-]+)+$/i;
/** The same zone in other words, as JavaScript, Java and mail programs add it. */
const BRACKETS = / ?(?:\([^()]*\)|\[([^[\]]*)\])$/;
/** What Go adds to its times: the reading of another clock. */
const OTHER_CLOCK = / m=[+-][\d.]+$/;

/** Hours from UTC of the abbreviations that mean one thing everywhere. `EST`, `CST`, `IST` and others do not. */
const ABBREVIATIONS = new Map([
	...['Z', 'UTC', 'GMT', 'UT', 'WET'].map((name) => [name, 0] as const),
	...Object.entries({ CET: 1, CEST: 2, EET: 2, EEST: 3, WEST: 1, SAST: 2, SGT: 8, HKT: 8, JST: 9, AWST: 8 }),
	...Object.entries({ ACST: 9.5, ACDT: 10.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 }),
]);

/** What stands behind an offset and is no name of its zone: it makes another hour or another year of it. */
const HALF_OR_ERA = /^(?:[ap]m|bce?)$/i;

const MAX_OFFSET_MINUTES = 24 * 60;

/** The time and the zone that follow a day; undefined where something else does. */
export function readTime(text: string): Pick<Moment, 'time' | 'zone'> | Refusal | undefined {
	if (text === '') return {};
	const clock = readClock(text);
	const zone = readZone(clock?.rest ?? text);
	if (zone === undefined || isRefusal(zone)) return zone;
	return { ...(clock && { time: clock.time }), ...zone };
}

function readClock(text: string): { time: TimeOfDay; rest: string } | undefined {
	const match = TIME.exec(text);
	// An hour alone is one only behind the letter T or before AM or PM.
	if (match !== null && (match[3] ?? match[1] ?? match[7]) !== undefined) {
		const [, , hour, minute, second, fraction = '', millisecond = fraction, half, rest] = match;
		const hours = half === undefined ? Number(hour) : hourOfHalf(Number(hour), half);
		return { time: timeOf(hours, minute, second, millisecond), rest };
	}
	const plain = BASIC_TIME.exec(text) ?? DOTTED_TIME.exec(text);
	if (plain === null) return undefined;
	return { time: timeOf(Number(plain[1]), plain[2], plain[3], plain[4]), rest: plain[5] };
}

function timeOf(hour: number, minute = '0', second = '0', fraction = ''): TimeOfDay {
	return { hour, minute: Number(minute), second: Number(second), fraction };
}

/** Twelve o'clock is the first hour of its half of the day. NaN is no hour. */
function hourOfHalf(hour: number, half: string): number {
	if (hour < 1 || hour > 12) return NaN;
	return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function readZone(text: string): Pick<Moment, 'zone'> | Refusal | undefined {
	const whole = text.replace(OTHER_CLOCK, '').trim();
	if (whole === '') return {};
	const name = whole.replace(BRACKETS, '') || (BRACKETS.exec(whole)?.[1] ?? whole);
	const offset = OFFSET.exec(name);
	if (offset !== null) return offsetOf(offset);
	if (ABBREVIATION.test(name)) {
		const hours = ABBREVIATIONS.get(name.toUpperCase());
		return hours === undefined ? ZONE_UNKNOWN : { zone: hours * 60 };
	}
	if (!PLACE.test(name)) return undefined;
	return isZoneName(name) ? { zone: name } : ZONE_UNKNOWN;
}

function offsetOf([, sign, hours, minutes = '0', name = '']: RegExpExecArray): Pick<Moment, 'zone'> | Refusal | undefined {
	const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	if (Math.abs(offset) >= MAX_OFFSET_MINUTES || Number(minutes) > 59 || HALF_OR_ERA.test(name)) return undefined;
	const named = ABBREVIATIONS.get(name.toUpperCase());
	return named !== undefined && named * 60 !== offset ? ZONE_UNKNOWN : { zone: offset };
}
