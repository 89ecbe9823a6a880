const { checkFields, checkMatch } = require('./ruleFields.js');
const { createRuleQueue } = require('./ruleQueue.js');

/**
 * @typedef {object} ForwardRule what the proxy does with the next matching request; one rule a request, the
 *   oldest first
 * @property {'swallow' | 'drop' | 'answer' | 'latency' | 'resetAfter' | 'stallAfter' | 'flipBit' | 'rate'} kind
 *   swallow: never answers; drop: closes the connection; answer: by itself, of CONNECT or what else was
 *   asked; latency: before it connects; the others harm what is passed on, as those of proxy.js do
 * @property {{ method?: string, host?: string }} [match] only such requests: `CONNECT`, `PUT`, …; `host:port`
 * @property {number | null} [times] for how many requests (default 1); null: always
 * @property {boolean} [reset] drop: by an RST
 * @property {number} [status] answer: such as 407, 502, or 200 to CONNECT with something else than a tunnel
 * @property {boolean} [html] answer: with a page
 * @property {Record<string, string>} [headers] answer
 * @property {number} [ms] latency
 * @property {number} [bytes] resetAfter, stallAfter, flipBit: after the request's head, or of all that is answered
 * @property {number} [bytesPerSecond] rate
 * @property {'toServer' | 'toClient'} [direction] of the bytes that count (default toServer)
 */

/**
 * The fields of each kind; `!` marks those that it must have.
 * @type {Record<ForwardRule['kind'], string>}
 */
const KINDS = {
	swallow: '',
	drop: 'reset',
	answer: 'status! html headers',
	latency: 'ms!',
	resetAfter: 'bytes! direction',
	stallAfter: 'bytes! direction',
	flipBit: 'bytes! direction',
	rate: 'bytesPerSecond! direction',
};

/** The rules that wait for their requests. */
function createForwardRules() {
	const rules = /** @type {ReturnType<typeof createRuleQueue<ForwardRule>>} */ (createRuleQueue(checkRule));
	return {
		faults: { add: rules.add, clear: rules.clear, list: rules.list },
		/** @param {{ method: string, host: string }} request */
		take: ({ method, host }) =>
			rules.take(({ match }) => (match?.method ?? method) === method && (match?.host ?? host) === host),
	};
}

/** @param {ForwardRule} rule */
function checkRule(rule) {
	checkFields(rule, KINDS, { owner: 'The forward proxy', everyRule: ['match'] });
	checkMatch(rule.match, ['method', 'host']);
}

module.exports = { createForwardRules };
