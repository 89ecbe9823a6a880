const { join } = require('./join.js');
const { startTcpServer } = require('./tcpServer.js');

/**
 * @typedef {object} ProxyRule what goes wrong with the next connection; one rule a connection
 * @property {'resetAfter' | 'stallAfter' | 'flipBit' | 'rate' | 'latency' | 'refuse'} kind
 *   resetAfter, stallAfter: after so many bytes, which are still passed on; flipBit: of the byte that
 *   comes after so many, such as one in a TLS record; latency: before anything is
 * @property {number} [bytes] resetAfter, stallAfter, flipBit
 * @property {number} [bytesPerSecond] rate
 * @property {number} [ms] latency
 * @property {'toServer' | 'toClient'} [direction] of the bytes that count (default toServer)
 * @property {number} [times] for how many connections (default 1)
 */

/**
 * The fields that each kind needs, and those that it may have.
 * @type {Record<ProxyRule['kind'], { needs?: 'bytes' | 'bytesPerSecond' | 'ms', takes?: 'direction' }>}
 */
const FIELDS = {
	resetAfter: { needs: 'bytes', takes: 'direction' },
	stallAfter: { needs: 'bytes', takes: 'direction' },
	flipBit: { needs: 'bytes', takes: 'direction' },
	rate: { needs: 'bytesPerSecond', takes: 'direction' },
	latency: { needs: 'ms' },
	refuse: {},
};

/**
 * @typedef {object} Proxy
 * @property {number} port
 * @property {string} url
 * @property {{ add(rules: ProxyRule | ProxyRule[]): void, clear(): void }} faults
 * @property {{ fault?: ProxyRule['kind'], toServerBytes: number, toClientBytes: number }[]} connections
 *   the connections so far, with the fault of each and the bytes that were passed on
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
	const server = await startTcpServer({
		port,
		onConnection(client, connect) {
			const rule = waiting.shift();
			const connection = { fault: rule?.kind, toServerBytes: 0, toClientBytes: 0 };
			connections.push(connection);
			if (rule?.kind === 'refuse') {
				client.resetAndDestroy();
				return;
			}
			const open = () => join(client, connect(targetHost, targetPort), rule, connection);
			if (rule?.kind === 'latency') setTimeout(open, rule.ms).unref();
			else open();
		},
	});

	return {
		...server,
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
	};
}

/** @param {ProxyRule} rule */
function checkRule(rule) {
	if (!Object.hasOwn(FIELDS, rule.kind)) throw new TypeError(`The proxy has no fault "${rule.kind}"`);
	const { needs, takes } = FIELDS[rule.kind];
	if (needs !== undefined && !(Number(rule[needs]) >= 0)) throw new TypeError(`The fault "${rule.kind}" needs "${needs}", a number`);
	const unknown = Object.keys(rule).find((name) => !['kind', 'times', needs, takes].includes(name));
	if (unknown !== undefined) throw new TypeError(`The fault "${rule.kind}" has no field "${unknown}"`);
	if (!['toServer', 'toClient', undefined].includes(rule.direction)) {
		throw new TypeError(`"direction" must be "toServer" or "toClient", not "${rule.direction}"`);
	}
}

module.exports = { startProxy };
