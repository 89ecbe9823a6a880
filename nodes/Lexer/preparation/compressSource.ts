import type { IExecuteFunctions } from 'n8n-workflow';

import type { Compression } from '../parameters/compression';
import { isGzip } from '../records/read/gzipMembers';
import { GZIP, gzip, gzipName } from '../source/gzip';
import { madeSource } from '../source/madeSource';
import { readSource } from '../source/readSource';
import type { Source } from '../source/Source';
import { readingStore } from './readingStore';

/** A source as it is sent, and what the receipt says of it. */
export interface CompressedSource {
	source: Source;
	compression?: Exclude<Compression, 'none'>;
	/** Missing where the file was compressed before. */
	uncompressedSize?: number;
	warnings: string[];
}

const IS_GZIP = 'The file is gzip already, and was not compressed again.';

/**
 * Compresses a source as its option says, in constant memory. What is gzip already stays as it is.
 *
 * @throws NodeApiError where no file handle becomes free, or n8n's binary store stands still; StoppedError where the execution was stopped
 */
export async function compressSource(
	context: IExecuteFunctions,
	itemIndex: number,
	source: Source,
	compression: Compression,
): Promise<CompressedSource> {
	if (compression === 'none') return { source, warnings: [] };
	return await readingStore(context, itemIndex, source.name, async () => await compress(context, source, compression));
}

async function compress(
	context: IExecuteFunctions,
	source: Source,
	compression: CompressedSource['compression'],
): Promise<CompressedSource> {
	const as = { name: gzipName(source.name), contentType: GZIP };
	if (await isGzipSource(source)) return { source: { ...source, ...as }, compression, warnings: [IS_GZIP] };
	const signal = context.getExecutionCancelSignal();
	const compressed = await madeSource(context.helpers, source, (bytes) => gzip(bytes, source.ownsChunks, signal), as);
	return { source: compressed, compression, uncompressedSize: source.sizeBytes, warnings: [] };
}

async function isGzipSource(source: Source): Promise<boolean> {
	let start: Uint8Array = new Uint8Array();
	for await (const chunk of readSource(source)) {
		start = Buffer.concat([start, chunk.subarray(0, 2)]);
		if (start.length >= 2) break;
	}
	return isGzip(start);
}
