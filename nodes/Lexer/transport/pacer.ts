import { pause } from './pause';

/** Holds all uploads of a node back together when a server asks one of them to slow down. */
export interface Pacer {
	/** Lets no one start before `delayMs` from now. */
	holdBack(delayMs: number): void;
	/** Waits until everyone may start; ends early when the signal aborts. */
	turn(signal: AbortSignal): Promise<void>;
}

export function createPacer(now: () => number = Date.now): Pacer {
	let startAtMs = 0;
	return {
		holdBack(delayMs) {
			startAtMs = Math.max(startAtMs, now() + delayMs);
		},
		async turn(signal) {
			while (!signal.aborted && now() < startAtMs) await pause(startAtMs - now(), signal);
		},
	};
}
