/** The polynomial of CRC-64/NVME, bits reversed, as two words of 32 bits. */
const HIGH_POLYNOMIAL = 0x9a6c9329;
const LOW_POLYNOMIAL = 0xac4bc9b5;

/**
 * Table k at [k * 256 + byte] is what a byte becomes when k more bytes have gone through, so that
 * eight bytes can be looked up at once.
 */
const HIGH = new Int32Array(8 * 256);
const LOW = new Int32Array(8 * 256);
for (let byte = 0; byte < 256; byte++) {
	let high = 0;
	let low = byte;
	for (let bit = 0; bit < 8; bit++) {
		const isOdd = (low & 1) === 1;
		low = (low >>> 1) | (high << 31);
		high >>>= 1;
		if (isOdd) {
			low ^= LOW_POLYNOMIAL;
			high ^= HIGH_POLYNOMIAL;
		}
	}
	LOW[byte] = low;
	HIGH[byte] = high;
}
for (let at = 256; at < HIGH.length; at++) {
	const [high, low] = [HIGH[at - 256], LOW[at - 256]];
	LOW[at] = ((low >>> 8) | (high << 24)) ^ LOW[low & 255];
	HIGH[at] = (high >>> 8) ^ HIGH[low & 255];
}

/** The CRC-64/NVME of bytes that come in pieces, as S3 computes it of every object. */
function createCrc64nvme() {
	let high = -1;
	let low = -1;
	return {
		/** @param {Buffer} bytes */
		update(bytes) {
			const { length } = bytes;
			let at = 0;
			for (; at + 8 <= length; at += 8) {
				const a = low ^ (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24));
				const b = high ^ (bytes[at + 4] | (bytes[at + 5] << 8) | (bytes[at + 6] << 16) | (bytes[at + 7] << 24));
				const [i7, i6, i5, i4] = [1792 + (a & 255), 1536 + ((a >>> 8) & 255), 1280 + ((a >>> 16) & 255), 1024 + (a >>> 24)];
				const [i3, i2, i1, i0] = [768 + (b & 255), 512 + ((b >>> 8) & 255), 256 + ((b >>> 16) & 255), b >>> 24];
				low = LOW[i7] ^ LOW[i6] ^ LOW[i5] ^ LOW[i4] ^ LOW[i3] ^ LOW[i2] ^ LOW[i1] ^ LOW[i0];
				high = HIGH[i7] ^ HIGH[i6] ^ HIGH[i5] ^ HIGH[i4] ^ HIGH[i3] ^ HIGH[i2] ^ HIGH[i1] ^ HIGH[i0];
			}
			for (; at < length; at++) {
				const index = (low ^ bytes[at]) & 255;
				low = ((low >>> 8) | (high << 24)) ^ LOW[index];
				high = (high >>> 8) ^ HIGH[index];
			}
		},
		/** Its eight bytes, the highest first. */
		digest() {
			const bytes = Buffer.alloc(8);
			bytes.writeInt32BE(~high, 0);
			bytes.writeInt32BE(~low, 4);
			return bytes;
		},
	};
}

module.exports = { createCrc64nvme };
