import { pause } from '../timing/pause';
import { abandoned, asked, FREE_PACE, granted, heldBack, type Pace, refused, waitBeforeAsk } from './pace';

/** How often is looked whether an answer has come. */
const LOOK_EVERY_MS = 20;

/** One ask that may be made now. Exactly one of its functions is to be called when the answer is there. */
export interface Ask {
	/** The server took it, whatever it answered. */
	granted(): void;
	/**
	 * The server refused it because of too many.
	 *
	 * @returns why another ask cannot help, if so
	 */
	refused(retryAfterMs: number | undefined): Pace['exhausted'];
	/** No answer came. */
	abandoned(): void;
}

/** Lets all uploads of a run ask Lexer's API at one pace that they share. */
export interface Pacer {
	/** Lets no one ask before `delayMs` from now. */
	holdBack(delayMs: number): void;
	/**
	 * Waits for one's turn, first come, first served.
	 *
	 * @returns nothing where the signal aborted; where there is no sense in asking any more, why
	 */
	turn(signal: AbortSignal): Promise<Ask | Pace['exhausted']>;
}

/** @param clock for tests: a monotonic clock in ms, and a wait on it */
export function createPacer(clock: { now: () => number; pause: typeof pause } = { now: () => performance.now(), pause }): Pacer {
	const { now } = clock;
	let pace = FREE_PACE;
	let line: Promise<unknown> = Promise.resolve();

	const waitAtFront = async (signal: AbortSignal): Promise<Ask | Pace['exhausted']> => {
		while (!signal.aborted) {
			const wait = waitBeforeAsk(pace, now());
			if (wait === 'never') return pace.exhausted;
			if (wait === 0) return begin();
			await clock.pause(wait === 'afterAnswer' ? LOOK_EVERY_MS : wait, signal);
		}
		return undefined;
	};
	const begin = (): Ask => {
		const askedAtMs = now();
		pace = asked(pace, askedAtMs);
		return {
			granted: () => void (pace = granted(pace, askedAtMs, now())),
			refused(retryAfterMs) {
				pace = refused(pace, askedAtMs, now(), retryAfterMs);
				return pace.exhausted;
			},
			abandoned: () => void (pace = abandoned(pace)),
		};
	};
	return {
		holdBack: (delayMs) => void (pace = heldBack(pace, delayMs, now())),
		async turn(signal) {
			const turn = line.then(async () => await waitAtFront(signal));
			line = turn;
			return await turn;
		},
	};
}
