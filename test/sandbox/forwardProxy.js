const { PROXY_PAGE } = require('./faultAnswers.js');
const { createForwardRules } = require('./forwardRules.js');
const { join } = require('./join.js');
const { readHead, writeHead } = require('./requestHead.js');
const { startTcpServer } = require('./tcpServer.js');

/** @typedef {import('./forwardRules.js').ForwardRule} ForwardRule */
/** @typedef {import('./requestHead.js').Head} Head */

/**
 * @typedef {object} ForwardedRequest
 * @property {string} method `CONNECT`, or that of a request whose target is a whole URL
 * @property {string} url what was asked for: `host:port`, or the URL
 * @property {string} host `host:port`
 * @property {Record<string, string>} headers all of them, `proxy-authorization` among them
 * @property {string} [fault] the kind of fault that was applied
 * @property {number} [status] what the proxy itself answered; nothing where it was the server
 * @property {number} toServerBytes passed on after the head
 * @property {number} toClientBytes passed on
 */

/**
 * @typedef {object} ForwardProxy
 * @property {number} port
 * @property {string} url for HTTP_PROXY and HTTPS_PROXY; with a login, it is in there
 * @property {ForwardedRequest[]} requests oldest first
 * @property {ReturnType<typeof createForwardRules>['faults']} faults
 * @property {() => Promise<void>} close ends all connections
 */

/**
 * An HTTP forward proxy on loopback: CONNECT, and requests whose target is a whole http URL. What comes
 * after a request's head is passed on as it is; each connection is for one request.
 * @param {{ port?: number, login?: { user: string, password: string } }} [options] login: by Basic, else 407
 * @returns {Promise<ForwardProxy>}
 */
async function startForwardProxy({ port, login } = {}) {
	const { faults, take } = createForwardRules();
	/** @type {ForwardedRequest[]} */
	const requests = [];
	const credentials = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;

	/**
	 * @param {import('node:net').Socket} client
	 * @param {(host: string, port: number) => import('node:net').Socket} connect
	 */
	async function onConnection(client, connect) {
		client.on('error', () => client.destroy());
		const head = await readHead(client);
		if (head === undefined) return void client.destroy();
		const target = targetOf(head);
		const { method, url, headers } = head;
		/** @type {ForwardedRequest} */
		const entry = { method, url, host: target?.host ?? '', headers, toServerBytes: 0, toClientBytes: 0 };
		requests.push(entry);
		if (target === undefined) return answer(400);
		if (credentials !== undefined && headers['proxy-authorization'] !== credentials) return answer(407);

		const rule = take(entry);
		entry.fault = rule?.kind;
		if (rule?.kind === 'swallow') return void client.resume().once('end', () => client.destroy());
		if (rule?.kind === 'drop') return rule.reset ? client.resetAndDestroy() : void client.destroy();
		if (rule?.kind === 'answer') return answer(rule.status ?? 502, rule);
		if (rule?.kind === 'latency') await new Promise((resolve) => setTimeout(resolve, rule.ms).unref());

		const upstream = connect(target.name, target.port);
		upstream.once('error', () => answer(502));
		upstream.once('connect', () => {
			upstream.removeAllListeners('error');
			if (method === 'CONNECT') client.write('HTTP/1.1 200 Connection established\r\n\r\n');
			else upstream.write(writeHead(head));
			join(client, upstream, rule, entry);
		});

		/**
		 * @param {number} status
		 * @param {{ html?: boolean, headers?: Record<string, string> }} [manner]
		 */
		function answer(status, manner = {}) {
			entry.status = status;
			const body = manner.html ? PROXY_PAGE : '';
			const all = {
				...(status === 407 && { 'Proxy-Authenticate': 'Basic realm="proxy"' }),
				...(manner.html && { 'Content-Type': 'text/html' }),
				'Content-Length': Buffer.byteLength(body),
				Connection: 'close',
				...manner.headers,
			};
			const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
			client.end(`HTTP/1.1 ${status} Said by the proxy\r\n${lines.join('')}\r\n${body}`);
			// What the client still sends must not reset the connection under its answer.
			client.resume();
		}
	}

	const server = await startTcpServer({ port, onConnection: (client, connect) => void onConnection(client, connect) });
	const userInfo = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : '';
	return { ...server, url: server.url.replace('://', `://${userInfo}`), requests, faults };
}

/**
 * @param {Head} head
 * @returns {{ host: string, name: string, port: number } | undefined} nothing where a proxy does not go
 */
function targetOf({ method, url }) {
	const asked = method === 'CONNECT' ? `http://${url}` : url;
	if (!URL.canParse(asked)) return undefined;
	const { protocol, hostname, port } = new URL(asked);
	if (protocol !== 'http:') return undefined;
	const targetPort = Number(port || 80);
	return { host: `${hostname}:${targetPort}`, name: hostname.replace(/^\[|\]$/g, ''), port: targetPort };
}

module.exports = { startForwardProxy };
