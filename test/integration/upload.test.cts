import { createHash, randomBytes } from 'node:crypto';

import type { INodeExecutionData } from 'n8n-workflow';

import { BINARY_MODES, type BinaryMode, clearBinaryData, type Run, runNode, storeBinary } from '../support/engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => {
	sandbox.faults.clear();
	await clearBinaryData();
});

/** One item with the given files as its binary fields. */
async function itemWith(mode: BinaryMode, files: Record<string, { bytes: Buffer; fileName?: string; mimeType?: string }>) {
	const entries = Object.entries(files).map(
		async ([field, { bytes, ...details }]) => [field, await storeBinary(mode, bytes, details)] as const,
	);
	return { json: {}, binary: Object.fromEntries(await Promise.all(entries)) };
}

async function upload(items: INodeExecutionData[], parameters: Run['parameters'] = {}, run: Partial<Run> = {}) {
	return await runNode({
		credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
		parameters: { resource: 'file', operation: 'upload', ...parameters },
		items,
		...run,
	});
}

describe.each(BINARY_MODES)('file:upload with binary data in the mode %s', (mode) => {
	it.each([
		['29 bytes', Buffer.from('id,email\n1,jane@example.com\n\n')],
		['every byte value', Buffer.from(Array.from({ length: 1024 }, (_, index) => index % 256))],
		['more than one chunk', randomBytes(3 * 1024 * 1024 + 17)],
	])('delivers a file of %s and gives a receipt', async (_size, bytes) => {
		const item = await itemWith(mode, { data: { bytes, fileName: 'customers-2026-01-31-1.csv', mimeType: 'text/csv' } });
		const [output, ...more] = await upload([item]);
		expect(more).toEqual([]);
		expect(output).toEqual({
			json: {
				uploadId: expect.any(Number),
				fileName: 'customers-2026-01-31-1.csv',
				fileSize: bytes.length,
				contentType: 'text/csv',
				md5: md5(bytes),
				checksum: 'md5',
				checksumVerified: true,
				attempts: 1,
				durationMs: expect.any(Number),
			},
			pairedItem: { item: 0 },
		});
		const stored = await sandbox.stored(output.json.uploadId as number);
		expect(stored).toMatchObject({ fileName: 'customers-2026-01-31-1.csv', sizeBytes: bytes.length, md5: md5(bytes) });
	});

	it('sends an empty file where asked to', async () => {
		const item = await itemWith(mode, { data: { bytes: Buffer.alloc(0), fileName: 'empty.csv' } });
		const [output] = await upload([item], { options: { emptyFile: 'upload' } });
		expect(output.json).toMatchObject({ fileSize: 0, md5: md5(Buffer.alloc(0)), checksumVerified: true });
		expect(await sandbox.stored(output.json.uploadId as number)).toMatchObject({ sizeBytes: 0 });
	});

	it('tries again with a fresh stream after the connection broke', async () => {
		const bytes = randomBytes(2_000_000);
		sandbox.faults.add({ target: 's3', kind: 'resetAfter', bytes: 700_000 });
		const [output] = await upload([await itemWith(mode, { data: { bytes, fileName: 'again.bin' } })]);
		expect(output.json).toMatchObject({ attempts: 2, checksumVerified: true, md5: md5(bytes) });
		expect(await sandbox.stored(output.json.uploadId as number)).toMatchObject({ md5: md5(bytes) });
	});
});

describe('file:upload', () => {
	const bytes = Buffer.from('id\n1\n');
	const csv = async (fileName = 'a.csv') => await itemWith('filesystem', { data: { bytes, fileName, mimeType: 'text/csv' } });

	it.each(['with spaces.csv', 'café.csv', 'a&b.csv', 'a%2Bb+c.csv', `"double" and 'single'.csv`, 'a#b?c=d.csv'])(
		'keeps the file name %s',
		async (fileName) => {
			const [output] = await upload([await csv(fileName)]);
			expect(output.json.fileName).toBe(fileName);
			expect(await sandbox.stored(output.json.uploadId as number)).toMatchObject({ fileName, md5: md5(bytes) });
		},
	);

	it.each([
		['data, data', ['a.csv']],
		[['data', 'data'], ['a.csv']],
		['data,other,data', ['a.csv', 'b.csv']],
	])('delivers a file once, however often its field is named: %j', async (binaryPropertyName, sent) => {
		const item = await itemWith('filesystem', { data: { bytes: Buffer.from('1'), fileName: 'a.csv' }, other: { bytes: Buffer.from('2'), fileName: 'b.csv' } });
		const receipts = await upload([item], { binaryPropertyName });
		expect(receipts.map(({ json }) => json.fileName)).toEqual(sent);
	});

	it('delivers several binary fields of one item', async () => {
		const item = await itemWith('filesystem', {
			data: { bytes, fileName: 'first.csv' },
			other: { bytes: Buffer.from('x'), fileName: 'second.csv' },
		});
		const output = await upload([item], { binaryPropertyName: 'data, other' });
		expect(output.map(({ json, pairedItem }) => [json.fileName, pairedItem])).toEqual([
			['first.csv', { item: 0 }],
			['second.csv', { item: 0 }],
		]);
	});

	it('takes a binary file that an expression gives', async () => {
		const output = await upload([await csv('by-expression.csv')], { binaryPropertyName: '={{ $binary.data }}' });
		expect(output[0].json.fileName).toBe('by-expression.csv');
	});

	it('delivers 25 items in their order', async () => {
		const items = await Promise.all(Array.from({ length: 25 }, async (_, index) => await csv(`file-${index}.csv`)));
		const output = await upload(items);
		expect(output.map(({ json }) => json.fileName)).toEqual(items.map((_, index) => `file-${index}.csv`));
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	});

	it("sends the file's own name, an expression's name and a content type", async () => {
		const [output] = await upload([await csv()], {
			fileName: '={{ "export-" + 7 + ".csv" }}',
			options: { contentType: 'application/x-ndjson' },
		});
		expect(output.json).toMatchObject({ fileName: 'export-7.csv', contentType: 'application/x-ndjson' });
	});

	it('asks for a dataset load', async () => {
		const [output] = await upload([await csv()], {
			destination: 'dataset',
			datasetId: 'a1b2c3d4',
			recordType: 'purchase',
		});
		expect(output.json.destination).toEqual({ datasetId: 'a1b2c3d4', recordType: 'purchase' });
		expect(await sandbox.stored(output.json.uploadId as number)).toMatchObject({
			destination: { destination_type: 'dataset_load', dataset_id: 'a1b2c3d4', record_type: 'purchase' },
		});
	});

	it('skips an empty file where asked to', async () => {
		const item = await itemWith('filesystem', { data: { bytes: Buffer.alloc(0), fileName: 'empty.csv' } });
		const output = await upload([item, await csv()], { options: { emptyFile: 'skip' } });
		expect(output[0]).toEqual({ json: { fileName: 'empty.csv', fileSize: 0, skipped: true }, pairedItem: { item: 0 } });
		expect(output[1].json.fileName).toBe('a.csv');
	});

	it('does without a checksum where asked to', async () => {
		const [output] = await upload([await csv()], { options: { verifyChecksum: false } });
		expect(output.json).toMatchObject({ md5: null, checksum: null, checksumVerified: false });
	});

	it("does not call an ETag that is no MD5 verified", async () => {
		sandbox.faults.add({ target: 's3', kind: 'kmsEtag' });
		const [output] = await upload([await csv()]);
		expect(output.json).toMatchObject({ md5: md5(bytes), checksum: null, checksumVerified: false });
	});

	it("keeps the token from the storage, and the URL from the output", async () => {
		const [output] = await upload([await csv()]);
		const toStorage = sandbox.requests.filter(({ target }) => target === 's3');
		expect(toStorage.length).toBeGreaterThan(0);
		expect(JSON.stringify(toStorage)).not.toContain(sandbox.token);
		expect(JSON.stringify(output)).not.toMatch(/X-Amz|http:/);
	});
});

describe('bad input', () => {
	const good = async () => await itemWith('filesystem', { data: { bytes: Buffer.from('x'), fileName: 'good.csv' } });
	const named = async (fileName: string) => await itemWith('filesystem', { data: { bytes: Buffer.from('x'), fileName } });
	const cases: Array<[string, () => Promise<INodeExecutionData>, Run['parameters'], RegExp]> = [
		['no binary data', async () => ({ json: {} }), {}, /expects the node's input data to contain a binary file/],
		['a missing field', good, { binaryPropertyName: 'attachment' }, /has no binary field 'attachment'/],
		['a field name of an object', good, { binaryPropertyName: '={{ "" + {} }}' }, /^The input binary field is not a text$/],
		['a field name of a list of objects', good, { binaryPropertyName: '={{ ["data", String([{}])] }}' }, /^The input binary field is not a text$/],
		['no field name', good, { binaryPropertyName: ' , ' }, /No input binary field is named/],
		['a name of a missing value', good, { fileName: '={{ `${$json.nothing}.csv` }}' }, /expression writes for a missing value/],
		['a name with a folder', async () => await named('a/b.csv'), {}, /contains a slash/],
		['an empty name', async () => await named(''), {}, /file name is empty/],
		['a name that is too long', async () => await named(`${'x'.repeat(252)}.csv`), {}, /longer than 255 bytes/],
		['an empty file', async () => await itemWith('filesystem', { data: { bytes: Buffer.alloc(0) } }), {}, /is empty/],
		['a dataset without an ID', good, { destination: 'dataset', recordType: 'product' }, /dataset ID is empty/],
		['an unknown record type', good, { destination: 'dataset', datasetId: 'a', recordType: '={{ "no type" }}' }, /record type/],
		['an impossible number of tries', good, { options: { maxTries: '={{ 0 }}' } }, /Max Tries/],
		[
			'a file over 5 GiB',
			async () => {
				const item = await good();
				item.binary.data.bytes = 5 * 1024 ** 3 + 1;
				return item;
			},
			{},
			/larger than 5 GiB/,
		],
		[
			'a file that is gone',
			async () => {
				const item = await good();
				await clearBinaryData();
				return item;
			},
			{},
			/cannot be read/,
		],
	];

	it.each(cases)('(%s) is an error that names the item, before any request', async (_name, item, parameters, message) => {
		const bad = await item();
		sandbox.requests.length = 0;
		const failure = upload([bad], parameters);
		await expect(failure).rejects.toThrow(message);
		await expect(failure).rejects.toMatchObject({ context: { itemIndex: 0 }, description: expect.any(String) });
		expect(sandbox.requests).toEqual([]);
	});

	it('(an expression that gives no file) points at the expression, and not at what is set', async () => {
		await expect(upload([await good()], { binaryPropertyName: '={{ $json.nothing }}' })).rejects.toMatchObject({
			message: 'No input binary field is named',
			description: "Look at the expression of 'Input Binary Field': for this item it gives neither the name of a field nor a file.",
		});
	});

	it.each(
		['.', '..', '', '.csv', '.gz', '..csv'].flatMap((name) => [{ convertCsv: true }, { compression: 'gzip' }, { convertCsv: true, compression: 'gzip' }].map((options) => [name, options] as const)),
	)('(the name %j, also where %j gives it another ending) is an error', async (name, options) => {
		sandbox.requests.length = 0;
		const two = [await named(name), await named(name)];
		const output = await upload(two, { options }, { onError: 'continueRegularOutput' });
		const wrong = expect.stringMatching(/^The file name is (empty|one that stands for a folder)/);
		expect(output.map(({ json }) => json)).toEqual([{ error: wrong }, { error: wrong }]);
		expect(sandbox.requests).toEqual([]);
	});

	it('lets the other items go on where On Error says so', async () => {
		const output = await upload([await good(), { json: {} }, await good()], {}, { onError: 'continueErrorOutput' });
		expect(output.map(({ json }) => [json.fileName, json.error === undefined])).toEqual([
			['good_part1.csv', true],
			[undefined, false],
			['good_part2.csv', true],
		]);
		expect(output[1]).toMatchObject({ json: { error: expect.stringMatching(/binary file/) }, pairedItem: { item: 1 } });
	});
});

describe('a failure that stays', () => {
	it('is named with its last cause and the number of tries', async () => {
		sandbox.faults.add({ target: 's3', kind: 'status', status: 503, code: 'SlowDown', times: 2 });
		const failure = upload([await itemWith('filesystem', { data: { bytes: Buffer.from('x'), fileName: 'f.csv' } })], {
			options: { maxTries: 2 },
		});
		await expect(failure).rejects.toMatchObject({
			message: expect.stringMatching(/^Lexer's storage failed \(HTTP 503, SlowDown\): "f.csv" is not confirmed: it may have been delivered \(upload ID \d+\)$/),
			description: expect.stringContaining('Tried 2 times'),
			httpCode: '503',
			context: { itemIndex: 0 },
		});
	});

	it('of one file stops the others and tells what had been delivered', async () => {
		const items = await Promise.all(
			['one.csv', 'two.csv', 'three.csv'].map(
				async (fileName) => await itemWith('filesystem', { data: { bytes: Buffer.from('x'), fileName } }),
			),
		);
		sandbox.faults.add({ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch', match: { fileName: 'two.csv' } });
		const failure = upload(items, { options: { concurrency: 1 } });
		await expect(failure).rejects.toMatchObject({
			message: expect.stringContaining('"two.csv" was not delivered'),
			description: expect.stringMatching(/Of 3 files, 1 had been delivered \(upload IDs \d+\); the others were not\.$/),
			context: { itemIndex: 1 },
		});
	});

	it('of the token is about the token', async () => {
		const item = await itemWith('filesystem', { data: { bytes: Buffer.from('x'), fileName: 'f.csv' } });
		const run = { credential: { apiToken: 'not the token', baseUrl: sandbox.apiUrl } };
		const failure = upload([item], {}, run);
		await expect(failure).rejects.toThrow('Lexer did not accept the API token (HTTP 401)');
		await expect(failure).rejects.not.toHaveProperty('context.data');
	});
});

describe('cancelling', () => {
	it('ends the upload within a second', async () => {
		sandbox.faults.add({ target: 's3', kind: 'stallAfter', bytes: 100_000 });
		const cancel = new AbortController();
		const bytes = randomBytes(30_000_000);
		const failure = upload([await itemWith('filesystem', { data: { bytes, fileName: 'f.bin' } })], {}, {
			cancelSignal: cancel.signal,
		});
		setTimeout(() => cancel.abort(), 300);
		await expect(failure).rejects.toThrow('The upload was cancelled');
	});
});

describe('file:createUploadUrl', () => {
	it('gives a URL that a file can be sent to', async () => {
		const [output] = await upload([{ json: {} }], { operation: 'createUploadUrl', fileName: 'later.csv' });
		expect(output).toEqual({
			json: {
				uploadId: expect.any(Number),
				url: expect.stringMatching(/^http:.*X-Amz-Signature=/),
				fileName: 'later.csv',
				expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
			},
			pairedItem: { item: 0 },
		});
		const put = await fetch(output.json.url as string, { method: 'PUT', body: 'id\n1\n' });
		expect(put.status).toBe(200);
		expect(await sandbox.stored(output.json.uploadId as number)).toMatchObject({ fileName: 'later.csv', sizeBytes: 5 });
	});

	it('refuses a bad name', async () => {
		const failure = upload([{ json: {} }], { operation: 'createUploadUrl', fileName: '../x' });
		await expect(failure).rejects.toThrow(/contains a slash/);
	});
});

it('hundreds of files, many at a time, make Node warn of nothing', async () => {
	const warnings: string[] = [];
	const warn = ({ name, message }: Error) => warnings.push(`${name}: ${message}`);
	process.on('warning', warn);
	const binary = await storeBinary('filesystem', Buffer.from('x'), { fileName: 'f.csv' });
	const items = Array.from({ length: 300 }, () => ({ json: {}, binary: { data: binary } }));
	const output = await upload(items, { options: { concurrency: 64 } }, { cancelSignal: new AbortController().signal });
	process.off('warning', warn);
	expect(output.filter(({ json }) => json.checksumVerified)).toHaveLength(300);
	expect(warnings).toEqual([]);
});
