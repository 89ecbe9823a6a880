import { createHash, randomBytes } from 'node:crypto';

import { put, rawPut, readUntil, until, uploadUrl } from './client.cjs';
import { type FaultRule, type Sandbox, startSandbox } from './index.js';

const MIB = 2 ** 20;
const BYTES = randomBytes(300_000);
const MD5 = createHash('md5').update(BYTES).digest('hex');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => await sandbox.close());

const requestOf = (id: number) => sandbox.requests.findLast(({ target, uploadId }) => target === 's3' && uploadId === id);

/** A PUT whose client keeps back the end of its body until it has seen the answer. */
async function putHalf(rule: Omit<FaultRule, 'target'>, sentBytes: number) {
	sandbox.faults.add({ target: 's3', ...rule });
	const { id, url } = await uploadUrl(sandbox);
	const socket = rawPut(url, [`Content-Length: ${BYTES.length}`]);
	socket.on('error', () => {});
	socket.write(BYTES.subarray(0, sentBytes));
	return { id, socket, answer: await readUntil(socket, /\r\n\r\n/) };
}

/** A client that sends for as long as the server takes it; how much that was when it stopped for a while. */
async function sendsUntilStuck(socket: ReturnType<typeof rawPut>) {
	const chunk = Buffer.alloc(64 * 1024);
	for (let quietTimes = 0; quietTimes < 20 && !socket.destroyed; ) {
		const isTaken = socket.writableLength < MIB;
		if (isTaken) socket.write(chunk);
		quietTimes = isTaken ? 0 : quietTimes + 1;
		await new Promise((resolve) => setTimeout(resolve, isTaken ? 0 : 10));
	}
}

describe("an answer of the sandbox's storage that comes before the body's end", () => {
	it.each([0, 1, 100_000])('comes after %d bytes, and the client may finish', async (bytes) => {
		const { id, socket, answer } = await putHalf({ kind: 'answerAt', bytes, status: 503, code: 'SlowDown' }, bytes);
		expect(answer).toMatch(/^HTTP\/1\.1 503 /);
		expect(requestOf(id)).toMatchObject({ fault: 'answerAt', status: 503, code: 'SlowDown', receivedBytes: bytes });
		socket.write(BYTES.subarray(bytes));
		await until(() => requestOf(id)?.unreadBytes === BYTES.length - bytes);
		expect(await sandbox.stored(id)).toBeUndefined();
		// The connection is good for the next request.
		const { url } = await uploadUrl(sandbox);
		const { pathname, search, host } = new URL(url);
		socket.write(`PUT ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\n\r\nx`);
		expect(await readUntil(socket, /200 OK/)).toContain('9dd4e461268c8034f5c8564e155c67a6');
		socket.destroy();
	});

	it('lets the client finish on a connection that is for one request only, too', async () => {
		sandbox.faults.add({ target: 's3', kind: 'status', status: 503, early: true });
		const { id, url } = await uploadUrl(sandbox);
		const socket = rawPut(url, ['Connection: close', `Content-Length: ${BYTES.length}`]);
		expect(await readUntil(socket, /<\/Error>/)).toMatch(/^HTTP\/1\.1 503 .*Connection: close/s);
		socket.write(BYTES.subarray(0, 200_000));
		await until(() => requestOf(id)?.unreadBytes === 200_000);
		expect(socket.destroyed).toBe(false);
		socket.write(BYTES.subarray(200_000));
		await until(() => socket.destroyed);
		expect(requestOf(id)?.unreadBytes).toBe(BYTES.length);
	});

	it('comes after the whole body where that is shorter', async () => {
		sandbox.faults.add({ target: 's3', kind: 'answerAt', bytes: 1e9, status: 403, message: 'Request has expired' });
		const { id, url } = await uploadUrl(sandbox);
		const reply = await put(url, BYTES);
		expect(reply).toMatchObject({ status: 403, code: 'AccessDenied' });
		expect(reply.text).toContain('Request has expired');
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('is a page of a proxy where that is wanted', async () => {
		const { socket, answer } = await putHalf({ kind: 'answerAt', bytes: 10, status: 502, html: true }, 10);
		expect(answer).toMatch(/^HTTP\/1\.1 502 .*Content-Type: text\/html/s);
		socket.destroy();
	});

	it('is followed by a closed connection where it hangs up', async () => {
		const { id, socket } = await putHalf({ kind: 'answerAt', bytes: 1000, status: 503, hangUp: true }, 1000);
		await until(() => socket.destroyed);
		expect(requestOf(id)?.unreadBytes).toBeUndefined();
	});

	it('is followed by a closed connection when it has been patient', async () => {
		const { id, socket } = await putHalf({ kind: 'answerAt', bytes: 1000, status: 503, lingerMs: 30 }, 2000);
		await until(() => socket.destroyed);
		expect(requestOf(id)?.unreadBytes).toBeLessThanOrEqual(1000);
	});

	it.each([0, 1000])('may leave the connection open and read no more than %d bytes', async (bytes) => {
		const { id, socket } = await putHalf({ kind: 'answerAt', bytes, status: 503, stopReading: true }, bytes);
		await sendsUntilStuck(socket);
		expect(socket.destroyed).toBe(false);
		expect(socket.writableLength).toBeGreaterThan(0);
		expect(requestOf(id)).toMatchObject({ status: 503, receivedBytes: bytes });
		socket.destroy();
	});

	it.each([{ kind: 'status', status: 500, early: true }, { kind: 'redirect', early: true }, { kind: 'moved', early: true }])(
		'may leave the connection open: $kind',
		async (rule) => {
			const { socket } = await putHalf({ ...rule, stopReading: true }, 0);
			await sendsUntilStuck(socket);
			expect(socket.destroyed).toBe(false);
			socket.destroy();
		},
	);
});

describe('a success that is none', () => {
	it('comes before the body', async () => {
		const { id, socket, answer } = await putHalf({ kind: 'earlySuccess' }, 0);
		expect(answer).toMatch(/^HTTP\/1\.1 200 .*ETag: "[0-9a-f]{32}"/s);
		socket.write(BYTES);
		await until(() => requestOf(id)?.unreadBytes === BYTES.length);
		expect(requestOf(id)).toMatchObject({ status: 200, receivedBytes: 0 });
		expect(await sandbox.stored(id)).toBeUndefined();
		socket.destroy();
	});

	it('comes in the middle of the body, with an ETag that would be right', async () => {
		const { id, socket, answer } = await putHalf({ kind: 'earlySuccess', bytes: 5000, etag: MD5 }, 5000);
		expect(answer).toContain(`ETag: "${MD5}"`);
		expect(requestOf(id)).toMatchObject({ status: 200, receivedBytes: 5000 });
		expect(await sandbox.stored(id)).toBeUndefined();
		socket.destroy();
	});

	it('comes without an ETag', async () => {
		const { socket, answer } = await putHalf({ kind: 'earlySuccess', etag: '' }, 0);
		expect(answer).toMatch(/^HTTP\/1\.1 200 /);
		expect(answer).not.toMatch(/etag/i);
		socket.destroy();
	});

	it.each([true, false])('has no ETag after the body (stored: %s)', async (store) => {
		sandbox.faults.add({ target: 's3', kind: 'noEtag', store });
		const { id, url } = await uploadUrl(sandbox);
		const { status, headers } = await put(url, BYTES);
		expect(status).toBe(200);
		expect(headers.etag).toBeUndefined();
		expect(requestOf(id)).toMatchObject({ fault: 'noEtag', md5: MD5 });
		expect((await sandbox.stored(id))?.md5).toBe(store ? MD5 : undefined);
	});

	it('is a page to sign in', async () => {
		sandbox.faults.add({ target: 's3', kind: 'signInPage' });
		const { id, url } = await uploadUrl(sandbox);
		const { status, headers, text } = await put(url, BYTES);
		expect({ status, type: headers['content-type'], etag: headers.etag }).toEqual({ status: 200, type: 'text/html', etag: undefined });
		expect(text).toContain('<form');
		expect(requestOf(id)?.receivedBytes).toBe(BYTES.length);
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('is a page to sign in with an ETag, before the body', async () => {
		const { id, socket, answer } = await putHalf({ kind: 'signInPage', early: true, etag: 'page-1', status: 203 }, 0);
		expect(answer).toMatch(/^HTTP\/1\.1 203 .*ETag: "page-1"/s);
		expect(requestOf(id)).toMatchObject({ status: 203, receivedBytes: 0 });
		socket.destroy();
	});
});
