const { join } = require('./join.js');
const { checkFields } = require('./ruleFields.js');
const { createRuleQueue } = require('./ruleQueue.js');
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
 * @property {number | null} [times] for how many connections (default 1); null: always
 */

/** The fields of each kind; `!` marks those that it must have. */
const KINDS = {
	resetAfter: 'bytes! direction',
	stallAfter: 'bytes! direction',
	flipBit: 'bytes! direction',
	rate: 'bytesPerSecond! direction',
	latency: 'ms!',
	refuse: '',
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
	const rules = /** @type {ReturnType<typeof createRuleQueue<ProxyRule>>} */ (createRuleQueue(checkRule));
	/** @type {Proxy['connections']} */
	const connections = [];
	const server = await startTcpServer({
		port,
		onConnection(client, connect) {
			const rule = rules.take(() => true);
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
		faults: { add: rules.add, clear: rules.clear },
	};
}

/** @param {ProxyRule} rule */
function checkRule(rule) {
	checkFields(rule, KINDS, { owner: 'The proxy', everyRule: [] });
}

module.exports = { startProxy };
