import { MAX_RETRY_AFTER_MS } from './retryPolicy';

/** The wait after a first refusal; it doubles with each further one in a row, … */
const FIRST_HOLD_MS = 1100;
/** … up to this. */
const MAX_HOLD_MS = 30_000;
/** How long a run goes on while it gets nothing but refusals. */
const MAX_REFUSED_MS = 180_000;
/** The longest that a pace is remembered: Lexer's limit was published by the second, later by the minute. */
const MEMORY_MS = 70_000;
/** The pace where nothing is known: Lexer's published limit is 10 a second. */
const UNKNOWN_INTERVAL_MS = 120;
const MAX_INTERVAL_MS = 10_000;
/** How much shorter the interval gets with each ask that is granted. */
const SPEED_UP = 0.999;
/** Asks under way at once, however many files are. */
const MAX_UNDER_WAY = 8;

/**
 * How fast all uploads of a run together ask Lexer's API, which tells its limit by refusing only. They
 * begin as fast as they come. After a refusal everyone waits, one asks to find out whether the wait was
 * long enough, and from then on all keep to the pace that was granted before, and a little faster with
 * every ask. All times are in ms, by one monotonic clock.
 */
export interface Pace {
	/** From one ask to the next. */
	intervalMs: number;
	/** No ask before this. */
	nextAtMs: number;
	underWay: number;
	/** Refusals in a row; those of asks that were under way together count once. */
	refusals: number;
	/** When the first and the last of them came. */
	refusedSinceMs: number;
	refusedAtMs: number;
	/** What was granted since when: the pace that the limit allows. */
	granted: number;
	grantedSinceMs: number | undefined;
	/** Why there is no more sense in waiting, where there is none. */
	exhausted: 'rateLimited' | 'waitTooLong' | undefined;
}

export const FREE_PACE: Pace = {
	intervalMs: 0,
	nextAtMs: -Infinity,
	underWay: 0,
	refusals: 0,
	refusedSinceMs: 0,
	refusedAtMs: -Infinity,
	granted: 0,
	grantedSinceMs: undefined,
	exhausted: undefined,
};

/** How long the next ask has to wait: `afterAnswer` for one that is under way, `never` where it need not ask at all. */
export function waitBeforeAsk(pace: Pace, nowMs: number): number | 'afterAnswer' | 'never' {
	const waitMs = pace.nextAtMs - nowMs;
	if (waitMs > 0) return pace.exhausted ? 'never' : waitMs;
	const mostUnderWay = pace.refusals > 0 ? 1 : MAX_UNDER_WAY;
	return pace.underWay < mostUnderWay ? 0 : 'afterAnswer';
}

/** An upload URL was asked for at this time (ms). */
export function asked(pace: Pace, nowMs: number): Pace {
	const nextAtMs = Math.max(pace.nextAtMs, nowMs + pace.intervalMs);
	return { ...pace, nextAtMs, underWay: pace.underWay + 1, grantedSinceMs: pace.grantedSinceMs ?? nowMs };
}

/** An ask ended without a word about the limit: the network failed, or it was cancelled. */
export function abandoned(pace: Pace): Pace {
	return { ...pace, underWay: pace.underWay - 1 };
}

/** @param askedAtMs when the answer's ask was made */
export function granted(pace: Pace, askedAtMs: number, nowMs: number): Pace {
	const settled = forgetOld({ ...abandoned(pace), granted: pace.granted + 1 }, nowMs);
	if (pace.refusals === 0) return { ...settled, intervalMs: pace.intervalMs * SPEED_UP };
	// It was under way already when another was refused, and says nothing of the time since.
	if (askedAtMs < pace.refusedAtMs) return settled;
	const sinceMs = pace.grantedSinceMs ?? askedAtMs;
	const learnedMs = pace.granted > 0 ? (askedAtMs - sinceMs) / pace.granted : Math.max(UNKNOWN_INTERVAL_MS, pace.intervalMs * 1.5);
	const intervalMs = Math.min(learnedMs, MAX_INTERVAL_MS);
	return {
		...settled,
		intervalMs,
		nextAtMs: Math.max(pace.nextAtMs, askedAtMs + intervalMs),
		refusals: 0,
		exhausted: undefined,
		granted: 1,
		grantedSinceMs: askedAtMs,
	};
}

/** @param retryAfterMs how long the server asks to wait, if it does */
export function refused(pace: Pace, askedAtMs: number, nowMs: number, retryAfterMs = 0): Pace {
	const isNew = pace.refusals === 0 || askedAtMs >= pace.refusedAtMs;
	const refusals = pace.refusals + (isNew ? 1 : 0);
	const refusedSinceMs = pace.refusals === 0 ? nowMs : pace.refusedSinceMs;
	const holdMs = Math.max(retryAfterMs, Math.min(FIRST_HOLD_MS * 2 ** (refusals - 1), MAX_HOLD_MS));
	const isRefusedTooLong = nowMs - refusedSinceMs >= MAX_REFUSED_MS;
	return {
		...abandoned(pace),
		refusals,
		refusedSinceMs,
		refusedAtMs: nowMs,
		nextAtMs: Math.max(pace.nextAtMs, nowMs + holdMs),
		exhausted: retryAfterMs > MAX_RETRY_AFTER_MS ? 'waitTooLong' : isRefusedTooLong ? 'rateLimited' : undefined,
	};
}

/** No one asks for so long, whatever the pace. */
export function heldBack(pace: Pace, delayMs: number, nowMs: number): Pace {
	return { ...pace, nextAtMs: Math.max(pace.nextAtMs, nowMs + delayMs) };
}

/** A pace is that of the last minute or so; from before, half counts. */
function forgetOld(pace: Pace, nowMs: number): Pace {
	const sinceMs = pace.grantedSinceMs ?? nowMs;
	if (nowMs - sinceMs <= MEMORY_MS) return pace;
	return { ...pace, granted: pace.granted / 2, grantedSinceMs: (sinceMs + nowMs) / 2 };
}
