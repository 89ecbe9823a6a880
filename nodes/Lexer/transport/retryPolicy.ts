import { FAILURES, type Failure } from './failures';

/** AWS's SDKs' standard back-off: a random part of 2^n seconds, at most 20 s. */
const MAX_BACKOFF_MS = 20_000;
/** A server that asks for a longer wait than this is not waited for: a person should know. */
export const MAX_RETRY_AFTER_MS = 120_000;
/** S3 redirects once while a new bucket's name spreads; more is a loop. */
const MAX_REDIRECTS = 3;

export type Decision =
	| { action: 'retry'; delayMs: number }
	| { action: 'newUrl'; delayMs: number }
	| { action: 'follow'; location: string }
	| { action: 'giveUp'; failure: Failure };

/** How far the tries have come, with the chance that the back-off uses, so that a table can test it. */
export interface Tries {
	/** The tries made so far, this one included. */
	attempt: number;
	maxTries: number;
	/** Redirects followed so far. */
	redirects: number;
	/** From 0 to 1. */
	random: number;
}

/**
 * What to do after a failed attempt. Effects (waiting, asking, sending) are the caller's.
 *
 * @param failure what went wrong with this attempt
 */
export function decide(failure: Failure, { attempt, maxTries, redirects, random }: Tries): Decision {
	const reaction = FAILURES[failure.cause].reaction;
	if (reaction === 'follow') {
		if (failure.location === undefined) return { action: 'giveUp', failure: { ...failure, cause: 'moved' } };
		if (redirects >= MAX_REDIRECTS) return { action: 'giveUp', failure };
		if (attempt >= maxTries) return { action: 'giveUp', failure: { ...failure, cause: 'notFollowed' } };
		return { action: 'follow', location: failure.location };
	}
	if (reaction === 'stop' || attempt >= maxTries) return { action: 'giveUp', failure };
	const askedMs = failure.retryAfterMs ?? 0;
	if (askedMs > MAX_RETRY_AFTER_MS) return { action: 'giveUp', failure: { ...failure, cause: 'waitTooLong' } };
	const backoffMs = random * Math.min(MAX_BACKOFF_MS, 1000 * 2 ** (attempt - 1));
	return { action: reaction, delayMs: Math.max(askedMs, backoffMs) };
}
