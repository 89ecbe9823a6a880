import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { FileFormatError } from '../../../nodes/Lexer/records/read/FileFormatError';
import { newFileFacts } from '../../../nodes/Lexer/records/read/FileFacts';
import { uncompressed } from '../../../nodes/Lexer/records/read/gunzip';
import { cutAfterZeros } from '../../../nodes/Lexer/records/read/gzipMembers';
import { gzip, gzipName, nameWithin } from '../../../nodes/Lexer/source/gzip';

const ROWS = Buffer.from(Array.from({ length: 20_000 }, (_, row) => `{"link":{"customer_id":"${row}"}}\n`).join(''));

async function* inChunks(bytes: Buffer, size = 10_007): AsyncGenerator<Buffer> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(source: AsyncIterable<Uint8Array>) {
	const facts = newFileFacts();
	const chunks: Uint8Array[] = [];
	for await (const chunk of uncompressed(source, facts)) chunks.push(chunk);
	return { bytes: Buffer.concat(chunks), facts };
}

function changed(bytes: Buffer, at: number): Buffer {
	const copy = Buffer.from(bytes);
	copy[at < 0 ? bytes.length + at : at] ^= 0xff;
	return copy;
}

it.each([1, 2, 3, 18, 1000, 65_536, 10_000_000])('reads a gzip file that comes in chunks of %s bytes', async (size) => {
	const packed = size < 1000 ? gzipSync('a\n1\n') : gzipSync(ROWS);
	const { bytes, facts } = await read(inChunks(packed, size));
	expect(bytes.equals(size < 1000 ? Buffer.from('a\n1\n') : ROWS)).toBe(true);
	expect(facts.isGzip).toBe(true);
});

it.each<[string, Buffer]>([
	['nothing', Buffer.alloc(0)],
	['one byte', Buffer.from([0x1f])],
	['text', ROWS.subarray(0, 5000)],
	['text that begins with half of the mark', Buffer.from([0x1f, 0x41, 0x42])],
	['a ZIP archive', Buffer.from('PK\x03\x04')],
])('gives on as it is: %s', async (_what, given) => {
	const { bytes, facts } = await read(inChunks(given, 1));
	expect(bytes.equals(given)).toBe(true);
	expect(facts.isGzip).toBe(false);
});

it('reads a gzip file with nothing in it', async () => {
	expect((await read(inChunks(gzipSync('')))).bytes).toHaveLength(0);
});

const packed = gzipSync(ROWS);

it.each<[string, Buffer, string]>([
	['its first bytes alone', packed.subarray(0, 5), 'ends before it is complete'],
	['its end cut off', packed.subarray(0, packed.length / 2), 'ends before it is complete'],
	['its last byte missing', packed.subarray(0, -1), 'ends before it is complete'],
	['a wrong checksum', changed(packed, -6), 'is damaged'],
	['a wrong length', changed(packed, -1), 'is damaged'],
	['a changed byte', changed(packed, 500), 'is damaged'],
	['another method of compression', changed(packed, 2), 'is damaged'],
	['other bytes after its end', Buffer.concat([packed, Buffer.from('junk')]), 'Something follows the end of its gzip data'],
])('refuses a gzip file with %s, with advice', async (_what, given, message) => {
	const error = await read(inChunks(given)).catch((caught: unknown) => caught);
	expect(error).toBeInstanceOf(FileFormatError);
	expect(error).toMatchObject({ message: expect.stringContaining(message), advice: expect.any(String) });
});

it('reads gzip files that were joined, or says clearly that it does not', async () => {
	const joined = read(inChunks(Buffer.concat([packed, packed])));
	// Node 20 reads on; Node 24 does not.
	await joined.then(
		({ bytes }) => expect(bytes.equals(Buffer.concat([ROWS, ROWS]))).toBe(true),
		(error: Error) => expect(error.message).toMatch(/^Something follows the end of its gzip data: another gzip file joined to it/),
	);
});

const MORE = Buffer.from('y\n2\n');
/** Large enough for its size to end in no zero, of bytes that compress well. */
const LARGE = Buffer.concat([ROWS, Buffer.alloc(2 ** 24 + 0x030201, 'abcdefg\n')]);

describe.each<[string, Buffer]>([
	['a small gzip file', Buffer.from('x\n1\n')],
	['a gzip file', ROWS],
	['a large gzip file', LARGE],
])('behind %s', (_what, data) => {
	const file = gzipSync(data);
	const sizes = data === LARGE ? [10_000_000] : [file.length, 512, 16_384, 10_000_000];

	it.each([1, 2, 3, 512, 100_000])('%s zeros alone do no harm, or are refused', async (zeros) => {
		for (const size of sizes) {
			const reading = read(inChunks(Buffer.concat([file, Buffer.alloc(zeros)]), size));
			// Node 24 refuses them.
			await reading.then(
				({ bytes }) => expect(bytes.equals(data)).toBe(true),
				(error: Error) => expect(error.message).toMatch(/^Something follows the end of its gzip data/),
			);
		}
	});

	it.each<[number, string, Buffer, Buffer | undefined]>(
		[1, 2, 3, 512, 20_000].flatMap((zeros): Array<[number, string, Buffer, Buffer | undefined]> => [
			[zeros, 'a small gzip file', gzipSync(MORE), MORE],
			[zeros, 'a gzip file', packed, ROWS],
			[zeros, 'other bytes', Buffer.from('junk and more of it'), undefined],
		]),
	)('nothing is lost that follows %s zeros: %s', async (zeros, _what, more, moreData) => {
		for (const size of sizes) {
			const reading = read(inChunks(Buffer.concat([file, Buffer.alloc(zeros), more]), size));
			await reading.then(
				({ bytes }) => expect(moreData !== undefined && bytes.equals(Buffer.concat([data, moreData]))).toBe(true),
				(error: Error) => expect(error).toBeInstanceOf(FileFormatError),
			);
		}
	});
});

it('cuts what is fed, and leaves nothing out', () => {
	const zeros = Array.from({ length: 32 }, () => 0);
	const bytes = Buffer.from([0, 1, 0, 0, 2, ...zeros, 3, 4, 0, 0x1f, 0x8b, 5, 0, 0x1f, 6, 0, 0x1f]);
	const pieces = [...cutAfterZeros(bytes, 20)].map((piece) => [...piece]);
	expect(pieces).toEqual([[0], [1, 0, 0, 2, ...zeros.slice(0, 16)], zeros.slice(16), [3, 4, 0], [0x1f, 0x8b, 5, 0, 0x1f, 6, 0], [0x1f]]);
});

it('cuts what compresses very well into few pieces', () => {
	const padded = gzipSync(Array.from({ length: 1000 }, (_, row) => `${row},${'x'.padEnd(4000)},${String(row).padEnd(4000)}\n`).join(''));
	expect([...cutAfterZeros(padded, 16_384)].length).toBeLessThan(20);
});

it('refuses a quarter of a gigabyte of zeros early, and holds little of it', async () => {
	const bomb = gzipSync(Buffer.alloc(1024 ** 3 / 4));
	const before = process.memoryUsage().rss;
	let bytes = 0;
	const reading = async () => {
		for await (const chunk of uncompressed(inChunks(bomb, bomb.length), newFileFacts())) bytes += chunk.length;
	};
	await expect(reading()).rejects.toThrow('It holds more than 300 times its size once it is decompressed, of one byte over and over, which no text does');
	expect(bytes).toBeLessThan(100 * 1024 ** 2);
	expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
});

it.each<[string, (row: number) => string]>([
	['rows of empty cells', (row) => `${row}${','.repeat(300)}\n`],
	['rows padded with blanks', (row) => `${row},${'x'.padEnd(4000)},${'y'.padEnd(4000)},${String(row).padEnd(4000)}\n`],
	['rows that are all the same', () => 'jane@example.com,Perth,2026-01-31\n'],
	['records that differ in their number alone', (row) => `{"link":{"customer_id":"${row}"},"custom_fields":{${Array.from({ length: 20 }, (_, field) => `"opted_out_of_list_${field}":false`).join(',')}}}\n`],
])('takes %s, however well they compress', async (_what, rowOf) => {
	let row = 0;
	const block = () => Buffer.from(Array.from({ length: 20_000 }, () => rowOf(row++)).join(''));
	async function* blocks(): AsyncGenerator<Buffer> {
		for (let total = 0; total < 32 * 1024 ** 2; ) {
			const next = block();
			total += next.length;
			yield next;
		}
	}
	let bytes = 0;
	for await (const chunk of uncompressed(gzip(blocks(), false), newFileFacts())) bytes += chunk.length;
	expect(bytes).toBeGreaterThan(32 * 1024 ** 2);
});

it('gives on what the source itself throws, and closes it', async () => {
	let isClosed = false;
	async function* broken(): AsyncGenerator<Buffer> {
		try {
			yield packed.subarray(0, 100);
			throw new Error('the disk is gone');
		} finally {
			isClosed = true;
		}
	}
	await expect(read(broken())).rejects.toThrow('the disk is gone');
	expect(isClosed).toBe(true);
});

it('closes its source where nobody reads on', async () => {
	let isClosed = false;
	async function* endless(): AsyncGenerator<Buffer> {
		try {
			for (;;) yield packed;
		} finally {
			isClosed = true;
		}
	}
	const reading = uncompressed(endless(), newFileFacts());
	await reading.next();
	await reading.return(undefined);
	expect(isClosed).toBe(true);
});

it('compresses what it can read again', async () => {
	const { bytes } = await read(gzip(inChunks(ROWS), false));
	expect(bytes.equals(ROWS)).toBe(true);
});

it('stops compressing where the execution was stopped', async () => {
	const stop = new AbortController();
	let given = 0;
	async function* endless(): AsyncGenerator<Buffer> {
		for (;;) {
			if (++given === 100) stop.abort();
			yield ROWS;
		}
	}
	const compressing = async () => {
		for await (const { length } of gzip(endless(), false, stop.signal)) expect(length).toBeGreaterThan(0);
	};
	await expect(compressing()).rejects.toThrow('The execution was stopped');
	expect(given).toBeLessThan(200);
});

it('names compressed files, and what is in them', () => {
	expect(['a.ndjson', 'a.csv.gz', 'a.GZ', 'a'].map(gzipName)).toEqual(['a.ndjson.gz', 'a.csv.gz', 'a.GZ', 'a.gz']);
	expect(['a.csv.gz', 'a.csv', 'a.csv.GZ', '.gz'].map(nameWithin)).toEqual(['a.csv', 'a.csv', 'a.csv', '.gz']);
});

it.each([65_536, 65_539, 65_792, 1_048_576])('reads a file of %i bytes in whatever pieces its last bytes come', async (size) => {
	const file = gzipSync(Buffer.alloc(size, 'ab'));
	for (let cut = 1; cut <= 10; cut++) {
		const pieces = [file.subarray(0, file.length - cut), ...[...file.subarray(file.length - cut)].map((byte) => Buffer.of(byte))];
		let read = 0;
		for await (const chunk of uncompressed(Readable.from(pieces), newFileFacts())) read += chunk.length;
		expect(read).toBe(size);
	}
});
