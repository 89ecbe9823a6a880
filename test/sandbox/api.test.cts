import { ask, askForUrl } from './client.cjs';
import { type Sandbox, startSandbox } from './index.js';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null, token: 'the-token' });
});
afterAll(async () => await sandbox.close());

describe("the sandbox's upload API", () => {
	it('answers 201 with an id and a URL whose ampersands are escaped', async () => {
		const { status, headers, text } = await askForUrl(sandbox, { filename: 'n8n-connection-test.csv' });
		expect(status).toBe(201);
		expect(headers['content-type']).toBe('application/json');
		expect(text).toMatch(/^\{"id":\d+,"url":"http:\/\/127\.0\.0\.1:\d+\/lexer-client-upload-au\//);
		expect(text).toContain('\\u0026X-Amz-Signature=');
		expect(text).not.toContain('&');
		expect(JSON.parse(text).url).toContain('&X-Amz-Signature=');
	});

	it('gives each upload an id and a URL of its own', async () => {
		const [first, second] = [
			JSON.parse((await askForUrl(sandbox, { filename: 'same.csv' })).text),
			JSON.parse((await askForUrl(sandbox, { filename: 'same.csv' })).text),
		];
		expect(second.id).not.toBe(first.id);
		expect(new URL(second.url).pathname).not.toBe(new URL(first.url).pathname);
	});

	it.each([
		['a wrong token', { 'Auth-Api-Token': 'another' }],
		['no token', { 'Auth-Api-Token': '' }],
	])('answers 401 to %s', async (_, headers) => {
		const { status, text } = await askForUrl(sandbox, { filename: 'data.csv' }, headers);
		expect(status).toBe(401);
		expect(JSON.parse(text)).toEqual({ error: 'Unauthorized' });
	});

	const destination = { destination_type: 'dataset_load', dataset_id: 'a1b2c3d4', record_type: 'purchase' };

	it.each([
		['no filename', {}],
		['an empty filename', { filename: '' }],
		['a filename that is no text', { filename: 7 }],
		['a filename that is not Unicode', { filename: '\ud800.csv' }],
		['a body that is no object', null],
		['a destination that is no object', { filename: 'a.csv', destination: 'a1b2c3d4' }],
		['another destination type', { filename: 'a.csv', destination: { ...destination, destination_type: 'sftp' } }],
		['no dataset', { filename: 'a.csv', destination: { ...destination, dataset_id: undefined } }],
		['an unknown record type', { filename: 'a.csv', destination: { ...destination, record_type: 'customer' } }],
	])('answers 400 to %s', async (_, body) => {
		const { status, text } = await askForUrl(sandbox, body);
		expect(status).toBe(400);
		expect(JSON.parse(text).error).toEqual(expect.any(String));
	});

	it('answers 400 to a body that is not JSON, or is not said to be', async () => {
		const headers = { 'Auth-Api-Token': 'the-token', 'Content-Type': 'application/json' };
		const url = `${sandbox.apiUrl}/v1/uploads`;
		expect((await ask(url, { method: 'POST', headers, body: 'filename=a' })).status).toBe(400);
		const form = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' };
		expect((await ask(url, { method: 'POST', headers: form, body: '{"filename":"a.csv"}' })).status).toBe(400);
	});

	it('takes a dataset as destination', async () => {
		const { status, text } = await askForUrl(sandbox, { filename: 'a.csv', destination });
		expect(status).toBe(201);
		await ask(JSON.parse(text).url, { method: 'PUT', body: 'x' });
		expect(await sandbox.stored(JSON.parse(text).id)).toMatchObject({ destination });
	});

	it('knows no other path and no other method', async () => {
		const headers = { 'Auth-Api-Token': 'the-token' };
		expect((await ask(`${sandbox.apiUrl}/v1/uploads/1`, { method: 'POST', headers })).status).toBe(404);
		expect((await ask(`${sandbox.apiUrl}/v1/uploads`, { headers })).status).toBe(405);
	});

	it('keeps what it was asked, with all headers', async () => {
		sandbox.requests.splice(0);
		await askForUrl(sandbox, { filename: 'kept.csv' }, { 'User-Agent': 'a test' });
		expect(sandbox.requests).toEqual([
			expect.objectContaining({
				target: 'api',
				method: 'POST',
				url: '/v1/uploads',
				headers: expect.objectContaining({ 'auth-api-token': 'the-token', 'user-agent': 'a test' }),
				body: '{"filename":"kept.csv"}',
				fileName: 'kept.csv',
				status: 201,
			}),
		]);
	});
});
