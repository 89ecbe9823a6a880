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

/** Joins pieces until they are large enough to be compressed. Nothing is a piece as well: also of nothing there is a gzip file. */
async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let waiting: Uint8Array[] = [];
	let waitingBytes = 0;
	for await (const piece of pieces) {
		waiting.push(piece);
		waitingBytes += piece.length;
		if (waitingBytes < PIECE_BYTES) continue;
		yield Buffer.concat(waiting);
		waiting = [];
		waitingBytes = 0;
	}
	yield Buffer.concat(waiting);
}

/** A gzip file of so little that it is held in memory. */
async function compressed(piece: Uint8Array): Promise<Buffer> {
	const { readable, writable } = new CompressionStream('gzip');
	const writer = writable.getWriter();
	const writing = writer.write(piece).then(async () => await writer.close());
	const [file] = await Promise.all([new Response(readable).arrayBuffer(), writing]);
	return Buffer.from(file);
}

/** A file's name once it is compressed. */
export function gzipName(name: string): string {
	return /\.gz$/i.test(name) ? name : `${name}.gz`;
}

/** The name of what is in a compressed file. */
export function nameWithin(name: string): string {
	return name.replace(/(?<=.)\.gz$/i, '');
}
