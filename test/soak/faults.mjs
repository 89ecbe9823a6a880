/** What goes wrong with a file on its way, and what is to become of it. */

/**
 * @typedef {object} Trouble
 * @property {import('../sandbox/index.js').FaultRule[]} rules
 * @property {'delivered' | 'refused'} outcome refused: by an error, and nothing may be stored
 */

const MIB = 2 ** 20;

/** @type {Array<Omit<import('../sandbox/index.js').FaultRule, 'match'>>} what passes: one of them, and the file arrives at a later try */
const PASSING = [
	{ target: 's3', kind: 'resetAfter', bytes: 500 },
	{ target: 's3', kind: 'stallAfter', bytes: 500 },
	{ target: 's3', kind: 'status', status: 503, code: 'SlowDown' },
	{ target: 's3', kind: 'status', status: 400, code: 'RequestTimeout' },
	{ target: 's3', kind: 'earlyAnswer', status: 500, code: 'InternalError' },
	{ target: 's3', kind: 'redirect' },
	{ target: 's3', kind: 'noEtag' },
	{ target: 's3', kind: 'wrongEtag' },
	{ target: 's3', kind: 'storedThenError' },
	{ target: 's3', kind: 'storedThenError', hangUp: true },
	{ target: 's3', kind: 'rate', bytesPerSecond: 8 * MIB },
	{ target: 's3', kind: 'latency', ms: 700 },
	{ target: 'api', kind: 'status', status: 503 },
	{ target: 'api', kind: 'resetAfter', bytes: 10 },
	{ target: 'api', kind: 'retryAfter', status: 429, seconds: 1 },
	{ target: 'api', kind: 'expiredUrl' },
];

/** @type {Array<Omit<import('../sandbox/index.js').FaultRule, 'match'>>} what does not */
const LASTING = [
	// It may stand in place of the storage: the node asks nobody again.
	{ target: 's3', kind: 'signInPage' },
	{ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch', times: null },
	{ target: 's3', kind: 'status', status: 503, code: 'SlowDown', times: null },
	{ target: 'api', kind: 'status', status: 400, times: null },
	{ target: 'api', kind: 'notJson', times: null },
];

/**
 * @param {string} fileName that it is to meet
 * @param {() => number} random from 0 to 1
 * @returns {Trouble}
 */
export function troubleFor(fileName, random) {
	const dice = random();
	if (dice < 0.5) return { rules: [], outcome: 'delivered' };
	const list = dice < 0.9 ? PASSING : LASTING;
	const rule = list[Math.floor(random() * list.length)];
	return { rules: [{ ...rule, match: { fileName } }], outcome: list === PASSING ? 'delivered' : 'refused' };
}
