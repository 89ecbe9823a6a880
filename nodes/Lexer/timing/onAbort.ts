/** Who listens to a signal. One listener a signal stands for all: Node warns of a leak at the eleventh. */
const callbacksOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when the signal aborts, or at once if it has.
 *
 * @returns stops listening; safe at any time, more than once
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
	if (signal.aborted) {
		callback();
		return () => {};
	}
	const callbacks = callbacksOf.get(signal) ?? listenTo(signal);
	// A function of its own, so that who listens twice is called twice.
	const entry = () => callback();
	callbacks.add(entry);
	return () => callbacks.delete(entry);
}

function listenTo(signal: AbortSignal): Set<() => void> {
	const callbacks = new Set<() => void>();
	callbacksOf.set(signal, callbacks);
	const callAll = () => {
		const waiting = [...callbacks];
		callbacks.clear();
		for (const callback of waiting) callback();
	};
	signal.addEventListener('abort', callAll, { once: true });
	return callbacks;
}

/** What the promise gives, or nothing as soon as the signal aborts. */
export async function unlessAborted<Result>(promise: Promise<Result> | undefined, signal: AbortSignal): Promise<Result | undefined> {
	if (promise === undefined) return undefined;
	return await new Promise<Result | undefined>((resolve, reject) => {
		const stopListening = onAbort(signal, () => resolve(undefined));
		promise.then(resolve, reject).finally(stopListening);
	});
}
