/** Of codes of up to so many bits each, the one that the next bits begin with: `table[bits & mask]`. */
export interface CodeTable {
	table: Uint8Array;
	mask: number;
}

const MAX_CODE_BITS = 15;

/**
 * Builds the table of a Huffman code from how long each symbol's code is (RFC 1951, section 3.2.2).
 *
 * @param lengths in bits, at most 15; 0 where the symbol does not occur
 * @param entryOf what stands in the table for a symbol
 */
export function codeTable(lengths: Uint8Array, entryOf: (symbol: number, bits: number) => number): CodeTable {
	const symbolsOfLength = new Uint16Array(MAX_CODE_BITS + 1);
	for (const bits of lengths) symbolsOfLength[bits]++;
	symbolsOfLength[0] = 0;
	const nextCode = new Uint16Array(MAX_CODE_BITS + 1);
	for (let bits = 1; bits <= MAX_CODE_BITS; bits++) nextCode[bits] = (nextCode[bits - 1] + symbolsOfLength[bits - 1]) << 1;
	// Where no code begins with the bits, one of them is passed over, so that whoever reads gets on.
	const table = new Uint8Array(
		2 **
			Math.max(
				1,
				symbolsOfLength.findLastIndex((symbols) => symbols > 0),
			),
	).fill(1);
	for (const [symbol, bits] of lengths.entries()) {
		if (bits === 0) continue;
		const entry = entryOf(symbol, bits);
		for (let at = reversed(nextCode[bits]++, bits); at < table.length; at += 2 ** bits) table[at] = entry;
	}
	return { table, mask: table.length - 1 };
}

/** Codes are packed with their first bit lowest. */
function reversed(code: number, bits: number): number {
	let result = 0;
	for (let bit = 0; bit < bits; bit++) result = (result << 1) | ((code >>> bit) & 1);
	return result;
}
