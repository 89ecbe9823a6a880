import { ahead } from '../timing/ahead';
import { inPieces } from '../timing/inPieces';
import { takeTurns } from '../timing/turns';
import { joinedGzip } from './deflate/joinedGzip';

/** The MIME type of a gzip file (RFC 6713). */
export const GZIP = 'application/gzip';

/** So much is compressed at a time: with less, what repeats is found less often. */
const PIECE_BYTES = 2 * 1024 * 1024;

/** zlib has up to four threads, which reading the file and n8n's other work need as well. */
const PIECES_AT_ONCE = 3;

/**
 * Compresses bytes as they pass, in constant memory, on several processors.
 *
 * @param signal n8n's "Stop Execution"
 * @throws StoppedError
 */
export async function* gzip(bytes: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Buffer> {
	const { part, end } = joinedGzip();
	for await (const file of ahead(gathered(inPieces(bytes, takeTurns(signal), PIECE_BYTES)), compressed, PIECES_AT_ONCE))
		yield* part(file);
	yield end();
}

/**
 * Gathers chunks until they are worth a gzip file of their own. They are not copied to one: in n8n's large heap, each
 * collection of what is thrown away costs a fifth of a second. No chunks are a piece as well: also of nothing there is a gzip file.
 */
async function* gathered(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
	let piece: Uint8Array[] = [];
	let pieceBytes = 0;
	for await (const chunk of chunks) {
		piece.push(chunk);
		pieceBytes += chunk.length;
		if (pieceBytes < PIECE_BYTES) continue;
		yield piece;
		piece = [];
		pieceBytes = 0;
	}
	yield piece;
}

/** A gzip file of so little that it is held in memory. */
async function compressed(piece: Uint8Array[]): Promise<Buffer> {
	const { readable, writable } = new CompressionStream('gzip');
	const writer = writable.getWriter();
	const write = async () => {
		for (const chunk of piece) await writer.write(chunk);
		await writer.close();
	};
	const parts: Uint8Array[] = [];
	const read = async () => {
		for await (const part of readable) parts.push(part);
	};
	await Promise.all([read(), write()]);
	return Buffer.concat(parts);
}

/** A file's name once it is compressed. */
export function gzipName(name: string): string {
	return /\.gz$/i.test(name) ? name : `${name}.gz`;
}

/** The name of what is in a compressed file. */
export function nameWithin(name: string): string {
	return name.replace(/(?<=.)\.gz$/i, '');
}
