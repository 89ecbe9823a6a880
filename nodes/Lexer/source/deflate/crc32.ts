/** The polynomial of gzip's CRC-32, 0x04c11db7, with its bits in reverse order (RFC 1952, section 8). */
const POLYNOMIAL = 0xedb88320;

/** One, and x to the power of eight, which is a byte, as polynomials whose highest bit is the lowest power. */
const ONE = 2 ** 31;
const BYTE = 2 ** 23;

/**
 * The CRC-32 of two pieces behind each other, of theirs.
 *
 * @param secondBytes how long the second is
 */
export function joinedCrc32(first: number, second: number, secondBytes: number): number {
	return (times(first, byteToThe(secondBytes)) ^ second) >>> 0;
}

/** What so many bytes more do to a checksum. */
function byteToThe(power: number): number {
	let result = ONE;
	let square = BYTE;
	for (let left = power; left > 0; left = Math.floor(left / 2)) {
		if (left % 2 === 1) result = times(result, square);
		square = times(square, square);
	}
	return result;
}

/** The product of two polynomials, modulo the one of the checksum. */
function times(a: number, b: number): number {
	let product = 0;
	let shifted = b;
	for (let bit = 31; bit >= 0; bit--) {
		if ((a >>> bit) & 1) product ^= shifted;
		shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
	}
	return product >>> 0;
}
