/**
 * Dates as database drivers give them. What was a day in the database comes as a Date at the beginning
 * of that day in this machine's time zone (PostgreSQL, MySQL, SQLite) or in UTC (SQL Server).
 */

const MIDNIGHT_IN_UTC = 'T00:00:00.000Z';

/**
 * For a field that may hold anything: the day, where the Date is the beginning of one here; else the
 * time in UTC. Undefined for an invalid Date.
 */
export function textOfDate(date: Date): string | undefined {
	if (Number.isNaN(date.getTime())) return undefined;
	return isBeginningOfDay(date) ? localDay(date) : date.toISOString();
}

/** For a field of days: the day; where the Date is the beginning of none, the time in UTC, for the check to refuse. */
export function dayOfDate(date: Date): string | undefined {
	if (Number.isNaN(date.getTime())) return undefined;
	const iso = date.toISOString();
	return iso.endsWith(MIDNIGHT_IN_UTC) ? iso.slice(0, -MIDNIGHT_IN_UTC.length) : textOfDate(date);
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
