/** How long a run of work may keep n8n's event loop to itself: a fifth of what a person notices. */
const WORK_MS = 20;

/** Thrown in the middle of work whose execution was stopped. */
export class StoppedError extends Error {
	constructor() {
		super('The execution was stopped');
	}
}

/**
 * To be called between small pieces of work: `const turn = nextTurn(); if (turn) await turn;`
 *
 * @returns nothing while there is time left, so that most calls cost next to nothing; when the time is
 * used up, a promise that resolves once n8n's other work has had its turn
 * @throws StoppedError (the promise rejects with it) when the signal has aborted meanwhile
 */
export type NextTurn = () => Promise<void> | undefined;

/**
 * Divides long work into turns, so that n8n's event loop never waits for more than one of them.
 *
 * @param signal n8n's "Stop Execution"; looked at between turns
 */
export function takeTurns(signal: AbortSignal | undefined): NextTurn {
	let startedAtMs = performance.now();
	const rest = async () => {
		await nextMessage();
		if (signal?.aborted) throw new StoppedError();
		startedAtMs = performance.now();
	};
	return () => (performance.now() - startedAtMs < WORK_MS ? undefined : rest());
}

/** Resolves when n8n's event loop has come round. The shortest timer takes a millisecond, in which nobody may have work. */
async function nextMessage(): Promise<void> {
	await new Promise<void>((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.once('message', () => {
			port1.close();
			resolve();
		});
		port2.postMessage(undefined);
	});
}
