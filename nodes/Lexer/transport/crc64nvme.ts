/** The polynomial 0xad93d23594c93659 with its bits in reverse order, as two 32-bit words. */
const POLYNOMIAL_HIGH = 0x9a6c9329;
const POLYNOMIAL_LOW = 0xac4bc9b5;

/** How many bytes one step takes: one table for each. */
const SLICES = 8;

/** The CRC-64/NVME of bytes that come piece by piece. */
export interface Crc64Nvme {
	update(bytes: Uint8Array): void;
	/** As S3 writes it: big-endian, in base64. */
	digest(): string;
}

/**
 * Begins a CRC-64/NVME, the checksum that S3 computes of every object which comes without one. In
 * 32-bit words: with BigInt it would take a hundred times as long.
 */
export function createCrc64Nvme(): Crc64Nvme {
	const { highs, lows } = (tables ??= makeTables());
	let high = 0xffffffff;
	let low = 0xffffffff;
	return {
		update(bytes) {
			const { length } = bytes;
			let position = 0;
			let crcHigh = high;
			let crcLow = low;
			for (; position + SLICES <= length; position += SLICES) {
				const a =
					crcLow ^ (bytes[position] | (bytes[position + 1] << 8) | (bytes[position + 2] << 16) | (bytes[position + 3] << 24));
				const b =
					crcHigh ^
					(bytes[position + 4] | (bytes[position + 5] << 8) | (bytes[position + 6] << 16) | (bytes[position + 7] << 24));
				const i7 = 1792 + (a & 255),
					i6 = 1536 + ((a >>> 8) & 255),
					i5 = 1280 + ((a >>> 16) & 255),
					i4 = 1024 + (a >>> 24);
				const i3 = 768 + (b & 255),
					i2 = 512 + ((b >>> 8) & 255),
					i1 = 256 + ((b >>> 16) & 255),
					i0 = b >>> 24;
				crcHigh = highs[i7] ^ highs[i6] ^ highs[i5] ^ highs[i4] ^ highs[i3] ^ highs[i2] ^ highs[i1] ^ highs[i0];
				crcLow = lows[i7] ^ lows[i6] ^ lows[i5] ^ lows[i4] ^ lows[i3] ^ lows[i2] ^ lows[i1] ^ lows[i0];
			}
			for (; position < length; position++) {
				const index = (crcLow ^ bytes[position]) & 255;
				crcLow = ((crcLow >>> 8) | (crcHigh << 24)) ^ lows[index];
				crcHigh = (crcHigh >>> 8) ^ highs[index];
			}
			high = crcHigh;
			low = crcLow;
		},
		digest() {
			const bytes = Buffer.alloc(8);
			bytes.writeInt32BE(~high, 0);
			bytes.writeInt32BE(~low, 4);
			return bytes.toString('base64');
		},
	};
}

interface Tables {
	/** The upper and the lower words; table n, for a byte that n others follow, begins at 256 n. */
	highs: Int32Array;
	lows: Int32Array;
}

/** 16 KiB that most runs never need. */
let tables: Tables | undefined;

function makeTables(): Tables {
	const highs = new Int32Array(256 * SLICES);
	const lows = new Int32Array(256 * SLICES);
	for (let byte = 0; byte < 256; byte++) {
		let high = 0;
		let low = byte;
		for (let bit = 0; bit < 8; bit++) {
			const isOdd = (low & 1) === 1;
			low = (low >>> 1) | (high << 31);
			high >>>= 1;
			if (isOdd) {
				low ^= POLYNOMIAL_LOW;
				high ^= POLYNOMIAL_HIGH;
			}
		}
		highs[byte] = high;
		lows[byte] = low;
	}
	for (let index = 256; index < highs.length; index++) {
		const high = highs[index - 256];
		const low = lows[index - 256];
		highs[index] = (high >>> 8) ^ highs[low & 255];
		lows[index] = ((low >>> 8) | (high << 24)) ^ lows[low & 255];
	}
	return { highs, lows };
}
