import { pause } from '../timing/pause';
import type { FailureCause } from './failures';
import type { Meter, WaitsFor } from './meter';

/** How often the meter is looked at. */
const LOOK_EVERY_MS = 1000;

/**
 * The wait for the answer after the last byte, in stall timeouts: the operating system and the
 * network may still hold megabytes of what was sent, and S3 answers when it has all of them.
 */
const ANSWER_STALL_TIMEOUTS = 10;

/** A timer that fires later than this beyond its time was held up by other work of n8n. */
const LATE_MS = 100;

/** Who is to blame where nothing moves; making the connection has a bound of its own. */
const VERDICT: Record<Exclude<WaitsFor, 'connection'>, FailureCause> = {
	source: 'sourceStalled',
	line: 'stalled',
	answer: 'noAnswer',
};

/**
 * Aborts an attempt when nothing moves any more; an upload that moves, however slowly, goes on. Time in
 * which n8n was busy with something else does not count: what moved meanwhile has not been heard of yet.
 * Ends when the attempt's signal aborts, which its owner does in every case.
 *
 * @param meter tells what has moved
 * @param now the meter's clock
 * @returns `verdict()`: why the watch aborted the attempt, if it did
 */
export function watchForStall(
	meter: Meter,
	stallTimeoutMs: number,
	attempt: AbortController,
	now: () => number,
): { verdict(): FailureCause | undefined } {
	let verdict: FailureCause | undefined;
	const watch = async () => {
		let busyMs = 0;
		let lastMovedAtMs = meter.movedAtMs;
		while (!attempt.signal.aborted) {
			const { waitsFor, movedAtMs } = meter;
			if (movedAtMs !== lastMovedAtMs) busyMs = 0;
			lastMovedAtMs = movedAtMs;
			const boundMs = waitsFor === 'answer' ? stallTimeoutMs * ANSWER_STALL_TIMEOUTS : stallTimeoutMs;
			const leftMs = waitsFor === 'connection' ? LOOK_EVERY_MS : movedAtMs + boundMs + busyMs - now();
			if (leftMs <= 0 && waitsFor !== 'connection') {
				verdict = VERDICT[waitsFor];
				attempt.abort();
			}
			const waitMs = Math.min(leftMs, LOOK_EVERY_MS);
			const sinceMs = now();
			await pause(waitMs, attempt.signal);
			const lateMs = now() - sinceMs - waitMs;
			if (lateMs > LATE_MS) busyMs += lateMs;
		}
	};
	void watch();
	return { verdict: () => verdict };
}
