import { ask, put, uploadUrl } from './client.cjs';
import { type Sandbox, startSandbox } from './index.js';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterEach(async () => await sandbox.close());

/** @returns the status and the JSON of an answer */
async function control(method: string, path: string, body?: unknown) {
	const reply = await ask(`${sandbox.apiUrl}/_sandbox/${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
	return { status: reply.status, json: JSON.parse(reply.text) as unknown };
}

describe("the sandbox's control over HTTP", () => {
	it('tells what is stored', async () => {
		const { id, url } = await uploadUrl(sandbox, 'é.csv');
		await uploadUrl(sandbox, 'never sent.csv');
		await put(url, 'a,b\n', { 'Content-Type': 'text/csv' });
		const object = {
			uploadId: id, fileName: 'é.csv', sizeBytes: 4, md5: 'f69f5b72bc79a92dc70c63c9aa142e36', contentType: 'text/csv', kept: true,
		};
		expect(await control('GET', 'objects')).toEqual({ status: 200, json: [object] });
		expect(await control('GET', `objects/${id}`)).toEqual({ status: 200, json: object });
		expect((await ask(`${sandbox.apiUrl}/_sandbox/objects/${id}/content`)).text).toBe('a,b\n');
	});

	it('knows nothing of what was not stored', async () => {
		const { id } = await uploadUrl(sandbox);
		expect((await control('GET', `objects/${id}`)).status).toBe(404);
		expect((await control('GET', 'objects/1/content')).status).toBe(404);
		expect((await control('GET', 'objects/x')).status).toBe(404);
		expect((await control('PUT', 'objects')).status).toBe(404);
	});

	it('says when the bytes were not kept', async () => {
		const hashing = await startSandbox({ s3: null, store: 'hash' });
		const { id, url } = await uploadUrl(hashing);
		await put(url, 'x');
		expect((await ask(`${hashing.apiUrl}/_sandbox/objects/${id}/content`)).status).toBe(409);
		await hashing.close();
	});

	it('forgets all objects', async () => {
		const { id, url } = await uploadUrl(sandbox);
		await put(url, 'x');
		expect((await control('DELETE', 'objects')).status).toBe(200);
		expect(await control('GET', 'objects')).toEqual({ status: 200, json: [] });
		expect(await sandbox.stored(id)).toBeUndefined();
	});

	it('takes faults, tells which wait, and drops them', async () => {
		const rules = [{ target: 's3', kind: 'silent' }, { target: 'api', kind: 'status', status: 503, times: 2 }];
		expect((await control('POST', 'faults', rules)).status).toBe(200);
		expect((await control('POST', 'faults', { target: 'api', kind: 'notJson' })).status).toBe(200);
		expect((await control('GET', 'faults')).json).toEqual([
			{ target: 's3', kind: 'silent', times: 1 },
			{ target: 'api', kind: 'status', status: 503, times: 2 },
			{ target: 'api', kind: 'notJson', times: 1 },
		]);
		await control('DELETE', 'faults');
		expect(sandbox.faults.list()).toEqual([]);
	});

	it('refuses a faulty fault', async () => {
		expect(await control('POST', 'faults', [{ target: 's3', kind: 'silent' }, { target: 's3', kind: 'loud' }])).toEqual({
			status: 400,
			json: { error: expect.stringContaining('has no fault "loud"') },
		});
		expect((await ask(`${sandbox.apiUrl}/_sandbox/faults`, { method: 'POST', body: '{' })).status).toBe(400);
		expect(sandbox.faults.list()).toEqual([]);
	});

	it('tells and forgets the requests, its own not among them', async () => {
		const { url } = await uploadUrl(sandbox);
		await put(url, 'x');
		expect((await control('GET', 'requests')).json).toMatchObject([
			{ target: 'api', status: 201 },
			{ target: 's3', status: 200, stored: true },
		]);
		await control('DELETE', 'requests');
		expect(sandbox.requests).toEqual([]);
	});
});
