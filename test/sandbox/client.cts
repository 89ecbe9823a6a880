import http from 'node:http';
import net from 'node:net';

import type { Sandbox } from './index.js';

export interface Reply {
	status: number;
	headers: http.IncomingHttpHeaders;
	text: string;
	/** S3's `<Code>`. */
	code: string | undefined;
	/** The server asked for the body of a request that waited. */
	continued: boolean;
}

interface Outgoing {
	method?: string;
	headers?: http.OutgoingHttpHeaders;
	body?: string | Buffer;
}

/** One request on a connection of its own. A body gets its length as header, unless it is chunked. */
export async function ask(url: string, { method = 'GET', headers = {}, body }: Outgoing = {}): Promise<Reply> {
	return await new Promise((resolve, reject) => {
		let continued = false;
		const chunked = 'Transfer-Encoding' in headers;
		const length = body === undefined || chunked ? {} : { 'Content-Length': Buffer.byteLength(body) };
		const request = http.request(url, { method, agent: false, headers: { ...length, ...headers } }, (response) => {
			response
				.toArray()
				.then((chunks) => {
					const text = Buffer.concat(chunks).toString();
					const code = /<Code>(.*?)<\/Code>/.exec(text)?.[1];
					resolve({ status: response.statusCode ?? 0, headers: response.headers, text, code, continued });
				})
				.catch(reject);
		});
		request.once('error', reject);
		if (headers.Expect === undefined) {
			request.end(body);
		} else {
			request.once('continue', () => {
				continued = true;
				request.end(body);
			});
			request.flushHeaders();
		}
	});
}

/** Asks the sandbox's API for an upload URL. */
export async function askForUrl(
	{ apiUrl, token }: Pick<Sandbox, 'apiUrl' | 'token'>,
	body: unknown,
	headers: http.OutgoingHttpHeaders = {},
): Promise<Reply> {
	return await ask(`${apiUrl}/v1/uploads`, {
		method: 'POST',
		headers: { 'Auth-Api-Token': token, 'Content-Type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
}

/** An upload URL of the sandbox, as a client that parses the JSON has it. */
export async function uploadUrl(sandbox: Pick<Sandbox, 'apiUrl' | 'token'>, filename = 'data.csv') {
	const reply = await askForUrl(sandbox, { filename });
	return JSON.parse(reply.text) as { id: number; url: string };
}

export async function put(url: string, body: string | Buffer, headers: http.OutgoingHttpHeaders = {}): Promise<Reply> {
	return await ask(url, { method: 'PUT', headers, body });
}

/** A PUT that is written by hand, for what Node's client would not send. */
export function rawPut(url: string, headers: string[]): net.Socket {
	const { pathname, search, host } = new URL(url);
	return rawSend(url, [`PUT ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''].join('\r\n'));
}

/** Sends a text as it is to a server. */
export function rawSend(url: string, text: string): net.Socket {
	const { hostname, port } = new URL(url);
	const socket = net.connect(Number(port), hostname);
	socket.write(text);
	return socket;
}

/** Everything that comes until the server ends the connection. */
export async function readAll(socket: net.Socket): Promise<string> {
	return Buffer.concat(await socket.toArray()).toString();
}

/** What has come when it matches; the rest may never come. */
export async function readUntil(socket: net.Socket, pattern: RegExp): Promise<string> {
	let text = '';
	return await new Promise((resolve, reject) => {
		const take = (chunk: Buffer) => {
			text += chunk.toString('latin1');
			if (!pattern.test(text)) return;
			socket.off('data', take);
			resolve(text);
		};
		socket.on('data', take);
		socket.once('close', () => reject(new Error(`The connection was closed after ${JSON.stringify(text)}`)));
	});
}

/** Longer than anything here takes on a busy machine. */
const PATIENCE_MS = 30_000;

/** Waits until something has become true. */
export async function until(isTrue: () => boolean): Promise<void> {
	const giveUpAtMs = performance.now() + PATIENCE_MS;
	while (!isTrue()) {
		if (performance.now() > giveUpAtMs) throw new Error(`Waited in vain for ${isTrue}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
