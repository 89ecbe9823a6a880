import { release } from '../release';

/** So much is compressed at a time: with less, what repeats is found less often. */
const PIECE_BYTES = 2 * 1024 * 1024;

/** No chunk may be larger: a piece grows by one beyond its size. */
export const MAX_CHUNK_BYTES = 1024 * 1024;

/** What is compressed at a time. */
export interface Piece {
	chunks: Uint8Array[];
	/** To be called once the chunks are not needed any more. */
	done: () => void;
}

/**
 * Gathers chunks until they are worth being compressed by themselves, in memory that is used again and
 * again. There is at least one piece, and the last may have nothing in it.
 *
 * @param chunks of at most `MAX_CHUNK_BYTES`
 * @param ownsChunks whether they are memory that nobody else refers to: then it is freed at once
 */
export async function* inLargePieces(chunks: AsyncIterable<Uint8Array>, ownsChunks: boolean): AsyncGenerator<Piece> {
	const free: Buffer[] = [];
	const copied = (gathered: Uint8Array[]): Piece => {
		const memory = free.pop() ?? Buffer.allocUnsafeSlow(PIECE_BYTES + MAX_CHUNK_BYTES);
		let length = 0;
		for (const chunk of gathered) {
			memory.set(chunk, length);
			length += chunk.length;
			if (ownsChunks) release(chunk);
		}
		return { chunks: [memory.subarray(0, length)], done: () => free.push(memory) };
	};
	let gathered: Uint8Array[] = [];
	let gatheredBytes = 0;
	for await (const chunk of chunks) {
		gathered.push(chunk);
		gatheredBytes += chunk.length;
		if (gatheredBytes < PIECE_BYTES) continue;
		yield copied(gathered);
		gathered = [];
		gatheredBytes = 0;
	}
	yield { chunks: gathered, done: () => {} };
}
