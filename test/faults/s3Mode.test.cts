// n8n's own S3 store (its `s3` binary mode, which n8n lets nobody write to without a licence) on a real S3,
// under the node. It needs S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY, and says so where they are not set.
import { createHash } from 'node:crypto';

import { S3ByteStore } from '@n8n/blob-storage';
import { ObjectStoreService } from '@n8n/blob-storage/object-store';
import { Container } from '@n8n/di';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BinaryDataBlobManager } from 'n8n-core/dist/binary-data/blob.manager';
import { ErrorReporter } from 'n8n-core';

import { binaryDataService, runNode } from '../support/engine.cjs';
import { seededRandom } from '../support/seededRandom.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: accessSecret } = process.env;
const { S3_REGION: region = 'us-east-1' } = process.env;

const CSV = 'link.email,first_name\nADA@example.com,Ada\nnobody,Bob\n';
const dataset = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };

if (endpoint === undefined) {
	it("a real S3 is not configured: S3_ENDPOINT is not set, and n8n's s3 mode was not tested", () => {
		console.warn("Skipped: n8n's s3 binary mode, because S3_ENDPOINT is not set.");
		expect(process.env.REAL_S3_REQUIRED).toBeUndefined();
	});
} else {
	let sandbox: Sandbox;
	let store: BinaryDataBlobManager;
	let objectStore: ObjectStoreService;
	const fileIds: string[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox({ s3: null });
		const { protocol, host } = new URL(endpoint);
		const logger = { info() {}, debug() {}, warn() {}, error() {} };
		objectStore = new ObjectStoreService(logger as never, {
			host,
			protocol: protocol.slice(0, -1) as 'http' | 'https',
			forcePathStyle: true,
			maxAttempts: 3,
			startupTimeoutMs: 10_000,
			bucket: { name: bucket!, region },
			credentials: { accessKey: accessKey!, accessSecret: accessSecret!, authAutoDetect: false },
		});
		await objectStore.init();
		store = new BinaryDataBlobManager(new S3ByteStore(objectStore), Container.get(ErrorReporter));
		(await binaryDataService('filesystem')).setManager('s3', store as never);
	});
	afterAll(async () => {
		// One by one: not every S3 takes n8n's request to delete several.
		for (const fileId of fileIds) await objectStore.deleteOne(fileId);
		await sandbox.close();
	});

	async function itemWith(fileName: string, bytes: Buffer): Promise<INodeExecutionData> {
		const location = { type: 'execution' as const, workflowId: 'workflow', executionId: 'execution' };
		const { fileId, fileSize } = await store.store(location, bytes, { fileName, mimeType: 'text/csv' });
		fileIds.push(fileId);
		return { json: {}, binary: { data: { id: `s3:${fileId}`, data: 's3', fileName, mimeType: 'text/csv', bytes: fileSize } } };
	}

	async function run(parameters: IDataObject, item: INodeExecutionData): Promise<IDataObject> {
		const credential = { apiToken: sandbox.token, baseUrl: sandbox.apiUrl };
		const [{ json }] = await runNode({ credential, parameters: { resource: 'file', operation: 'upload', ...parameters }, items: [item] });
		return json;
	}

	const stored = async (json: IDataObject) => (await (await sandbox.stored(json.uploadId as number))!.body!()).toString();

	describe("with binary data in n8n's s3 mode", () => {
		it.each([1, 5_000_000, 20_000_001])('a file of %d bytes arrives whole', async (sizeBytes) => {
			const random = seededRandom(sizeBytes);
			const bytes = Buffer.from(Array.from({ length: 1000 }, () => Math.floor(random() * 256)));
			const whole = Buffer.alloc(sizeBytes, bytes);
			const json = await run({}, await itemWith('whole.csv', whole));
			expect(json).toMatchObject({ fileSize: sizeBytes, md5: createHash('md5').update(whole).digest('hex'), checksumVerified: true });
		});

		it('a try that fails is made again from the start', async () => {
			sandbox.faults.add({ target: 's3', kind: 'resetAfter', bytes: 1_000_000 });
			const json = await run({}, await itemWith('again.csv', Buffer.alloc(3_000_000, 'a')));
			expect(json).toMatchObject({ attempts: 2, checksumVerified: true });
		});

		it('CSV is converted, and nothing is written to S3 for it', async () => {
			const options = { convertCsv: true, invalidRecords: 'skip' };
			const json = await run({ ...dataset, options }, await itemWith('people.csv', Buffer.from(CSV)));
			expect(await stored(json)).toBe('{"link":{"email":"ada@example.com"},"first_name":"Ada"}\n');
		});

		it('a file is compressed', async () => {
			const json = await run({ options: { compression: 'gzip' } }, await itemWith('packed.csv', Buffer.from(CSV.repeat(10_000))));
			expect(json).toMatchObject({ compression: 'gzip', uncompressedSize: CSV.length * 10_000, checksumVerified: true });
		});

		it('a file is checked', async () => {
			const json = await run({ operation: 'check', recordType: 'customer_record' }, await itemWith('checked.csv', Buffer.from(CSV)));
			expect(json).toMatchObject({ total: 2, valid: 1, invalid: 1 });
		});

		it('a file that S3 no longer has is named, before any request', async () => {
			const item = await itemWith('gone.csv', Buffer.from(CSV));
			await objectStore.deleteOne(fileIds.pop()!);
			const { length } = sandbox.requests;
			await expect(run({}, item)).rejects.toThrow('The file "gone.csv" cannot be read from n8n\'s binary store');
			expect(sandbox.requests.length).toBe(length);
		});
	});
}
