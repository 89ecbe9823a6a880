import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { clearBinaryData, contextFor, type Run, runNode, storeBinary } from '../support/engine.cjs';
import { isErrorItem, judgeOutcomes } from '../support/judgeOutcomes.cjs';
import { Lexer } from '../../nodes/Lexer/Lexer.node';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => {
	sandbox.faults.clear();
	await clearBinaryData();
});

const SETTINGS = ['continueRegularOutput', 'continueErrorOutput'] as const;

/** Items that every operation can take: with a row, and a file. */
async function items(): Promise<INodeExecutionData[]> {
	return await Promise.all(
		['a', 'b', 'c'].map(async (name) => ({
			json: { 'link.email': `${name}@example.com`, note: name },
			binary: { data: await storeBinary('filesystem', Buffer.from(`id\n${name}\n`), { fileName: `${name}.csv` }) },
		})),
	);
}

const OPERATIONS: Array<[name: string, parameters: IDataObject]> = [
	['file:upload', { resource: 'file', operation: 'upload' }],
	['file:createUploadUrl', { resource: 'file', operation: 'createUploadUrl', fileName: 'x.csv' }],
	['record:upload', { resource: 'record', operation: 'upload' }],
];

const FAULTS: Array<[what: string, change: Partial<Run>, parameters?: IDataObject]> = [
	['a base URL without a scheme', { credential: { apiToken: 't', baseUrl: 'api.lexer.io' } }],
	['a base URL of blanks', { credential: { apiToken: 't', baseUrl: '   ' } }],
	['a credential without a base URL', { credential: { apiToken: 't' } as Run['credential'] }],
	['a credential that cannot be read', { unreadableCredential: 'Credential with ID "1" does not exist' }],
	['an unknown operation', {}, { operation: '={{ "explode" }}' }],
	['an unknown resource', {}, { resource: '={{ null }}' }],
];

describe.each(SETTINGS)('with On Error set to %s', (onError) => {
	const cases = OPERATIONS.flatMap(([operation, base]) => FAULTS.map(([what, change, more]) => [operation, what, { ...base, ...more }, change] as const));

	it.each(cases)('%s with %s gives every item back as an error item', async (_operation, _what, parameters, change) => {
		const input = await items();
		const output = await runNode({ credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, parameters, items: input, onError, ...change });
		expect(judgeOutcomes(input, output, onError)).toEqual([]);
		expect(output.filter((item) => !isErrorItem(item))).toEqual([]);
	});

	it('gives back the rows of a file whose delivery fails, and no others', async () => {
		const input = await items();
		sandbox.faults.add({ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch', match: { fileName: 'second.ndjson' } });
		const parameters = { resource: 'record', operation: 'upload', fileName: '={{ $json.note === "b" ? "second.ndjson" : "first.ndjson" }}' };
		const output = await runNode({ credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, parameters, items: input, onError });
		expect(judgeOutcomes(input, output, onError)).toEqual([]);
		expect(output.map((item) => [isErrorItem(item), item.pairedItem])).toEqual([
			[false, [{ item: 0 }, { item: 2 }]],
			[true, { item: 1 }],
		]);
	});

	it('gives back the rows whose file cannot have the name that they say, and sends the others', async () => {
		const input = await items();
		const fileName = `={{ $json.note === "b" ? ".." : "${'names-' + onError}.ndjson" }}`;
		const parameters = { resource: 'record', operation: 'upload', fileName, options: { invalidRecords: 'skip' } };
		const output = await runNode({ credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, parameters, items: input, onError });
		expect(judgeOutcomes(input, output, onError)).toEqual([]);
		expect(output.map((item) => [isErrorItem(item), item.pairedItem])).toEqual([
			[false, [{ item: 0 }, { item: 2 }]],
			[true, { item: 1 }],
		]);
		expect(output[1].json.error).toMatch(/^The file name is one that stands for a folder/);
	});

	it('gives back the rows of the one file whose name is too long once its parts are numbered', async () => {
		const input = await items();
		const fileName = `={{ $json.note === "b" ? "short.ndjson" : "${'x'.repeat(245)}.ndjson" }}`;
		const parameters = { resource: 'record', operation: 'upload', fileName, options: { maxRecordsPerFile: 1 } };
		const output = await runNode({ credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, parameters, items: input, onError });
		expect(judgeOutcomes(input, output, onError)).toEqual([]);
		expect(output.map((item) => [isErrorItem(item), item.pairedItem])).toEqual([
			[false, [{ item: 1 }]],
			[true, { item: 0 }],
			[true, { item: 2 }],
		]);
	});

	it('holds good rows back where others are invalid, each with a reason of its own', async () => {
		const input = [...(await items()), { json: { 'link.email': 'nobody' } }];
		const before = sandbox.requests.length;
		const output = await runNode({
			credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
			parameters: { resource: 'record', operation: 'upload' },
			items: input,
			onError,
		});
		expect(judgeOutcomes(input, output, onError)).toEqual([]);
		expect(output.map(({ json }) => json.error)).toEqual([
			'Record 1 was not sent, because 1 of 4 records is invalid',
			'Record 2 was not sent, because 1 of 4 records is invalid',
			'Record 3 was not sent, because 1 of 4 records is invalid',
			'Record 4 was not sent: link.email must be an e-mail address',
		]);
		expect(sandbox.requests.length).toBe(before);
	});

	it('gives back the one of several files that failed', async () => {
		const [item] = await items();
		const second = await storeBinary('filesystem', Buffer.from('x'), { fileName: 'second.csv' });
		const input = [{ ...item, binary: { ...item.binary, second } }];
		sandbox.faults.add({ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch', match: { fileName: 'second.csv' } });
		const parameters = { resource: 'file', operation: 'upload', binaryPropertyName: 'data, second, third' };
		const output = await runNode({ credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, parameters, items: input, onError });
		expect(output.map(({ json, binary }) => [json.fileName ?? json.error, Object.keys(binary ?? {})])).toEqual([
			["The item has no binary field 'third'", []],
			['a.csv', []],
			[expect.stringContaining('"second.csv" was not delivered'), ['second']],
		]);
	});
});

it('gives back what was delivered and what was not where the engine itself fails in the middle', async () => {
	const input = await items();
	const context = contextFor({
		credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
		parameters: { resource: 'file', operation: 'upload', options: { concurrency: 1 } },
		items: input,
		onError: 'continueErrorOutput',
	});
	const { httpRequest } = context.helpers;
	let puts = 0;
	context.helpers.httpRequest = async (options) => {
		if (++puts === 2) throw new TypeError('Cannot read properties of null (reading "x")');
		return await httpRequest(options);
	};
	const [output] = await new Lexer().execute.call(context);
	expect(judgeOutcomes(input, output, 'continueErrorOutput')).toEqual([]);
	expect(output.map(isErrorItem)).toEqual([false, true, false]);
});

it('throws where On Error says stop, and for a cancel in every case', async () => {
	const base = { credential: { apiToken: 't', baseUrl: 'nowhere' }, parameters: { resource: 'record', operation: 'upload' }, items: await items() };
	await expect(runNode(base)).rejects.toThrow("'Base URL'");
	const cancelSignal = AbortSignal.abort();
	const cancelled = { ...base, credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, cancelSignal };
	await expect(runNode({ ...cancelled, onError: 'continueRegularOutput' })).rejects.toThrow('stopped');
});
