import { type CodeTable, codeTable } from './codes';

/** Where the last block of deflated data begins and where it ends, in bits. */
export interface LastBlock {
	startBit: number;
	endBit: number;
}

/** The kinds of blocks (RFC 1951, section 3.2.3); what is left is a block with codes of its own. */
const STORED = 0;
const FIXED_CODES = 1;

/** An entry of a table: its lower bits say how many bits to pass over, its upper ones what the symbol is. */
const BITS_MASK = 0x1f;
const ENDS_BLOCK = 0x20;
const IS_LENGTH = 0x40;

const END_OF_BLOCK = 256;
const LONGEST = 285;

/** A byte, the end of the block, or a length with its extra bits (RFC 1951, section 3.2.5): at most 20 bits. */
function literalEntry(symbol: number, bits: number): number {
	if (symbol < END_OF_BLOCK) return bits;
	if (symbol === END_OF_BLOCK) return bits | ENDS_BLOCK;
	return (bits + (symbol < 265 || symbol === LONGEST ? 0 : (symbol - 261) >> 2)) | IS_LENGTH;
}

/** A distance with its extra bits: at most 28 bits. */
function distanceEntry(symbol: number, bits: number): number {
	return bits + (symbol < 4 ? 0 : (symbol - 2) >> 1);
}

/** The symbol and the bits of a code for lengths of codes: at most 18, and 7. */
function lengthEntry(symbol: number, bits: number): number {
	return (symbol << 3) | bits;
}

/** In which order the lengths of those codes come, and what the upper three repeat (RFC 1951, section 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const REPEATS = [
	{ extraBits: 2, least: 3 },
	{ extraBits: 3, least: 3 },
	{ extraBits: 7, least: 11 },
];
const REPEAT_PREVIOUS = 16;

interface BlockCodes {
	literals: CodeTable;
	distances: CodeTable;
}

const FIXED: BlockCodes = {
	literals: codeTable(
		Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < END_OF_BLOCK ? 9 : symbol < 280 ? 7 : 8)),
		literalEntry,
	),
	distances: codeTable(new Uint8Array(30).fill(5), distanceEntry),
};

const NO_END = 'Deflated data end without a last block';

/**
 * Finds the last block of deflated data. Only reading every code from the beginning tells where a block
 * ends; what the codes stand for is not made of them, so it takes a third of the time of decompression.
 *
 * @throws Error where they have none, as damaged ones mostly do
 */
export function lastBlockOf(bytes: Uint8Array): LastBlock {
	const reader = bitReader(bytes);
	for (;;) {
		const startBit = reader.at();
		const isLast = reader.take(1) === 1;
		const kind = reader.take(2);
		if (kind === STORED) {
			skipStored(reader);
		} else {
			const codes = kind === FIXED_CODES ? FIXED : readCodes(reader);
			reader.skipTo(endOfCodes(bytes, reader.at(), codes));
		}
		if (isLast) return { startBit, endBit: reader.at() };
		if (reader.at() >= bytes.length * 8) throw new Error(NO_END);
	}
}

type BitReader = ReturnType<typeof bitReader>;

/** Reads numbers of up to 25 bits, the lowest first; behind the end there are zeros. */
function bitReader(bytes: Uint8Array) {
	let bit = 0;
	return {
		at: () => bit,
		skipTo(to: number) {
			bit = to;
		},
		peek: () => bitsAt(bytes, bit),
		take(bits: number): number {
			const value = bitsAt(bytes, bit) & ((1 << bits) - 1);
			bit += bits;
			return value;
		},
	};
}

function bitsAt(bytes: Uint8Array, bit: number): number {
	const at = bit >>> 3;
	return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> (bit & 7);
}

/** Bytes as they are: their number, its complement, then they themselves. */
function skipStored(reader: BitReader): void {
	reader.skipTo(Math.ceil(reader.at() / 8) * 8);
	const bytes = reader.take(16);
	reader.skipTo(reader.at() + 16 + bytes * 8);
}

/** Where the codes of a block end that begin at a bit. */
function endOfCodes(bytes: Uint8Array, startBit: number, { literals, distances }: BlockCodes): number {
	const endBit = bytes.length * 8;
	let bit = startBit;
	while (bit < endBit) {
		const entry = literals.table[bitsAt(bytes, bit) & literals.mask];
		bit += entry & BITS_MASK;
		if (entry & IS_LENGTH) bit += distances.table[bitsAt(bytes, bit) & distances.mask];
		else if (entry & ENDS_BLOCK) return bit;
	}
	throw new Error(NO_END);
}

/** The codes that a block brings with it: how long they are, itself in a code. */
function readCodes(reader: BitReader): BlockCodes {
	const literals = reader.take(5) + 257;
	const symbols = literals + reader.take(5) + 1;
	const lengthCodes = new Uint8Array(LENGTH_ORDER.length);
	for (const symbol of LENGTH_ORDER.slice(0, reader.take(4) + 4)) lengthCodes[symbol] = reader.take(3);
	const { table, mask } = codeTable(lengthCodes, lengthEntry);

	const lengths = new Uint8Array(symbols);
	for (let symbol = 0; symbol < symbols; ) {
		const entry = table[reader.peek() & mask];
		reader.take(entry & 7);
		const value = entry >>> 3;
		if (value < REPEAT_PREVIOUS) {
			lengths[symbol++] = value;
			continue;
		}
		const { extraBits, least } = REPEATS[value - REPEAT_PREVIOUS];
		const times = least + reader.take(extraBits);
		if (value === REPEAT_PREVIOUS) lengths.fill(lengths[symbol - 1], symbol, symbol + times);
		symbol += times;
	}
	return {
		literals: codeTable(lengths.subarray(0, literals), literalEntry),
		distances: codeTable(lengths.subarray(literals), distanceEntry),
	};
}
