import { once } from 'node:events';
import http from 'node:http';
import { createGunzip, gunzipSync } from 'node:zlib';

import { askForUrl, put, rawSend, readAll, readUntil, until, uploadUrl } from './client.cjs';
import { type FaultRule, type Sandbox, startSandbox } from './index.js';

const MIB = 2 ** 20;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => await sandbox.close());

type Ask = { target: FaultRule['target']; path: string; head: string; body: string };

/** The two requests of an upload, ready to be sent by hand. */
async function requestTo(target: FaultRule['target'], body = 'body'): Promise<Ask> {
	if (target === 'api') {
		const json = JSON.stringify({ filename: 'data.csv' });
		const head = `POST /v1/uploads HTTP/1.1\r\nHost: a\r\nAuth-Api-Token: ${sandbox.token}\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\n`;
		return { target, path: sandbox.apiUrl, head, body: json };
	}
	const { url } = await uploadUrl(sandbox);
	const { pathname, search, host } = new URL(url);
	return { target, path: sandbox.s3Url, head: `PUT ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${body.length}\r\n`, body };
}

/** Sends one under a fault, on a connection of its own that ends with the answer. */
async function send(rule: FaultRule) {
	const { path, head, body } = await requestTo(rule.target);
	sandbox.faults.add(rule);
	const socket = rawSend(path, `${head}Connection: close\r\n\r\n${body}`);
	socket.on('error', () => {});
	return socket;
}

const lastRequest = () => sandbox.requests[sandbox.requests.length - 1];

/** The answer of Node's own client, its body unread. */
async function open(rule: FaultRule): Promise<http.IncomingMessage> {
	const { path, head, body } = await requestTo(rule.target);
	sandbox.faults.add(rule);
	const [start, ...lines] = head.trim().split('\r\n');
	const [method, target] = start.split(' ');
	const headers = Object.fromEntries(lines.map((line) => line.split(': ')));
	const request = http.request(`${path}${target}`, { method, agent: false, headers });
	request.on('error', () => {});
	request.end(body);
	const [response] = (await once(request, 'response')) as [http.IncomingMessage];
	response.on('error', () => {});
	return response;
}

const bytesOf = async (response: http.IncomingMessage) => Buffer.concat(await response.toArray());

describe('an answer whose head comes first', () => {
	const kinds: FaultRule[] = [
		{ target: 's3', kind: 'slowBody' },
		{ target: 's3', kind: 'status', status: 503, headFirst: true },
		{ target: 's3', kind: 'status', status: 503, early: true, headFirst: true },
		{ target: 's3', kind: 'earlyAnswer', status: 403, headFirst: true },
		{ target: 's3', kind: 'answerAt', bytes: 2, status: 500, headFirst: true },
		{ target: 's3', kind: 'noEtag', headFirst: true },
		{ target: 's3', kind: 'kmsEtag', crc64: true, headFirst: true },
		{ target: 's3', kind: 'signInPage', headFirst: true },
		{ target: 's3', kind: 'earlySuccess', headFirst: true },
		{ target: 's3', kind: 'redirect', headFirst: true },
		{ target: 's3', kind: 'retryAfter', seconds: 1, headFirst: true },
		{ target: 's3', kind: 'errorBody', status: 400, body: '<Error/>', headFirst: true },
		{ target: 'api', kind: 'slowBody' },
		{ target: 'api', kind: 'status', status: 500, headFirst: true },
		{ target: 'api', kind: 'errorBody', status: 201, body: '{}', headFirst: true },
	];

	it.each(kinds)('has no body for a time, or for ever: %j', async (rule) => {
		const socket = await send({ ...rule, ms: -1 });
		const head = await readUntil(socket, /\r\n\r\n/);
		// Another request passes; the body still has not come.
		expect((await askForUrl(sandbox, { filename: 'b.csv' })).status).toBe(201);
		let more = '';
		socket.on('data', (chunk) => (more += chunk));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect({ after: head.split('\r\n\r\n')[1], more, open: !socket.destroyed }).toEqual({ after: '', more: '', open: true });
		expect(sandbox.requests.at(-2)).toMatchObject({ fault: rule.kind, answeredBytes: 0 });
		socket.destroy();
	});

	it.each(kinds)('has its body in the end: %j', async (rule) => {
		const startedAtMs = performance.now();
		const [head, body] = (await readAll(await send({ ...rule, ms: 30 }))).split('\r\n\r\n', 2);
		expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(25);
		// An empty body comes chunked, as it could have no later end otherwise.
		if (head.includes('chunked')) expect(body).toBe('0');
		else expect(body).toHaveLength(Number(/Content-Length: (\d+)/i.exec(head)![1]));
	});

	it('comes before the body is read', async () => {
		const { path, head } = await requestTo('s3', 'the body');
		sandbox.faults.add({ target: 's3', kind: 'status', status: 503, early: true, headFirst: true, ms: -1 });
		const socket = rawSend(path, `${head}\r\n`);
		expect(await readUntil(socket, /\r\n\r\n/)).toMatch(/^HTTP\/1\.1 503 /);
		expect(lastRequest()).toMatchObject({ status: 503, receivedBytes: 0, answeredBytes: 0 });
		socket.destroy();
	});

	it('tells the ETag of a stored object', async () => {
		const response = await open({ target: 's3', kind: 'slowBody', ms: 20, headers: { 'X-More': '1' } });
		expect(response.headers).toMatchObject({ etag: '"841a2d689ad86bd1611447453c22c6fc"', 'x-more': '1' });
		expect(await bytesOf(response)).toHaveLength(0);
		expect(lastRequest()).toMatchObject({ fault: 'slowBody', stored: true, status: 200 });
	});
});

describe('an answer that never ends', () => {
	it.each<FaultRule & { begins: string }>([
		{ target: 's3', kind: 'endlessBody', begins: 'aaa' },
		{ target: 's3', kind: 'endlessBody', status: 503, code: 'SlowDown', begins: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>SlowDown</Code>' },
		{ target: 's3', kind: 'endlessBody', status: 500, early: true, begins: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>InternalError</Code>' },
		{ target: 'api', kind: 'endlessBody', begins: '{"id":' },
		{ target: 'api', kind: 'endlessBody', status: 500, message: 'Oh', begins: '{"error":"Oh' },
	])('comes as fast as it is read: %j', async ({ begins, ...rule }) => {
		const response = await open(rule);
		expect(response.statusCode).toBe(rule.status ?? (rule.target === 's3' ? 200 : 201));
		expect(response.headers['content-length']).toBeUndefined();
		let text = '';
		let received = 0;
		for await (const chunk of response) {
			if (text.length < 200) text += String(chunk).slice(0, 200);
			received += chunk.length;
			if (received > 32 * MIB) break;
		}
		expect(text.startsWith(begins)).toBe(true);
		expect(lastRequest()).toMatchObject({ fault: 'endlessBody', receivedBytes: rule.early ? 0 : expect.any(Number) });
		expect(lastRequest().answeredBytes).toBeGreaterThanOrEqual(32 * MIB);
		expect(lastRequest().stored).toBeUndefined();
	});

	it('waits where it is not read, and stops with its reader', async () => {
		const response = await open({ target: 's3', kind: 'endlessBody', status: 500 });
		let before = -1;
		await until(() => {
			const stands = before === lastRequest().answeredBytes && before > 0;
			before = lastRequest().answeredBytes ?? 0;
			return stands;
		});
		// What the machine's buffers take.
		expect(before).toBeLessThan(16 * MIB);
		response.destroy();
		expect((await put((await uploadUrl(sandbox)).url, 'x')).status).toBe(200);
	});

	it('has an ETag where that is wanted', async () => {
		const response = await open({ target: 's3', kind: 'endlessBody', etag: 'endless', headers: { 'X-More': '1' } });
		expect(response.headers).toMatchObject({ etag: '"endless"', 'x-more': '1' });
		response.destroy();
	});

	it.each<FaultRule & { begins: string }>([
		{ target: 's3', kind: 'endlessBody', gzip: true, status: 503, begins: '<?xml' },
		{ target: 's3', kind: 'endlessBody', gzip: true, status: 503, early: true, begins: '<?xml' },
		{ target: 's3', kind: 'endlessBody', gzip: true, begins: '\0\0' },
		{ target: 'api', kind: 'endlessBody', gzip: true, begins: '{"id":' },
	])('explodes as gzip: %j', async ({ begins, ...rule }) => {
		const response = await open(rule);
		expect(response.headers['content-encoding']).toBe('gzip');
		const unzipped = createGunzip();
		unzipped.on('error', () => {});
		response.pipe(unzipped);
		let start = '';
		let size = 0;
		for await (const chunk of unzipped) {
			start ||= String(chunk).slice(0, 10);
			size += chunk.length;
			if (size > 64 * MIB) break;
		}
		response.destroy();
		expect(start.startsWith(begins)).toBe(true);
		expect(unzipped.bytesWritten).toBeLessThan(MIB);
		expect(size / unzipped.bytesWritten).toBeGreaterThan(100);
	});
});

describe('an answer that trickles', () => {
	it.each<FaultRule>([
		{ target: 'api', kind: 'trickle', ms: 1 },
		{ target: 'api', kind: 'trickle', ms: 2, bytes: 10, status: 500 },
		{ target: 's3', kind: 'trickle', ms: 1, bytes: 10, status: 503 },
		{ target: 's3', kind: 'trickle', ms: 1, bytes: 10, status: 503, early: true },
	])('is whole in the end: %j', async (rule) => {
		const startedAtMs = performance.now();
		const text = String(await bytesOf(await open(rule)));
		expect(performance.now() - startedAtMs).toBeGreaterThan(text.length / (rule.bytes ?? 1) / 2);
		if (rule.target === 's3') expect(text).toContain('<Code>ServiceUnavailable</Code>');
		else if (rule.status === undefined) expect(JSON.parse(text)).toMatchObject({ id: expect.any(Number) });
		else expect(JSON.parse(text)).toMatchObject({ error: expect.any(String) });
	});

	it('goes on for ever where that is wanted', async () => {
		const response = await open({ target: 'api', kind: 'trickle', ms: 1, bytes: 100, forever: true });
		let text = '';
		for await (const chunk of response) {
			text += String(chunk);
			if (text.endsWith(' '.repeat(300))) break;
		}
		expect(JSON.parse(text)).toMatchObject({ id: expect.any(Number) });
	});
});

describe('an answer as gzip', () => {
	it.each<FaultRule & { says: string }>([
		{ target: 'api', kind: 'gzipAnswer', says: '"url":"http' },
		{ target: 'api', kind: 'gzipAnswer', status: 500, message: 'No', says: '{"error":"No"}' },
		{ target: 's3', kind: 'gzipAnswer', status: 403, code: 'ExpiredToken', says: '<Code>ExpiredToken</Code>' },
		{ target: 's3', kind: 'gzipAnswer', status: 502, html: true, early: true, says: '<!DOCTYPE html>' },
	])('is whole: %j', async ({ says, ...rule }) => {
		const response = await open(rule);
		expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' });
		expect(String(gunzipSync(await bytesOf(response)))).toContain(says);
	});

	it.each<FaultRule & { error: string }>([
		{ target: 'api', kind: 'damagedGzip', error: 'invalid block type' },
		{ target: 'api', kind: 'damagedGzip', atEnd: true, error: 'incorrect data check' },
		{ target: 'api', kind: 'damagedGzip', bytes: 60, error: 'unexpected end of file' },
		{ target: 's3', kind: 'damagedGzip', status: 503, error: 'invalid block type' },
	])('is damaged: %j', async ({ error, ...rule }) => {
		const bytes = await bytesOf(await open(rule));
		expect(() => gunzipSync(bytes)).toThrow(error);
	});
});

describe('an answer with a body of the rule', () => {
	it.each<FaultRule>([
		{ target: 's3', kind: 'errorBody', status: 400, body: '<Error><Code>constructor</Code></Error>' },
		{ target: 's3', kind: 'errorBody', status: 403, body: '<Error><Code>__proto__</Code></Error>', early: true },
		{ target: 's3', kind: 'errorBody', status: 503, body: '' },
		{ target: 's3', kind: 'errorBody', status: 400, body: `${' '.repeat(10 * MIB)}<Code>SlowDown</Code>` },
		{ target: 'api', kind: 'errorBody', status: 400, body: '{"error": {"é": [' },
	])('is that, whatever it is: $status', async (rule) => {
		const response = await open(rule);
		expect(response.statusCode).toBe(rule.status);
		expect(response.headers['content-type']).toBe(rule.target === 's3' ? 'application/xml' : 'application/json');
		expect((await bytesOf(response)).equals(Buffer.from(rule.body!))).toBe(true);
		expect(lastRequest().stored).toBeUndefined();
	});

	it('is of any type', async () => {
		const response = await open({ target: 's3', kind: 'errorBody', status: 400, body: 'x', headers: { 'Content-Type': 'a/b' } });
		expect(response.headers['content-type']).toBe('a/b');
		response.destroy();
	});
});

describe('rules about how an answer comes', () => {
	it.each([
		['a head that comes first by no time', { kind: 'status', status: 500, headFirst: true }],
		['a time for nothing', { kind: 'status', status: 500, ms: 5 }],
		['a time before now', { kind: 'latency', ms: -1 }],
		['a trickle that goes back', { target: 'api', kind: 'trickle', ms: -1 }],
		['an error of no status', { kind: 'errorBody', body: '' }],
		['a field of another kind', { kind: 'silent', bytes: 5 }],
		['a match of nothing that is known', { kind: 'silent', match: { filename: 'a' } }],
		['a negative number', { kind: 'resetAfter', bytes: -1 }],
		['an ending of what is no early answer', { kind: 'status', status: 503, stopReading: true }],
		['two endings', { kind: 'answerAt', status: 503, bytes: 1, stopReading: true, hangUp: true }],
		['a code for a success', { kind: 'endlessBody', code: 'SlowDown' }],
		['an ETag for an error', { kind: 'endlessBody', status: 500, etag: 'x' }],
		['a message for a success', { target: 'api', kind: 'gzipAnswer', message: 'No' }],
		['no number', { kind: 'resetAfter', bytes: NaN }],
		['a kind that every object has', { kind: 'constructor' }],
	])('are not taken with %s', (_, rule) => {
		expect(() => sandbox.faults.add({ target: 's3', ...rule } as FaultRule)).toThrow(TypeError);
	});
});
