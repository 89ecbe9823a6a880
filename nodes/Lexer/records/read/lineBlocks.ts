import { MAX_RECORD_LENGTH } from '../limits';

const LINE_FEED = 10;

/**
 * Cuts a file's bytes into blocks of whole lines with their ends; the last line of a file may have none.
 * A line that is too long is left out, and the next ones are read.
 *
 * @returns undefined in the place of each line that is too long
 */
export async function* lineBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | undefined> {
	let pending: Buffer[] = [];
	let pendingBytes = 0;
	let isTooLong = false;
	for await (const piece of pieces) {
		let chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		if (isTooLong || pendingBytes > 0) {
			const end = chunk.indexOf(LINE_FEED) + 1;
			if (end > 0) {
				// By itself, so that all the other lines need not be copied.
				yield isTooLong ? undefined : Buffer.concat([...pending, chunk.subarray(0, end)]);
				[isTooLong, pending, pendingBytes] = [false, [], 0];
				chunk = chunk.subarray(end);
			} else if (isTooLong) continue;
		}
		const end = chunk.lastIndexOf(LINE_FEED) + 1;
		if (end > 0) yield chunk.subarray(0, end);
		if (end < chunk.length) {
			pending.push(chunk.subarray(end));
			pendingBytes += chunk.length - end;
			if (pendingBytes > MAX_RECORD_LENGTH) [isTooLong, pending, pendingBytes] = [true, [], 0];
		}
	}
	if (isTooLong) yield undefined;
	else if (pendingBytes > 0) yield Buffer.concat(pending);
}
