import { sleep } from 'n8n-workflow';

/** How long work in memory may hold the event loop. */
const HOLD_MS = 20;

/**
 * Lets others work: to be called between small steps of work that waits for nothing.
 *
 * @param now a monotonic clock, in ms
 */
export function createBreather(now: () => number = () => performance.now()): () => Promise<void> {
	let sinceMs = now();
	return async () => {
		if (now() - sinceMs < HOLD_MS) return;
		await sleep(0);
		sinceMs = now();
	};
}
