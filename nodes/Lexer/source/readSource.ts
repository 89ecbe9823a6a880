import { patiently } from '../timing/patience';
import { closeSource, type Source } from './Source';

/**
 * All bytes of a source, some at a time.
 *
 * @throws StalledError, StoppedError; what the source throws
 */
export async function* readSource(source: Source): AsyncGenerator<Uint8Array> {
	const opened = await source.open();
	const chunks = opened[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
	try {
		for (;;) {
			const { done, value } = await patiently(chunks.next(), source.patience);
			if (done) return;
			yield value;
		}
	} finally {
		closeSource(opened);
	}
}
