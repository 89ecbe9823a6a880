import { gunzipSync, gzipSync } from 'node:zlib';

import type { INodeExecutionData } from 'n8n-workflow';

import { BINARY_MODES, type BinaryMode, type Run, storeBinary } from '../support/engine.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const LINE = '{"link":{"email":"jane@example.com"}}\n';
const BAD = '{"link":{"email":"hunter2"}}\n';
const CSV = 'link.email\njane@example.com\n';

const { run, sandbox, stored } = runInSandbox();

const uploadRows = async (rows: object[], options: object, parameters: object = {}) =>
	await run({ resource: 'record', operation: 'upload', ...parameters, options } as Run['parameters'], rows.map((json) => ({ json: json as INodeExecutionData['json'] })));

async function uploadFile(mode: BinaryMode, bytes: Buffer | string, fileName: string, options: object, parameters: object = {}, more: Partial<Run> = {}) {
	const data = await storeBinary(mode, Buffer.from(bytes as string), { fileName, mimeType: 'text/plain' });
	return await run({ resource: 'file', operation: 'upload', ...parameters, options } as Run['parameters'], [{ json: {}, binary: { data } }], more);
}

describe('record:upload with gzip', () => {
	const rows = Array.from({ length: 5000 }, (_, index) => ({ 'link.email': `user${index}@example.com`, city: 'Perth' }));

	it.each(['ndjson', 'csv', 'json'])('sends the bytes that it would send without, compressed: %s', async (format) => {
		const [plain] = await uploadRows(rows, {}, { format });
		const [packed] = await uploadRows(rows, { compression: 'gzip' }, { format });
		expect(gunzipSync(await stored(packed)).equals(await stored(plain))).toBe(true);
		expect(packed.json).toMatchObject({
			fileName: expect.stringMatching(new RegExp(`^customer_record-\\d{8}T\\d{6}Z\\.${format}\\.gz$`)),
			contentType: 'application/gzip',
			compression: 'gzip',
			uncompressedSize: plain.json.fileSize,
			checksumVerified: true,
			records: { total: 5000, valid: 5000, invalid: 0 },
		});
		expect(packed.json.fileSize).toBe((await stored(packed)).length);
		expect(packed.json.fileSize).toBeLessThan((plain.json.fileSize as number) / 5);
		expect(plain.json).not.toHaveProperty('compression');
	});

	it.each([
		['customers.ndjson', 'customers.ndjson.gz'],
		['customers.ndjson.gz', 'customers.ndjson.gz'],
	])('names %s as %s', async (fileName, expected) => {
		const [output] = await uploadRows(rows.slice(0, 1), { compression: 'gzip' }, { fileName });
		expect(output.json.fileName).toBe(expected);
	});

	it('numbers the parts before both endings', async () => {
		const output = await uploadRows(rows.slice(0, 2), { compression: 'gzip', maxRecordsPerFile: 1 }, { fileName: 'customers-20260131.ndjson' });
		expect(output.map(({ json }) => json.fileName)).toEqual(['customers_part1-20260131.ndjson.gz', 'customers_part2-20260131.ndjson.gz']);
	});

	it('refuses a name that only the ending makes too long, before any request', async () => {
		await expect(uploadRows(rows.slice(0, 1), { compression: 'gzip' }, { fileName: `${'x'.repeat(252)}.x` })).rejects.toThrow('is longer than 255 bytes');
		expect(sandbox().requests).toEqual([]);
	});

	it.each(['zip', 'GZIP', '', true])('refuses %j', async (compression) => {
		await expect(uploadRows(rows.slice(0, 1), { compression })).rejects.toThrow("'Options > Compression' is not one of its choices: none, gzip");
	});
});

describe.each(BINARY_MODES)('file:upload with gzip and binary data in the mode %s', (mode) => {
	it('compresses a file as it is', async () => {
		const [output] = await uploadFile(mode, CSV.repeat(1000), 'customers.csv', { compression: 'gzip' });
		expect(output.json).toMatchObject({ fileName: 'customers.csv.gz', contentType: 'application/gzip', compression: 'gzip', uncompressedSize: CSV.length * 1000 });
		expect(gunzipSync(await stored(output)).toString()).toBe(CSV.repeat(1000));
	});

	it('compresses what it made of a CSV file', async () => {
		const [output] = await uploadFile(mode, CSV, 'customers.csv', { compression: 'gzip', convertCsv: true });
		expect(output.json).toMatchObject({ fileName: 'customers.ndjson.gz', contentType: 'application/gzip', compression: 'gzip', uncompressedSize: LINE.length });
		expect(gunzipSync(await stored(output)).toString()).toBe(LINE);
	});

	it('does not compress a second time, and says so', async () => {
		const [output] = await uploadFile(mode, gzipSync(CSV), 'customers.csv.gz', { compression: 'gzip' });
		expect(output.json).toMatchObject({
			fileName: 'customers.csv.gz',
			compression: 'gzip',
			warnings: ['The file is gzip already, and was not compressed again.'],
		});
		expect(output.json).not.toHaveProperty('uncompressedSize');
		expect(gunzipSync(await stored(output)).toString()).toBe(CSV);
	});

	it.each(['customers.csv.gz', 'customers.csv'])('converts a compressed CSV file named %s', async (fileName) => {
		const [output] = await uploadFile(mode, gzipSync(CSV), fileName, { convertCsv: true });
		expect(output.json).toMatchObject({ fileName: 'customers.ndjson', contentType: 'application/x-ndjson', records: { total: 1, valid: 1, invalid: 0 } });
		expect(output.json).not.toHaveProperty('compression');
		expect((await stored(output)).toString()).toBe(LINE);
	});

	it('checks a compressed NDJSON file, and sends it as it is where all is good', async () => {
		const packed = gzipSync(LINE + LINE);
		const [output] = await uploadFile(mode, packed, 'customers.ndjson.gz', { invalidRecords: 'stop' });
		expect(output.json).toMatchObject({ fileName: 'customers.ndjson.gz', records: { total: 2, valid: 2, invalid: 0 } });
		expect((await stored(output)).equals(packed)).toBe(true);
	});

	it('leaves the invalid lines out of a compressed NDJSON file, which stays one', async () => {
		const options = { invalidRecords: 'skip', attachRejected: true };
		const [output] = await uploadFile(mode, gzipSync(LINE + BAD + LINE), 'customers.ndjson.gz', options);
		expect(output.json).toMatchObject({ fileName: 'customers.ndjson.gz', records: { total: 3, valid: 2, invalid: 1 } });
		expect(gunzipSync(await stored(output)).toString()).toBe(LINE + LINE);
		expect(output.binary?.rejected.fileName).toBe('rejected_customers.ndjson');
	});

	it('warns of the byte-order mark of a file that is compressed as it is', async () => {
		const warnings = [expect.stringContaining('begins with a byte-order mark')];
		const [output] = await uploadFile(mode, `\ufeff${CSV}`, 'customers.csv', { compression: 'gzip' });
		expect(output.json).toMatchObject({ compression: 'gzip', warnings });
		expect(gunzipSync(await stored(output)).toString()).toBe(`\ufeff${CSV}`);
		const [unmarked] = await uploadFile(mode, CSV, 'customers.csv', { compression: 'gzip' });
		expect(unmarked.json).not.toHaveProperty('warnings');
	});

	it('makes lines of a compressed list for a dataset', async () => {
		const list = `[${LINE.trim()},${LINE.trim()}]`;
		const [output] = await uploadFile(mode, gzipSync(list), 'customers.json.gz', {}, { destination: 'dataset', datasetId: 'a1', recordType: 'customer_record' });
		expect(gunzipSync(await stored(output)).toString()).toBe(LINE + LINE);
	});

	const damaged = gzipSync(CSV.repeat(1000));
	damaged[damaged.length - 6] ^= 1;

	it.each<[string, Buffer, object, string]>([
		['cut off', gzipSync(CSV).subarray(0, -9), { convertCsv: true }, 'It is a gzip file that ends before it is complete'],
		['damaged', damaged, { convertCsv: true }, 'It is a gzip file that is damaged'],
		['followed by something', Buffer.concat([gzipSync(LINE), Buffer.from('junk')]), { invalidRecords: 'skip' }, 'Something follows the end of its gzip data'],
		['followed by zeros and something', Buffer.concat([gzipSync(LINE), Buffer.alloc(512), Buffer.from('junk')]), { invalidRecords: 'skip' }, 'Something follows the end of its gzip data'],
		['compressed twice', gzipSync(gzipSync(CSV)), { convertCsv: true }, 'The file is compressed (gzip)'],
		['a bomb', gzipSync(Buffer.alloc(100 * 1024 ** 2)), { invalidRecords: 'skip' }, 'It holds more than 300 times its size once it is decompressed'],
	])('refuses a compressed file that is %s, before any request', async (_what, bytes, options, message) => {
		await expect(uploadFile(mode, bytes, 'customers.gz', options)).rejects.toThrow(`"customers.gz" cannot be read: ${message}`);
		expect(sandbox().requests).toEqual([]);
	});
});

it('sends a damaged file as it is where nobody asks what is in it', async () => {
	const bytes = gzipSync(CSV).subarray(0, -3);
	const [output] = await uploadFile('filesystem', bytes, 'customers.csv.gz', {}, { destination: 'dataset', datasetId: 'a1', recordType: 'customer_record' });
	expect((await stored(output)).equals(bytes)).toBe(true);
});

it('reads a compressed table whose texts are padded with blanks', async () => {
	const texts = (row: number) => Array.from({ length: 10 }, (_, column) => String(row * column).padEnd(4000)).join(',');
	const names = Array.from({ length: 10 }, (_, column) => `note${column}`).join(',');
	const rows = Array.from({ length: 1000 }, (_, row) => `user${row}@example.com,${texts(row)}\n`);
	const parameters = { recordType: 'customer_record', conversion: { unknownFields: 'drop' } };
	const [output] = await uploadFile('filesystem', gzipSync(`link.email,${names}\n${rows.join('')}`), 'padded.csv.gz', { convertCsv: true }, parameters);
	expect(output.json.records).toMatchObject({ total: 1000, valid: 1000, invalid: 0 });
});

it('compresses a file of 0 bytes that is to be sent', async () => {
	const [output] = await uploadFile('filesystem', '', 'empty.csv', { compression: 'gzip', emptyFile: 'upload' });
	expect(output.json).toMatchObject({ fileName: 'empty.csv.gz', uncompressedSize: 0 });
	expect(gunzipSync(await stored(output))).toHaveLength(0);
});

it('stops compressing when the execution is stopped', async () => {
	const cancel = new AbortController();
	const bytes = Buffer.alloc(300 * 1024 ** 2, 'customers, purchases and returns');
	const uploading = uploadFile('filesystem', bytes, 'large.csv', { compression: 'gzip' }, {}, { cancelSignal: cancel.signal });
	setTimeout(() => cancel.abort(), 500);
	await expect(uploading).rejects.toThrow(/stopped|cancelled/);
	expect(sandbox().requests).toEqual([]);
});
