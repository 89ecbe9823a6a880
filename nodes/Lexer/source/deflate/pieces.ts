import { release } from '../release';

/**
 * So much is compressed at a time: with less, what repeats is found less often. Always so much, whatever the chunks:
 * where bytes are made twice, they come in other chunks the second time, and have to be the same when compressed.
 */
export const PIECE_BYTES = 2 * 1024 * 1024;

/** What is compressed at a time. */
export interface Piece {
	bytes: Uint8Array;
	/** To be called once the bytes are not needed any more. */
	done: () => void;
}

/**
 * Gathers chunks until they are worth being compressed by themselves, in memory that is used again and
 * again, and is no larger than a small file. There is at least one piece, and the last may have nothing in it.
 *
 * @param ownsChunks whether they are memory that nobody else refers to: then it is freed at once
 */
export async function* inLargePieces(chunks: AsyncIterable<Uint8Array>, ownsChunks: boolean): AsyncGenerator<Piece> {
	const free: Buffer[] = [];
	let memory = Buffer.alloc(0);
	let length = 0;
	const append = (part: Uint8Array) => {
		const needed = length + part.length;
		if (needed > memory.length) {
			const larger = free.pop() ?? Buffer.allocUnsafeSlow(Math.min(Math.max(needed, 2 * memory.length), PIECE_BYTES));
			larger.set(memory.subarray(0, length));
			memory = larger;
		}
		memory.set(part, length);
		length = needed;
	};
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; ) {
			const part = chunk.subarray(at, at + PIECE_BYTES - length);
			append(part);
			at += part.length;
			if (length < PIECE_BYTES) continue;
			const bytes = memory;
			[memory, length] = [Buffer.alloc(0), 0];
			yield { bytes, done: () => free.push(bytes) };
		}
		if (ownsChunks) release(chunk);
	}
	yield { bytes: memory.subarray(0, length), done: () => {} };
}
