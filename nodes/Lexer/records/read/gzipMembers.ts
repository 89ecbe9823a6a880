/** The first two bytes of a gzip file, and of each that is joined to it (RFC 1952, section 2.3.1). */
const MARK = [0x1f, 0x8b] as const;

/** So many bytes show whether it is one. */
export const MARK_BYTES = MARK.length;

/** Whether these are the first bytes of a gzip file. */
export function isGzip(start: Uint8Array): boolean {
	return start[0] === MARK[0] && start[1] === MARK[1];
}

/** So many zeros are no data: in what compresses very well, a few in a row are everywhere. */
const PADDING_BYTES = 32;

/**
 * Cuts a chunk of a gzip file into pieces for the decompressor. Where its data ends and a zero follows,
 * Node 20 ignores the rest of what it was given at that time, whatever it is; what it is given later it
 * reads, or refuses. So no piece goes on after many zeros, nor with the mark of a gzip file after one.
 */
export function* cutAfterZeros(chunk: Uint8Array, maxBytes: number): Generator<Uint8Array> {
	let start = 0;
	for (const cut of cutsOf(chunk)) {
		for (; start < cut; start += maxBytes) yield chunk.subarray(start, Math.min(start + maxBytes, cut));
		start = cut;
	}
}

/** Where the pieces end, in order, the end of the chunk with them. */
function* cutsOf(chunk: Uint8Array): Generator<number> {
	let zero = chunk.indexOf(0);
	while (zero >= 0) {
		let after = zero + 1;
		while (chunk[after] === 0) after++;
		// Before those that the chunk begins with there may be more.
		const mayBePadding = zero === 0 || after - zero >= PADDING_BYTES;
		if (after < chunk.length && (mayBePadding || isMarkAt(chunk, after))) yield after;
		zero = chunk.indexOf(0, after);
	}
	yield chunk.length;
}

/** Whether a gzip file may begin here: the mark may be cut. */
function isMarkAt(chunk: Uint8Array, at: number): boolean {
	return chunk[at] === MARK[0] && (at + 1 === chunk.length || chunk[at + 1] === MARK[1]);
}

/** A gzip file ends with how many bytes it holds, modulo 2^32, the lowest first. */
const SIZE_BYTES = 4;

/** What each gzip file begins with: its mark, and the only method of compression that there is. */
const BEGINNING = Buffer.from([...MARK, 8]);

/** Looks at the pieces of a gzip file for how it ends. */
export function gzipEnd() {
	/** The last bytes so far, without zeros at the end. */
	let last = Buffer.alloc(0);
	/** And how many zeros these are. */
	let zeros = 0;
	/** The last bytes so far, as the beginning of a file may be cut. */
	let before = Buffer.alloc(0);
	let isFirst = true;
	let mayBeJoined = false;
	return {
		see(piece: Uint8Array) {
			const bytes = Buffer.concat([before, piece]);
			mayBeJoined ||= bytes.includes(BEGINNING, isFirst ? 1 : 0);
			isFirst = false;
			before = bytes.subarray(-BEGINNING.length + 1);
			let end = piece.length;
			while (end > 0 && piece[end - 1] === 0) end--;
			if (end > 0) {
				const between = Buffer.alloc(Math.min(zeros, SIZE_BYTES));
				last = Buffer.concat([last, between, piece.subarray(Math.max(0, end - SIZE_BYTES), end)]).subarray(-SIZE_BYTES);
			}
			zeros = piece.length - end + (end > 0 ? 0 : zeros);
		},
		/**
		 * Whether all of it may have been read, of which so many bytes came. Where other bytes follow its
		 * data and a few zeros, no piece ends between them: then they stand where its size should. Of files
		 * that are joined, only the size of the last stands there.
		 */
		mayBeAllOf(sizeBytes: number): boolean {
			if (mayBeJoined) return true;
			const written = Buffer.alloc(SIZE_BYTES);
			written.writeUInt32LE(sizeBytes % 2 ** 32);
			let end = SIZE_BYTES;
			while (end > 0 && written[end - 1] === 0) end--;
			return zeros >= SIZE_BYTES - end && last.subarray(last.length - end).equals(written.subarray(0, end));
		},
	};
}
