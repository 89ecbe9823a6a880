import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import Ajv from 'ajv';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { clearBinaryData, type Run, runNode, storeBinary } from '../support/engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/receipt.schema.json'), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => await clearBinaryData());

async function run(parameters: object, items: INodeExecutionData[]): Promise<IDataObject[]> {
	const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
	const output = await runNode({ credential, parameters: parameters as Run['parameters'], items });
	return output.map(({ json }) => json);
}

const GOOD = { 'link.email': 'jane@example.com' };
const rows = async (json: object[], parameters: object = {}) =>
	await run({ resource: 'record', operation: 'upload', ...parameters }, json.map((row) => ({ json: row as IDataObject })));

async function file(bytes: string | Buffer, parameters: object = {}) {
	const data = await storeBinary('filesystem', Buffer.from(bytes as string), { fileName: 'customers.csv' });
	return await run({ resource: 'file', operation: 'upload', ...parameters }, [{ json: {}, binary: { data } }]);
}

async function afterLost(upload: () => Promise<IDataObject[]>) {
	sandbox.faults.add({ target: 's3', kind: 'status', status: 503, code: 'SlowDown', times: 1 });
	return await upload();
}

it.each<[string, () => Promise<IDataObject[]>, string[]]>([
	['records', async () => await rows([GOOD]), ['records']],
	['records for a dataset', async () => await rows([GOOD], { destination: 'dataset', datasetId: 'a1' }), ['records', 'destination']],
	['compressed records', async () => await rows([GOOD], { options: { compression: 'gzip' } }), ['records', 'compression', 'uncompressedSize']],
	[
		'records of all kinds',
		async () => await rows([GOOD, GOOD, { 'link.email': 'x' }, {}, { 'link.mobile': '0491 570 006', first_nmae: 'x' }], { recordType: 'customer_record', options: { invalidRecords: 'skip', duplicates: 'keepFirst' } }),
		['records'],
	],
	['no record', async () => await rows([{}]), ['skipped', 'records']],
	['records of a type that the node does not know', async () => await rows([{ a: 1 }], { recordType: '={{ "loyalty_event" }}' }), ['records', 'warnings']],
	['a file', async () => await file('a\n1\n'), []],
	['a file without a checksum', async () => await file('a\n1\n', { options: { verifyChecksum: false } }), []],
	['a file that was converted', async () => await file('\ufefflink.email\njane@example.com\n', { options: { convertCsv: true } }), ['records', 'warnings']],
	['a compressed file', async () => await file(gzipSync('a\n1\n'), { options: { compression: 'gzip' } }), ['compression', 'warnings']],
	['an empty file', async () => await file('', { options: { emptyFile: 'skip' } }), ['skipped']],
	['an empty file that was sent', async () => await file('', { options: { emptyFile: 'upload' } }), []],
	['a file that was sent twice', async () => await afterLost(async () => await file('a\n1\n')), []],
])('describes what comes of %s', async (_what, upload, fields) => {
	const output = await upload();
	expect(output).toHaveLength(1);
	expect(Object.keys(output[0])).toEqual(expect.arrayContaining(fields));
	validate(output[0]);
	expect(validate.errors ?? []).toEqual([]);
});

it('has every count of records in its words', async () => {
	const [{ records }] = await rows([GOOD, GOOD, { 'link.email': 'x' }, {}, { 'link.mobile': '0491 570 006', first_nmae: 'x' }], {
		recordType: 'customer_record',
		options: { invalidRecords: 'skip', duplicates: 'keepFirst' },
	});
	expect(records).toEqual({ total: 4, valid: 2, invalid: 1, skipped: 1, duplicates: 1, unknownFields: [expect.anything()], notes: [expect.anything()] });
});

it.each<[string, (receipt: IDataObject) => object]>([
	['a URL', (receipt) => ({ ...receipt, url: 'https://example.com/?X-Amz-Signature=0' })],
	['no upload id', (receipt) => Object.fromEntries(Object.entries(receipt).filter(([name]) => name !== 'uploadId'))],
	['a checksum of another kind', (receipt) => ({ ...receipt, checksum: 'sha1' })],
	['a size before a compression that there was not', (receipt) => ({ ...receipt, uncompressedSize: 1 })],
	['both a receipt and a note', (receipt) => ({ ...receipt, skipped: true })],
	['an error', () => ({ error: 'x' })],
])('lets nothing else pass: %s', async (_what, change) => {
	const [receipt] = await rows([GOOD]);
	expect(validate(change(receipt))).toBe(false);
});
