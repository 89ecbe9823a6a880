// What can happen to a connection before, while and after it is made: proxies, TLS, name servers, handles.
import { randomFillSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { connect, createServer as createTcpServer } from 'node:net';
import tls from 'node:tls';

import { bytesSource } from '../../nodes/Lexer/source/bytesSource';
import { uploadFile, type UploadOptions } from '../../nodes/Lexer/transport/uploadFile';
import { makeCertificate } from '../sandbox/certificate.js';
import { type ForwardProxy, startForwardProxy } from '../sandbox/forwardProxy.js';
import { type Sandbox, startSandbox } from '../sandbox/index.js';
import { type Proxy, startProxy } from '../sandbox/proxy.js';
import { BINARY_MODES, clearBinaryData, isFirstMajor, runNode, storeBinary } from '../support/engine.cjs';
import { engineConnection } from '../support/engineConnection.cjs';

const BYTES = randomFillSync(Buffer.alloc(3_000_000));

/** n8n 1 tells an agent that certificates need not be trusted, and its agent for proxies forgets it. */
function trustThroughProxies(): void {
	const { connect } = tls;
	const spy = jest.spyOn(tls, 'connect').mockImplementation(((options: object, ...more: never[]) => connect({ ...options, rejectUnauthorized: false }, ...more)) as typeof connect);
	closers.push(() => spy.mockRestore());
}

const closers: Array<() => Promise<unknown> | void> = [];
const environment = { ...process.env };
afterEach(async () => {
	process.env = { ...environment };
	for (const close of closers.splice(0).reverse()) await close();
	await clearBinaryData();
});

async function sandboxWith(options: Parameters<typeof startSandbox>[0] = {}): Promise<Sandbox> {
	const sandbox = await startSandbox({ s3: null, ...options });
	closers.push(async () => await sandbox.close());
	return sandbox;
}

async function forwardProxy(options?: Parameters<typeof startForwardProxy>[0]): Promise<ForwardProxy> {
	const proxy = await startForwardProxy(options);
	closers.push(async () => await proxy.close());
	return proxy;
}

interface Details {
	timeouts?: { connectTimeoutMs?: number };
	baseUrl?: string;
	signal?: AbortSignal;
	/** Whether certificates that nobody has signed are good enough; default yes. */
	trustsAnyone?: boolean;
}

/** Sends one file through the transport, with n8n's own HTTP client under it. */
async function send(sandbox: Sandbox, details: Partial<UploadOptions> & Details = {}) {
	const { maxTries = 1, timeouts, baseUrl = sandbox.apiUrl, signal, trustsAnyone = true, ...more } = details;
	const connection = engineConnection({ apiToken: sandbox.token, baseUrl }, signal, timeouts, trustsAnyone);
	const options = { maxTries, stallTimeoutMs: 60_000, verifyChecksum: true, onStart: () => {}, onStored: () => {}, onMismatch: () => {}, ...more };
	const outcome = await uploadFile(connection, bytesSource('f.bin', 'text/csv', [BYTES]), options);
	return outcome.delivered
		? { attempts: outcome.receipt.attempts, checksum: outcome.receipt.checksum }
		: { cause: outcome.failure.cause, httpStatus: outcome.failure.httpStatus, mayBeDelivered: outcome.mayBeDelivered };
}

describe('through a proxy that forwards http', () => {
	it.each([true, false])('the file arrives byte by byte (with a checksum: %s), and nobody expects anything', async (verifyChecksum) => {
		const sandbox = await sandboxWith();
		const proxy = await forwardProxy({ login: { user: 'jane', password: 'p@ss' } });
		process.env.HTTP_PROXY = proxy.url;
		for (const mode of BINARY_MODES) {
			for (const sizeBytes of [0, 5, BYTES.length]) {
				const bytes = BYTES.subarray(0, sizeBytes);
				const [{ json }] = await runNode({
					credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
					parameters: { resource: 'file', operation: 'upload', options: { verifyChecksum, emptyFile: 'upload' } },
					items: [{ json: {}, binary: { data: await storeBinary(mode, bytes, { fileName: 'f.bin' }) } }],
				});
				const stored = await sandbox.stored(json.uploadId as number);
				expect(json.attempts).toBe(1);
				expect((await stored?.body?.())?.equals(bytes)).toBe(true);
			}
		}
		expect(proxy.requests).toHaveLength(BINARY_MODES.length * 3 * 2);
		expect(proxy.requests.filter(({ headers }) => 'expect' in headers)).toEqual([]);
	});

	it('a login that is missing is named', async () => {
		const sandbox = await sandboxWith();
		const proxy = await forwardProxy({ login: { user: 'jane', password: 'secret' } });
		process.env.HTTP_PROXY = `http://127.0.0.1:${proxy.port}`;
		expect(await send(sandbox)).toEqual({ cause: 'proxySignIn', httpStatus: 407, mayBeDelivered: false });
	});
});

/** Sends a file by the whole node: its error is what people see. */
async function sendThroughNode(baseUrl: string): Promise<never> {
	const run = await runNode({
		credential: { apiToken: 'token', baseUrl },
		parameters: { resource: 'file', operation: 'upload' },
		items: [{ json: {}, binary: { data: await storeBinary('filesystem', Buffer.from('x'), { fileName: 'f.csv' }) } }],
	});
	throw new Error(`It was sent: ${JSON.stringify(run)}`);
}

describe('through a proxy that connects', () => {
	/** A sandbox that speaks https, which only the proxy leads to. */
	async function behindProxy() {
		if (isFirstMajor) trustThroughProxies();
		const sandbox = await sandboxWith({ tls: makeCertificate() });
		const proxy = await forwardProxy();
		process.env.HTTPS_PROXY = proxy.url;
		return { sandbox, proxy };
	}

	it('files arrive', async () => {
		const { sandbox, proxy } = await behindProxy();
		expect(await send(sandbox)).toEqual({ attempts: 1, checksum: 'md5' });
		expect(proxy.requests.map(({ method }) => method)).toEqual(['CONNECT', 'CONNECT']);
	});

	const toStorage = (sandbox: Sandbox) => ({ match: { host: new URL(sandbox.s3Url).host } });

	it.each([
		[407, 'proxySignIn'],
		[403, 'proxyRefused'],
		[404, 'proxyRefused'],
		[502, 'proxyFailed'],
		[503, 'proxyFailed'],
		[504, 'proxyFailed'],
	])('that answers %i itself, it is %s', async (status, cause) => {
		const { sandbox, proxy } = await behindProxy();
		proxy.faults.add({ kind: 'answer', status, html: true, ...toStorage(sandbox) });
		expect(await send(sandbox)).toEqual({ cause, httpStatus: status, mayBeDelivered: false });
		expect(sandbox.requests.filter(({ target }) => target === 's3')).toEqual([]);
	});

	it.each([201, 202, 204, 206, 299])('that answers %i is not taken for one that has connected: n8n\'s HTTP client makes a tunnel of a 200 alone', async (status) => {
		const { sandbox, proxy } = await behindProxy();
		proxy.faults.add({ kind: 'answer', status, ...toStorage(sandbox) });
		expect(await send(sandbox)).toEqual({ cause: 'proxyNotSpoken', httpStatus: status, mayBeDelivered: false });
		expect(sandbox.requests.filter(({ target }) => target === 's3')).toEqual([]);
	});

	it('that answers for the API in its place, with an upload URL of its own, gets no file', async () => {
		const { sandbox } = await behindProxy();
		const other = await sandboxWith({ tls: makeCertificate() });
		const body = JSON.stringify({ id: 1, url: `${other.s3Url}/bucket/f.bin?X-Amz-Signature=0` });
		const answer = `HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
		const asked: string[] = [];
		const liar = createTcpServer((client) => {
			client.on('error', () => {});
			client.once('data', (head) => {
				const [, host, port] = /^CONNECT ([^:]+):(\d+)/.exec(head.toString())!;
				asked.push(`${host}:${port}`);
				if (asked.length === 1) return void client.end(answer);
				client.write('HTTP/1.1 200 Connection established\r\n\r\n');
				client.pipe(connect(Number(port), host).on('error', () => {})).pipe(client);
			});
		});
		await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
		closers.push(() => void liar.close());
		process.env.HTTPS_PROXY = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`;
		expect(await send(sandbox)).toMatchObject({ cause: 'proxyNotSpoken', httpStatus: 201 });
		expect(asked).toEqual([new URL(sandbox.apiUrl).host]);
		expect(other.requests).toEqual([]);
	});

	it.each([
		['answers that it could not', { kind: 'answer', status: 502 }],
		['closes the connection', { kind: 'drop' }],
		['resets the connection', { kind: 'drop', reset: true }],
	] as const)('that %s once, a second try arrives', async (_what, rule) => {
		const { sandbox, proxy } = await behindProxy();
		proxy.faults.add({ ...rule, ...toStorage(sandbox) });
		expect(await send(sandbox, { maxTries: 2 })).toEqual({ attempts: 2, checksum: 'md5' });
	});

	it.each(['https', 'http'])('that is no proxy at all says so by its address (%s)', async (scheme) => {
		const banner = createTcpServer((socket) => void socket.on('error', () => {}).once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n')));
		await new Promise<void>((resolve) => banner.listen(0, '127.0.0.1', resolve));
		closers.push(() => void banner.close());
		const address = `127.0.0.1:${(banner.address() as AddressInfo).port}`;
		process.env[`${scheme.toUpperCase()}_PROXY`] = `http://${address}`;
		const failure = sendThroughNode(`${scheme}://api.example.test`);
		await expect(failure).rejects.toMatchObject({ message: `The proxy at ${address} does not answer as a proxy: "f.csv" was not delivered`, httpCode: null });
	});

	it.each([
		['http', (address: string) => `https://${address}`],
		['https', (address: string) => `https://${address}`],
		['https', (address: string) => address],
	])('that takes no https itself says so (%s through %s)', async (scheme, addressOf) => {
		const plain = createTcpServer((socket) => void socket.on('error', () => {}).once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')));
		await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
		closers.push(() => void plain.close());
		const address = `127.0.0.1:${(plain.address() as AddressInfo).port}`;
		process.env[`${scheme.toUpperCase()}_PROXY`] = addressOf(address);
		await expect(sendThroughNode(`${scheme}://api.example.test`)).rejects.toThrow(`The proxy at ${address} does not answer as a proxy: "f.csv" was not delivered`);
	});

	it.each(['http', 'https'])('whose address has a password that is not encoded says so, and never tells it (%s)', async (scheme) => {
		process.env[`${scheme.toUpperCase()}_PROXY`] = 'http://jane:sec/ret@proxy.example:3128';
		const failure: Error = await sendThroughNode(`${scheme}://api.example.test`).catch((error: Error) => error);
		expect(failure.message).toBe('The address of the proxy that n8n is told to use cannot be read: "f.csv" was not delivered');
		expect(JSON.stringify(failure) + failure.stack).not.toMatch(/jane|sec\/ret/);
	});

	it('that closes the connection, that is the cause', async () => {
		const { sandbox, proxy } = await behindProxy();
		proxy.faults.add({ kind: 'drop', ...toStorage(sandbox) });
		expect(await send(sandbox)).toMatchObject({ cause: 'proxyClosed', mayBeDelivered: false });
	});

	it('that never answers, the connection could not be made, and no upload waits for its answer', async () => {
		const { sandbox, proxy } = await behindProxy();
		proxy.faults.add({ kind: 'swallow', ...toStorage(sandbox) });
		expect(await send(sandbox, { timeouts: { connectTimeoutMs: 500 }, stallTimeoutMs: 100 })).toMatchObject({ cause: 'connectTimeout', mayBeDelivered: false });
	});

	it('that never answers the API, the connection could not be made', async () => {
		const { sandbox, proxy } = await behindProxy();
		proxy.faults.add({ kind: 'swallow', times: null });
		expect(await send(sandbox, { timeouts: { connectTimeoutMs: 100 } })).toMatchObject({ cause: 'connectTimeout' });
	});

	it('that never answers, a cancel is heard', async () => {
		const { sandbox, proxy } = await behindProxy();
		proxy.faults.add({ kind: 'swallow', ...toStorage(sandbox) });
		const cancel = new AbortController();
		setTimeout(() => cancel.abort(), 200);
		expect(await send(sandbox, { signal: cancel.signal })).toMatchObject({ cause: 'cancelled', mayBeDelivered: false });
	});
});

describe('by TLS', () => {
	async function throughTcpProxy(options: Parameters<typeof startSandbox>[0] = {}) {
		let proxy: Proxy | undefined;
		const sandbox = await sandboxWith({
			...options,
			async s3Behind(url: string) {
				proxy = await startProxy({ targetPort: Number(new URL(url).port) });
				return url.replace(/:\d+$/, `:${proxy.port}`);
			},
		});
		closers.push(async () => await proxy?.close());
		return { sandbox, proxy: proxy! };
	}

	it.each([
		['towards the server', 'toServer', 100_000],
		['towards n8n', 'toClient', 1500],
	] as const)('one flipped bit %s is a connection that broke: a second try arrives', async (_what, direction, bytes) => {
		const { sandbox, proxy } = await throughTcpProxy({ tls: makeCertificate() });
		proxy.faults.add({ kind: 'flipBit', bytes, direction });
		expect(await send(sandbox, { maxTries: 3 })).toEqual({ attempts: 2, checksum: 'md5' });
	});

	it('one flipped bit is no untrusted certificate', async () => {
		const { sandbox, proxy } = await throughTcpProxy({ tls: makeCertificate() });
		proxy.faults.add({ kind: 'flipBit', bytes: 1_000_000, direction: 'toServer' });
		const { cause } = await send(sandbox);
		expect(['tlsDamaged', 'connectionClosed']).toContain(cause);
	});

	it('an answer in the middle of the file is heard, also from who hangs up', async () => {
		const sandbox = await sandboxWith({ tls: makeCertificate() });
		for (const more of [{}, { hangUp: true }, { stopReading: true }]) {
			sandbox.faults.add({ target: 's3', kind: 'answerAt', bytes: 500_000, status: 403, code: 'SignatureDoesNotMatch', ...more });
			expect(await send(sandbox, { maxTries: 2 })).toMatchObject({ cause: 'signatureRefused', mayBeDelivered: false });
		}
	});

	it('a certificate that nobody signed is not trusted, and not tried again', async () => {
		const sandbox = await sandboxWith({ tls: makeCertificate() });
		expect(await send(sandbox, { maxTries: 3, trustsAnyone: false })).toMatchObject({ cause: 'tlsUntrusted' });
	});

	it('http behind https is named, and not tried again', async () => {
		const sandbox = await sandboxWith();
		expect(await send(sandbox, { maxTries: 3, baseUrl: sandbox.apiUrl.replace('http:', 'https:') })).toMatchObject({ cause: 'tlsNotSpoken' });
	});
});

describe('a server that', () => {
	async function listening(onConnection: Parameters<typeof createTcpServer>[1]) {
		const server = createTcpServer(onConnection as never);
		const sockets = new Set<import('node:net').Socket>();
		server.on('connection', (socket) => sockets.add(socket));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		closers.push(async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		});
		return (server.address() as AddressInfo).port;
	}

	it('takes a connection and makes no TLS of it: it could not be made', async () => {
		const sandbox = await sandboxWith();
		const port = await listening((() => {}) as never);
		sandbox.faults.add({ target: 'api', kind: 'otherUrl', url: `https://127.0.0.1:${port}/f.bin?X-Amz-Signature=x` });
		expect(await send(sandbox, { timeouts: { connectTimeoutMs: 400 }, stallTimeoutMs: 100 })).toMatchObject({ cause: 'connectTimeout' });
	});

	it('confirms as soon as it is connected with confirms nothing', async () => {
		const sandbox = await sandboxWith();
		const port = await listening(((socket: import('node:net').Socket) => {
			socket.on('error', () => {});
			socket.write('HTTP/1.1 200 OK\r\nETag: "x"\r\nContent-Length: 0\r\n\r\n');
		}) as never);
		sandbox.faults.add({ target: 'api', kind: 'otherUrl', url: `http://127.0.0.1:${port}/f.bin?X-Amz-Signature=x` });
		expect(await send(sandbox, { verifyChecksum: false })).toMatchObject({ cause: 'answeredEarly', mayBeDelivered: false });
	});
});
