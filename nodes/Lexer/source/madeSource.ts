import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { binarySource } from './binarySource';
import { bytesSource } from './bytesSource';
import { countBytes } from './countBytes';
import { readSource } from './readSource';
import { isByteStream, type Source } from './Source';
import { type Made, spool, type Transform } from './spool';

type Helpers = IExecuteFunctions['helpers'];

/**
 * The source for what a transform makes of another source. Its size is known before it is sent, and it
 * can be sent again. What is made of a file on disk is kept on disk, in n8n's binary store, and what is
 * made of memory in memory. n8n's other stores take a file as one piece (a row of the database, one
 * request to S3): there nothing is kept, and the bytes are made again while they are sent.
 *
 * @param again what makes the bytes when they are made once more; the same but for what it gathers
 * @throws what the transform throws; StalledError, StoppedError
 */
export async function madeSource(helpers: Helpers, source: Source, transform: Transform, as: Made, again = transform): Promise<Source> {
	if (source.keptIn === 'elsewhere') return await madeAnew(source, transform, as, again);
	const opened = await source.open();
	if (!isByteStream(opened)) return bytesSource(as.name, as.contentType, await collect(transform(opened)));
	const { patience } = source;
	const binary = await spool(helpers, opened, patience, transform, as);
	return await binarySource(helpers, binary, { fileName: as.name, contentType: as.contentType }, patience);
}

/** The same as a binary file for an output item. */
export async function madeBinary(helpers: Helpers, source: Source, transform: Transform, as: Made): Promise<IBinaryData> {
	const opened = await source.open();
	if (isByteStream(opened)) return await spool(helpers, opened, source.patience, transform, as);
	return await helpers.prepareBinaryData(Buffer.concat(await collect(transform(opened))), as.name, as.contentType);
}

async function madeAnew(source: Source, transform: Transform, as: Made, again: Transform): Promise<Source> {
	const sizeBytes = await countBytes(transform(readSource(source)));
	return { ...as, sizeBytes, ownsChunks: false, keptIn: 'elsewhere', open: async () => again(readSource(source)) };
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer[]> {
	const made: Buffer[] = [];
	for await (const chunk of chunks) made.push(chunk);
	return made;
}
