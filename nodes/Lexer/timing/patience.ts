import { onAbort } from './onAbort';
import { pause } from './pause';
import { StoppedError } from './turns';

/** How long something may keep a run waiting, and what ends the wait before that. */
export interface Patience {
	stallTimeoutMs: number;
	/** n8n's "Stop Execution". */
	signal: AbortSignal | undefined;
}

/** Thrown where nothing came for too long. */
export class StalledError extends Error {
	constructor() {
		super('Nothing came for the stall timeout');
	}
}

/** How long one wait is at most: what n8n's event loop was held up for is no part of it, and does not count. */
const LOOK_EVERY_MS = 1000;

/** What else there is to a wait. */
interface Wait<Result> {
	/** Takes what comes after all, when nobody waits for it any more. */
	dispose?: (late: Result) => void;
	/** A number that changes as long as something moves. */
	moves?: () => number;
}

/**
 * Waits for what may never come: n8n's binary store is a disk, a database or a server.
 *
 * @param patience without it, the wait may be for ever
 * @throws StalledError when the stall timeout is over; StoppedError when the signal aborts; what the promise throws
 */
export async function patiently<Result>(
	promise: Promise<Result>,
	patience: Patience | undefined,
	{ dispose = () => {}, moves = () => 0 }: Wait<Result> = {},
): Promise<Result> {
	if (patience === undefined) return await promise;
	const { stallTimeoutMs, signal } = patience;
	const over = new AbortController();
	const stopListening = signal && onAbort(signal, () => over.abort());
	const stall = async (): Promise<never> => {
		let leftMs = stallTimeoutMs;
		let seen = moves();
		while (leftMs > 0 && !over.signal.aborted) {
			const waitMs = Math.min(leftMs, LOOK_EVERY_MS);
			await pause(waitMs, over.signal);
			leftMs = moves() === seen ? leftMs - waitMs : stallTimeoutMs;
			seen = moves();
		}
		throw signal?.aborted ? new StoppedError() : new StalledError();
	};
	const stalled = stall();
	let isWaitedFor = true;
	promise.then((result) => isWaitedFor || dispose(result)).catch(() => {});
	try {
		return await Promise.race([promise, stalled]);
	} finally {
		isWaitedFor = false;
		stopListening?.();
		stalled.catch(() => {});
		over.abort();
	}
}
