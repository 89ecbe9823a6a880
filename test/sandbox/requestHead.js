/**
 * @typedef {object} Head of a request, as it came
 * @property {string} method
 * @property {string} url its target
 * @property {Record<string, string>} headers by names in lower case
 * @property {[string, string][]} pairs the same, as they were written
 */

const MAX_HEAD_BYTES = 64 * 1024;
/** Between a proxy and whoever talks to it, not for the server. */
const HOP_BY_HOP = /^(?:proxy-.*|connection|keep-alive)$/i;

/**
 * Reads a request's head from a connection and leaves the rest there.
 * @param {import('node:net').Socket} socket
 * @returns {Promise<Head | undefined>} nothing where the connection ended before, or it is no head
 */
function readHead(socket) {
	return new Promise((resolve) => {
		let bytes = Buffer.alloc(0);
		/** @param {Head | undefined} head */
		const finish = (head) => {
			socket.pause();
			socket.off('data', take).off('end', give).off('close', give);
			resolve(head);
		};
		const give = () => finish(undefined);
		/** @param {Buffer} chunk */
		const take = (chunk) => {
			bytes = Buffer.concat([bytes, chunk]);
			const end = bytes.indexOf('\r\n\r\n');
			if (end === -1) {
				if (bytes.length > MAX_HEAD_BYTES) give();
				return;
			}
			const head = parse(bytes.subarray(0, end).toString('latin1'));
			finish(head);
			if (bytes.length > end + 4) socket.unshift(bytes.subarray(end + 4));
		};
		socket.on('data', take).once('end', give).once('close', give);
		socket.resume();
	});
}

/**
 * @param {string} text
 * @returns {Head | undefined}
 */
function parse(text) {
	const [first, ...lines] = text.split('\r\n');
	const [, method, url] = /^([A-Z]+) (\S+) HTTP\/1\.[01]$/.exec(first) ?? [];
	if (method === undefined) return undefined;
	/** @type {[string, string][]} */
	const pairs = lines.map((line) => {
		const at = line.indexOf(':');
		return [line.slice(0, at), line.slice(at + 1).trim()];
	});
	return { method, url, pairs, headers: Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value])) };
}

/**
 * The head as the server gets it, with an end of the connection after the answer.
 * @param {Head} head whose target is a whole URL
 */
function writeHead({ method, url, pairs }) {
	const { pathname, search } = new URL(url);
	const lines = pairs.filter(([name]) => !HOP_BY_HOP.test(name)).map(([name, value]) => `${name}: ${value}\r\n`);
	return Buffer.from(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}Connection: close\r\n\r\n`, 'latin1');
}

module.exports = { readHead, writeHead };
