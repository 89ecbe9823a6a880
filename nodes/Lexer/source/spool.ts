import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

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
 * @throws what the transform throws
 */
export async function spool(
	helpers: IExecuteFunctions['helpers'],
	opened: ByteStream,
	transform: Transform,
	as: Made,
): Promise<IBinaryData> {
	let failure: { cause: unknown } | undefined;
	const transformed = opened.compose(async function* (bytes: AsyncIterable<Uint8Array>) {
		const input = bytes[Symbol.asyncIterator]();
		try {
			yield* transform({ [Symbol.asyncIterator]: () => ({ next: async () => await input.next() }) });
		} catch (cause) {
			// Thrown inside of the streams, it may come before anybody listens, and end n8n: so they end in peace.
			failure = { cause };
			// Who stops a run does not want to wait until all of a file is read.
			if (cause instanceof StoppedError) opened.destroy();
			else while (!(await input.next()).done);
		}
	}) as ByteStream;
	try {
		const unreadable = new Promise<never>((_, reject) => transformed.on('error', reject));
		const binary = await Promise.race([helpers.prepareBinaryData(transformed, as.name, as.contentType), unreadable]);
		if (failure === undefined) return binary;
	} catch (cause) {
		failure ??= { cause };
	} finally {
		opened.destroy();
	}
	throw failure.cause;
}
