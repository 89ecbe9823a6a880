import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { type Patience, patiently, StalledError } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import type { ByteStream } from './Source';

/** Makes bytes of bytes: the same of the same, however often. */
export type Transform = (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Buffer>;

/** What is made of a source: its name and its MIME type. */
export interface Made {
	name: string;
	contentType: string;
}

/**
 * Writes what a transform makes of a stream into n8n's binary store. n8n offers no way to delete it: it
 * goes with the execution's other binary data.
 *
 * @param patience how long the store is waited for, in reading and in writing
 * @throws what the transform throws; StalledError, StoppedError
 */
export async function spool(
	helpers: IExecuteFunctions['helpers'],
	opened: ByteStream,
	patience: Patience | undefined,
	transform: Transform,
	as: Made,
): Promise<IBinaryData> {
	let failure: { cause: unknown } | undefined;
	let moves = 0;
	const transformed = opened.compose(async function* (bytes: AsyncIterable<Uint8Array>) {
		const input = bytes[Symbol.asyncIterator]();
		const next = async () => {
			const step = await patiently(input.next(), patience);
			moves++;
			return step;
		};
		try {
			for await (const made of transform({ [Symbol.asyncIterator]: () => ({ next }) })) {
				yield made;
				moves++;
			}
		} catch (cause) {
			// Thrown inside of the streams, it may come before anybody listens, and end n8n: so they end in peace.
			failure = { cause };
			// Who stops a run does not want to wait until all of a file is read, and what stands still would never be.
			if (cause instanceof StoppedError || cause instanceof StalledError) opened.destroy();
			else while (!(await input.next()).done);
		}
	}) as ByteStream;
	try {
		const unreadable = new Promise<never>((_, reject) => transformed.on('error', reject));
		const stored = helpers.prepareBinaryData(transformed, as.name, as.contentType);
		const binary = await Promise.race([patiently(stored, patience, { moves: () => moves }), unreadable]);
		if (failure === undefined) return binary;
	} catch (cause) {
		failure ??= { cause };
	} finally {
		opened.destroy();
	}
	throw failure.cause;
}
