import { LongCell } from './csvCell';

/** Rows that were written when there were so many columns. */
export interface CsvRows {
	width: number;
	pieces: Array<Buffer | LongCell>;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const CARRIAGE_RETURN = 0x0d;

const PIECE_BYTES = 64 * 1024;

/**
 * The rows as they are with all columns of the file: with empty cells for those that came after them,
 * and without the cells, always empty, of those that are not kept.
 */
export function* rewriteRows({ width, pieces }: CsvRows, isKept: readonly boolean[]): Generator<Buffer> {
	const added = isKept.slice(width).filter(Boolean).length;
	if (added === 0 && isKept.every(Boolean)) {
		yield* writtenOut(pieces);
		return;
	}
	const output = createOutput();
	const commas = Buffer.alloc(added, ',');
	let isQuoted = false;
	let cell = 0;
	let hasCells = isKept[0];
	for (const piece of writtenOut(pieces)) {
		let start = 0;
		for (let at = 0; at < piece.length; at++) {
			const byte = piece[at];
			if (byte === QUOTE) isQuoted = !isQuoted;
			if (isQuoted || (byte !== COMMA && byte !== CARRIAGE_RETURN)) continue;
			output.add(piece.subarray(start, at));
			start = at;
			if (byte === COMMA) {
				// A comma belongs to the cell after it, unless that is the first.
				cell++;
				if (!isKept[cell] || !hasCells) start++;
				hasCells ||= isKept[cell];
			} else {
				output.add(hasCells ? commas : commas.subarray(1));
				[cell, hasCells] = [0, isKept[0]];
			}
			if (output.bytes() >= PIECE_BYTES) yield output.take();
		}
		output.add(piece.subarray(start));
		if (output.bytes() >= PIECE_BYTES) yield output.take();
	}
	if (output.bytes() > 0) yield output.take();
}

function* writtenOut(pieces: CsvRows['pieces']): Generator<Buffer> {
	for (const piece of pieces) {
		if (piece instanceof LongCell) yield* piece.pieces();
		else yield piece;
	}
}

function createOutput() {
	let parts: Buffer[] = [];
	let bytes = 0;
	return {
		add(part: Buffer) {
			parts.push(part);
			bytes += part.length;
		},
		bytes: () => bytes,
		take(): Buffer {
			const piece = Buffer.concat(parts);
			[parts, bytes] = [[], 0];
			return piece;
		},
	};
}
