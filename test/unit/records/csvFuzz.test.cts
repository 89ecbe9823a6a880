import { isDeepStrictEqual } from 'node:util';

import { openCsv } from '../../../nodes/Lexer/records/read/csvRows';
import { newFileFacts } from '../../../nodes/Lexer/records/read/FileFacts';
import { FileFormatError } from '../../../nodes/Lexer/records/read/FileFormatError';
import { createReport } from '../../../nodes/Lexer/records/check/report';
import { createCsvWriter } from '../../../nodes/Lexer/records/write/csv';
import { seededRandom } from '../../support/seededRandom.cjs';
import { piecesOf } from './streams.cjs';
import { checkJson, convertCsv } from './passes.cjs';

// FUZZ_SEED=123 npx jest csvFuzz runs that seed alone.
const ONLY_SEED = process.env.FUZZ_SEED;
const seedsFrom = (first: number, count: number) =>
	ONLY_SEED ? [Number(ONLY_SEED)] : Array.from({ length: count }, (_, index) => first + index);

const ALPHABET = ['"', '""', ',', ';', '\t', '|', '\r', '\n', '\r\n', ' ', 'a', 'é', '🎉', '\u0000', '=', "'", '0', '.'];
const DELIMITERS = [',', ';', '\t', '|'];
const ENCODINGS = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'utf-16le with mark', 'utf-16be with mark'] as const;

type Random = () => number;
// To look a global up takes long in Jest.
const { floor } = Math;
const upTo = (random: Random, count: number) => floor(random() * count);
const oneOf = <Item,>(random: Random, items: readonly Item[]) => items[upTo(random, items.length)];
const times = <Item,>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index));

const randomCell = (random: Random) => times(upTo(random, 6), () => oneOf(random, ALPHABET)).join('');

/** The header's names are trimmed and not the same, and begin as a text does whose encoding is to be told. */
function randomTable(random: Random) {
	const width = 1 + upTo(random, 5);
	const header = times(width, (index) => `name${randomCell(random).replaceAll('.', '')}${index}`);
	const rows = times(upTo(random, 6), () => times(width, () => randomCell(random)));
	return { header, rows: rows.map((row) => (row.every((cell) => cell.trim() === '') ? ['x', ...row.slice(1)] : row)) };
}

/** As other programs write it: quotes where they are needed and sometimes where not, any line end. */
function writeAsOthers(random: Random, table: string[][], delimiter: string): string {
	const lineEnd = oneOf(random, ['\r\n', '\n', '\r']);
	const quote = (cell: string) => {
		const isNeeded = /["\r\n]/.test(cell) || cell.includes(delimiter);
		return isNeeded || random() < 0.2 ? `"${cell.replaceAll('"', '""')}"` : cell;
	};
	const text = table.map((row) => row.map(quote).join(delimiter)).join(lineEnd);
	return random() < 0.5 ? text + lineEnd : text;
}

function encode(text: string, encoding: (typeof ENCODINGS)[number]): Buffer {
	const marked = encoding.endsWith('with mark') ? `\ufeff${text}` : text;
	if (encoding.startsWith('utf-8')) return Buffer.from(marked);
	const bytes = Buffer.from(marked, 'utf16le');
	return encoding.startsWith('utf-16be') ? bytes.swap16() : bytes;
}

async function readTable(bytes: Buffer, pieceBytes: number, delimiter?: string) {
	const reading = { delimiter, encoding: 'auto', facts: newFileFacts(), nextTurn: () => undefined } as const;
	const table = await openCsv(piecesOf(bytes, pieceBytes), reading);
	const rows: string[][] = [];
	for await (const batch of table!.rows) rows.push(...batch.map(({ cells }) => cells));
	return { header: table!.header.names, rows };
}

/** Runs a step for every seed; a failure names the one to replay. */
async function forSeeds(seeds: number[], step: (random: Random) => Promise<void>) {
	for (const seed of seeds) {
		await step(seededRandom(seed)).catch((cause: unknown) => {
			throw new Error(`FUZZ_SEED=${seed}: ${String(cause)}`, { cause });
		});
	}
}

/** Jest's own comparison takes most of the time of thousands. */
function expectSame(given: unknown, expected: unknown) {
	if (!isDeepStrictEqual(given, expected)) expect(given).toEqual(expected);
}

it('reads what other programs write, with every cell as it was', async () => {
	await forSeeds(seedsFrom(0, 12_000), async (random) => {
		const delimiter = oneOf(random, DELIMITERS);
		const { header, rows } = randomTable(random);
		const bytes = encode(writeAsOthers(random, [header, ...rows], delimiter), oneOf(random, ENCODINGS));
		const read = await readTable(bytes, 1 + upTo(random, 40), delimiter);
		expectSame(read, { header, rows });
	});
});

it('reads what it has written itself, with every cell as it was', async () => {
	await forSeeds(seedsFrom(100_000, 8_000), async (random) => {
		const { header, rows } = randomTable(random);
		const records = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
		const writer = createCsvWriter();
		for (const record of records) writer.add(record);
		const text = [...writer.end()].join('');
		if (records.length === 0) return expect(text).toBe('');
		const read = await readTable(Buffer.from(text), 1 + upTo(random, 40), ',');
		expectSame(read.rows.map((row) => Object.fromEntries(row.map((cell, index) => [read.header[index], cell]))), records);
	});
});

it('finds the delimiter that a plain header has', async () => {
	await forSeeds(seedsFrom(200_000, 500), async (random) => {
		const delimiter = oneOf(random, DELIMITERS);
		const header = times(2 + upTo(random, 4), (index) => `name ${index}`);
		const row = header.map(() => randomCell(random));
		const bytes = encode(writeAsOthers(random, [header, ['x', ...row.slice(1)]], delimiter), oneOf(random, ENCODINGS));
		expect(await readTable(bytes, 1 + upTo(random, 40))).toEqual({ header, rows: [['x', ...row.slice(1)]] });
	});
});

/** Bytes of no kind, or a good file with some of its bytes changed. */
function randomBytes(random: Random): Buffer {
	if (random() < 0.5) return Buffer.from(times(upTo(random, 300), () => upTo(random, 256)));
	const { header, rows } = randomTable(random);
	const bytes = encode(writeAsOthers(random, [header, ...rows], ','), oneOf(random, ENCODINGS));
	for (let change = 0; change < 3 && bytes.length > 0; change++) bytes[upTo(random, bytes.length)] = upTo(random, 256);
	return bytes;
}

it.each(['off', 'stop', 'skip'] as const)('takes any bytes for CSV, or says what is wrong: invalid records %s', async (invalidRecords) => {
	await forSeeds(seedsFrom(300_000, 3_000), async (random) => {
		const report = createReport();
		const conversion = { recordType: 'customer_record', rules: 'uploadTool', invalidRecords, report } as const;
		try {
			for await (const lines of convertCsv(piecesOf(randomBytes(random), 1 + upTo(random, 40)), conversion)) {
				for (const line of lines.toString().trimEnd().split('\n')) JSON.parse(line);
			}
		} catch (error) {
			expect(error).toBeInstanceOf(FileFormatError);
		}
	});
});

it('takes any bytes for NDJSON, and keeps the bytes of each line', async () => {
	await forSeeds(seedsFrom(400_000, 3_000), async (random) => {
		const report = createReport();
		const check = { recordType: 'customer_record', rules: 'jsonSchema', invalidRecords: 'skip', report } as const;
		const good = '{"link":{"email":"a@example.com"}}\n';
		const bytes = Buffer.concat([Buffer.from(good), randomBytes(random), Buffer.from(`\n${good}`)]);
		let kept = '';
		for await (const lines of checkJson(piecesOf(bytes, 1 + upTo(random, 40)), check)) kept += lines.toString();
		expect(kept).toBe(good + good);
	});
});

it.each([
	['a name as deep as the file is long', `c${'.c'.repeat(200_000)}\n1\n`],
	['a header of too many names', 'a,'.repeat(200_000)],
])('says at once what is wrong with %s', async (_what, text) => {
	const conversion = { recordType: 'custom', rules: 'uploadTool', invalidRecords: 'off', report: createReport() } as const;
	await expect(convertCsv(piecesOf(Buffer.from(text), 65_536), conversion).next()).rejects.toThrow(FileFormatError);
});
