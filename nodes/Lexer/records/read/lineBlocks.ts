import { MAX_RECORD_BYTES } from './limits';

const LINE_FEED = 10;

/** Whole lines, or one that is too long to be kept: then there are no bytes. */
export interface LineBlock {
	/** The lines with their ends; the last line of a file may have none. */
	bytes: Buffer | undefined;
	/** The number of the first line, from 1. */
	line: number;
}

/** Cuts a file's bytes into blocks of whole lines. A line that is too long is left out, and the next ones are read. */
export async function* lineBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<LineBlock> {
	let pending: Buffer[] = [];
	let pendingBytes = 0;
	let isTooLong = false;
	let line = 1;
	for await (const piece of pieces) {
		let chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		if (isTooLong) {
			const end = chunk.indexOf(LINE_FEED) + 1;
			if (end === 0) continue;
			yield { bytes: undefined, line: line++ };
			isTooLong = false;
			chunk = chunk.subarray(end);
		}
		const end = chunk.lastIndexOf(LINE_FEED) + 1;
		if (end > 0) {
			const whole = chunk.subarray(0, end);
			const bytes = pending.length === 0 ? whole : Buffer.concat([...pending, whole]);
			yield { bytes, line };
			line += countLines(bytes);
			[pending, pendingBytes] = [[], 0];
		}
		if (end < chunk.length) {
			pending.push(chunk.subarray(end));
			pendingBytes += chunk.length - end;
			if (pendingBytes > MAX_RECORD_BYTES) [isTooLong, pending, pendingBytes] = [true, [], 0];
		}
	}
	if (isTooLong) yield { bytes: undefined, line };
	else if (pendingBytes > 0) yield { bytes: Buffer.concat(pending), line };
}

function countLines(block: Buffer): number {
	let count = 0;
	for (let at = block.indexOf(LINE_FEED); at >= 0; at = block.indexOf(LINE_FEED, at + 1)) count++;
	return count;
}
