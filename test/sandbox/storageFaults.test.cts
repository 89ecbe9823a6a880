import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';

import { put, until, uploadUrl } from './client.cjs';
import { type FaultRule, type Sandbox, startSandbox } from './index.js';

const BYTES = randomBytes(1_000_000);
const MD5 = createHash('md5').update(BYTES).digest('hex');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => await sandbox.close());

const requestOf = (id: number) => sandbox.requests.find(({ target, uploadId }) => target === 's3' && uploadId === id);

/** A PUT under a fault; then the same again, which must be stored. */
async function putUnder(rule: Omit<FaultRule, 'target'>) {
	sandbox.faults.add({ target: 's3', ...rule });
	const { id, url } = await uploadUrl(sandbox);
	const reply = await put(url, BYTES);
	const stored = await sandbox.stored(id);
	expect(requestOf(id)).toMatchObject({ fault: rule.kind, status: reply.status });
	expect((await put(url, BYTES)).headers.etag).toBe(`"${MD5}"`);
	expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
	return { reply, stored };
}

/** A PUT that a fault leaves without an answer. */
async function unansweredPut(rule: Omit<FaultRule, 'target'>) {
	sandbox.faults.add({ target: 's3', ...rule });
	const { id, url } = await uploadUrl(sandbox);
	const request = http.request(url, { method: 'PUT', agent: false, headers: { 'Content-Length': BYTES.length } });
	const failed = new Promise<NodeJS.ErrnoException>((resolve, reject) => {
		request.once('error', resolve);
		request.once('response', () => reject(new Error('There was an answer')));
	});
	failed.catch(() => {});
	request.end(BYTES);
	return { id, request, failed };
}

describe("a fault of the sandbox's storage", () => {
	it('answers any status, code, message and header after the body', async () => {
		const { reply, stored } = await putUnder({
			kind: 'status', status: 400, code: 'ExpiredToken', message: 'Old & <worn>', headers: { 'X-More': '1' },
		});
		expect(reply).toMatchObject({ status: 400, code: 'ExpiredToken', headers: { 'x-more': '1' } });
		expect(reply.text).toContain('<Message>Old &#38; &#60;worn&#62;</Message>');
		expect(stored).toBeUndefined();
	});

	it.each([
		[403, 'AccessDenied'],
		[500, 'InternalError'],
		[503, 'ServiceUnavailable'],
	])('answers %d with the code %s where none is given', async (status, code) => {
		expect((await putUnder({ kind: 'status', status })).reply).toMatchObject({ status, code });
	});

	it('answers as a proxy would', async () => {
		const { reply } = await putUnder({ kind: 'status', status: 502, html: true });
		expect(reply).toMatchObject({ status: 502, code: undefined, headers: { 'content-type': 'text/html' } });
	});

	it('answers before the body and lets the client finish', async () => {
		const { reply, stored } = await putUnder({ kind: 'status', status: 503, early: true });
		expect(reply).toMatchObject({ status: 503, code: 'ServiceUnavailable' });
		expect(stored).toBeUndefined();
	});

	it('answers before the body and hangs up', async () => {
		sandbox.faults.add({ target: 's3', kind: 'earlyAnswer', status: 403 });
		const { id, url } = await uploadUrl(sandbox);
		// Whether the answer outruns the reset is a matter of luck, as it is with a real server.
		const outcome = await put(url, Buffer.alloc(64 * 2 ** 20)).then(
			({ status }) => status,
			({ code }: NodeJS.ErrnoException) => code,
		);
		expect([403, 'ECONNRESET', 'EPIPE']).toContain(outcome);
		expect(requestOf(id)).toMatchObject({ fault: 'earlyAnswer', status: 403, receivedBytes: 0 });
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it.each([false, true])('redirects to a fresh URL of the same upload (to a second port: %s)', async (secondPort) => {
		sandbox.faults.add({ target: 's3', kind: 'redirect', secondPort });
		const { id, url } = await uploadUrl(sandbox);
		const reply = await put(url, BYTES);
		expect(reply).toMatchObject({ status: 307, code: 'TemporaryRedirect' });
		expect(await sandbox.stored(id)).toBeUndefined();
		const location = String(reply.headers.location);
		expect(new URL(location).host !== new URL(url).host).toBe(secondPort);
		expect(new URL(location).pathname).not.toBe(new URL(url).pathname);
		expect((await put(location, BYTES)).status).toBe(200);
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
	});

	it('redirects to a given address', async () => {
		const { reply } = await putUnder({ kind: 'redirect', location: 'http://127.0.0.1:1/', early: true });
		expect(reply).toMatchObject({ status: 307, headers: { location: 'http://127.0.0.1:1/' } });
	});

	it('says that the bucket has moved', async () => {
		const { reply, stored } = await putUnder({ kind: 'moved' });
		expect(reply).toMatchObject({ status: 301, code: 'PermanentRedirect' });
		expect(reply.headers.location).toBeUndefined();
		expect(stored).toBeUndefined();
	});

	it('asks to come back after some seconds', async () => {
		const { reply } = await putUnder({ kind: 'retryAfter', seconds: 2 });
		expect(reply).toMatchObject({ status: 503, code: 'SlowDown', headers: { 'retry-after': '2' } });
	});

	it('stores the object and tells a wrong ETag', async () => {
		const { reply, stored } = await putUnder({ kind: 'wrongEtag' });
		expect(reply.status).toBe(200);
		expect(reply.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
		expect(reply.headers.etag).not.toBe(`"${MD5}"`);
		expect(reply.headers['x-amz-server-side-encryption']).toBe('AES256');
		expect(stored).toMatchObject({ md5: MD5 });
		expect((await putUnder({ kind: 'wrongEtag', etag: 'x-1' })).reply.headers.etag).toBe('"x-1"');
	});

	it('stores the object as under a KMS key', async () => {
		const { reply, stored } = await putUnder({ kind: 'kmsEtag' });
		expect(reply.headers['x-amz-server-side-encryption']).toBe('aws:kms');
		expect(reply.headers.etag).not.toBe(`"${MD5}"`);
		expect(stored).toMatchObject({ md5: MD5 });
	});

	it('stores the object and answers an error', async () => {
		const { reply, stored } = await putUnder({ kind: 'storedThenError' });
		expect(reply).toMatchObject({ status: 500, code: 'InternalError' });
		expect(stored).toMatchObject({ md5: MD5 });
	});

	it('takes its time', async () => {
		const startedAtMs = performance.now();
		expect((await putUnder({ kind: 'latency', ms: 60 })).reply.status).toBe(200);
		expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(55);
	});

	it.each([0, 1, 500_000, 2_000_000])('resets the connection after %d bytes', async (bytes) => {
		const { id, failed } = await unansweredPut({ kind: 'resetAfter', bytes });
		expect((await failed).code).toMatch(/^(ECONNRESET|EPIPE)$/);
		expect(requestOf(id)?.receivedBytes).toBeGreaterThanOrEqual(Math.min(bytes, BYTES.length));
		expect(requestOf(id)?.status).toBeUndefined();
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('stores the object and resets the connection', async () => {
		const { id, failed } = await unansweredPut({ kind: 'storedThenError', hangUp: true });
		expect((await failed).code).toBe('ECONNRESET');
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
	});

	it('stops reading and never answers', async () => {
		const { id, request } = await unansweredPut({ kind: 'stallAfter', bytes: 200_000 });
		await until(() => (requestOf(id)?.receivedBytes ?? 0) >= 200_000);
		expect((await put((await uploadUrl(sandbox)).url, BYTES)).status).toBe(200);
		expect(requestOf(id)?.receivedBytes).toBeLessThan(400_000);
		expect(requestOf(id)?.status).toBeUndefined();
		expect(await sandbox.stored(id)).toBeUndefined();
		request.destroy();
	});

	it('reads everything and never answers', async () => {
		const { id, request } = await unansweredPut({ kind: 'silent' });
		await until(() => requestOf(id)?.md5 === MD5);
		expect((await put((await uploadUrl(sandbox)).url, BYTES)).status).toBe(200);
		expect(requestOf(id)?.status).toBeUndefined();
		expect(await sandbox.stored(id)).toBeUndefined();
		request.destroy();
	});

	it('refuses a connection', async () => {
		const { failed } = await unansweredPut({ kind: 'refuse' });
		expect((await failed).code).toMatch(/^(ECONNRESET|EPIPE)$/);
		expect(sandbox.requests.at(-1)).toMatchObject({ target: 's3', fault: 'refuse' });
	});

	it('happens before a waiting client is told to send its body, where it answers early', async () => {
		sandbox.faults.add({ target: 's3', kind: 'status', status: 503, early: true });
		const { url } = await uploadUrl(sandbox);
		expect(await put(url, BYTES, { Expect: '100-continue' })).toMatchObject({ status: 503, continued: false });
	});
});
