import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';

import { ask, put, rawPut, readAll, until, uploadUrl } from './client.cjs';
import { type Sandbox, startSandbox } from './index.js';

const FIVE_GIB = 5 * 2 ** 30;
const md5Of = (bytes: string | Buffer) => createHash('md5').update(bytes).digest('hex');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());

/** What the last request to the S3 half led to. */
const lastRequest = () => sandbox.requests[sandbox.requests.length - 1];

describe("the sandbox's storage", () => {
	it('stores a PUT and answers as S3 does', async () => {
		const { id, url } = await uploadUrl(sandbox, 'data.csv');
		const bytes = randomBytes(300_000);
		const { status, headers, text } = await put(url, bytes, { 'Content-Type': 'text/csv' });
		expect({ status, text }).toEqual({ status: 200, text: '' });
		expect(headers).toMatchObject({ server: 'AmazonS3', etag: `"${md5Of(bytes)}"` });
		expect(headers['x-amz-request-id']).toMatch(/^[0-9A-F]{16}$/);
		const stored = await sandbox.stored(id);
		expect(stored).toMatchObject({ fileName: 'data.csv', sizeBytes: 300_000, md5: md5Of(bytes), contentType: 'text/csv' });
		expect(bytes.equals(await stored!.body!())).toBe(true);
	});

	it('stores an empty file', async () => {
		const { id, url } = await uploadUrl(sandbox);
		expect((await put(url, '')).status).toBe(200);
		expect(await sandbox.stored(id)).toMatchObject({ sizeBytes: 0, md5: md5Of('') });
	});

	it.each(['two words.csv', 'é.csv', 'a&b.csv', '%2B.csv', `"double" and 'single'.csv`, 'a+b.csv', 'a#b?c.csv', '(!*).csv', '日本.json'])(
		'takes a file named %s',
		async (fileName) => {
			const { id, url } = await uploadUrl(sandbox, fileName);
			expect((await put(url, fileName)).status).toBe(200);
			expect(await sandbox.stored(id)).toMatchObject({ fileName, md5: md5Of(fileName) });
		},
	);

	it('keeps the last of several PUTs to one URL', async () => {
		const { id, url } = await uploadUrl(sandbox);
		await put(url, 'first');
		await put(url, 'second');
		expect((await (await sandbox.stored(id))!.body!()).toString()).toBe('second');
	});

	it('takes 25 uploads at once', async () => {
		const bodies = Array.from({ length: 25 }, () => randomBytes(200_000));
		const urls = await Promise.all(bodies.map(async () => await uploadUrl(sandbox)));
		const replies = await Promise.all(urls.map(async ({ url }, index) => await put(url, bodies[index])));
		expect(replies.map(({ status }) => status)).toEqual(Array(25).fill(200));
		expect(urls.map(({ id }) => sandbox.objects.get(id)?.md5)).toEqual(bodies.map(md5Of));
	});

	it.each(['by an option', 'by a fault'])('reads no faster than it is told %s', async (how) => {
		const slow = await startSandbox({ s3: null, bytesPerSecond: how === 'by an option' ? 1 : undefined });
		if (how === 'by a fault') slow.faults.add({ target: 's3', kind: 'rate', bytesPerSecond: 1 });
		const { url } = await uploadUrl(slow);
		const request = http.request(url, { method: 'PUT', agent: false, headers: { 'Content-Length': 16 * 2 ** 20 } });
		request.once('error', () => {});
		request.end(Buffer.alloc(16 * 2 ** 20));
		await until(() => (slow.requests[1]?.receivedBytes ?? 0) > 0);
		expect((await put((await uploadUrl(sandbox)).url, Buffer.alloc(16 * 2 ** 20))).status).toBe(200);
		expect(slow.requests[1].receivedBytes).toBeLessThan(2 ** 20);
		await slow.close();
	});

	it('takes its time with every request when it is told to', async () => {
		const late = await startSandbox({ s3: null, latencyMs: 40 });
		const startedAtMs = performance.now();
		const { url } = await uploadUrl(late);
		const askedAtMs = performance.now();
		expect((await put(url, 'x')).status).toBe(200);
		expect(askedAtMs - startedAtMs).toBeGreaterThanOrEqual(35);
		expect(performance.now() - askedAtMs).toBeGreaterThanOrEqual(35);
		await late.close();
	});
});

describe("the sandbox's storage refuses, and stores nothing of,", () => {
	interface Refusal {
		what: string;
		change?: (url: string) => string;
		method?: string;
		headers?: http.OutgoingHttpHeaders;
		status: number;
		code: string;
	}
	const query = (name: string, value: string) => (url: string) => url.replace(new RegExp(`${name}=[^&]*`), `${name}=${value}`);
	const without = (name: string) => (url: string) => url.replace(new RegExp(`&${name}=[^&]*`), '');

	it.each<Refusal>([
		{ what: 'a changed path', change: (url) => url.replace('data.csv', 'date.csv'), status: 403, code: 'SignatureDoesNotMatch' },
		{ what: 'a path encoded again', change: (url) => url.replace('data.csv', 'd%61ta.csv'), status: 403, code: 'SignatureDoesNotMatch' },
		{ what: 'a changed signature', change: query('X-Amz-Signature', '0'.repeat(64)), status: 403, code: 'SignatureDoesNotMatch' },
		{ what: 'a longer life than was signed', change: query('X-Amz-Expires', '7200'), status: 403, code: 'SignatureDoesNotMatch' },
		{ what: 'another parameter', change: (url) => `${url}&x-id=PutObject`, status: 403, code: 'SignatureDoesNotMatch' },
		{ what: 'another host', headers: { Host: 'localhost' }, status: 403, code: 'SignatureDoesNotMatch' },
		{ what: 'another method', method: 'POST', status: 403, code: 'SignatureDoesNotMatch' },
		{ what: 'no signature at all', change: (url) => url.split('?')[0], status: 403, code: 'AccessDenied' },
		{ what: 'a header that S3 wants signed', headers: { 'x-amz-acl': 'private' }, status: 403, code: 'AccessDenied' },
		{ what: 'an unknown access key', change: query('X-Amz-Credential', 'AKIA%2F20200101%2Fr%2Fs3%2Faws4_request'), status: 403, code: 'InvalidAccessKeyId' },
		{ what: 'another region', change: (url) => url.replace('ap-southeast-2', 'us-east-1'), status: 400, code: 'AuthorizationQueryParametersError' },
		{ what: 'a URL without its date', change: without('X-Amz-Date'), status: 400, code: 'AuthorizationQueryParametersError' },
		{ what: 'a URL without its signature', change: without('X-Amz-Signature'), status: 400, code: 'AuthorizationQueryParametersError' },
		{ what: 'a URL with \\u0026 left in it', change: (url) => url.replaceAll('&', '\\u0026'), status: 400, code: 'AuthorizationQueryParametersError' },
		{ what: 'an unreadable encoding', change: (url) => `${url}%zz`, status: 400, code: 'InvalidURI' },
		{ what: 'a chunked body', headers: { 'Transfer-Encoding': 'chunked' }, status: 501, code: 'NotImplemented' },
		{ what: 'an unreadable Content-MD5', headers: { 'Content-MD5': md5Of('the body') }, status: 400, code: 'InvalidDigest' },
		{ what: 'another Content-MD5', headers: { 'Content-MD5': Buffer.from(md5Of('another'), 'hex').toString('base64') }, status: 400, code: 'BadDigest' },
		{ what: "Lexer's token", headers: { 'Auth-Api-Token': 'any' }, status: 400, code: 'InvalidArgument' },
		{ what: 'another authorization', headers: { Authorization: 'Bearer any' }, status: 400, code: 'InvalidArgument' },
	])('$what', async ({ change = (url) => url, method = 'PUT', headers, status, code }) => {
		const { id, url } = await uploadUrl(sandbox, 'data.csv');
		const reply = await ask(change(url), { method, headers, body: 'the body' });
		expect({ status: reply.status, code: reply.code }).toEqual({ status, code });
		expect(reply.headers['content-type']).toBe('application/xml');
		expect(reply.text).toContain(`<RequestId>${String(reply.headers['x-amz-request-id'])}</RequestId>`);
		expect(await sandbox.stored(id)).toBeUndefined();
		expect(lastRequest().leak).toBe(code === 'InvalidArgument' ? true : undefined);
		// The URL itself was good: what was wrong with the request was only what the case names.
		expect((await put(url, 'the body')).status).toBe(200);
	});

	it('a URL that has expired', async () => {
		const shortLived = await startSandbox({ s3: null, expirySeconds: 1 });
		const { id, url } = await uploadUrl(shortLived);
		const signedAtMs = Date.now();
		await until(() => Date.now() > signedAtMs + 1000);
		const { status, code, text } = await put(url, 'late');
		expect({ status, code }).toEqual({ status: 403, code: 'AccessDenied' });
		expect(text).toContain('<Message>Request has expired</Message>');
		expect(await shortLived.stored(id)).toBeUndefined();
		await shortLived.close();
	});

	it('a URL of another sandbox', async () => {
		const other = await startSandbox({ s3: null });
		const { url } = await uploadUrl(other);
		expect(await put(url.replace(other.s3Url, sandbox.s3Url), 'x')).toMatchObject({ status: 403, code: 'InvalidAccessKeyId' });
		await other.close();
	});

	it('a PUT without a length', async () => {
		const { id, url } = await uploadUrl(sandbox);
		const socket = rawPut(url, ['Connection: close']);
		const text = await readAll(socket);
		expect(text).toMatch(/^HTTP\/1\.1 411 .*<Code>MissingContentLength<\/Code>/s);
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('more than 5 GiB, before a byte of it is sent', async () => {
		const { url } = await uploadUrl(sandbox);
		const headers = { 'Content-Length': FIVE_GIB + 1, Expect: '100-continue' };
		expect(await ask(url, { method: 'PUT', headers })).toMatchObject({ status: 400, code: 'EntityTooLarge', continued: false });
		expect(lastRequest().receivedBytes).toBe(0);
	});

	it('a body that ends early, with the connection still open for the answer', async () => {
		const { id, url } = await uploadUrl(sandbox);
		const socket = rawPut(url, ['Content-Length: 100']);
		socket.end('only these');
		expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 400 .*<Code>IncompleteBody<\/Code>/s);
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('a body whose connection breaks', async () => {
		const { id, url } = await uploadUrl(sandbox);
		const socket = rawPut(url, ['Content-Length: 100']);
		socket.write('only these');
		await until(() => lastRequest().receivedBytes === 10);
		socket.resetAndDestroy();
		// Another upload passes: the broken one has been dealt with by then.
		expect((await put((await uploadUrl(sandbox)).url, 'whole')).status).toBe(200);
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('a client that goes on sending after the answer, in the end', async () => {
		const { url } = await uploadUrl(sandbox);
		const socket = rawPut(`${url}0`, ['Content-Length: 1000000000000']);
		socket.on('error', () => {});
		const sending = setInterval(() => socket.write('more'), 20);
		const text = await readAll(socket).catch((error: NodeJS.ErrnoException) => error.code);
		clearInterval(sending);
		expect(text).toMatch(/^HTTP\/1\.1 403 |^ECONNRESET$|^EPIPE$/);
		expect(lastRequest()).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
	});

	it('a client that sends nothing more', async () => {
		const impatient = await startSandbox({ s3: null, idleTimeoutMs: 50 });
		const { id, url } = await uploadUrl(impatient);
		const socket = rawPut(url, ['Content-Length: 100']);
		socket.write('only these');
		const answer = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
		expect(answer).toMatch(/^HTTP\/1\.1 400 .*<Code>RequestTimeout<\/Code>/s);
		expect(await impatient.stored(id)).toBeUndefined();
		await impatient.close();
	});
});

describe('a PUT that waits for 100 Continue', () => {
	it('is told to go on', async () => {
		const { id, url } = await uploadUrl(sandbox);
		expect(await put(url, 'body', { Expect: '100-continue' })).toMatchObject({ status: 200, continued: true });
		expect(await sandbox.stored(id)).toMatchObject({ md5: md5Of('body') });
	});

	it('is refused without being told to go on', async () => {
		const { url } = await uploadUrl(sandbox);
		const reply = await put(`${url}0`, 'body', { Expect: '100-continue' });
		expect(reply).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch', continued: false });
	});
});

describe('what the storage keeps', () => {
	it('is everything of a small file and the MD5 of one over 64 MiB', async () => {
		const large = Buffer.alloc(64 * 2 ** 20 + 1, 'large');
		const [first, second] = [await uploadUrl(sandbox), await uploadUrl(sandbox)];
		await put(first.url, large.subarray(1));
		await put(second.url, large);
		expect(sandbox.objects.get(first.id)?.body).toBeDefined();
		expect(sandbox.objects.get(second.id)).toMatchObject({ sizeBytes: large.length, md5: md5Of(large), body: undefined });
	});

	it('is the MD5 when it only hashes', async () => {
		const hashing = await startSandbox({ s3: null, store: 'hash' });
		const { id, url } = await uploadUrl(hashing);
		await put(url, 'bytes');
		expect(await hashing.stored(id)).toMatchObject({ sizeBytes: 5, md5: md5Of('bytes'), body: undefined });
		await hashing.close();
	});

	it('is the size when it discards, and its ETag claims nothing', async () => {
		const discarding = await startSandbox({ s3: null, store: 'discard' });
		const { id, url } = await uploadUrl(discarding);
		const { headers } = await put(url, 'bytes');
		expect(headers['x-amz-server-side-encryption']).toBe('aws:kms');
		expect(headers.etag).not.toBe(`"${md5Of('bytes')}"`);
		expect(await discarding.stored(id)).toMatchObject({ sizeBytes: 5, md5: undefined, body: undefined });
		await discarding.close();
	});

	it('is anything that is put where URLs were given out, when signatures are not checked', async () => {
		const lenient = await startSandbox({ s3: null, verifySignature: false });
		const { id, url } = await uploadUrl(lenient);
		expect((await put(url.split('?')[0], 'bytes')).status).toBe(200);
		expect(await lenient.stored(id)).toMatchObject({ md5: md5Of('bytes') });
		expect((await put(`${lenient.s3Url}/elsewhere`, 'bytes')).status).toBe(403);
		expect(await ask(url, { method: 'GET' })).toMatchObject({ status: 405, code: 'MethodNotAllowed' });
		await lenient.close();
	});
});
