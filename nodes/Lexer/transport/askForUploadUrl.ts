import { pause } from '../timing/pause';
import type { HttpRequest } from './http';
import { type Pacer } from './pacer';
import { decide } from './retryPolicy';
import { type DatasetLoad, requestUploadUrl, type UploadUrlOutcome } from './uploadUrl';

/** Requests for one upload URL that fail, however many files are retried; refusals for the sake of a limit aside. */
const MAX_URL_TRIES = 5;

/** What an upload needs from outside: n8n's request helpers, the credential's base URL, the pace. */
export interface Connection {
	/** Sends a request to Lexer's API with the token. */
	askLexer: HttpRequest;
	/** Sends a request without the token. */
	askStorage: HttpRequest;
	/** The credential's, without a slash at its end. */
	baseUrl: string;
	pacer: Pacer;
	signal: AbortSignal;
	/** Shorter bounds, for tests. */
	timeouts?: { connectTimeoutMs?: number; answerTimeoutMs?: number; deadlineMs?: number };
}

/** Asks for an upload URL at the pace that all uploads share, and again where that can help. */
export async function askForUploadUrl(
	connection: Connection,
	fileName: string,
	dataset: DatasetLoad | undefined,
): Promise<UploadUrlOutcome> {
	let asked = 0;
	const outcome = await askUntilItHelps(connection, fileName, dataset, () => asked++);
	if (outcome.ok || asked === 0) return outcome;
	return { ok: false, failure: { ...outcome.failure, host: new URL(connection.baseUrl).host, asked } };
}

async function askUntilItHelps(
	connection: Connection,
	fileName: string,
	dataset: DatasetLoad | undefined,
	onAsk: () => void,
): Promise<UploadUrlOutcome> {
	const { askLexer, baseUrl, pacer, signal, timeouts } = connection;
	for (let attempt = 1; ; ) {
		const ask = await pacer.turn(signal);
		if (ask === undefined) return { ok: false, failure: { cause: 'cancelled' } };
		if (typeof ask === 'string') return { ok: false, failure: { cause: ask } };
		onAsk();
		const outcome = await requestUploadUrl(askLexer, { ...timeouts, baseUrl, fileName, dataset, signal });
		if (!outcome.ok && outcome.failure.cause === 'rateLimited') {
			const cause = ask.refused(outcome.failure.retryAfterMs);
			if (cause === undefined) continue;
			return { ok: false, failure: { ...outcome.failure, cause } };
		}
		if (outcome.ok || outcome.failure.httpStatus !== undefined) ask.granted();
		else ask.abandoned();
		if (outcome.ok) return outcome;
		const decision = decide(outcome.failure, { attempt, maxTries: MAX_URL_TRIES, redirects: 0, random: Math.random() });
		if (decision.action === 'giveUp') return { ok: false, failure: decision.failure };
		attempt++;
		if ('delayMs' in decision) await pause(decision.delayMs, signal);
	}
}
