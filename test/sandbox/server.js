const http = require('node:http');
const https = require('node:https');

/**
 * @typedef {object} RunningServer
 * @property {string} url
 * @property {() => Promise<void>} close ends its connections, whatever they are doing
 */

/** Longer than clients keep idle connections: who reuses one does not find it closed. */
const KEEP_ALIVE_MS = 120_000;

/**
 * An HTTP server on loopback that has no time limits of its own.
 * @param {object} options
 * @param {number} [options.port] default: any that is free
 * @param {{ key: Buffer, cert: Buffer }} [options.tls] speaks https by these
 * @param {(request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>} options.onRequest
 *   called for requests that wait for `100 Continue`, too
 * @param {() => boolean} options.refusesConnection asked for each new connection
 * @param {(error: NodeJS.ErrnoException, socket: import('node:net').Socket) => void} [options.onBrokenRequest]
 * @returns {Promise<RunningServer>}
 */
async function startServer({ port = 0, tls, onRequest, refusesConnection, onBrokenRequest }) {
	/**
	 * @param {http.IncomingMessage} request
	 * @param {http.ServerResponse} response
	 */
	const handle = (request, response) => {
		onRequest(request, response).catch((error) => {
			// Who went away needs no answer; anything else is a mistake of ours and must be seen.
			if (!response.headersSent && !request.socket.destroyed) response.writeHead(500).end(`The sandbox failed: ${error}`);
			else request.socket.destroy();
		});
	};
	const timeouts = { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: KEEP_ALIVE_MS };
	const server = tls ? https.createServer({ ...tls, ...timeouts }, handle) : http.createServer(timeouts, handle);
	server.on('checkContinue', handle);
	/** @type {Set<import('node:net').Socket>} */
	const sockets = new Set();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		if (refusesConnection()) socket.resetAndDestroy();
	});
	if (onBrokenRequest) {
		server.on('clientError', (error, socket) => onBrokenRequest(error, /** @type {import('node:net').Socket} */ (socket)));
	}
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(undefined));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}`,
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

module.exports = { startServer };
