const { checkRule } = require('./faultKinds.js');
const { createRateLimit } = require('./rateLimit.js');
const { createRuleQueue } = require('./ruleQueue.js');

/**
 * @typedef {object} Rule what goes wrong with the next matching request; one rule a request, the
 *   oldest first. The kinds, and which fields each takes, stand in faultKinds.js.
 * @property {'api' | 's3'} target
 * @property {string} kind one of the target's
 * @property {{ fileName?: string }} [match] only requests for this file
 * @property {number | null} [times] for how many requests (default 1); null: always
 * @property {number} [bytes] resetAfter, stallAfter: of the request's body at S3, of the answer's at
 *   the API; answerAt, earlySuccess: of the request's body, before the answer;
 *   trickle: at a time (default 1); damagedGzip: the gzip ends after so many
 * @property {number} [status] of the answer
 * @property {string} [code] S3's error code in the answer
 * @property {string} [message] the message in the answer
 * @property {Record<string, string>} [headers] more headers for the answer; signedHeaders: what the
 *   URL signs
 * @property {boolean} [html] the page of a proxy instead of XML or JSON
 * @property {boolean} [early] answers before it reads the body
 * @property {boolean} [hangUp] storedThenError: resets the connection instead of answering; with
 *   answers that come before the body's end: closes the connection at once, with bytes unread
 * @property {boolean} [stopReading] with answers that come before the body's end: reads no more and
 *   keeps the connection open
 * @property {number} [lingerMs] with answers that come before the body's end: reads on for so long
 *   before it closes the connection (default 2000)
 * @property {boolean} [headFirst] the answer's head goes out at once, its body `ms` later
 * @property {boolean} [gzip] endlessBody: zeros as gzip, a GiB of which is a MiB
 * @property {boolean} [forever] trickle: goes on with spaces where the answer ends
 * @property {boolean} [atEnd] damagedGzip: its checksum is wrong, the text is whole
 * @property {string} [body] errorBody: the answer's body as it is; checksumInUrl: of these bytes
 *   (default: none)
 * @property {boolean | 'wrong'} [crc64] with answers to what was stored: tells the bytes' CRC-64/NVME
 *   (default: kmsEtag no, the others what the sandbox's option says), or a wrong one
 * @property {boolean} [customerKey] kmsEtag: a key of the customer's (SSE-C) instead
 * @property {boolean} [store] noEtag: false stores nothing
 * @property {string} [location] redirect: this address instead of a fresh one
 * @property {boolean} [secondPort] redirect: to another port
 * @property {number} [seconds] retryAfter
 * @property {boolean} [date] retryAfter: as a date
 * @property {number} [bytesPerSecond] rate
 * @property {number} [ms] latency; headFirst, slowBody: before the answer's body, -1: that never
 *   comes; trickle: between the pieces; dateSkew, skewedUrl: how far the
 *   clock is ahead, below 0 for behind
 * @property {boolean} [onlyUrl] skewedUrl: the storage's clock and the answer's Date are right
 * @property {string} [etag] wrongEtag, kmsEtag, signInPage, endlessBody: this one; earlySuccess: this one, without
 *   it a made-up one, with '' none
 * @property {string} [url] otherUrl
 */

/**
 * The rules that wait for their requests, and the API's rate limit.
 * @param {import('./rateLimit.js').RateLimit} [usualRateLimit] where none is set
 */
function createFaults(usualRateLimit) {
	const rateLimit = createRateLimit();
	rateLimit.set(usualRateLimit);
	const rules = /** @type {ReturnType<typeof createRuleQueue<Rule>>} */ (createRuleQueue(checkRule));
	return {
		add: rules.add,
		list: rules.list,
		/** Drops all rules, and brings back the rate limit that the sandbox was started with. */
		clear() {
			rules.clear();
			rateLimit.set(usualRateLimit);
		},
		/**
		 * The API answers 429, without Retry-After, to requests beyond the limit. Rules are for those
		 * within it.
		 * @param {import('./rateLimit.js').RateLimit | null} limit null: none
		 */
		setRateLimit: (limit) => rateLimit.set(limit),
		rateLimit: () => rateLimit.current(),
		admitsRequest: () => rateLimit.admits(performance.now()),
		/**
		 * The fault of a request, if it is to have one.
		 * @param {Rule['target']} target
		 * @param {string | undefined} fileName
		 * @param {import('node:http').IncomingHttpHeaders} headers
		 */
		takeForRequest(target, fileName, headers) {
			return rules.take(
				(rule) =>
					rule.target === target &&
					rule.kind !== 'refuse' &&
					(rule.kind !== 'expectationFailed' || headers.expect !== undefined) &&
					(rule.match?.fileName === undefined || rule.match.fileName === fileName),
			);
		},
		/**
		 * The fault of a new connection, whose file is not known yet.
		 * @param {Rule['target']} target
		 */
		takeForConnection(target) {
			return rules.take((rule) => rule.target === target && rule.kind === 'refuse');
		},
	};
}

module.exports = { createFaults };
