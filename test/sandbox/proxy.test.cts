import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';

import { put, rawPut, readAll, until, uploadUrl } from './client.cjs';
import { type Sandbox, startSandbox } from './index.js';
import { type Proxy, type ProxyRule, startProxy } from './proxy.js';

const BYTES = randomBytes(1_000_000);
const MD5 = createHash('md5').update(BYTES).digest('hex');

let sandbox: Sandbox;
let proxy: Proxy;
beforeEach(async () => {
	// Signatures are of the server's own address.
	sandbox = await startSandbox({ s3: null, verifySignature: false });
	proxy = await startProxy({ targetPort: Number(new URL(sandbox.s3Url).port) });
});
afterEach(async () => {
	await proxy.close();
	await sandbox.close();
});

async function urlThroughProxy() {
	const { id, url } = await uploadUrl(sandbox);
	return { id, url: url.replace(sandbox.s3Url, proxy.url) };
}
const requestOf = (id: number) => sandbox.requests.find(({ target, uploadId }) => target === 's3' && uploadId === id);

describe('the proxy', () => {
	it('passes everything on', async () => {
		const { id, url } = await urlThroughProxy();
		expect((await put(url, BYTES)).headers.etag).toBe(`"${MD5}"`);
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
		expect(proxy.connections).toMatchObject([{ fault: undefined }]);
		expect(proxy.connections[0].toServerBytes).toBeGreaterThan(BYTES.length);
		expect(proxy.connections[0].toClientBytes).toBeGreaterThan(200);
	});

	it('passes on that a client has gone', async () => {
		const { id, url } = await urlThroughProxy();
		const request = http.request(url, { method: 'PUT', agent: false, headers: { 'Content-Length': 100 } });
		request.once('error', () => {});
		request.write('some');
		await until(() => requestOf(id)?.receivedBytes === 4);
		const answersBefore = sandbox.requests.length;
		request.destroy();
		expect((await put((await urlThroughProxy()).url, BYTES)).status).toBe(200);
		expect(sandbox.requests).toHaveLength(answersBefore + 2);
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('passes on that a client has ended, and the answer', async () => {
		const { url } = await urlThroughProxy();
		const socket = rawPut(url, ['Content-Length: 100']);
		socket.end('only these');
		expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 400 .*<Code>IncompleteBody<\/Code>/s);
	});

	it('passes on that the server has broken off', async () => {
		sandbox.faults.add({ target: 's3', kind: 'resetAfter', bytes: 1000 });
		const { url } = await urlThroughProxy();
		await expect(put(url, BYTES)).rejects.toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|EPIPE)$/) });
	});

	it('breaks off when there is no server', async () => {
		const { url } = await urlThroughProxy();
		await sandbox.close();
		await expect(put(url, 'x')).rejects.toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|EPIPE)$/) });
		sandbox = await startSandbox({ s3: null });
	});

	it('waits for a slow server', async () => {
		sandbox.faults.add({ target: 's3', kind: 'rate', bytesPerSecond: 64 * 2 ** 20 });
		const { id, url } = await urlThroughProxy();
		expect((await put(url, Buffer.alloc(16 * 2 ** 20))).status).toBe(200);
		expect(await sandbox.stored(id)).toMatchObject({ sizeBytes: 16 * 2 ** 20 });
	});

	it.each<ProxyRule>([
		{ kind: 'resetAfter', bytes: 0 },
		{ kind: 'resetAfter', bytes: 300_000 },
		{ kind: 'refuse' },
	])('breaks a connection: %j', async (rule) => {
		proxy.faults.add(rule);
		const { id, url } = await urlThroughProxy();
		await expect(put(url, BYTES)).rejects.toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|EPIPE)$/) });
		expect(await sandbox.stored(id)).toBeUndefined();
		expect(requestOf(id)?.receivedBytes ?? 0).toBeLessThanOrEqual(rule.bytes ?? 0);
		expect(proxy.connections).toMatchObject([{ fault: rule.kind }]);
		expect(proxy.connections[0].toServerBytes).toBeLessThanOrEqual(rule.bytes ?? 0);
		expect((await put(url, BYTES)).status).toBe(200);
	});

	it('loses the answer to an upload that has arrived', async () => {
		proxy.faults.add({ kind: 'resetAfter', bytes: 10, direction: 'toClient' });
		const { id, url } = await urlThroughProxy();
		await expect(put(url, BYTES)).rejects.toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|HPE_|EPIPE)/) });
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
	});

	it.each<ProxyRule>([
		{ kind: 'stallAfter', bytes: 300_000 },
		{ kind: 'rate', bytesPerSecond: 1 },
	])('holds bytes back: %j', async (rule) => {
		proxy.faults.add(rule);
		const { id, url } = await urlThroughProxy();
		const request = http.request(url, { method: 'PUT', agent: false, headers: { 'Content-Length': BYTES.length } });
		request.once('error', () => {});
		request.end(BYTES);
		await until(() => (requestOf(id)?.receivedBytes ?? 0) > 0);
		expect((await put((await urlThroughProxy()).url, BYTES)).status).toBe(200);
		expect(requestOf(id)?.receivedBytes).toBeLessThanOrEqual(300_000);
		expect(await sandbox.stored(id)).toBeUndefined();
		request.destroy();
	});

	it('slows bytes down and loses none', async () => {
		proxy.faults.add({ kind: 'rate', bytesPerSecond: 20_000_000 });
		const startedAtMs = performance.now();
		const { url } = await urlThroughProxy();
		expect((await put(url, BYTES)).headers.etag).toBe(`"${MD5}"`);
		// The wait after the last piece is not on the way of the answer.
		expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(40);
	});

	it('takes its time, as often as it is told', async () => {
		proxy.faults.add({ kind: 'latency', ms: 50, times: 2 });
		const startedAtMs = performance.now();
		for (let time = 0; time < 3; time++) expect((await put((await urlThroughProxy()).url, 'x')).status).toBe(200);
		expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(95);
		expect(proxy.connections.map(({ fault }) => fault)).toEqual(['latency', 'latency', undefined]);
	});

	it('takes no faulty fault', () => {
		expect(() => proxy.faults.add({ kind: 'resetAfter' })).toThrow('needs "bytes"');
		expect(() => proxy.faults.add({ kind: 'cut' as ProxyRule['kind'] })).toThrow('no fault "cut"');
		expect(() => proxy.faults.add({ kind: 'valueOf' as ProxyRule['kind'] })).toThrow('no fault "valueOf"');
		expect(() => proxy.faults.add({ kind: 'flipBit' })).toThrow('needs "bytes"');
		expect(() => proxy.faults.add({ kind: 'latency', ms: 1, bytes: 1 })).toThrow('no field "bytes"');
		expect(() => proxy.faults.add({ kind: 'flipBit', bytes: 1, direction: 'up' as 'toClient' })).toThrow('"direction"');
	});
});
