// Binary stores that break while a file is read: n8n's own S3 store over real connections, and what other stores say.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { S3ByteStore } from '@n8n/blob-storage';
import { ObjectStoreService } from '@n8n/blob-storage/object-store';
import { Container } from '@n8n/di';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BinaryDataBlobManager } from 'n8n-core/dist/binary-data/blob.manager';
import { ErrorReporter } from 'n8n-core';

import { binaryDataService, storeBinary } from '../support/engine.cjs';
import { replaceParts } from '../support/replaceParts.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const { sandbox, run, stored } = runInSandbox();
const BROKE = 'The connection to the binary store of n8n broke while the file was read: "a.csv" was not delivered';
const CSV = Buffer.from('link.email\nada@example.com\n');
const dataset = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };

async function upload(item: INodeExecutionData, options: IDataObject = {}, more: IDataObject = {}) {
	return await run({ resource: 'file', operation: 'upload', ...more, options }, [item]);
}

const puts = () => sandbox().requests.filter(({ target }) => target === 's3').length;

describe("n8n's S3 store", () => {
	/** One object in something that speaks as much of S3 as n8n's client asks for. */
	const s3 = { bytes: CSV, breaks: [] as Array<'reset' | 'close'>, reads: 0 };
	const server = createServer((request, response) => {
		response.setHeader('Content-Length', s3.bytes.length);
		if (request.method === 'HEAD') return void response.end();
		s3.reads++;
		const how = s3.breaks.shift();
		if (how === undefined) return void response.end(s3.bytes);
		response.write(s3.bytes.subarray(0, s3.bytes.length / 2), () => (how === 'reset' ? response.socket!.resetAndDestroy() : response.socket!.destroy()));
	});
	let client: { destroy(): void };

	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const objectStore = new ObjectStoreService({ info() {}, debug() {}, warn() {}, error() {} } as never, {
			host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
			protocol: 'http',
			forcePathStyle: true,
			maxAttempts: 1,
			startupTimeoutMs: 10_000,
			bucket: { name: 'bucket', region: 'us-east-1' },
			credentials: { accessKey: 'key', accessSecret: 'secret', authAutoDetect: false },
		});
		client = (objectStore as unknown as { s3Client: { destroy(): void } }).s3Client;
		(await binaryDataService('filesystem')).setManager('s3', new BinaryDataBlobManager(new S3ByteStore(objectStore), Container.get(ErrorReporter)) as never);
	});
	beforeEach(() => Object.assign(s3, { bytes: CSV, breaks: [], reads: 0 }));
	afterAll(() => {
		client.destroy();
		server.close();
	});

	const item = (): INodeExecutionData => ({ json: {}, binary: { data: { id: 's3:a', data: 's3', fileName: 'a.csv', mimeType: 'text/csv' } } });

	it.each(['reset', 'close'] as const)('that breaks once in the middle of a file (%s) is read again from its start', async (how) => {
		Object.assign(s3, { bytes: Buffer.alloc(5_000_000, 'a'), breaks: [how] });
		const [receipt] = await upload(item());
		expect(receipt.json).toMatchObject({ attempts: 2, fileSize: 5_000_000, checksumVerified: true });
		expect(s3.reads).toBe(2);
		expect((await stored(receipt)).equals(s3.bytes)).toBe(true);
	});

	it('that breaks every time is tried as often as Max Tries says, and named', async () => {
		s3.breaks = ['reset', 'close', 'reset'];
		await expect(upload(item(), { maxTries: 2 })).rejects.toMatchObject({ message: BROKE, description: expect.stringContaining('Tried 2 times') });
		expect(s3.reads).toBe(2);
	});

	it.each([
		['compressed', { compression: 'gzip' }, {}, 3],
		['converted', { convertCsv: true }, dataset, 2],
		['checked', { invalidRecords: 'stop', convertCsv: true, compression: 'gzip' }, dataset, 4],
	])('that breaks at any of the times that a file is read to be %s, the file arrives', async (_what, options, more, reads) => {
		for (let at = 0; at < reads; at++) {
			Object.assign(s3, { breaks: [...Array.from<undefined>({ length: at }), 'reset'], reads: 0 });
			const [receipt] = await upload(item(), options, more);
			expect(receipt.json).toMatchObject({ checksumVerified: true });
			expect(s3.breaks).toEqual([]);
			expect(s3.reads).toBeGreaterThan(reads);
		}
	});
});

/** A stream that gives a few bytes and then fails. */
function failing(error: Error): Readable {
	let reads = 0;
	return new Readable({
		read() {
			if (reads++ === 0) this.push(CSV.subarray(0, 5));
			else this.destroy(error);
		},
	});
}

function eachWay(errors: Error[]) {
	return errors.flatMap((error) => (['opening', 'reading'] as const).map((way) => [way, error.message, () => error] as const));
}

const coded = (code: string) => Object.assign(new Error(`${code}: a secret path`), { code });

describe.each(['database', 'filesystem'] as const)('a store that fails in the middle of a file, in the mode %s', (mode) => {
	/** @returns how often the file was opened by then */
	async function failOnce(error: Error, fails: 'opening' | 'reading') {
		const binary = await storeBinary(mode, CSV, { fileName: 'a.csv' });
		let opened = 0;
		// Of files on disk it is looked beforehand whether they are there.
		const failsAt = mode === 'filesystem' ? 2 : 1;
		await replaceParts(mode, (whole) => ({
			async getAsStream(id, chunkBytes) {
				if (++opened !== failsAt) return await whole.getAsStream(id, chunkBytes);
				if (fails === 'opening') throw error;
				return failing(error);
			},
		}));
		return { item: { json: {}, binary: { data: binary } }, opened: () => opened - failsAt + 1 };
	}

	const PASSING = [coded('ECONNRESET'), coded('EPIPE'), coded('ETIMEDOUT'), coded('57P01'), new Error('aborted'), new Error('socket hang up'), new Error('Connection terminated unexpectedly'), new Error('Request to S3 failed', { cause: coded('ECONNRESET') })];
	it.each(eachWay(PASSING))('%s: "%s" passes', async (fails, _message, error) => {
		const { item, opened } = await failOnce(error(), fails);
		const [receipt] = await upload(item);
		expect(receipt.json).toMatchObject({ attempts: 2, checksumVerified: true });
		expect(opened()).toBe(2);
	});

	const LASTING = [coded('ENOENT'), coded('EACCES'), coded('EIO'), coded('EPERM'), coded('EISDIR'), new Error('File not found')];
	it.each(eachWay(LASTING))('%s: "%s" stays', async (fails, _message, error) => {
		const { item, opened } = await failOnce(error(), fails);
		await expect(upload(item)).rejects.toThrow(/^The file cannot be read from the binary store of n8n: "a.csv" was not delivered$/);
		expect(opened()).toBe(1);
		expect(puts()).toBeLessThan(2);
	});
});
