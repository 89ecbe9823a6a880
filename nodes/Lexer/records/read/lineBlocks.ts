import type { NextTurn } from '../../timing/turns';
import { FileFormatError } from './FileFormatError';
import { inPieces } from './inPieces';

const LINE_FEED = 10;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A record longer than this is a file without line ends, not a record. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;

/**
 * Cuts a file's bytes into blocks of whole lines, line ends included, and leaves out a byte-order
 * mark. The last line may have no end.
 */
export async function* lineBlocks(source: AsyncIterable<Uint8Array>, nextTurn: NextTurn): AsyncGenerator<Buffer> {
	let pending: Buffer[] = [];
	let pendingBytes = 0;
	let isStart = true;
	let lines = 0;
	for await (const piece of inPieces(source, nextTurn)) {
		let chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		if (isStart) {
			pending.push(chunk);
			pendingBytes += chunk.length;
			if (pendingBytes < BYTE_ORDER_MARK.length) continue;
			chunk = withoutMark(Buffer.concat(pending));
			[pending, pendingBytes, isStart] = [[], 0, false];
		}
		const end = chunk.lastIndexOf(LINE_FEED) + 1;
		if (end > 0) {
			const whole = chunk.subarray(0, end);
			const block = pending.length === 0 ? whole : Buffer.concat([...pending, whole]);
			lines += countLines(block);
			yield block;
			[pending, pendingBytes] = [[], 0];
		}
		if (end < chunk.length) {
			pending.push(chunk.subarray(end));
			pendingBytes += chunk.length - end;
			if (pendingBytes > MAX_LINE_BYTES) {
				throw new FileFormatError(`Line ${lines + 1} is longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB`);
			}
		}
	}
	const rest = Buffer.concat(pending);
	if (rest.length > 0) yield isStart ? withoutMark(rest) : rest;
}

function withoutMark(bytes: Buffer): Buffer {
	return bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}

function countLines(block: Buffer): number {
	let count = 0;
	for (let at = block.indexOf(LINE_FEED); at >= 0; at = block.indexOf(LINE_FEED, at + 1)) count++;
	return count;
}
