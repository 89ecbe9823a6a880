import { ahead } from '../timing/ahead';
import { inPieces } from '../timing/inPieces';
import { takeTurns } from '../timing/turns';
import { joinedGzip } from './deflate/joinedGzip';
import { inLargePieces, type Piece } from './deflate/pieces';

/** The MIME type of a gzip file (RFC 6713). */
export const GZIP = 'application/gzip';

/** How much is copied at a time, until n8n's other work has its turn. */
const MAX_CHUNK_BYTES = 1024 * 1024;

/** zlib has up to four threads, which reading the file and n8n's other work need as well. */
const PIECES_AT_ONCE = 3;

/**
 * Compresses bytes as they pass, in constant memory, on several processors.
 *
 * @param ownsChunks whether the chunks are memory that nobody else refers to
 * @param signal n8n's "Stop Execution"
 * @throws StoppedError
 */
export async function* gzip(bytes: AsyncIterable<Uint8Array>, ownsChunks: boolean, signal?: AbortSignal): AsyncGenerator<Buffer> {
	const { part, end } = joinedGzip();
	const pieces = inLargePieces(inPieces(bytes, takeTurns(signal), MAX_CHUNK_BYTES), ownsChunks);
	const nextTurn = takeTurns(signal);
	for await (const file of ahead(pieces, compressed, PIECES_AT_ONCE)) {
		// Several may be there at once, and each takes its time to be joined.
		const turn = nextTurn();
		if (turn) await turn;
		yield* part(file);
	}
	yield end();
}

/** A gzip file of so little that it is held in memory. */
async function compressed({ bytes, done }: Piece): Promise<Buffer> {
	const { readable, writable } = new CompressionStream('gzip');
	const writer = writable.getWriter();
	const write = async () => {
		await writer.write(bytes);
		await writer.close();
	};
	const parts: Uint8Array[] = [];
	const read = async () => {
		for await (const part of readable) parts.push(part);
	};
	await Promise.all([read(), write()]);
	done();
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
