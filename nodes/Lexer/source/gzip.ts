import { inPieces } from '../timing/inPieces';
import { inLockstep } from '../timing/lockstep';
import { takeTurns } from '../timing/turns';

/** The MIME type of a gzip file (RFC 6713). */
export const GZIP = 'application/gzip';

/** Each piece is a way to zlib's thread and back: with 64 KiB it takes a fifth longer. What comes of one is small. */
const PIECE_BYTES = 1024 * 1024;

/**
 * Compresses bytes as they pass, in constant memory.
 *
 * @param signal n8n's "Stop Execution"
 * @throws StoppedError
 */
export async function* gzip(bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Buffer> {
	const compressed = inLockstep(inPieces(bytes, takeTurns(signal), PIECE_BYTES), new CompressionStream('gzip'));
	for await (const chunk of compressed) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** A file's name once it is compressed. */
export function gzipName(name: string): string {
	return /\.gz$/i.test(name) ? name : `${name}.gz`;
}

/** The name of what is in a compressed file. */
export function nameWithin(name: string): string {
	return name.replace(/(?<=.)\.gz$/i, '');
}
