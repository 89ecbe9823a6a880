import type { IExecuteFunctions } from 'n8n-workflow';

import { binarySource } from './binarySource';
import { bytesSource } from './bytesSource';
import { type ByteStream, isByteStream, type Source } from './Source';

export type Transform = (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Buffer>;

/**
 * The source for what a transform makes of another source. It is kept in n8n's binary store, so that
 * its size is known before it is sent, and it can be sent again; what is in memory stays there.
 *
 * @param as the name and the MIME type of the result
 * @throws what the transform throws
 */
export async function spooledSource(
	helpers: IExecuteFunctions['helpers'],
	source: Source,
	transform: Transform,
	as: { name: string; contentType: string },
): Promise<Source> {
	const opened = await source.open();
	if (!isByteStream(opened)) {
		const made: Buffer[] = [];
		for await (const chunk of transform(opened)) made.push(chunk);
		return bytesSource(as.name, as.contentType, made);
	}
	let failure: { cause: unknown } | undefined;
	const transformed = opened.compose(async function* (bytes: AsyncIterable<Uint8Array>) {
		const input = bytes[Symbol.asyncIterator]();
		try {
			yield* transform({ [Symbol.asyncIterator]: () => ({ next: async () => await input.next() }) });
		} catch (cause) {
			// Thrown inside of the streams, it may come before anybody listens, and end n8n: so they end in peace.
			failure = { cause };
			while (!(await input.next()).done);
		}
	}) as ByteStream;
	try {
		const unreadable = new Promise<never>((_, reject) => transformed.on('error', reject));
		const binary = await Promise.race([helpers.prepareBinaryData(transformed, as.name, as.contentType), unreadable]);
		if (failure) throw failure.cause;
		return await binarySource(helpers, binary, { fileName: as.name, contentType: as.contentType });
	} finally {
		opened.destroy();
	}
}

/** All bytes of a source, some at a time. */
export async function* readSource(source: Source): AsyncGenerator<Uint8Array> {
	const opened = await source.open();
	yield* opened;
}
