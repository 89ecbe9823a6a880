import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { type Patience, patiently, StalledError } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import { binarySource } from './binarySource';
import { bytesSource } from './bytesSource';
import { type ByteStream, closeSource, isByteStream, type Source } from './Source';

export type Transform = (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Buffer>;

type Helpers = IExecuteFunctions['helpers'];

/** What is made of a source: its name and its MIME type. */
interface Made {
	name: string;
	contentType: string;
}

/**
 * The source for what a transform makes of another source. It is kept in n8n's binary store, so that
 * its size is known before it is sent, and it can be sent again; what is in memory stays there. n8n
 * offers no way to delete it: it goes with the execution's other binary data.
 *
 * @throws what the transform throws
 */
export async function spooledSource(helpers: Helpers, source: Source, transform: Transform, as: Made): Promise<Source> {
	const opened = await source.open();
	if (!isByteStream(opened)) return bytesSource(as.name, as.contentType, await collect(transform(opened)));
	const { patience } = source;
	const binary = await spool(helpers, opened, patience, transform, as);
	return await binarySource(helpers, binary, { fileName: as.name, contentType: as.contentType }, patience);
}

/** The same as a binary file for an output item. */
export async function spooledBinary(helpers: Helpers, source: Source, transform: Transform, as: Made): Promise<IBinaryData> {
	const opened = await source.open();
	if (isByteStream(opened)) return await spool(helpers, opened, source.patience, transform, as);
	return await helpers.prepareBinaryData(Buffer.concat(await collect(transform(opened))), as.name, as.contentType);
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer[]> {
	const made: Buffer[] = [];
	for await (const chunk of chunks) made.push(chunk);
	return made;
}

async function spool(
	helpers: Helpers,
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
			const isOver = cause instanceof StoppedError || cause instanceof StalledError;
			if (isOver) opened.destroy();
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
