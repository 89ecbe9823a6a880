import { release } from '../release';

/** So much is compressed at a time: with less, what repeats is found less often. */
export const PIECE_BYTES = 2 * 1024 * 1024;

/** What is compressed at a time. */
export interface Piece {
	bytes: Uint8Array;
	/** To be called once the bytes are not needed any more. */
	done: () => void;
}

/**
 * Gathers chunks until they are worth being compressed by themselves, in memory that is used again and
 * again. Wherever the chunks end, all pieces but the last have the same size, so that what is made of the same bytes a second
 * time is the same. There is at least one piece, and the last may have nothing in it.
 *
 * @param ownsChunks whether they are memory that nobody else refers to: then it is freed at once
 */
export async function* inLargePieces(chunks: AsyncIterable<Uint8Array>, ownsChunks: boolean): AsyncGenerator<Piece> {
	const free: Buffer[] = [];
	const copied = (gathered: Uint8Array[]): Piece => {
		const memory = free.pop() ?? Buffer.allocUnsafeSlow(PIECE_BYTES);
		let length = 0;
		for (const chunk of gathered) {
			memory.set(chunk, length);
			length += chunk.length;
			if (ownsChunks) release(chunk);
		}
		return { bytes: memory, done: () => free.push(memory) };
	};
	let gathered: Uint8Array[] = [];
	let missingBytes = PIECE_BYTES;
	for await (const chunk of chunks) {
		let rest = chunk;
		while (rest.length >= missingBytes) {
			gathered.push(rest.subarray(0, missingBytes));
			rest = rest.subarray(missingBytes);
			yield copied(gathered);
			gathered = [];
			missingBytes = PIECE_BYTES;
		}
		// What is left of a chunk that has been freed is nothing, and cannot be read.
		if (rest.length > 0) gathered.push(rest);
		missingBytes -= rest.length;
	}
	yield { bytes: Buffer.concat(gathered), done: () => {} };
}
