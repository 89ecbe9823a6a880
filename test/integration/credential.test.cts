import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { testCredential } from '../support/credentialTest.cjs';
import { runNode } from '../support/engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

let sandbox: Sandbox;
let server: Server;
let answer: { status: number; headers?: Record<string, string>; body?: string };
let asked: IncomingMessage[];

beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
	server = createServer((request, response) => {
		asked.push(request);
		response.writeHead(answer.status, answer.headers).end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
	asked = [];
});
afterAll(async () => {
	server.close();
	await sandbox.close();
});

const addressOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe("the credential's test", () => {
	it('asks for an upload URL with the token, and sends no file', async () => {
		expect(await testCredential({ apiToken: sandbox.token, baseUrl: `${sandbox.apiUrl}//` })).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(sandbox.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v1/uploads']);
	});

	it.each(['\u00a0', ' ', '\n', '\ufeff'])('asks with a token that was pasted with %j around it as well', async (blank) => {
		const credential = { apiToken: blank + sandbox.token + blank, baseUrl: sandbox.apiUrl };
		expect(await testCredential(credential)).toMatchObject({ status: 'OK' });
		const items = [{ json: {} }];
		const [{ json }] = await runNode({ credential, parameters: { resource: 'file', operation: 'createUploadUrl', fileName: 'f.csv' }, items });
		expect(json).toMatchObject({ fileName: 'f.csv' });
	});

	it.each([' ', '\u00a0', '/ ', '\n'])('takes a base URL that was pasted with %j after it, as the node does', async (end) => {
		const { status } = await testCredential({ apiToken: sandbox.token, baseUrl: ` ${sandbox.apiUrl}${end}` });
		expect(status).toBe('OK');
	});

	it('says of a wrong token which one it takes', async () => {
		const { status, message } = await testCredential({ apiToken: 'wrong', baseUrl: sandbox.apiUrl });
		expect([status, message]).toEqual(['Error', expect.stringMatching(/did not accept the token.*type "Activity".*IP addresses/)]);
	});

	it.each([
		[401, /did not accept the token/],
		[403, /does not allow this token to upload/],
		[404, /no File Upload API at 'Base URL'.*https:\/\/api\.lexer\.io/],
		[405, /no File Upload API at 'Base URL'.*https:\/\/api\.lexer\.io/],
		[407, /proxy.*asks for a user and a password/],
		[429, /too many requests.*Test again/],
		[500, /status\.lexer\.io/],
		[502, /status\.lexer\.io/],
		[503, /status\.lexer\.io/],
		[504, /status\.lexer\.io/],
	])('has words for status %i', async (status, words) => {
		answer = { status, headers: { 'content-type': 'application/json' }, body: '{"error":"x"}' };
		expect(await testCredential({ apiToken: 'token', baseUrl: addressOf() })).toEqual({ status: 'Error', message: expect.stringMatching(words) });
	});

	it.each([301, 302, 303, 307, 308])('takes the token along no redirect (%i), and says so', async (status) => {
		answer = { status, headers: { location: `${addressOf()}/elsewhere` } };
		expect(await testCredential({ apiToken: 'token', baseUrl: addressOf() })).toEqual({ status: 'Error', message: expect.stringMatching(/redirect.*does not follow/) });
		expect(asked.map(({ url }) => url)).toEqual(['/v1/uploads']);
	});

	it.each([
		['a sign-in page', { 'content-type': 'text/html' }, '<html>Sign in</html>'],
		['nothing', {}, ''],
		['JSON of another API', { 'content-type': 'application/json' }, '{"ok":true}'],
		['a list', { 'content-type': 'application/json' }, '[{"id":1}]'],
		['JSON that is cut off', { 'content-type': 'application/json' }, '{"id":1,"url":"http'],
	])('does not take %s for Lexer', async (_, headers, body) => {
		answer = { status: 200, headers: headers as Record<string, string>, body };
		expect(await testCredential({ apiToken: 'token', baseUrl: addressOf() })).toEqual({ status: 'Error', message: expect.stringMatching(/not Lexer's API/) });
	});
});
