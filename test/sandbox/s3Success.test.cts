import { createHash, randomBytes } from 'node:crypto';

import { put, rawPut, readUntil, uploadUrl } from './client.cjs';
import { createCrc64nvme } from './crc64nvme.js';
import { type FaultRule, type Sandbox, type SandboxOptions, startSandbox } from './index.js';

const BYTES = randomBytes(300_000);
const MD5 = createHash('md5').update(BYTES).digest('hex');

/** Bit by bit, as the standard describes it. */
function slowCrc64(bytes: Buffer): Buffer {
	const polynomial = 0x9a6c9329ac4bc9b5n;
	const start = 0xffffffffffffffffn;
	let crc = start;
	for (const byte of bytes) {
		crc ^= BigInt(byte);
		for (let bit = 0; bit < 8; bit++) crc = (crc & 1n) === 1n ? (crc >> 1n) ^ polynomial : crc >> 1n;
	}
	const digest = Buffer.alloc(8);
	digest.writeBigUInt64BE(crc ^ start);
	return digest;
}

const fastCrc64 = (...pieces: Buffer[]) => {
	const crc = createCrc64nvme();
	for (const piece of pieces) crc.update(piece);
	return crc.digest();
};
const CRC64 = fastCrc64(BYTES).toString('base64');

const sandboxes: Sandbox[] = [];
const start = async (options: SandboxOptions = {}) => {
	const sandbox = await startSandbox({ s3: null, ...options });
	sandboxes.push(sandbox);
	return sandbox;
};
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await start();
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => await Promise.all(sandboxes.map(async (each) => await each.close())));

/** The headers of the answer to a PUT, which was stored. */
async function headersUnder(rule?: Omit<FaultRule, 'target'>, at = sandbox) {
	if (rule) at.faults.add({ target: 's3', ...rule });
	const { id, url } = await uploadUrl(at);
	const { status, headers } = await put(url, BYTES);
	expect(status).toBe(200);
	expect(await at.stored(id)).toMatchObject({ md5: MD5 });
	return headers;
}

describe('the CRC-64/NVME', () => {
	it('is that of the catalogue', () => {
		expect(fastCrc64(Buffer.from('123456789')).toString('hex')).toBe('ae8b14860a799888');
		expect(fastCrc64().toString('hex')).toBe('0000000000000000');
	});

	it.each([0, 1, 7, 8, 9, 15, 16, 17, 63, 1000])('is the same as bit by bit of %d bytes, in any pieces', (length) => {
		const bytes = BYTES.subarray(0, length);
		const expected = slowCrc64(bytes);
		expect(fastCrc64(bytes)).toEqual(expected);
		for (const cut of [0, 1, 5, 8, 13].filter((at) => at <= length)) {
			expect(fastCrc64(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(expected);
		}
	});
});

describe('the answer to a stored object', () => {
	it('tells the MD5 and the CRC-64/NVME', async () => {
		expect(await headersUnder()).toMatchObject({
			etag: `"${MD5}"`, 'x-amz-server-side-encryption': 'AES256', 'x-amz-checksum-crc64nvme': CRC64, 'x-amz-checksum-type': 'FULL_OBJECT',
		});
	});

	it.each<Omit<FaultRule, 'target'>>([
		{ kind: 'crc64Answer', crc64: false },
		{ kind: 'kmsEtag' },
		{ kind: 'kmsEtag', customerKey: true },
		{ kind: 'slowBody', ms: 1, crc64: false },
		{ kind: 'latency', ms: 1, crc64: false },
		{ kind: 'wrongEtag', crc64: false },
	])('tells no CRC-64/NVME under %j', async (rule) => {
		expect((await headersUnder(rule))['x-amz-checksum-crc64nvme']).toBeUndefined();
	});

	it.each<Omit<FaultRule, 'target'>>([
		{ kind: 'kmsEtag', crc64: true },
		{ kind: 'kmsEtag', crc64: true, customerKey: true },
		{ kind: 'wrongEtag' },
		{ kind: 'slowBody', ms: 1 },
	])('tells the right CRC-64/NVME under %j', async (rule) => {
		const headers = await headersUnder(rule);
		expect(headers['x-amz-checksum-crc64nvme']).toBe(CRC64);
		expect(headers.etag === `"${MD5}"`).toBe(rule.kind === 'slowBody');
	});

	it.each<Omit<FaultRule, 'target'>>([
		{ kind: 'kmsEtag', crc64: 'wrong' },
		{ kind: 'kmsEtag', crc64: 'wrong', customerKey: true },
		{ kind: 'crc64Answer', crc64: 'wrong' },
	])('tells a wrong CRC-64/NVME under %j', async (rule) => {
		const told = String((await headersUnder(rule))['x-amz-checksum-crc64nvme']);
		expect(Buffer.from(told, 'base64')).toHaveLength(8);
		expect(told).not.toBe(CRC64);
	});

	it("names the customer's key and no other encryption", async () => {
		const headers = await headersUnder({ kind: 'kmsEtag', customerKey: true, etag: 'f'.repeat(32) });
		expect(headers).toMatchObject({ etag: `"${'f'.repeat(32)}"`, 'x-amz-server-side-encryption-customer-algorithm': 'AES256' });
		expect(headers['x-amz-server-side-encryption']).toBeUndefined();
	});

	it.each<[SandboxOptions, string | undefined]>([
		[{ kms: true }, CRC64],
		[{ kms: true, crc64: false }, undefined],
	])('is that of a KMS key for every object with %j', async (options, crc64) => {
		const of = await start(options);
		for (let time = 0; time < 2; time++) {
			const headers = await headersUnder(undefined, of);
			expect(headers['x-amz-server-side-encryption']).toBe('aws:kms');
			expect(headers.etag).not.toBe(`"${MD5}"`);
			expect(headers['x-amz-checksum-crc64nvme']).toBe(crc64);
		}
	});

	it('tells what it knows: nothing where bytes were only counted', async () => {
		const discarding = await start({ store: 'discard' });
		const { url } = await uploadUrl(discarding);
		expect((await put(url, BYTES)).headers['x-amz-checksum-crc64nvme']).toBeUndefined();
	});

	it.each([5, 'right', null])('is under no rule whose crc64 is %j', (crc64) => {
		expect(() => sandbox.faults.add({ target: 's3', kind: 'kmsEtag', crc64 } as unknown as FaultRule)).toThrow('"crc64" of a fault rule must be');
	});
});

describe('a server that knows no expectations', () => {
	it('answers 417 to a request that waits, and takes the same without', async () => {
		sandbox.faults.add({ target: 's3', kind: 'expectationFailed', times: 2 });
		const { id, url } = await uploadUrl(sandbox);
		expect(await put(url, BYTES)).toMatchObject({ status: 200 });
		for (let time = 0; time < 2; time++) {
			const reply = await put(url, BYTES, { Expect: '100-continue' });
			expect(reply).toMatchObject({ status: 417, continued: false, headers: { 'content-type': 'text/html' } });
			expect(sandbox.requests.at(-1)).toMatchObject({ fault: 'expectationFailed', receivedBytes: 0 });
			expect(await put(url, BYTES)).toMatchObject({ status: 200 });
		}
		expect(sandbox.faults.list()).toEqual([]);
		expect(await put(url, BYTES, { Expect: '100-continue' })).toMatchObject({ status: 200, continued: true });
		expect(await sandbox.stored(id)).toMatchObject({ md5: MD5 });
	});

	it('answers so, too, where the client does not wait', async () => {
		sandbox.faults.add({ target: 's3', kind: 'expectationFailed', headers: { Connection: 'close' } });
		const { id, url } = await uploadUrl(sandbox);
		const socket = rawPut(url, ['Expect: 100-continue', `Content-Length: ${BYTES.length}`]);
		socket.on('error', () => {});
		socket.write(BYTES);
		expect(await readUntil(socket, /\r\n\r\n/)).toMatch(/^HTTP\/1\.1 417 .*Connection: close/s);
		expect(await sandbox.stored(id)).toBeUndefined();
		socket.destroy();
	});
});
