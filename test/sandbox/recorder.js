const { startServer } = require('./server.js');

/**
 * @typedef {object} RecordedRequest
 * @property {string} method
 * @property {string} url path and query
 * @property {import('node:http').IncomingHttpHeaders} headers all of them
 * @property {string} body its first 64 KiB
 * @property {number} receivedBytes of the body
 */

/**
 * @typedef {object} Recorder
 * @property {string} url
 * @property {RecordedRequest[]} requests oldest first; a request is there when its head has come
 * @property {() => Promise<void>} close ends all connections
 */

const MAX_KEPT_BYTES = 64 * 1024;

/**
 * A server on loopback that takes everything and keeps what it was sent: where redirects lead to, in
 * tests that prove what does not go there.
 * @param {{ status?: number, headers?: Record<string, string>, body?: string }} [answer] to every
 *   request (default: 200 with empty JSON)
 * @returns {Promise<Recorder>}
 */
async function startRecorder({ status = 200, headers = { 'Content-Type': 'application/json' }, body = '{}' } = {}) {
	/** @type {RecordedRequest[]} */
	const requests = [];
	const server = await startServer({
		refusesConnection: () => false,
		async onRequest(request, response) {
			const entry = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: '', receivedBytes: 0 };
			requests.push(entry);
			if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();
			for await (const chunk of request) {
				entry.receivedBytes += chunk.length;
				if (entry.body.length < MAX_KEPT_BYTES) entry.body = (entry.body + chunk).slice(0, MAX_KEPT_BYTES);
			}
			response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
		},
	});
	return { url: server.url, requests, close: server.close };
}

module.exports = { startRecorder };
