/**
 * Reads a Retry-After header (RFC 9110): seconds, or a date.
 *
 * @param value the header, if there is one
 * @param nowMs the clock that a date is counted by, in ms since 1970
 * @returns the wait in ms, never negative, or `undefined` where there is none or it is unreadable
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
	if (value === undefined) return undefined;
	if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
	const atMs = Date.parse(value);
	return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
