import { PassThrough, Readable } from 'node:stream';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { clearBinaryData, runNode, storeBinary } from '../support/engine.cjs';
import { replaceParts, type StoreManager } from '../support/replaceParts.cjs';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterEach(async () => {
	await clearBinaryData();
});
afterAll(async () => await sandbox.close());

const CSV = 'link.email,first_name\nada@example.com,Ada\n';
const NDJSON = '{"link":{"email":"ada@example.com"}}\n';
const NEVER = new Promise<never>(() => {});
const STALLED = /neither gave nor took a byte of the file for the stall timeout: ".*" was not delivered/;

/** How n8n's binary store can stand still. */
const STORES: Record<string, Partial<StoreManager>> = {
	'that never says what a file is': { getMetadata: async () => await NEVER },
	'that never opens a file': { getAsStream: async () => await NEVER },
	'that gives the first bytes of a file, and then nothing': { getAsStream: async () => begin(new PassThrough()) },
};

function begin(stream: PassThrough): Readable {
	stream.write('{');
	return stream;
}

const dataset = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };

/** What reads a file, each by another way. */
const READERS: Array<[name: string, fileName: string, text: string, parameters: IDataObject]> = [
	['sending it', 'a.bin', NDJSON, {}],
	['sending JSON to a dataset', 'a.json', NDJSON, dataset],
	['checking it before it is sent', 'a.ndjson', NDJSON, { ...dataset, options: { invalidRecords: 'stop' } }],
	['looking for the last duplicates', 'a.ndjson', NDJSON, { ...dataset, options: { invalidRecords: 'skip', duplicates: 'keepLast' } }],
	['converting CSV', 'a.csv', CSV, { ...dataset, options: { convertCsv: true } }],
	['compressing it', 'a.ndjson', NDJSON, { options: { compression: 'gzip' } }],
	['checking it', 'a.csv', CSV, { operation: 'check', recordType: 'customer_record' }],
];

/** The parameters with a short stall timeout; File > Check has no such option. */
function impatient(parameters: IDataObject): IDataObject {
	const { options, ...others } = parameters;
	return { resource: 'file', operation: 'upload', ...others, options: { ...(options as IDataObject), stallTimeout: '={{ 0.3 }}', maxTries: 1 } };
}

async function standStill(parts: Partial<StoreManager>, mode: 'database' | 'filesystem' = 'database') {
	await replaceParts(mode, () => parts);
}

async function itemWith(fileName: string, text: string, mode: 'database' | 'filesystem' = 'database'): Promise<INodeExecutionData> {
	return { json: {}, binary: { data: await storeBinary(mode, Buffer.from(text), { fileName }) } };
}

function run(parameters: IDataObject, items: INodeExecutionData[], cancelSignal?: AbortSignal) {
	return runNode({ credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, parameters, items, cancelSignal });
}

describe.each(Object.entries(STORES))('a binary store %s', (_, parts) => {
	const withTimeout = READERS.filter(([, , , { operation }]) => operation !== 'check');
	it.each(withTimeout)('fails what waits for it after the stall timeout: %s', async (_name, fileName, text, parameters) => {
		const items = [await itemWith(fileName, text)];
		await standStill(parts);
		await expect(run(impatient(parameters), items)).rejects.toThrow(STALLED);
	});

	it.each(READERS)('does not hold up a cancel: %s', async (_name, fileName, text, parameters) => {
		const items = [await itemWith(fileName, text)];
		await standStill(parts);
		const cancel = new AbortController();
		const failure = run({ resource: 'file', operation: 'upload', ...parameters }, items, cancel.signal);
		setTimeout(() => cancel.abort(), 200);
		const startedAt = performance.now();
		await expect(failure).rejects.toThrow(/stopped|cancelled/);
		expect(performance.now() - startedAt).toBeLessThan(2000);
	});
});

it('a binary store that takes no bytes ends a conversion after the stall timeout', async () => {
	const items = [await itemWith('a.csv', CSV, 'filesystem')];
	await standStill({ store: async () => await NEVER }, 'filesystem');
	const parameters = impatient({ ...dataset, options: { convertCsv: true } });
	await expect(run(parameters, items)).rejects.toThrow(STALLED);
});

it('where On Error says continue, what stands still fails alone', async () => {
	const items = [await itemWith('a.csv', CSV), await itemWith('b.csv', CSV, 'filesystem')];
	await standStill({ getAsStream: async () => await NEVER });
	const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	const output = await runNode({ credential, parameters: impatient({}), items, onError: 'continueRegularOutput' });
	expect(output.map(({ json }) => json)).toMatchObject([{ error: expect.stringMatching(STALLED) }, { fileName: 'b.csv', attempts: 1 }]);
});

/** S3 ends a request whose bytes do not come within 20 s. */
it.each<[string, IDataObject]>([
	['as it is', {}],
	['converted', { ...dataset, options: { convertCsv: true } }],
	['compressed', { options: { compression: 'gzip' } }],
])('a store that is slow to give a file does not keep S3 waiting: %s', async (_, parameters) => {
	const items = [await itemWith('slow.csv', CSV)];
	const before = sandbox.requests.filter(({ target }) => target === 's3').length;
	const asked: number[] = [];
	await standStill({
		getAsStream: async () => {
			const slow = new PassThrough();
			setTimeout(() => {
				asked.push(sandbox.requests.filter(({ target }) => target === 's3').length - before);
				slow.end(CSV);
			}, 200);
			return slow;
		},
	});
	const output = await run({ resource: 'file', operation: 'upload', ...parameters }, items);
	expect(output).toMatchObject([{ json: { checksumVerified: true, attempts: 1 } }]);
	expect(asked.length).toBeGreaterThan(0);
	expect(new Set(asked)).toEqual(new Set([0]));
});

it('a store that takes most of the stall timeout to open a file, and again to give its bytes, is waited for', async () => {
	const items = [await itemWith('slow.csv', CSV)];
	await standStill({
		getAsStream: async () => {
			await new Promise((resolve) => setTimeout(resolve, 1400));
			const slow = new PassThrough();
			setTimeout(() => slow.end(CSV), 1400);
			return slow;
		},
	});
	const [{ json }] = await run({ resource: 'file', operation: 'upload', options: { stallTimeout: 2, maxTries: 1 } }, items);
	expect(json).toMatchObject({ checksumVerified: true });
});

it('a store that has closed a file by the time that it gives it fails at once', async () => {
	const items = [await itemWith('closed.csv', CSV)];
	await standStill({ getAsStream: async () => new PassThrough().destroy() });
	const startedAt = performance.now();
	await expect(run({ resource: 'file', operation: 'upload', options: { maxTries: 1 } }, items)).rejects.toThrow('"closed.csv" was not delivered');
	expect(performance.now() - startedAt).toBeLessThan(5000);
});

/** A disk may fail at any byte. */
it.each(READERS.flatMap((reader) => (['database', 'filesystem'] as const).map((mode) => [mode, ...reader] as const)))('a store that fails in the middle of a file is named, and its own words are not: %s, %s', async (mode, _name, fileName, text, parameters) => {
	const items = [await itemWith(fileName, text, mode)];
	await standStill({ getAsStream: async () => failing(text) }, mode);
	const failure = run({ resource: 'file', operation: 'upload', ...parameters }, items);
	await expect(failure).rejects.toThrow(/^The file cannot be read from the binary store of n8n: "a\..*" was not delivered$/);
});

it('a store that has no room says so', async () => {
	const items = [await itemWith('a.csv', CSV.repeat(9999), 'filesystem')];
	await standStill({
		store: async (_location, stream) => {
			(stream as Readable).destroy(new Error('no space left on device'));
			throw new Error('no space left on device');
		},
	}, 'filesystem');
	await expect(run(impatient({ ...dataset, options: { convertCsv: true } }), items)).rejects.toThrow('no space left on device');
});

function failing(text: string): Readable {
	let reads = 0;
	return new Readable({
		read() {
			if (reads++ === 0) this.push(text.slice(0, 5));
			else this.destroy(new Error('i/o error'));
		},
	});
}

describe('a file that n8n has in its database', () => {
	/** PostgreSQL's driver makes a text of it: "\x" and two characters a byte, and Node's longest has 0x1fffffe8. */
	const MOST_BYTES = 268_435_443;

	async function itemOf(sizeBytes: number): Promise<INodeExecutionData[]> {
		const item = await itemWith('large.csv', CSV);
		await standStill({ getMetadata: async () => ({ fileSize: sizeBytes }) });
		return [{ ...item, binary: { data: { ...item.binary!.data, bytes: sizeBytes } } }];
	}

	it.each([
		['sent', {}],
		['converted', { ...dataset, options: { convertCsv: true } }],
		['compressed', { options: { compression: 'gzip' } }],
		['checked', { operation: 'check', recordType: 'customer_record' }],
	])('is not %s where n8n cannot give it, and the error says what to do', async (_, parameters) => {
		const before = sandbox.requests.length;
		const failure = run({ resource: 'file', operation: 'upload', ...parameters }, await itemOf(MOST_BYTES + 1));
		await expect(failure).rejects.toMatchObject({
			message: 'The file "large.csv" is larger than the 268 MB that n8n can give of a file in its database',
			description: expect.stringMatching(/N8N_DEFAULT_BINARY_DATA_MODE.*"filesystem".*"s3"/),
		});
		expect(sandbox.requests.length).toBe(before);
	});

	it('is read where n8n can give it', async () => {
		const failure = run({ resource: 'file', operation: 'upload' }, await itemOf(MOST_BYTES));
		await expect(failure).rejects.toThrow('The file ended before the size');
	});
});
