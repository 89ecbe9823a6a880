const net = require('node:net');

const { createPace } = require('./pace.js');

/**
 * @typedef {object} ProxyRule what goes wrong with the next connection; one rule a connection
 * @property {'resetAfter' | 'stallAfter' | 'rate' | 'latency' | 'refuse'} kind
 *   resetAfter, stallAfter: after so many bytes, which are still passed on; latency: before anything is
 * @property {number} [bytes] resetAfter, stallAfter
 * @property {number} [bytesPerSecond] rate
 * @property {number} [ms] latency
 * @property {'toServer' | 'toClient'} [direction] of the bytes that count (default toServer)
 * @property {number} [times] for how many connections (default 1)
 */

/** The field that each kind needs. */
const NEEDS = { resetAfter: 'bytes', stallAfter: 'bytes', rate: 'bytesPerSecond', latency: 'ms', refuse: undefined };

/**
 * @typedef {object} Proxy
 * @property {number} port
 * @property {string} url
 * @property {{ add(rules: ProxyRule | ProxyRule[]): void, clear(): void }} faults
 * @property {{ fault?: ProxyRule['kind'] }[]} connections the connections so far, with the fault of each
 * @property {() => Promise<void>} close ends all connections
 */

/**
 * A TCP proxy on loopback that does harm on demand, for servers that cannot do it themselves.
 * A presigned URL names its host in the signature: so it must be made for the proxy's address.
 * @param {{ targetHost?: string, targetPort: number, port?: number }} options
 * @returns {Promise<Proxy>}
 */
async function startProxy({ targetHost = '127.0.0.1', targetPort, port = 0 }) {
	/** @type {ProxyRule[]} */
	let waiting = [];
	/** @type {Proxy['connections']} */
	const connections = [];
	/** @type {Set<net.Socket>} */
	const sockets = new Set();
	/** @param {net.Socket} socket */
	const track = (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	};

	const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
		track(client);
		const rule = waiting.shift();
		connections.push({ fault: rule?.kind });
		if (rule?.kind === 'refuse') {
			client.resetAndDestroy();
			return;
		}
		const open = () => {
			const upstream = net.connect({ host: targetHost, port: targetPort, allowHalfOpen: true });
			track(upstream);
			join(client, upstream, rule);
		};
		if (rule?.kind === 'latency') setTimeout(open, rule.ms).unref();
		else open();
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(undefined));
	});
	const address = /** @type {net.AddressInfo} */ (server.address());

	return {
		port: address.port,
		url: `http://127.0.0.1:${address.port}`,
		connections,
		faults: {
			add(rules) {
				for (const rule of Array.isArray(rules) ? rules : [rules]) {
					checkRule(rule);
					for (let time = 0; time < (rule.times ?? 1); time++) waiting.push(rule);
				}
			},
			clear() {
				waiting = [];
			},
		},
		async close() {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}

/** @param {ProxyRule} rule */
function checkRule(rule) {
	if (!(rule.kind in NEEDS)) throw new TypeError(`The proxy has no fault "${rule.kind}"`);
	const needed = NEEDS[rule.kind];
	if (needed !== undefined && typeof rule[/** @type {keyof ProxyRule} */ (needed)] !== 'number') {
		throw new TypeError(`The fault "${rule.kind}" needs "${needed}", a number`);
	}
}

/**
 * @param {net.Socket} client
 * @param {net.Socket} upstream
 * @param {ProxyRule | undefined} rule
 */
function join(client, upstream, rule) {
	const reset = () => {
		client.resetAndDestroy();
		upstream.resetAndDestroy();
	};
	const harmed = rule?.direction ?? 'toServer';
	passOn(client, upstream, harmed === 'toServer' ? rule : undefined, reset);
	passOn(upstream, client, harmed === 'toClient' ? rule : undefined, reset);
	// Whatever breaks one side breaks the other.
	for (const socket of [client, upstream]) socket.on('error', reset);
}

/**
 * @param {net.Socket} from
 * @param {net.Socket} to
 * @param {ProxyRule | undefined} rule
 * @param {() => void} reset
 */
function passOn(from, to, rule, reset) {
	const stopAfterBytes = rule?.kind === 'resetAfter' || rule?.kind === 'stallAfter' ? (rule.bytes ?? 0) : Infinity;
	const pace = rule?.kind === 'rate' ? createPace(rule.bytesPerSecond ?? Infinity) : undefined;
	let passedBytes = 0;
	let waits = false;
	const stop = () => {
		from.pause();
		if (rule?.kind === 'resetAfter') reset();
	};
	const goOn = () => {
		if (!waits && !to.writableNeedDrain && passedBytes < stopAfterBytes) from.resume();
	};
	from.on('data', (chunk) => {
		const part = chunk.subarray(0, stopAfterBytes - passedBytes);
		passedBytes += part.length;
		to.write(part, () => {
			if (passedBytes >= stopAfterBytes) stop();
		});
		const waitMs = pace?.(passedBytes) ?? 0;
		if (waitMs > 0) {
			waits = true;
			setTimeout(() => {
				waits = false;
				goOn();
			}, waitMs).unref();
		}
		if (waits || to.writableNeedDrain || passedBytes >= stopAfterBytes) from.pause();
	});
	to.on('drain', goOn);
	from.once('end', () => to.end());
	if (stopAfterBytes === 0) stop();
	// The server hands out its connections paused.
	else from.resume();
}

module.exports = { startProxy };
