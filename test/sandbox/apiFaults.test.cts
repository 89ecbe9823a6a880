import { ask, askForUrl, put, uploadUrl } from './client.cjs';
import { type FaultRule, type Sandbox, startSandbox } from './index.js';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => await sandbox.close());

/** The answer under a fault, and a check that the next request meets none. */
async function answerUnder(rule: Omit<FaultRule, 'target'>) {
	sandbox.requests.splice(0);
	sandbox.faults.add({ target: 'api', ...rule });
	const reply = await askForUrl(sandbox, { filename: 'data.csv' });
	expect((await askForUrl(sandbox, { filename: 'data.csv' })).status).toBe(201);
	expect(sandbox.requests.map(({ fault }) => fault)).toEqual([rule.kind, undefined]);
	return reply;
}

describe("a fault of the sandbox's API", () => {
	it('answers any status with any message and headers', async () => {
		const reply = await answerUnder({ kind: 'status', status: 418, message: 'No coffee', headers: { 'X-Pot': 'tea' } });
		expect(reply).toMatchObject({ status: 418, text: '{"error":"No coffee"}', headers: { 'x-pot': 'tea' } });
	});

	it('answers as a proxy would', async () => {
		const reply = await answerUnder({ kind: 'status', status: 502, html: true });
		expect(reply).toMatchObject({ status: 502, headers: { 'content-type': 'text/html' } });
		expect(reply.text).toMatch(/^<!DOCTYPE html>/);
	});

	it('asks to come back after some seconds', async () => {
		const reply = await answerUnder({ kind: 'retryAfter', seconds: 7 });
		expect(reply).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
	});

	it('asks to come back at a time', async () => {
		const { status, headers } = await answerUnder({ kind: 'retryAfter', seconds: 3600, date: true, status: 503 });
		expect(status).toBe(503);
		expect(Date.parse(String(headers['retry-after']))).toBeGreaterThan(Date.now() + 3_000_000);
	});

	it('redirects', async () => {
		const elsewhere = 'http://127.0.0.1:1/v1/uploads';
		expect(await answerUnder({ kind: 'redirect' })).toMatchObject({ status: 307, headers: { location: '/v1/uploads' } });
		const reply = await answerUnder({ kind: 'redirect', location: elsewhere });
		expect(reply).toMatchObject({ status: 307, headers: { location: elsewhere } });
		expect((await answerUnder({ kind: 'moved' })).status).toBe(301);
	});

	it('answers 201 without JSON', async () => {
		const { status, text } = await answerUnder({ kind: 'notJson' });
		expect(status).toBe(201);
		expect(() => JSON.parse(text)).toThrow(SyntaxError);
	});

	it('answers 201 without a URL', async () => {
		const { status, text } = await answerUnder({ kind: 'noUrl' });
		expect({ status, answer: JSON.parse(text) }).toEqual({ status: 201, answer: { id: expect.any(Number) } });
	});

	it('gives a URL of another scheme', async () => {
		expect(JSON.parse((await answerUnder({ kind: 'httpUrl' })).text).url).toMatch(/^http:/);
		const url = 'ftp://files.example/a?b=1&c=2';
		expect(JSON.parse((await answerUnder({ kind: 'otherUrl', url })).text).url).toBe(url);
	});

	it('sends the JSON as text', async () => {
		const { headers, text } = await answerUnder({ kind: 'textBody' });
		expect(headers['content-type']).toMatch(/^text\/plain/);
		expect(await put(JSON.parse(text).url, 'x')).toMatchObject({ status: 200 });
	});

	it('leaves \\u0026 in the parsed URL, which the storage refuses', async () => {
		const { url } = JSON.parse((await answerUnder({ kind: 'doubleEscaped' })).text);
		expect(url).toContain('\\u0026');
		expect(await put(url, 'x')).toMatchObject({ status: 400, code: 'AuthorizationQueryParametersError' });
		expect(await put(url.replaceAll('\\u0026', '&'), 'x')).toMatchObject({ status: 200 });
	});

	it('gives a URL that has expired', async () => {
		const { url } = JSON.parse((await answerUnder({ kind: 'expiredUrl' })).text);
		const reply = await put(url, 'x');
		expect(reply).toMatchObject({ status: 403, code: 'AccessDenied' });
		expect(reply.text).toContain('Request has expired');
	});

	it('takes its time', async () => {
		const startedAtMs = performance.now();
		const { status } = await answerUnder({ kind: 'latency', ms: 60 });
		expect(status).toBe(201);
		expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(55);
	});

	it.each([
		['before its answer', 0],
		['in the middle of its answer', 20],
	])('resets the connection %s', async (_, bytes) => {
		sandbox.faults.add({ target: 'api', kind: 'resetAfter', bytes });
		await expect(askForUrl(sandbox, { filename: 'data.csv' })).rejects.toMatchObject({ code: 'ECONNRESET' });
	});

	it('refuses a connection', async () => {
		sandbox.faults.add({ target: 'api', kind: 'refuse' });
		await expect(askForUrl(sandbox, { filename: 'data.csv' })).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(sandbox.requests.at(-1)).toMatchObject({ target: 'api', fault: 'refuse' });
		expect((await askForUrl(sandbox, { filename: 'data.csv' })).status).toBe(201);
	});

	it.each<Omit<FaultRule, 'target'>>([{ kind: 'silent' }, { kind: 'stallAfter', bytes: 20 }])(
		'never ends its answer: $kind',
		async (rule) => {
			sandbox.faults.add({ target: 'api', ...rule });
			const never = askForUrl(sandbox, { filename: 'data.csv' });
			let ended = false;
			const outcome = never.finally(() => (ended = true));
			outcome.catch(() => {});
			expect((await askForUrl(sandbox, { filename: 'data.csv' })).status).toBe(201);
			expect(ended).toBe(false);
			expect(sandbox.requests.at(-2)).toMatchObject({ fault: rule.kind });
		},
	);
});

describe('fault rules', () => {
	it('apply to the named file only, so often, and the oldest first', async () => {
		sandbox.faults.add([
			{ target: 'api', kind: 'status', status: 500, match: { fileName: 'a.csv' }, times: 2 },
			{ target: 'api', kind: 'status', status: 503 },
		]);
		const statuses = [];
		for (const filename of ['a.csv', 'b.csv', 'a.csv', 'b.csv', 'a.csv']) {
			statuses.push((await askForUrl(sandbox, { filename })).status);
		}
		expect(statuses).toEqual([500, 503, 500, 201, 201]);
		expect(sandbox.faults.list()).toEqual([]);
	});

	it('can last until they are cleared', async () => {
		sandbox.faults.add({ target: 'api', kind: 'status', status: 500, times: null });
		for (let time = 0; time < 5; time++) expect((await askForUrl(sandbox, { filename: 'a.csv' })).status).toBe(500);
		expect(sandbox.faults.list()).toEqual([{ target: 'api', kind: 'status', status: 500, times: null }]);
		sandbox.faults.clear();
		expect((await askForUrl(sandbox, { filename: 'a.csv' })).status).toBe(201);
	});

	it('are not used up by requests that are refused anyway', async () => {
		sandbox.faults.add({ target: 'api', kind: 'status', status: 503 });
		expect((await ask(`${sandbox.apiUrl}/v1/uploads`, { method: 'POST', body: '{}' })).status).toBe(401);
		expect((await askForUrl(sandbox, { filename: 'a.csv' })).status).toBe(503);
	});

	it('reach only their target', async () => {
		sandbox.faults.add({ target: 's3', kind: 'status', status: 503 });
		const { url } = await uploadUrl(sandbox);
		expect((await put(url, 'x')).status).toBe(503);
	});

	it.each([
		['no object', 7],
		['no target', { kind: 'status', status: 500 }],
		['a kind of the other target', { target: 'api', kind: 'wrongEtag' }],
		['a misspelt kind', { target: 's3', kind: 'resetafter', bytes: 1 }],
		['a missing field', { target: 's3', kind: 'resetAfter' }],
		['an unknown field', { target: 's3', kind: 'silent', filename: 'a.csv' }],
		['a field of another type', { target: 's3', kind: 'resetAfter', bytes: '1' }],
		['no times', { target: 's3', kind: 'silent', times: 0 }],
		['a refusal of one file', { target: 's3', kind: 'refuse', match: { fileName: 'a.csv' } }],
	])('are not taken with %s', (_, rule) => {
		expect(() => sandbox.faults.add(rule as unknown as FaultRule)).toThrow(TypeError);
		expect(sandbox.faults.list()).toEqual([]);
	});
});
