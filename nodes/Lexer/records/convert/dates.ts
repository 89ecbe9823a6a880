/**
 * Dates as Lexer wants them: ISO 8601 in UTC, or a calendar date. A text that is neither stays as it
 * is, for the check to speak of.
 */
const DATE_TIME =
	/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** What needs no change. */
const CANONICAL_DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const CANONICAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

const MIDNIGHT = /^\d{4}-\d{2}-\d{2}[Tt ]00:00(?::00(?:\.0+)?)?(?:Z|z|[+-]\d{2}(?::?\d{2})?)?$/;

/** Numbers up to this are seconds since 1970, larger ones milliseconds: Lexer's tools read them so. */
const MAX_SECONDS = 2e10;
const MAX_DATE_MS = 8.64e15;

/** A time, of whatever zone, as ISO 8601 in UTC; UTC is presumed where no zone is named. */
export function utcOfText(text: string): string {
	if (CANONICAL_DATE_TIME.test(text)) return text;
	const match = DATE_TIME.exec(text);
	if (match === null) return text;
	const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
	const local = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}`;
	const timeMs = Date.parse(`${local}Z`);
	// Date.parse takes 24:00 and the 31st of every month; what it changes is for the check to refuse.
	if (Number.isNaN(timeMs) || new Date(timeMs).toISOString().slice(0, 19) !== local) return text;
	const offsetMinutes = minutesOf(zone);
	if (offsetMinutes === 0) return `${local}${fraction}Z`;
	const utc = new Date(timeMs - offsetMinutes * 60_000).toISOString();
	return utc.length === 24 ? `${utc.slice(0, 19)}${fraction}Z` : text;
}

/** Seconds or milliseconds since 1970 as ISO 8601 in UTC. */
export function utcOfNumber(value: number): string | number {
	const timeMs = Math.abs(value) > MAX_SECONDS ? value : value * 1000;
	return Math.abs(timeMs) <= MAX_DATE_MS ? new Date(timeMs).toISOString() : value;
}

/** A calendar date; of a date with a time only if that is midnight, so that nothing is lost. */
export function dateOfText(text: string): string {
	if (CANONICAL_DATE.test(text)) return text;
	if (MIDNIGHT.test(text)) return text.slice(0, 10);
	const match = DATE_TIME.exec(text);
	if (match === null || match[4] !== undefined) return text;
	return `${match[1]}-${match[2].padStart(2, '0')}-${match[3].padStart(2, '0')}`;
}

/** The calendar date of a Date, which database drivers put at midnight, in UTC or in this machine's zone. */
export function dateOfDate(date: Date): string {
	const iso = date.toISOString();
	if (MIDNIGHT.test(iso)) return iso.slice(0, 10);
	const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
	return MIDNIGHT.test(local) ? local.slice(0, 10) : iso;
}

function minutesOf(zone: string): number {
	if (zone === 'Z' || zone === 'z') return 0;
	const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0);
	return zone.startsWith('-') ? -minutes : minutes;
}
