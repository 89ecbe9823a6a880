import { setImmediate as turn } from 'node:timers/promises';

import { onAbort } from '../../../nodes/Lexer/timing/onAbort';

/** A clock that stands still until everybody waits, and then leaps to what comes next. */
export function createVirtualClock() {
	let nowMs = 0;
	const waiting: Array<{ atMs: number; wake: () => void }> = [];
	return {
		now: () => nowMs,
		async pause(durationMs: number, signal?: AbortSignal) {
			if (durationMs <= 0 || signal?.aborted) return;
			await new Promise<void>((wake) => {
				waiting.push({ atMs: nowMs + durationMs, wake });
				if (signal) onAbort(signal, wake);
			});
		},
		/** Lets time pass until the work is done. */
		async until<Result>(work: Promise<Result>): Promise<Result> {
			let isDone = false;
			const done = work.finally(() => (isDone = true));
			done.catch(() => {});
			for (;;) {
				await turn();
				if (isDone) return await done;
				waiting.sort((one, other) => one.atMs - other.atMs);
				const next = waiting.shift();
				if (next === undefined) throw new Error('Everybody waits for ever');
				nowMs = next.atMs;
				next.wake();
			}
		},
	};
}
