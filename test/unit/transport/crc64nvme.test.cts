import { createCrc64Nvme } from '../../../nodes/Lexer/transport/crc64nvme';
import { seededRandom } from '../../support/seededRandom.cjs';

const crcOf = (...pieces: Buffer[]) => {
	const crc = createCrc64Nvme();
	for (const piece of pieces) crc.update(piece);
	return Buffer.from(crc.digest(), 'base64').toString('hex');
};

/** The same, bit by bit, as the definition says. */
function slowCrcOf(bytes: Buffer): string {
	let crc = 0xffffffffffffffffn;
	for (const byte of bytes) {
		crc ^= BigInt(byte);
		for (let bit = 0; bit < 8; bit++) crc = (crc >> 1n) ^ (crc & 1n ? 0x9a6c9329ac4bc9b5n : 0n);
	}
	return (crc ^ 0xffffffffffffffffn).toString(16).padStart(16, '0');
}

describe('CRC-64/NVME', () => {
	it.each([
		['123456789', 'ae8b14860a799888'],
		['', '0000000000000000'],
	])('of %j is %s, as published', (text, expected) => {
		expect(crcOf(Buffer.from(text))).toBe(expected);
	});

	it('of bytes of any length, in pieces of any length, is what the definition says', () => {
		const random = seededRandom(64);
		for (let round = 0; round < 200; round++) {
			const bytes = Buffer.from(Array.from({ length: Math.floor(random() * 300) }, () => Math.floor(random() * 256)));
			const pieces: Buffer[] = [];
			for (let start = 0; start < bytes.length; ) {
				const end = start + 1 + Math.floor(random() * 20);
				pieces.push(bytes.subarray(start, end));
				start = end;
			}
			expect(crcOf(...pieces)).toBe(slowCrcOf(bytes));
		}
	});
});
