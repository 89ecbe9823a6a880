import { constants, deflateRawSync, gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';

import { joinedCrc32 } from '../../../nodes/Lexer/source/deflate/crc32';
import { joinedGzip } from '../../../nodes/Lexer/source/deflate/joinedGzip';
import { lastBlockOf } from '../../../nodes/Lexer/source/deflate/lastBlock';

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const random = randomNumbers(20_260_131);
const bytesOf = (length: number, values: number) => Buffer.from(Array.from({ length }, () => Math.floor(random() * values)));

const rows = (count: number) =>
	Buffer.from(Array.from({ length: count }, (_, row) => `{"link":{"customer_id":"${row}"},"score":${random()}}\n`).join(''));

const DATA: Array<[string, Buffer]> = [
	['nothing', Buffer.alloc(0)],
	['one byte', Buffer.from('a')],
	['a few bytes', Buffer.from('a,b\n1,2\n')],
	['one byte over and over', Buffer.alloc(300_000, 'x')],
	['two bytes in no order', bytesOf(50_000, 2)],
	['letters in no order', bytesOf(120_000, 26)],
	['any bytes in no order', bytesOf(200_000, 256)],
	['rows', rows(10_000)],
	['rows, then bytes in no order, then rows', Buffer.concat([rows(2000), bytesOf(90_000, 256), rows(2000)])],
];

function join(pieces: Buffer[]): Buffer {
	const { part, end } = joinedGzip();
	return Buffer.concat([...pieces.flatMap((piece) => part(gzipSync(piece))), end()]);
}

function expectOneFile(joined: Buffer, data: Buffer): void {
	expect(gunzipSync(joined).equals(data)).toBe(true);
	// That reads to the first last block, and no further.
	expect(inflateRawSync(joined.subarray(10, -8)).equals(data)).toBe(true);
}

describe.each(DATA)('%s', (_what, data) => {
	it.each(DATA)('and behind it %s are one gzip file', (_other, behind) => {
		expectOneFile(join([data, behind]), Buffer.concat([data, behind]));
	});

	it('alone is a gzip file', () => {
		expectOneFile(join([data]), data);
	});

	it.each([0, 1, 3, 6, 9])('compressed at level %s has a last block that ends where the data do', (level) => {
		for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE]) {
			const deflated = deflateRawSync(data, { level, strategy, memLevel: 1 + (level % 9) });
			const { startBit, endBit } = lastBlockOf(deflated);
			expect(Math.ceil(endBit / 8)).toBe(deflated.length);
			expect((deflated[startBit >>> 3] >>> (startBit & 7)) & 1).toBe(1);
		}
	});
});

it('joins many files of any length to one', () => {
	const all = Buffer.concat(DATA.map(([, data]) => data));
	for (let run = 0; run < 20; run++) {
		const pieces: Buffer[] = [];
		for (let at = 0; at < all.length; ) {
			const length = Math.ceil(random() ** 3 * 200_000);
			pieces.push(all.subarray(at, at + length));
			at += length;
		}
		expectOneFile(join(pieces), all);
	}
});

it('names the size of what is in it, modulo 2^32', () => {
	const { part, end } = joinedGzip();
	const file = gzipSync('a');
	file.writeUInt32LE(2 ** 32 - 1, file.length - 4);
	part(file);
	part(gzipSync('bc'));
	expect(end().readUInt32LE(6)).toBe(1);
});

it.each<[string, (file: Buffer) => Buffer]>([
	['ones only', (file) => Buffer.from(file).fill(0xff, 10, file.length - 8)],
	['zeros only', (file) => Buffer.from(file).fill(0, 10, file.length - 8)],
	['its second half missing', (file) => Buffer.concat([file.subarray(0, file.length / 2), file.subarray(-8)])],
	['something behind its data', (file) => Buffer.concat([file.subarray(0, -8), Buffer.from('more'), file.subarray(-8)])],
])('refuses a file with %s', (_what, damage) => {
	expect(() => joinedGzip().part(damage(gzipSync(rows(1000))))).toThrow(/^Deflated data end without|^Gzip data go on/);
});

it.each<[number, number]>([
	[0, 0],
	[0, 5],
	[5, 0],
	[1, 1],
	[100_003, 70_001],
])('makes the checksum of %s bytes and %s more of theirs', (first, second) => {
	const data = bytesOf(first + second, 256);
	const crc32 = (bytes: Buffer) => gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8);
	expect(joinedCrc32(crc32(data.subarray(0, first)), crc32(data.subarray(first)), second)).toBe(crc32(data));
});
