/** Local times as times in UTC, for whatever IANA time zone. All times are in milliseconds since 1970. */

const DAY_MS = 86_400_000;
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/;

/** Days kept for each zone: some hundred years of them. */
const MAX_KEPT_DAYS = 50_000;

interface Zone {
	/** the offset at a time */
	offsetMs(timeMs: number): number;
}

/** By lower-cased name; there are some six hundred names. */
const zones = new Map<string, Zone>();

/** Whether this machine knows a time zone of this name, such as `Australia/Sydney`. */
export function isZoneName(name: string): boolean {
	return zoneOf(name) !== undefined;
}

/** `once` but for the hours in which clocks are put forward (`never`) or back (`twice`). */
export type Occurrence = 'once' | 'never' | 'twice';

/**
 * The time at which the clocks of a zone show a local time. Of two such times it is the first; a time
 * that is left out when clocks are put forward counts on from before: both as RFC 5545 has it.
 *
 * @param localMs the local time as if it were one in UTC
 * @param name a name that `isZoneName` knows
 */
export function timeOfLocal(localMs: number, name: string): { timeMs: number; occurs: Occurrence } {
	const zone = zoneOf(name)!;
	const before = zone.offsetMs(localMs - DAY_MS);
	const after = zone.offsetMs(localMs + DAY_MS);
	if (before === after) return { timeMs: localMs - before, occurs: 'once' };
	const isRight = (offset: number) => zone.offsetMs(localMs - offset) === offset;
	if (!isRight(before))
		return isRight(after) ? { timeMs: localMs - after, occurs: 'once' } : { timeMs: localMs - before, occurs: 'never' };
	return { timeMs: localMs - before, occurs: isRight(after) ? 'twice' : 'once' };
}

function zoneOf(name: string): Zone | undefined {
	const key = name.toLowerCase();
	const kept = zones.get(key);
	if (kept !== undefined) return kept;
	try {
		const zone = createZone(name);
		zones.set(key, zone);
		return zone;
	} catch {
		return undefined;
	}
}

/** Asking for an offset takes microseconds, so those of whole days are kept: few days have two. */
function createZone(timeZone: string): Zone {
	const formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
	const ask = (timeMs: number) => {
		const [, sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(formatter.format(timeMs))!;
		const offsetMs = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
		return sign === '-' ? -offsetMs : offsetMs;
	};
	const ofDays = new Map<number, number | undefined>();
	const offsetOfDay = (day: number) => {
		if (ofDays.has(day)) return ofDays.get(day);
		const offset = ask(day * DAY_MS);
		const whole = offset === ask((day + 1) * DAY_MS - 1) ? offset : undefined;
		if (ofDays.size >= MAX_KEPT_DAYS) ofDays.clear();
		ofDays.set(day, whole);
		return whole;
	};
	return { offsetMs: (timeMs) => offsetOfDay(Math.floor(timeMs / DAY_MS)) ?? ask(timeMs) };
}
