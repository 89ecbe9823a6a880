/**
 * Dates as database drivers give them. What was a day in the database comes as a Date at the beginning
 * of that day in this machine's time zone (PostgreSQL, MySQL, SQLite) or in UTC (SQL Server,
 * Snowflake).
 */

const MIDNIGHT_IN_UTC = 'T00:00:00.000Z';

/**
 * For a field that may hold anything: the day, where the Date is the beginning of one here, or its driver
 * says so; else the time in UTC.
 */
export function textOfDate(date: Date): string {
	if (isBeginningOfDay(date)) return localDay(date);
	const iso = date.toISOString();
	return iso.endsWith(MIDNIGHT_IN_UTC) && isWrittenAsDay(date) ? dayOfIso(iso) : iso;
}

/** For a field of days: the day; where the Date is the beginning of none, the time in UTC, for the check to refuse. */
export function dayOfDate(date: Date): string {
	const iso = date.toISOString();
	return iso.endsWith(MIDNIGHT_IN_UTC) ? dayOfIso(iso) : textOfDate(date);
}

function dayOfIso(iso: string): string {
	return iso.slice(0, -MIDNIGHT_IN_UTC.length);
}

/** Snowflake's driver gives its days a `toJSON` of their own, which writes them without a time. */
function isWrittenAsDay(date: Date): boolean {
	if (!Object.hasOwn(date, 'toJSON')) return false;
	const text: unknown = date.toJSON();
	return typeof text === 'string' && !text.includes(':');
}

/** Where clocks are put forward at midnight, the day begins at one o'clock. */
function isBeginningOfDay(date: Date): boolean {
	const beginning = new Date(date);
	beginning.setHours(0, 0, 0, 0);
	return beginning.getTime() === date.getTime();
}

function localDay(date: Date): string {
	const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	const [yyyy, mm, dd] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
	return `${yyyy}-${mm}-${dd}`;
}
