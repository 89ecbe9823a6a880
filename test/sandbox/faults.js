/**
 * @typedef {object} Rule what goes wrong with the next matching request; one rule a request, the
 *   oldest first
 * @property {'api' | 's3'} target
 * @property {string} kind one of the target's, below
 * @property {{ fileName?: string }} [match] only requests for this file
 * @property {number | null} [times] for how many requests (default 1); null: always
 * @property {number} [bytes] resetAfter, stallAfter: of the request's body at S3, of the answer's at the API
 * @property {number} [status] status, earlyAnswer, retryAfter, storedThenError
 * @property {string} [code] S3's error code in those answers
 * @property {string} [message] the message in those answers
 * @property {Record<string, string>} [headers] more headers for those answers
 * @property {boolean} [html] status, earlyAnswer: the page of a proxy instead of XML or JSON
 * @property {boolean} [early] status, redirect, moved, retryAfter: answers before it reads the body
 * @property {boolean} [hangUp] storedThenError: resets the connection instead of answering
 * @property {string} [location] redirect: this address instead of a fresh one
 * @property {boolean} [secondPort] redirect: to another port
 * @property {number} [seconds] retryAfter
 * @property {boolean} [date] retryAfter: as a date
 * @property {number} [bytesPerSecond] rate
 * @property {number} [ms] latency
 * @property {string} [etag] wrongEtag, kmsEtag: this one
 * @property {string} [url] otherUrl
 */

/** The kinds of faults of each target, with the fields that a rule of the kind must have. */
const KINDS = {
	s3: {
		/** Reads so many bytes and resets the connection. */
		resetAfter: ['bytes'],
		/** Reads so many bytes, then neither reads on nor answers. */
		stallAfter: ['bytes'],
		/** Reads the body, stores nothing, answers an error. */
		status: ['status'],
		/** Answers an error before it reads the body, and hangs up at once. */
		earlyAnswer: ['status'],
		/** 307 to a fresh URL of the same upload. */
		redirect: [],
		/** 301 without a place to go. */
		moved: [],
		/** 503 SlowDown, or another status, with Retry-After. */
		retryAfter: ['seconds'],
		/** Reads slowly. */
		rate: ['bytesPerSecond'],
		/** Stores the object and tells another ETag than its MD5. */
		wrongEtag: [],
		/** Stores the object and tells an ETag that means nothing, as for objects under a KMS key. */
		kmsEtag: [],
		/** Stores the object and answers 500. */
		storedThenError: [],
		/** Reads the body and never answers. */
		silent: [],
		/** Closes the connection when it is opened. */
		refuse: [],
		/** Waits before it does anything. */
		latency: ['ms'],
	},
	api: {
		/** Sends so many bytes of the answer and resets the connection. */
		resetAfter: ['bytes'],
		/** Sends so many bytes of the answer and no more. */
		stallAfter: ['bytes'],
		status: ['status'],
		redirect: [],
		moved: [],
		/** 429, or another status, with Retry-After. */
		retryAfter: ['seconds'],
		silent: [],
		refuse: [],
		latency: ['ms'],
		/** 201 with a page instead of JSON. */
		notJson: [],
		/** 201 with an id only. */
		noUrl: [],
		/** 201 with the URL's scheme changed to http, for an API that is reached by https. */
		httpUrl: [],
		/** 201 with the rule's URL. */
		otherUrl: ['url'],
		/** 201 with the JSON as text/plain. */
		textBody: [],
		/** 201 with `\u0026` left in the URL when the JSON has been parsed. */
		doubleEscaped: [],
		/** 201 with a URL that has expired. */
		expiredUrl: [],
	},
};

const FIELD_TYPES = {
	target: 'string', kind: 'string', match: 'object', bytes: 'number', status: 'number', code: 'string',
	message: 'string', headers: 'object', html: 'boolean', early: 'boolean', hangUp: 'boolean', location: 'string',
	secondPort: 'boolean', seconds: 'number', date: 'boolean', bytesPerSecond: 'number', ms: 'number', etag: 'string',
	url: 'string',
};

/** The rules that wait for their requests. */
function createFaults() {
	/** @type {{ rule: Rule, left: number }[]} */
	let waiting = [];

	/** @param {(rule: Rule) => boolean} matches */
	function take(matches) {
		const found = waiting.find(({ rule }) => matches(rule));
		if (found === undefined) return undefined;
		found.left -= 1;
		if (found.left <= 0) waiting = waiting.filter((other) => other !== found);
		return found.rule;
	}

	return {
		/** @param {Rule | Rule[]} rules */
		add(rules) {
			const list = Array.isArray(rules) ? rules : [rules];
			list.forEach(checkRule);
			waiting.push(...list.map((rule) => ({ rule, left: rule.times === null ? Infinity : (rule.times ?? 1) })));
		},
		clear() {
			waiting = [];
		},
		/** The rules that still wait, each with the `times` that are left. */
		list() {
			return waiting.map(({ rule, left }) => ({ ...rule, times: left === Infinity ? null : left }));
		},
		/**
		 * The fault of a request, if it is to have one.
		 * @param {Rule['target']} target
		 * @param {string | undefined} fileName
		 */
		takeForRequest(target, fileName) {
			return take(
				(rule) =>
					rule.target === target &&
					rule.kind !== 'refuse' &&
					(rule.match?.fileName === undefined || rule.match.fileName === fileName),
			);
		},
		/**
		 * The fault of a new connection, whose file is not known yet.
		 * @param {Rule['target']} target
		 */
		takeForConnection(target) {
			return take((rule) => rule.target === target && rule.kind === 'refuse');
		},
	};
}

/**
 * A rule with a slip in it would do nothing and let a test pass that proves nothing.
 * @param {unknown} value
 */
function checkRule(value) {
	if (typeof value !== 'object' || value === null) throw new TypeError('A fault rule must be an object');
	const rule = /** @type {Record<string, unknown>} */ (value);
	const kinds = /** @type {Record<string, string[]> | undefined} */ (KINDS[/** @type {'s3'} */ (rule.target)]);
	if (kinds === undefined) throw new TypeError(`A fault rule's target must be "api" or "s3", not "${rule.target}"`);
	const needed = kinds[String(rule.kind)];
	if (needed === undefined) {
		throw new TypeError(`The target "${rule.target}" has no fault "${rule.kind}"; it has ${Object.keys(kinds).join(', ')}`);
	}
	for (const name of needed) {
		if (rule[name] === undefined) throw new TypeError(`The fault "${rule.kind}" needs "${name}"`);
	}
	for (const [name, given] of Object.entries(rule)) {
		if (given === undefined) continue;
		if (name === 'times') {
			if (given !== null && !(Number.isInteger(given) && Number(given) > 0) && given !== Infinity) {
				throw new TypeError('"times" must be a whole number above 0, or null for always');
			}
			continue;
		}
		const type = FIELD_TYPES[/** @type {keyof typeof FIELD_TYPES} */ (name)];
		if (type === undefined) throw new TypeError(`A fault rule has no field "${name}"`);
		if (typeof given !== type || given === null) throw new TypeError(`"${name}" of a fault rule must be a ${type}`);
	}
	if (rule.kind === 'refuse' && rule.match !== undefined) {
		throw new TypeError('"refuse" happens before a request is read, so it cannot match one');
	}
}

module.exports = { createFaults };
