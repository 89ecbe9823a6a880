// What Lexer's API, or whatever answers in its place, can say and leave unsaid; and who is late by whose clock.
import { createHash } from 'node:crypto';

import type { INodeExecutionData } from 'n8n-workflow';

import { bytesSource } from '../../nodes/Lexer/source/bytesSource';
import { uploadFile } from '../../nodes/Lexer/transport/uploadFile';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { clearBinaryData, type Run, runNode, storeBinary } from '../support/engine.cjs';
import { engineConnection } from '../support/engineConnection.cjs';

const BYTES = Buffer.from('id\n1\n');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => {
	sandbox.faults.clear();
	await clearBinaryData();
});

const item = async (fileName = 'f.csv', mimeType = 'text/csv'): Promise<INodeExecutionData> => ({
	json: {},
	binary: { data: await storeBinary('filesystem', BYTES, { fileName, mimeType }) },
});

async function upload(items: INodeExecutionData[], options: Run['parameters'] = {}, run: Partial<Run> = {}) {
	return await runNode({
		credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
		parameters: { resource: 'file', operation: 'upload', options },
		items,
		onError: 'continueRegularOutput',
		...run,
	});
}

const puts = () => sandbox.requests.filter(({ target }) => target === 's3');

/** One file through the transport, with bounds that a test can wait for. */
async function send(timeouts: object, signal?: AbortSignal) {
	const connection = engineConnection({ apiToken: sandbox.token, baseUrl: sandbox.apiUrl }, signal, timeouts);
	const options = { maxTries: 1, stallTimeoutMs: 60_000, verifyChecksum: true, onStart: () => {}, onStored: () => {}, onMismatch: () => {} };
	return await uploadFile(connection, bytesSource('f.csv', 'text/csv', [BYTES]), options);
}

describe('an answer of the API', () => {
	it.each([
		['that never ends', { kind: 'endlessBody' }],
		['that explodes', { kind: 'endlessBody', gzip: true }],
	])('%s fails at once and costs nothing', async (_what, fault) => {
		sandbox.faults.add({ target: 'api', times: null, ...fault });
		const [{ json }] = await upload([await item()]);
		expect(json.error).toBe(`The answer to the request for an upload URL is longer than any of Lexer's: "f.csv" was not delivered`);
	});

	it.each([
		['500 that never ends', { kind: 'endlessBody', status: 500 }],
		['as damaged gzip', { kind: 'damagedGzip' }],
		['as gzip that ends early', { kind: 'damagedGzip', bytes: 40 }],
		['that breaks off', { kind: 'resetAfter', bytes: 20 }],
	])('%s is asked for again', async (_what, fault) => {
		sandbox.faults.add({ target: 'api', ...fault });
		expect((await upload([await item()]))[0].json).toMatchObject({ attempts: 1, checksumVerified: true });
	});

	it.each([
		['as gzip', { kind: 'gzipAnswer' }],
		['whose body comes long after its head', { kind: 'slowBody', ms: 300 }],
		['that trickles in', { kind: 'trickle', ms: 1, bytes: 20 }],
	])('%s is good', async (_what, fault) => {
		sandbox.faults.add({ target: 'api', ...fault });
		expect((await upload([await item()]))[0].json).toMatchObject({ attempts: 1, checksumVerified: true });
	});

	it.each([
		['never comes', { kind: 'silent' }],
		['comes without a body', { kind: 'slowBody', ms: -1 }],
		['goes on and on in small pieces', { kind: 'trickle', ms: 50, forever: true }],
	])('that %s has one deadline for all of it', async (_what, fault) => {
		sandbox.faults.add({ target: 'api', ...fault, times: null });
		const outcome = await send({ deadlineMs: 300 });
		expect(outcome).toMatchObject({ delivered: false, failure: { cause: 'apiSilent' }, attempts: 0, mayBeDelivered: false });
	});

	it('that is whole, and no JSON, is not asked for again', async () => {
		sandbox.faults.add({ target: 'api', kind: 'errorBody', status: 200, body: "{'status': 'maintenance'}" });
		sandbox.requests.length = 0;
		const [{ json }] = await upload([await item()]);
		expect(json.error).toBe('The answer to the request for an upload URL is not JSON: "f.csv" was not delivered');
		expect(sandbox.requests).toHaveLength(1);
	});

	it.each([
		[401, 'tokenRejected'],
		[403, 'apiForbidden'],
		[404, 'apiNotFound'],
		[400, 'apiRejected'],
	])('of %i is told by its status, though its body never comes', async (status, cause) => {
		sandbox.faults.add({ target: 'api', kind: 'status', status, headFirst: true, ms: -1 });
		sandbox.requests.length = 0;
		expect(await send({ deadlineMs: 1000 })).toMatchObject({ delivered: false, failure: { cause, httpStatus: status } });
		expect(sandbox.requests).toHaveLength(1);
	});

	it.each([
		['never comes', { kind: 'silent' }],
		['comes without a body', { kind: 'slowBody', ms: -1 }],
	])('that %s is not waited for after a cancel', async (_what, fault) => {
		sandbox.faults.add({ target: 'api', ...fault });
		const cancel = new AbortController();
		setTimeout(() => cancel.abort(), 300);
		const failure = upload([await item()], {}, { cancelSignal: cancel.signal });
		await expect(failure).rejects.toThrow(/cancel|stopped/i);
	});

	it('that never comes is not waited for once another file has failed', async () => {
		sandbox.faults.add({ target: 'api', kind: 'silent', match: { fileName: 'silent.csv' } });
		sandbox.faults.add([
			{ target: 'api', kind: 'latency', ms: 200, match: { fileName: 'bad.csv' } },
			{ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch', match: { fileName: 'bad.csv' } },
		]);
		const failure = upload([await item('silent.csv'), await item('bad.csv')], {}, { onError: 'stopWorkflow' });
		await expect(failure).rejects.toThrow('"bad.csv" was not delivered');
	});
});

describe('a limit of the API', () => {
	it('of 10 a second refuses no file more than twice', async () => {
		sandbox.faults.setRateLimit({ requests: 10, perMs: 1000 });
		sandbox.requests.length = 0;
		const items = await Promise.all(Array.from({ length: 40 }, async (_, index) => await item(`f${index}.csv`)));
		const outputs = await upload(items, { concurrency: 16 });
		expect(outputs.filter(({ json }) => json.checksumVerified)).toHaveLength(40);
		const refused = sandbox.requests.filter(({ status }) => status === 429).map(({ body }) => body);
		const mostRefusals = Math.max(...items.map((_, index) => refused.filter((body) => body?.includes(`"f${index}.csv"`)).length));
		expect(mostRefusals).toBeLessThanOrEqual(2);
	});
});

describe('an upload URL', () => {
	it('that this machine calls expired is used where Lexer is of another mind', async () => {
		for (const ms of [-7_200_000, 7_200_000]) {
			sandbox.faults.add({ target: 'api', kind: 'skewedUrl', ms });
			expect((await upload([await item()]))[0].json).toMatchObject({ attempts: 1, checksumVerified: true });
		}
	});

	it('is used whatever a wrong Date says', async () => {
		for (const ms of [-86_400_000, 86_400_000]) {
			sandbox.faults.add({ target: 'api', kind: 'dateSkew', ms });
			expect((await upload([await item()]))[0].json).toMatchObject({ attempts: 1, checksumVerified: true });
		}
	});

	it('that has expired is tried once, and then asked for anew', async () => {
		sandbox.faults.add({ target: 'api', kind: 'expiredUrl' });
		expect((await upload([await item()]))[0].json).toMatchObject({ attempts: 2, checksumVerified: true });
		sandbox.faults.add({ target: 'api', kind: 'expiredUrl', times: null });
		const [{ json }] = await upload([await item()], { maxTries: 2 });
		expect(json.error).toMatch(/^Lexer hands out upload URLs that have already expired .*: "f.csv" was not delivered$/);
	});

	it('that carries the checksum of something else takes no file, and says so at once', async () => {
		sandbox.faults.add({ target: 'api', kind: 'checksumInUrl' });
		sandbox.requests.length = 0;
		const [{ json }] = await upload([await item()]);
		expect(json.error).toMatch(/^The upload URL carries the checksum of something else than this file .*: "f.csv" was not delivered$/);
		expect(puts()).toHaveLength(1);
	});

	it('that signs the content type of this file takes it', async () => {
		sandbox.faults.add({ target: 'api', kind: 'signedHeaders', headers: { 'content-type': 'text/csv' } });
		expect((await upload([await item()]))[0].json).toMatchObject({ attempts: 1, contentType: 'text/csv' });
	});

	it('that signs the length of this file takes it', async () => {
		sandbox.faults.add({ target: 'api', kind: 'signedHeaders', headers: { 'content-length': String(BYTES.length) } });
		expect((await upload([await item()]))[0].json).toMatchObject({ attempts: 1, checksumVerified: true });
	});

	it.each([
		['content-length', '999'],
		['x-amz-meta-customer_id', '7'],
	])('that signs %s: %s names it', async (name, value) => {
		sandbox.faults.add({ target: 'api', kind: 'signedHeaders', headers: { [name]: value } });
		const [{ json }] = await upload([await item()]);
		expect(json.error).toMatch(`(HTTP 403, SignatureDoesNotMatch, ${name}): "f.csv" was not delivered`);
	});

	it('that signs a header nobody knows names it', async () => {
		sandbox.faults.add({ target: 'api', kind: 'signedHeaders', headers: { 'content-type': 'application/json' } });
		const [{ json }] = await upload([await item()]);
		expect(json.error).toMatch(/signature covers headers whose values the node does not know \(HTTP 403, SignatureDoesNotMatch, content-type\)/);
	});
});

describe('a receipt', () => {
	it.each([
		['text/csv; charset=utf-8', 'text/csv; charset=utf-8'],
		['text/csv\r\nX-Injected: 1', 'application/octet-stream'],
		['text/čsv', 'application/octet-stream'],
	])('says what was sent as the content type for %j', async (mimeType, sent) => {
		const [{ json }] = await upload([await item('f.csv', mimeType)]);
		expect(json.contentType).toBe(sent);
		expect(await sandbox.stored(json.uploadId as number)).toMatchObject({ contentType: sent });
	});

	it('names the uploads before it whose answers were lost', async () => {
		sandbox.faults.add([
			{ target: 's3', kind: 'storedThenError', hangUp: true },
			{ target: 's3', kind: 'status', status: 403, code: 'AccessDenied', message: 'Request has expired' },
		]);
		const [{ json }] = await upload([await item()]);
		const md5 = createHash('md5').update(BYTES).digest('hex');
		expect(json).toMatchObject({ attempts: 3, md5, earlierUploadIds: [expect.any(Number)] });
		const [earlier] = json.earlierUploadIds as number[];
		expect(earlier).not.toBe(json.uploadId);
		expect(await sandbox.stored(earlier)).toMatchObject({ md5 });
	});

	it('names none where a retry went to the same URL', async () => {
		sandbox.faults.add({ target: 's3', kind: 'storedThenError', hangUp: true });
		sandbox.requests.length = 0;
		const [{ json }] = await upload([await item()]);
		expect(json).not.toHaveProperty('earlierUploadIds');
		expect(new Set(puts().map(({ url }) => url)).size).toBe(1);
	});
});

it('an error names all uploads that may have delivered the file', async () => {
	sandbox.faults.add([
		{ target: 's3', kind: 'storedThenError', hangUp: true },
		{ target: 's3', kind: 'status', status: 403, code: 'AccessDenied', message: 'Request has expired' },
		{ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch' },
	]);
	sandbox.requests.length = 0;
	const [{ json }] = await upload([await item()]);
	const first = puts()[0].uploadId;
	expect(json.error).toBe(
		`Lexer's storage refused the upload URL's signature (HTTP 403, SignatureDoesNotMatch): "f.csv" is not confirmed: it may have been delivered (upload ID ${first})`,
	);
});
