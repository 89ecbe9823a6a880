import type { IExecuteFunctions } from 'n8n-workflow';

import type { Compression } from '../parameters/compression';
import { GZIP, gzip, gzipName, isGzipSource } from '../source/gzip';
import type { Source } from '../source/Source';
import { spooledSource } from '../source/spooledSource';

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
 * @throws StoppedError where the execution was stopped
 */
export async function compressSource(context: IExecuteFunctions, source: Source, compression: Compression): Promise<CompressedSource> {
	if (compression === 'none') return { source, warnings: [] };
	const as = { name: gzipName(source.name), contentType: GZIP };
	if (await isGzipSource(source)) return { source: { ...source, ...as }, compression, warnings: [IS_GZIP] };
	const signal = context.getExecutionCancelSignal();
	const compressed = await spooledSource(context.helpers, source, (bytes) => gzip(bytes, signal), as);
	return { source: compressed, compression, uncompressedSize: source.sizeBytes, warnings: [] };
}
