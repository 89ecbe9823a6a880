import { createHash } from 'node:crypto';
import http from 'node:http';

import { checkPresigned } from './checkPresigned.js';
import { ask, put, uploadUrl } from './client.cjs';
import { type Sandbox, startSandbox } from './index.js';
import { startServer } from './server.js';

const KEYS = { accessKey: 'the:key', secretKey: 'the secret', region: 'us-east-1' };
const md5Of = (text: string) => createHash('md5').update(text).digest('hex');

/** A server that keeps bytes by path for who signs well. */
const objects = new Map<string, Buffer>();
let server: Awaited<ReturnType<typeof startServer>>;
let sandbox: Sandbox;
beforeAll(async () => {
	server = await startServer({ refusesConnection: () => false, onRequest: serve });
	const s3 = { endpoint: server.url, bucket: 'a-bucket', ...KEYS };
	sandbox = await startSandbox({ s3 });
});
afterAll(async () => {
	await sandbox.close();
	await server.close();
});

async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
	const refusal = await checkPresigned(request, KEYS, Date.now());
	const path = request.url!.split('?')[0];
	if (refusal) response.writeHead(refusal.status).end(refusal.body);
	else if (request.method === 'PUT') {
		objects.set(path, Buffer.concat(await request.toArray()));
		response.end();
	} else if (request.method === 'GET' && objects.has(path)) response.end(objects.get(path));
	else if (request.method === 'DELETE' && objects.delete(path)) response.writeHead(204).end();
	else response.writeHead(404).end();
}

describe('the sandbox in front of a real S3', () => {
	it("gives out that server's URLs and reads back what it stored", async () => {
		const { id, url } = await uploadUrl(sandbox, 'two words é.csv');
		expect(sandbox.s3Url).toBe(server.url);
		expect(url.startsWith(`${server.url}/a-bucket/`)).toBe(true);
		expect(await sandbox.stored(id)).toBeUndefined();
		expect((await put(url, 'bytes')).status).toBe(200);
		const stored = await sandbox.stored(String(id));
		expect(stored).toMatchObject({ uploadId: id, fileName: 'two words é.csv', sizeBytes: 5, md5: md5Of('bytes') });
		expect(String(await stored!.body!())).toBe('bytes');
		const key = new URL(url).pathname.slice('/a-bucket/'.length);
		expect(String(Buffer.concat(await (await sandbox.getObject(key)).toArray()))).toBe('bytes');
		expect((await ask(`${sandbox.apiUrl}/_sandbox/objects/${id}/content`)).text).toBe('bytes');
	});

	it('deletes there what it forgets', async () => {
		const { url } = await uploadUrl(sandbox);
		await uploadUrl(sandbox, 'never sent.csv');
		await put(url, 'bytes');
		expect(objects.size).toBeGreaterThan(0);
		await sandbox.clear();
		expect(objects.size).toBe(0);
		expect(await sandbox.list()).toEqual([]);
	});

	it('reads past a proxy', async () => {
		const s3 = { endpoint: 'http://127.0.0.1:1', readEndpoint: server.url, bucket: 'a-bucket', ...KEYS };
		const behindProxy = await startSandbox({ s3 });
		const { id, url } = await uploadUrl(behindProxy);
		expect(url.startsWith('http://127.0.0.1:1/a-bucket/')).toBe(true);
		objects.set(new URL(url).pathname, Buffer.from('there'));
		expect(await behindProxy.stored(id)).toMatchObject({ md5: md5Of('there') });
		await behindProxy.close();
	});

	it('is told of a server by the environment', async () => {
		const names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'];
		const before = names.map((name) => process.env[name]);
		Object.assign(process.env, {
			S3_ENDPOINT: `${server.url}/`, S3_BUCKET: 'b', S3_ACCESS_KEY: KEYS.accessKey, S3_SECRET_KEY: KEYS.secretKey,
		});
		try {
			const fromEnvironment = await startSandbox();
			expect((await uploadUrl(fromEnvironment)).url.startsWith(`${server.url}/b/`)).toBe(true);
			await fromEnvironment.close();
			delete process.env.S3_BUCKET;
			await expect(startSandbox()).rejects.toThrow('S3_ENDPOINT is set, but not all of');
		} finally {
			names.forEach((name, index) => {
				if (before[index] === undefined) delete process.env[name];
				else process.env[name] = before[index];
			});
		}
	});
});
