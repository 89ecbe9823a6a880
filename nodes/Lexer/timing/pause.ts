import { onAbort } from './onAbort';

/**
 * Waits, and stops waiting at once when the signal aborts. (n8n's `sleep` cannot be stopped;
 * the timer behind `AbortSignal.timeout` keeps no process alive.)
 *
 * @param durationMs how long
 */
export async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
	if (durationMs <= 0 || signal.aborted) return;
	await new Promise<void>((resolve) => {
		const timer = AbortSignal.timeout(Math.ceil(durationMs));
		let stopListening = () => {};
		const finish = () => {
			timer.removeEventListener('abort', finish);
			stopListening();
			resolve();
		};
		timer.addEventListener('abort', finish);
		stopListening = onAbort(signal, finish);
	});
}
