import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { allowPrivateAddresses, isFirstMajor, runNode, storeBinary } from '../support/engine.cjs';

const servers: Array<{ close(): void; closeAllConnections?(): void }> = [];
afterEach(() => {
	allowPrivateAddresses(true);
	for (const server of servers.splice(0)) {
		server.closeAllConnections?.();
		server.close();
	}
});

async function listen(server: Server | ReturnType<typeof createTcpServer>) {
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** An API that hands out the given upload URL. */
async function apiFor(url: string) {
	const answer: RequestListener = (request, response) => {
		request.resume();
		response.writeHead(201).end(JSON.stringify({ id: 1, url }));
	};
	return `http://127.0.0.1:${await listen(createHttpServer(answer))}`;
}

async function upload(baseUrl: string, maxTries = 1) {
	return await runNode({
		credential: { apiToken: 'a token', baseUrl },
		parameters: { resource: 'file', operation: 'upload', options: { maxTries } },
		items: [{ json: {}, binary: { data: await storeBinary('filesystem', Buffer.from('x'), { fileName: 'f.csv' }) } }],
	});
}

const nobodyListens = async () => {
	const port = await listen(createTcpServer());
	servers.pop()?.close();
	return `http://127.0.0.1:${port}/f.csv?X-Amz-Signature=secret`;
};

/** A server whose certificate nobody has signed. */
async function selfSigned() {
	const folder = mkdtempSync(join(tmpdir(), 'lexer-tls-'));
	const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
	const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
	execFileSync('openssl', [...request, '-keyout', key, '-out', cert], { stdio: 'ignore' });
	const options = { key: readFileSync(key), cert: readFileSync(cert) };
	rmSync(folder, { recursive: true });
	return `https://127.0.0.1:${await listen(createHttpsServer(options, (_, response) => response.end()))}/f.csv?X-Amz-Signature=secret`;
}

/** A server that says something which is not HTTP. */
async function notHttp() {
	const port = await listen(createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n')));
	return `http://127.0.0.1:${port}/f.csv?X-Amz-Signature=secret`;
}

describe('a storage that cannot be reached is an error that says why', () => {
	it.each([
		['refuses connections', nobodyListens, 'The server refuses connections'],
		['has no address', async () => 'http://storage.invalid/f.csv?X-Amz-Signature=secret', "The server's name cannot be found (DNS)"],
		['has an untrusted certificate', selfSigned, "The server's TLS certificate is not trusted"],
		['does not speak HTTP', notHttp, 'The answer is not HTTP'],
	])('where it %s', async (_why, storageUrl, message) => {
		const failure = upload(await apiFor(await storageUrl()));
		await expect(failure).rejects.toMatchObject({ message: `${message}: "f.csv" was not delivered`, context: { itemIndex: 0 } });
		const error = await failure.catch((thrown: Error) => JSON.stringify(thrown) + thrown.stack);
		expect(error).not.toMatch(/secret|a token/);
	});

	(isFirstMajor ? it.skip : it)("where n8n's SSRF protection, which n8n 1 has not, forbids it", async () => {
		allowPrivateAddresses(false);
		await expect(upload('http://127.0.0.1:9')).rejects.toThrow('The SSRF protection of n8n (against server-side request forgery)');
	});
});

/** A storage that answers by the path that is asked for, once it has read the file. */
async function storage(asked: string[], name: string, answer: (response: ServerResponse, path: string) => void) {
	const server = createHttpServer((request, response) => {
		const path = (request.url ?? '').split('?')[0];
		asked.push(`${name} ${path}`);
		request.resume().on('end', () => answer(response, path));
	});
	return `http://127.0.0.1:${await listen(server)}`;
}

const confirm = (response: ServerResponse) => response.writeHead(200, { ETag: '"x-1"' }).end();
const redirect = (response: ServerResponse, location: string) => response.writeHead(307, { location }).end();

describe('a redirect of the storage', () => {
	it('without a host leads to the host that gave it', async () => {
		const asked: string[] = [];
		const second = await storage(asked, 'second', (response, path) => (path === '/final' ? confirm(response) : redirect(response, '/final')));
		const first = await storage(asked, 'first', (response) => void redirect(response, `${second}/step`));
		const [{ json }] = await upload(await apiFor(`${first}/f.csv?X-Amz-Signature=secret`), 5);
		expect(json).toMatchObject({ uploadId: 1, attempts: 3 });
		expect(asked).toEqual(['first /f.csv', 'second /step', 'second /final']);
	});

	it.each([
		[302, "The upload was redirected as Lexer's storage never does it"],
		[303, "The upload was redirected as Lexer's storage never does it"],
		[511, "A web page came back instead of an answer from Lexer's storage"],
	])('to a page where people sign in (%i) is not followed, and not said to be of Lexer', async (status, message) => {
		const asked: string[] = [];
		const url = await storage(asked, 'only', (response) => void response.writeHead(status, { location: 'https://login.example/?token=secret' }).end());
		const failure = upload(await apiFor(`${url}/f.csv?X-Amz-Signature=secret`), 3);
		await expect(failure).rejects.toMatchObject({
			message: expect.stringContaining(`${message} (HTTP ${status}): "f.csv"`),
			description: expect.stringContaining('Something between n8n and Lexer answers in its place'),
		});
		expect(asked).toHaveLength(1);
	});

	it('for which no try is left is not called one too many', async () => {
		const asked: string[] = [];
		const url = `${await storage(asked, 'only', (response) => void redirect(response, '/final'))}/f.csv?X-Amz-Signature=secret`;
		await expect(upload(await apiFor(url))).rejects.toThrow(
			`Lexer's storage sends the upload on to another address, and no try was left for it (HTTP 307): "f.csv" was not delivered`,
		);
		expect(asked).toEqual(['only /f.csv']);
	});
});

describe('a refusal of the storage', () => {
	it.each([400, 403, 409])('of %i that breaks off before it says why is tried again', async (status) => {
		const asked: string[] = [];
		const url = await storage(asked, 'only', (response) => {
			if (asked.length > 1) return void confirm(response);
			response.writeHead(status, { 'content-length': 200 }).write('<?xml version="1.0"?>', () => response.destroy());
		});
		const [{ json }] = await upload(await apiFor(`${url}/f.csv?X-Amz-Signature=secret`), 2);
		expect(json).toMatchObject({ uploadId: 1, attempts: 2 });
	});
});

describe('a base URL', () => {
	it.each(['', 'api.lexer.io', 'ftp://api.lexer.io', 'https://'])('%j is refused before any request', async (baseUrl) => {
		await expect(upload(baseUrl)).rejects.toThrow("The credential's 'Base URL' is not a web address");
	});

	it('that answers with more headers than anybody reads is named as the reason', async () => {
		const server = createHttpServer((request, response) => {
			request.resume();
			response.writeHead(401, { 'set-cookie': 'a='.padEnd(20_000, 'x') }).end('{}');
		});
		await expect(upload(`http://127.0.0.1:${await listen(server)}`)).rejects.toThrow('The answer has longer headers than Lexer or its storage give');
	});

	it.each([
		[404, 'There is no File Upload API'],
		[405, 'There is no File Upload API'],
		[302, "The credential's 'Base URL' answers with a redirect"],
		[511, 'The answer to the request for an upload URL is not JSON (HTTP 511)'],
	])('that answers %i is named as the reason', async (status, message) => {
		const server = createHttpServer((request, response) => {
			request.resume();
			response.writeHead(status, { location: 'https://elsewhere.example/' }).end('<html>');
		});
		await expect(upload(`http://127.0.0.1:${await listen(server)}`)).rejects.toThrow(message);
	});
});
