import { askForUrl, put } from './client.cjs';
import { type FaultRule, type Sandbox, startSandbox } from './index.js';

const AN_HOUR_MS = 3_600_000;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => await sandbox.close());

/** An upload URL under a fault, and the answer that it came in. */
async function urlUnder(rule: Omit<FaultRule, 'target'>) {
	sandbox.faults.add({ target: 'api', ...rule });
	const reply = await askForUrl(sandbox, { filename: 'data.csv' });
	const { id, url } = JSON.parse(reply.text) as { id: number; url: string };
	return { id, url, dateMs: Date.parse(String(reply.headers.date)), headers: reply.headers };
}
const signedNames = (url: string) => new URL(url).searchParams.get('X-Amz-SignedHeaders');

describe('an upload URL of which more headers are signed', () => {
	it.each<[Record<string, string>, string]>([
		[{ 'content-type': 'text/csv' }, 'content-type;host'],
		[{ 'Content-Type': 'text/csv; charset=utf-8' }, 'content-type;host'],
		[{ 'x-amz-server-side-encryption': 'AES256' }, 'host;x-amz-server-side-encryption'],
		[{ 'x-amz-meta-x': 'a  b' }, 'host;x-amz-meta-x'],
		[{ 'content-length': '4' }, 'content-length;host'],
		[{ 'cache-control': 'no-store' }, 'cache-control;host'],
		[{ 'content-type': 'text/csv', 'x-amz-acl': 'private', 'x-amz-meta-x': '1' }, 'content-type;host;x-amz-acl;x-amz-meta-x'],
	])('names and takes exactly %j', async (headers, names) => {
		const { id, url, headers: answered } = await urlUnder({ kind: 'signedHeaders', headers });
		expect(signedNames(url)).toBe(names);
		for (const name of Object.keys(headers)) {
			expect(url.toLowerCase()).not.toContain(`${name.toLowerCase()}=`);
			if (name.startsWith('x-')) expect(answered[name]).toBeUndefined();
		}
		expect(await put(url, 'body', headers)).toMatchObject({ status: 200 });
		expect(await sandbox.stored(id)).toMatchObject({ sizeBytes: 4 });
	});

	it.each<[string, Record<string, string>, string, string]>([
		['without the header', {}, 'SignatureDoesNotMatch', 'signature we calculated'],
		['with another value', { 'Content-Type': 'application/json', 'x-amz-meta-x': '1' }, 'SignatureDoesNotMatch', 'signature we calculated'],
		['with only one of them', { 'Content-Type': 'text/csv' }, 'SignatureDoesNotMatch', 'signature we calculated'],
		['with more that must be signed', { 'Content-Type': 'text/csv', 'x-amz-meta-x': '1', 'x-amz-meta-y': '1' }, 'AccessDenied', '<HeadersNotSigned>x-amz-meta-y<'],
	])('refuses a PUT %s', async (_, headers, code, says) => {
		const { id, url } = await urlUnder({ kind: 'signedHeaders', headers: { 'content-type': 'text/csv', 'x-amz-meta-x': '1' } });
		const reply = await put(url, 'body', headers);
		expect(reply).toMatchObject({ status: 403, code });
		expect(reply.text).toContain(says);
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('makes an object under a KMS key where it says so', async () => {
		const headers = { 'x-amz-server-side-encryption': 'aws:kms' };
		const { url } = await urlUnder({ kind: 'signedHeaders', headers });
		expect((await put(url, 'body', headers)).headers).toMatchObject({ ...headers, 'x-amz-checksum-crc64nvme': expect.any(String) });
	});

	it('is not made without a header, or with one that is no text', () => {
		expect(() => sandbox.faults.add({ target: 'api', kind: 'signedHeaders' })).toThrow('needs "headers"');
		const headers = { 'content-length': 4 } as unknown as Record<string, string>;
		expect(() => sandbox.faults.add({ target: 'api', kind: 'signedHeaders', headers })).toThrow('"content-length"');
	});
});

describe('an upload URL that carries a checksum', () => {
	it('is that of no bytes where the rule says no other', async () => {
		const { id, url } = await urlUnder({ kind: 'checksumInUrl' });
		expect(url).toContain('?x-amz-checksum-crc32=AAAAAA%3D%3D&x-amz-sdk-checksum-algorithm=CRC32&');
		const reply = await put(url, 'some bytes');
		expect(reply).toMatchObject({ status: 400, code: 'BadDigest' });
		expect(reply.text).toContain('<Message>The CRC32 you specified did not match the calculated checksum.</Message>');
		expect(await sandbox.stored(id)).toBeUndefined();
		expect(await put(url, '')).toMatchObject({ status: 200, headers: { 'x-amz-checksum-crc32': 'AAAAAA==' } });
	});

	it('takes the bytes that it is of, and tells no other checksum', async () => {
		const { id, url } = await urlUnder({ kind: 'checksumInUrl', body: '123456789' });
		// The check value of CRC-32: cbf43926.
		expect(new URL(url).searchParams.get('x-amz-checksum-crc32')).toBe('y/Q5Jg==');
		expect(await put(url, '12345678')).toMatchObject({ status: 400, code: 'BadDigest' });
		const { status, headers } = await put(url, '123456789');
		expect(status).toBe(200);
		expect(headers['x-amz-checksum-crc64nvme']).toBeUndefined();
		expect(await sandbox.stored(id)).toMatchObject({ sizeBytes: 9 });
	});
});

describe('clocks that are off', () => {
	it.each([AN_HOUR_MS * 5, -AN_HOUR_MS * 5])('by %d ms: only the Date of the answer', async (ms) => {
		const { url, dateMs } = await urlUnder({ kind: 'dateSkew', ms });
		expect(Math.abs(dateMs - Date.now() - ms)).toBeLessThan(60_000);
		expect((await put(url, 'x')).status).toBe(200);
	});

	it.each([AN_HOUR_MS * 5, -AN_HOUR_MS * 5])('by %d ms: those of all servers, which agree', async (ms) => {
		const { id, url, dateMs } = await urlUnder({ kind: 'skewedUrl', ms });
		expect(Math.abs(dateMs - Date.now() - ms)).toBeLessThan(60_000);
		expect(Math.abs(signedAtMs(url) - Date.now() - ms)).toBeLessThan(60_000);
		const { status, headers } = await put(url, 'x');
		expect(status).toBe(200);
		expect(Math.abs(Date.parse(String(headers.date)) - Date.now() - ms)).toBeLessThan(60_000);
		expect(await sandbox.stored(id)).toBeDefined();
		sandbox.faults.add({ target: 's3', kind: 'redirect' });
		const { location } = (await put(url, 'x')).headers;
		expect((await put(String(location), 'x')).status).toBe(200);
	});

	it.each([
		[-AN_HOUR_MS * 5, 'Request has expired'],
		[AN_HOUR_MS * 5, 'Request is not valid yet'],
	])("by %d ms: only that of the URL's signer", async (ms, message) => {
		const { url, dateMs } = await urlUnder({ kind: 'skewedUrl', ms, onlyUrl: true });
		expect(Math.abs(dateMs - Date.now())).toBeLessThan(60_000);
		const reply = await put(url, 'x');
		expect(reply).toMatchObject({ status: 403, code: 'AccessDenied' });
		expect(reply.text).toContain(message);
	});
});

function signedAtMs(url: string) {
	const [, ...parts] = /^(....)(..)(..)T(..)(..)(..)Z$/.exec(new URL(url).searchParams.get('X-Amz-Date')!)!;
	const [year, month, day, hour, minute, second] = parts.map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second);
}
