import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';

import { makeCertificate } from './certificate.js';
import { readAll, readUntil, until, uploadUrl } from './client.cjs';
import { type ForwardProxy, startForwardProxy } from './forwardProxy.js';
import type { ForwardRule } from './forwardRules.js';
import { type Sandbox, startSandbox } from './index.js';

const BYTES = randomBytes(300_000);
const MD5 = createHash('md5').update(BYTES).digest('hex');
const certificate = makeCertificate();

let sandbox: Sandbox;
let secure: Sandbox;
let proxy: ForwardProxy;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
	secure = await startSandbox({ s3: null, tls: certificate, verifySignature: false });
	proxy = await startForwardProxy();
});
afterEach(() => {
	proxy.faults.clear();
	proxy.requests.splice(0);
});
afterAll(async () => await Promise.all([proxy.close(), sandbox.close(), secure.close()]));

const hostOf = (url: string) => new URL(url).host;

/** A request through a proxy by its whole URL: the answer's status and text, or the error's code. */
async function send(through: ForwardProxy, url: string, method: string, body: string | Buffer, headers: http.OutgoingHttpHeaders = {}) {
	return await new Promise<{ status?: number; text?: string; code?: string; headers?: http.IncomingHttpHeaders }>((resolve) => {
		const all = { Host: URL.canParse(url) ? hostOf(url) : 'a', 'Content-Length': Buffer.byteLength(body), 'Proxy-Connection': 'close', ...headers };
		const request = http.request({ port: through.port, host: '127.0.0.1', method, path: url, headers: all, agent: false }, (response) => {
			response.toArray().then(
				(chunks) => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }),
				({ code }) => resolve({ code }),
			);
		});
		request.once('error', ({ code }: NodeJS.ErrnoException) => resolve({ code }));
		if (headers.Expect) request.once('continue', () => request.end(body)).flushHeaders();
		else request.end(body);
	});
}

const putThrough = async (through: ForwardProxy = proxy, headers?: http.OutgoingHttpHeaders) => {
	const { id, url } = await uploadUrl(sandbox);
	return { id, url, reply: await send(through, url, 'PUT', BYTES, headers) };
};

/** Opens a tunnel to the sandbox that speaks TLS; what the proxy answered, and the connection. */
async function connect(through: ForwardProxy = proxy, headers: string[] = []) {
	const host = hostOf(secure.s3Url);
	const socket = net.connect(through.port, '127.0.0.1');
	socket.on('error', () => {});
	socket.write([`CONNECT ${host} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''].join('\r\n'));
	return { socket, answer: await readUntil(socket, /\r\n\r\n/).catch(() => 'closed') };
}

/** An upload through a tunnel: all that was answered until the connection was closed. */
async function putBy(socket: net.Socket) {
	const { id, path } = await secureUpload();
	if (socket.destroyed) return { id, outcome: '' };
	const secured = tls.connect({ socket, ca: certificate.cert, servername: 'localhost' });
	let outcome = '';
	secured.on('data', (chunk) => (outcome += chunk)).on('error', () => {});
	secured.write(`PUT ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${BYTES.length}\r\n\r\n`);
	secured.write(BYTES);
	await new Promise((resolve) => [secured, socket].forEach((each) => each.once('close', resolve)));
	return { id, outcome };
}

async function secureUpload() {
	const { hostname, port } = new URL(secure.apiUrl);
	const socket = tls.connect({ host: hostname, port: Number(port), ca: certificate.cert });
	const body = JSON.stringify({ filename: 'data.csv' });
	const headers = `Host: a\r\nConnection: close\r\nAuth-Api-Token: ${secure.token}\r\nContent-Type: application/json`;
	socket.write(`POST /v1/uploads HTTP/1.1\r\n${headers}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
	const answer = JSON.parse((await readAll(socket)).split('\r\n\r\n')[1]) as { id: number; url: string };
	return { id: answer.id, path: new URL(answer.url).pathname };
}

describe('the forward proxy, asked by a whole URL', () => {
	it('passes on the request, less what was for itself, and the answer', async () => {
		const { id, url, reply } = await putThrough(proxy, { 'Proxy-Authorization': 'Basic eA==', 'X-Other': '1' });
		expect(reply).toMatchObject({ status: 200, headers: { etag: `"${MD5}"` } });
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
		const { headers } = sandbox.requests.at(-1)!;
		expect(headers).toMatchObject({ 'x-other': '1', connection: 'close', host: hostOf(url) });
		expect(Object.keys(headers!).filter((name) => name.startsWith('proxy-'))).toEqual([]);
		expect(proxy.requests).toMatchObject([
			{ method: 'PUT', url, host: hostOf(url), headers: { 'proxy-authorization': 'Basic eA==' }, toServerBytes: BYTES.length },
		]);
		expect(proxy.requests[0].status).toBeUndefined();
		expect(proxy.requests[0].toClientBytes).toBeGreaterThan(100);
	});

	it('passes on that the server wants the body now', async () => {
		const { id, reply } = await putThrough(proxy, { Expect: '100-continue' });
		expect(reply.status).toBe(200);
		expect(sandbox.requests.at(-1)).toMatchObject({ headers: { expect: '100-continue' }, receivedBytes: BYTES.length });
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
	});

	it('passes on an early answer', async () => {
		sandbox.faults.add({ target: 's3', kind: 'status', status: 503, early: true });
		expect((await putThrough()).reply.status).toBe(503);
	});

	it.each<[ForwardRule, RegExp]>([
		[{ kind: 'resetAfter', bytes: 100_000 }, /^(ECONNRESET|EPIPE)$/],
		[{ kind: 'resetAfter', bytes: 10, direction: 'toClient' }, /^(ECONNRESET|EPIPE|HPE_)/],
		[{ kind: 'drop' }, /^(ECONNRESET|EPIPE)$/],
		[{ kind: 'drop', reset: true }, /^(ECONNRESET|EPIPE)$/],
	])('breaks off: %j', async (rule, code) => {
		proxy.faults.add(rule);
		expect((await putThrough()).reply.code).toMatch(code);
		expect(proxy.requests).toMatchObject([{ fault: rule.kind }]);
		expect((await putThrough()).reply.status).toBe(200);
	});

	it('answers by itself, only what it is to', async () => {
		proxy.faults.add({ kind: 'answer', status: 502, html: true, headers: { 'X-By': 'proxy' }, match: { method: 'PUT', host: hostOf(sandbox.s3Url) } });
		const post = { 'Auth-Api-Token': sandbox.token, 'Content-Type': 'application/json' };
		expect((await send(proxy, `${sandbox.apiUrl}/v1/uploads`, 'POST', '{"filename":"a.csv"}', post)).status).toBe(201);
		const { id, reply } = await putThrough();
		expect(reply).toMatchObject({ status: 502, headers: { 'content-type': 'text/html', 'x-by': 'proxy' } });
		expect(reply.text).toContain('<h1>');
		expect(await sandbox.stored(id)).toBeUndefined();
		expect(proxy.requests.map(({ fault, status }) => [fault, status])).toEqual([[undefined, undefined], ['answer', 502]]);
	});

	it('says 502 where there is nobody', async () => {
		expect((await send(proxy, 'http://127.0.0.1:1/', 'GET', '')).status).toBe(502);
		expect(proxy.requests[0]).toMatchObject({ host: '127.0.0.1:1', status: 502 });
	});

	it('says 400 to who takes it for a server', async () => {
		expect((await send(proxy, '/v1/uploads', 'GET', '')).status).toBe(400);
		expect((await send(proxy, 'https://127.0.0.1/', 'GET', '')).status).toBe(400);
	});
});

describe('the forward proxy, asked for a tunnel', () => {
	it('opens one, and counts what goes through', async () => {
		const { socket, answer } = await connect(proxy, ['X-Seen: 1']);
		expect(answer).toMatch(/^HTTP\/1\.1 200 /);
		const { id, outcome } = await putBy(socket);
		expect(outcome).toMatch(/^HTTP\/1\.1 200 /);
		expect(await secure.stored(id)).toMatchObject({ md5: MD5 });
		const host = hostOf(secure.s3Url);
		expect(proxy.requests).toMatchObject([{ method: 'CONNECT', url: host, host, headers: { 'x-seen': '1' } }]);
		expect(proxy.requests[0].toServerBytes).toBeGreaterThan(BYTES.length);
		expect(proxy.requests[0].toClientBytes).toBeGreaterThan(500);
	});

	it('never answers where it swallows it', async () => {
		proxy.faults.add({ kind: 'swallow', match: { method: 'CONNECT' } });
		let answer: string | undefined;
		void connect().then((outcome) => (answer = outcome.answer));
		await until(() => proxy.requests.length === 1);
		expect((await connect()).answer).toMatch(/ 200 /);
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(answer).toBeUndefined();
		expect(proxy.requests.map(({ fault }) => fault)).toEqual(['swallow', undefined]);
	});

	it.each([false, true])('closes the connection (by a reset: %s)', async (reset) => {
		proxy.faults.add({ kind: 'drop', reset });
		expect((await connect()).answer).toBe('closed');
		expect((await connect()).answer).toMatch(/ 200 /);
	});

	it.each([407, 502])('answers %d', async (status) => {
		proxy.faults.add({ kind: 'answer', status });
		const { socket, answer } = await connect();
		expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
		expect(/Proxy-Authenticate: Basic/.test(answer)).toBe(status === 407);
		await until(() => socket.destroyed);
		expect(proxy.requests).toMatchObject([{ fault: 'answer', status, toServerBytes: 0 }]);
	});

	it('answers 200 with a page where a tunnel should be', async () => {
		proxy.faults.add({ kind: 'answer', status: 200, html: true });
		const { socket, answer } = await connect();
		expect(answer).toMatch(/^HTTP\/1\.1 200 .*text\/html/s);
		const { id, outcome } = await putBy(socket);
		expect(outcome).toBe('');
		expect(await secure.stored(id)).toBeUndefined();
	});

	it.each<ForwardRule>([
		{ kind: 'resetAfter', bytes: 0 },
		{ kind: 'resetAfter', bytes: 100_000 },
		{ kind: 'resetAfter', bytes: 1000, direction: 'toClient' },
		{ kind: 'flipBit', bytes: 100_000 },
	])('breaks off in the middle: %j', async (rule) => {
		proxy.faults.add(rule);
		const { socket, answer } = await connect();
		// A connection that is reset at once may lose the answer.
		expect(answer).toMatch(rule.bytes === 0 ? / 200 |closed/ : / 200 /);
		const { id, outcome } = await putBy(socket);
		expect(outcome).toBe('');
		expect(await secure.stored(id)).toBeUndefined();
		expect(proxy.requests).toMatchObject([{ fault: rule.kind }]);
	});

	it('stops in the middle', async () => {
		proxy.faults.add({ kind: 'stallAfter', bytes: 50_000 });
		const { socket } = await connect();
		void putBy(socket);
		await until(() => proxy.requests[0].toServerBytes === 50_000);
		expect((await putThrough()).reply.status).toBe(200);
		expect(socket.destroyed).toBe(false);
		socket.destroy();
	});

	it('takes its time to connect', async () => {
		proxy.faults.add({ kind: 'latency', ms: 60 });
		const startedAtMs = performance.now();
		expect((await connect()).answer).toMatch(/ 200 /);
		expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(55);
	});

	it('says 502 where there is nobody', async () => {
		const socket = net.connect(proxy.port, '127.0.0.1');
		socket.write('CONNECT 127.0.0.1:1 HTTP/1.1\r\n\r\n');
		expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 502 /);
	});
});

describe('a forward proxy with a login', () => {
	let guarded: ForwardProxy;
	beforeAll(async () => {
		guarded = await startForwardProxy({ login: { user: 'me@work', password: 'p:w' } });
	});
	afterAll(async () => await guarded.close());
	const right = `Basic ${Buffer.from('me@work:p:w').toString('base64')}`;

	it('tells its address with it', () => {
		const { username, password, port } = new URL(guarded.url);
		expect([username, password, port].map(decodeURIComponent)).toEqual(['me@work', 'p:w', String(guarded.port)]);
	});

	it.each([[], ['Proxy-Authorization: Basic eDp5']])('asks who comes without the right one for it: %s', async (...headers) => {
		const { answer } = await connect(guarded, headers);
		expect(answer).toMatch(/^HTTP\/1\.1 407 .*Proxy-Authenticate: Basic/s);
		const { reply } = await putThrough(guarded);
		expect(reply).toMatchObject({ status: 407, headers: { 'proxy-authenticate': expect.stringMatching(/^Basic/) } });
	});

	it('lets through who has it, before any fault is used up', async () => {
		guarded.faults.add({ kind: 'answer', status: 502 });
		expect((await connect(guarded)).answer).toMatch(/ 407 /);
		expect((await connect(guarded, [`Proxy-Authorization: ${right}`])).answer).toMatch(/ 502 /);
		expect((await connect(guarded, [`Proxy-Authorization: ${right}`])).answer).toMatch(/ 200 /);
		expect((await putThrough(guarded, { 'Proxy-Authorization': right })).reply.status).toBe(200);
	});
});

describe('rules of the forward proxy', () => {
	it('last as long as they say', async () => {
		proxy.faults.add({ kind: 'answer', status: 500, times: 2 });
		proxy.faults.add({ kind: 'answer', status: 503, times: null });
		const statuses = [];
		for (let time = 0; time < 5; time++) statuses.push((await putThrough()).reply.status);
		expect(statuses).toEqual([500, 500, 503, 503, 503]);
		expect(proxy.faults.list()).toEqual([{ kind: 'answer', status: 503, times: null }]);
	});

	it.each([
		['an unknown kind', { kind: 'swallowed' }],
		['a kind that every object has', { kind: 'toString' }],
		['a missing field', { kind: 'answer' }],
		['a field of another kind', { kind: 'swallow', bytes: 1 }],
		['a field of another type', { kind: 'resetAfter', bytes: '1' }],
		['another direction', { kind: 'resetAfter', bytes: 1, direction: 'down' }],
		['a match of nothing that is known', { kind: 'swallow', match: { url: 'a' } }],
		['no times', { kind: 'swallow', times: 0 }],
	])('are not taken with %s', (_, rule) => {
		expect(() => proxy.faults.add(rule as ForwardRule)).toThrow(TypeError);
		expect(proxy.faults.list()).toEqual([]);
	});
});
