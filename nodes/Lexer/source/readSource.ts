import { patiently, StalledError } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import { closeSource, type Source } from './Source';

/** Thrown where n8n's binary store fails to give a file; its text may say nothing of that, nor of the file. */
export class UnreadableError extends Error {}

/** @throws UnreadableError, with what the store threw as its cause; StalledError and StoppedError as they are */
export async function fromStore<Given>(given: Promise<Given>): Promise<Given> {
	return await given.catch((cause: unknown) => {
		const isKnown = cause instanceof StalledError || cause instanceof StoppedError || cause instanceof UnreadableError;
		throw isKnown ? cause : new UnreadableError('The binary store failed', { cause });
	});
}

/**
 * All bytes of a source, some at a time.
 *
 * @throws UnreadableError, StalledError, StoppedError
 */
export async function* readSource(source: Source): AsyncGenerator<Uint8Array> {
	const opened = await fromStore(source.open());
	const chunks = opened[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
	try {
		for (;;) {
			const { done, value } = await fromStore(patiently(chunks.next(), source.patience));
			if (done) return;
			yield value;
		}
	} finally {
		closeSource(opened);
	}
}
