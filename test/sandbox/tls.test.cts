import { createHash, randomBytes } from 'node:crypto';
import https from 'node:https';

import { makeCertificate } from './certificate.js';
import { rawSend, readAll } from './client.cjs';
import { type Sandbox, startSandbox } from './index.js';
import { type Proxy, startProxy } from './proxy.js';

const BYTES = randomBytes(300_000);
const MD5 = createHash('md5').update(BYTES).digest('hex');

const tls = makeCertificate();
let sandbox: Sandbox;
let proxy: Proxy;
beforeAll(async () => {
	sandbox = await startSandbox({
		s3: null,
		tls,
		async s3Behind(url) {
			proxy = await startProxy({ targetPort: Number(new URL(url).port) });
			return proxy.url.replace('http:', 'https:');
		},
	});
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => {
	await proxy.close();
	await sandbox.close();
});

/** One request by TLS: the answer's status and text, or the error's code. */
async function ask(url: string, method: string, body: string | Buffer, headers = {}) {
	return await new Promise<{ status?: number; text?: string; code?: string }>((resolve) => {
		const options = { method, headers: { 'Content-Length': body.length, ...headers }, ca: tls.cert, agent: false };
		const request = https.request(url, options, (response) => {
			response.toArray().then(
				(chunks) => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }),
				({ code }) => resolve({ code }),
			);
		});
		request.once('error', ({ code }: NodeJS.ErrnoException) => resolve({ code }));
		request.end(body);
	});
}

async function uploadUrl() {
	const headers = { 'Auth-Api-Token': sandbox.token, 'Content-Type': 'application/json' };
	const { text } = await ask(`${sandbox.apiUrl}/v1/uploads`, 'POST', '{"filename":"data.csv"}', headers);
	return JSON.parse(text!) as { id: number; url: string };
}
const put = async (url: string) => await ask(url, 'PUT', BYTES);

describe('the sandbox by TLS', () => {
	it('takes an upload through a proxy that its URL names', async () => {
		const { id, url } = await uploadUrl();
		expect(new URL(url).origin).toBe(sandbox.s3Url);
		expect(new URL(url).port).toBe(String(proxy.port));
		expect(await put(url)).toMatchObject({ status: 200 });
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
	});

	it('can give a URL that leads there without TLS', async () => {
		sandbox.faults.add({ target: 'api', kind: 'httpUrl' });
		expect((await uploadUrl()).url).toMatch(/^http:/);
	});

	it('resets a connection', async () => {
		sandbox.faults.add({ target: 's3', kind: 'resetAfter', bytes: 1000 });
		const { url } = await uploadUrl();
		expect((await put(url)).code).toMatch(/^(ECONNRESET|EPIPE)$/);
		sandbox.faults.add({ target: 'api', kind: 'resetAfter', bytes: 0 });
		await expect(uploadUrl()).rejects.toThrow();
		expect(await put(url)).toMatchObject({ status: 200 });
	});

	it.each(['toServer', 'toClient'] as const)('breaks off where a bit of a record %s is flipped', async (direction) => {
		expect(await put((await uploadUrl()).url)).toMatchObject({ status: 200 });
		const { id, url } = await uploadUrl();
		// In the body, and in the middle of the answer.
		const bytes = direction === 'toServer' ? 100_000 : proxy.connections.at(-1)!.toClientBytes - 200;
		proxy.faults.add({ kind: 'flipBit', bytes, direction });
		const { code, status } = await put(url);
		expect(status).toBeUndefined();
		expect(code).toMatch(/^(ECONNRESET|EPIPE|EPROTO|ERR_SSL_.*)$/);
		expect((await sandbox.stored(id)) !== undefined).toBe(direction === 'toClient');
		expect(await put(url)).toMatchObject({ status: 200 });
	});
});

describe('a flipped bit without TLS', () => {
	it('changes one byte of what arrives', async () => {
		const plain = await startSandbox({ s3: null });
		const between = await startProxy({ targetPort: Number(new URL(plain.apiUrl).port) });
		const body = JSON.stringify({ filename: 'abcdef.csv' });
		const request = `POST /v1/uploads HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuth-Api-Token: ${plain.token}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
		between.faults.add({ kind: 'flipBit', bytes: request.indexOf('abcdef') });
		expect(await readAll(rawSend(between.url, request))).toMatch(/^HTTP\/1\.1 201 /);
		expect(plain.requests[0].fileName).toBe('`bcdef.csv');
		await between.close();
		await plain.close();
	});
});
