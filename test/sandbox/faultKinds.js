const { checkFields, checkMatch } = require('./ruleFields.js');

const ANSWER = 'headers headFirst ms';
/** How the connection goes on after an early answer. */
const EARLY = 'hangUp stopReading lingerMs';
/** S3's error or the API's, or a proxy's page. */
const S3_ERROR = `code message html ${ANSWER}`;
const API_ERROR = `message html ${ANSWER}`;

/**
 * The kinds of faults of each target, with the fields that a rule of the kind may have; `!` marks
 * those that it must have. What a field says stands at the `Rule` of faults.js.
 */
const KINDS = {
	s3: {
		/** Reads so many bytes and resets the connection. */
		resetAfter: 'bytes!',
		/** Reads so many bytes, then neither reads on nor answers. */
		stallAfter: 'bytes!',
		/** Reads the body, stores nothing, answers an error. */
		status: `status! early ${S3_ERROR} ${EARLY}`,
		/** Answers an error before it reads the body, and hangs up at once. */
		earlyAnswer: `status! ${S3_ERROR}`,
		/** Answers an error after so many bytes of the body, then reads on for a while. */
		answerAt: `bytes! status! ${S3_ERROR} ${EARLY}`,
		/** 200 with an ETag before the body is read, or after so many bytes of it; stores nothing. */
		earlySuccess: `bytes etag ${ANSWER} ${EARLY}`,
		/** Stores the object and answers 200 without an ETag, and without anything else of S3's. */
		noEtag: `store status ${ANSWER}`,
		/** Stores nothing and answers 200 with a page that asks people to sign in. */
		signInPage: `early status etag ${ANSWER} ${EARLY}`,
		/** Stores nothing and answers a body of the rule's own. */
		errorBody: `status! body! early ${ANSWER} ${EARLY}`,
		/** Stores the object and answers 200, first the head and then the (empty) body. */
		slowBody: 'ms! crc64 headers',
		/** Stores nothing; an answer whose body never ends, at the client's speed. */
		endlessBody: `gzip status early etag code message headers`,
		/** An error, a few bytes at a time. */
		trickle: `ms! bytes forever status! early code message headers`,
		/** An error as gzip, chunked. */
		gzipAnswer: `status! early code message html headers ${EARLY}`,
		/** The same with a bit that is wrong, or cut off. */
		damagedGzip: `bytes atEnd status! early code message html headers ${EARLY}`,
		/** 307 to a fresh URL of the same upload. */
		redirect: `location secondPort early ${S3_ERROR} ${EARLY}`,
		/** 301 without a place to go. */
		moved: `early ${S3_ERROR} ${EARLY}`,
		/** 503 SlowDown, or another status, with Retry-After. */
		retryAfter: `seconds! date status early ${S3_ERROR} ${EARLY}`,
		/** Reads slowly. */
		rate: 'bytesPerSecond! crc64',
		/** Stores the object and tells another ETag than its MD5. */
		wrongEtag: `etag crc64 ${ANSWER}`,
		/** Stores the object and tells an ETag that means nothing, as for objects under a KMS key. */
		kmsEtag: `etag crc64 customerKey ${ANSWER}`,
		/** Stores the object and tells its CRC-64/NVME, or a wrong one, or none. */
		crc64Answer: `crc64! ${ANSWER}`,
		/** Stores the object and answers 500. */
		storedThenError: `hangUp status ${S3_ERROR}`,
		/** Reads the body and never answers. */
		silent: '',
		/** Closes the connection when it is opened. */
		refuse: '',
		/** Waits before it does anything. */
		latency: 'ms! crc64',
		/** 417 before the body, only to requests that expect something; others do not use up the rule. */
		expectationFailed: `${ANSWER} ${EARLY}`,
	},
	api: {
		/** Sends so many bytes of the answer and resets the connection. */
		resetAfter: 'bytes!',
		/** Sends so many bytes of the answer and no more. */
		stallAfter: 'bytes!',
		status: `status! ${API_ERROR}`,
		/** 307 to the rule's location, or to the same address. */
		redirect: `location status ${API_ERROR}`,
		moved: `status ${API_ERROR}`,
		/** 429, or another status, with Retry-After. */
		retryAfter: `seconds! date status ${API_ERROR}`,
		/** A body of the rule's own. */
		errorBody: `status! body! ${ANSWER}`,
		silent: '',
		refuse: '',
		latency: 'ms!',
		/** 201, first the head and then the body. */
		slowBody: 'ms! headers',
		/** 201, or an error, whose body never ends, at the client's speed. */
		endlessBody: 'gzip status message headers',
		/** 201, or an error, a few bytes at a time. */
		trickle: 'ms! bytes forever status message headers',
		/** 201, or an error, as gzip, chunked. */
		gzipAnswer: 'status message html headers',
		/** The same with a bit that is wrong, or cut off. */
		damagedGzip: 'bytes atEnd status message html headers',
		/** 201 with a page instead of JSON. */
		notJson: '',
		/** 201 with an id only. */
		noUrl: '',
		/** 201 with the URL's scheme changed to http, for an API that is reached by https. */
		httpUrl: '',
		/** 201 with the rule's URL. */
		otherUrl: 'url!',
		/** 201 with the JSON as text/plain. */
		textBody: '',
		/** 201 with `\u0026` left in the URL when the JSON has been parsed. */
		doubleEscaped: '',
		/** 201 with a URL that has expired. */
		expiredUrl: '',
		/** 201 with a URL of which more headers than the host are signed: the PUT must send exactly these. */
		signedHeaders: 'headers!',
		/** 201 with a URL that carries the CRC32 of other bytes, as SDKs make them. */
		checksumInUrl: 'body',
		/** 201 with a Date that is off, and a good URL. */
		dateSkew: 'ms! headers',
		/** 201 from servers whose clocks are all off, so that it seems to be this machine's: URL, Date and storage. */
		skewedUrl: 'ms! onlyUrl headers',
	},
};

/**
 * @param {unknown} value
 */
function checkRule(value) {
	if (typeof value !== 'object' || value === null) throw new TypeError('A fault rule must be an object');
	const rule = /** @type {Record<string, unknown>} */ (value);
	const { target } = rule;
	if (target !== 'api' && target !== 's3') throw new TypeError(`A fault rule's target must be "api" or "s3", not "${target}"`);
	const { needed } = checkFields(rule, KINDS[target], { owner: `The target "${target}"`, everyRule: ['target', 'match'] });
	checkMeaning(rule, needed);
}

/**
 * Fields that are right one by one and say nothing together.
 * @param {Record<string, unknown>} rule
 * @param {string[]} needed
 */
function checkMeaning(rule, needed) {
	const { kind, ms, headFirst } = rule;
	if (kind === 'refuse' && rule.match !== undefined) {
		throw new TypeError('"refuse" happens before a request is read, so it cannot match one');
	}
	if (!needed.includes('ms') && Boolean(headFirst) !== (ms !== undefined)) {
		throw new TypeError(`The fault "${kind}" takes "headFirst" and "ms" together`);
	}
	const isNever = Number(ms) === -1 && (headFirst || kind === 'slowBody');
	const isSkew = kind === 'dateSkew' || kind === 'skewedUrl';
	if (Number(ms) < 0 && !isNever && !isSkew) throw new TypeError('"ms" of a fault rule must not be below 0');
	const notText = Object.entries(rule.headers ?? {}).find(([, value]) => typeof value !== 'string');
	if (notText !== undefined) throw new TypeError(`The header "${notText[0]}" of a fault rule must be a string`);
	checkMatch(rule.match, ['fileName']);
	checkAnswer(rule);
}

/** Kinds whose answer is early only where the rule says so. */
const EARLY_ON_DEMAND = Object.entries(KINDS.s3).filter(([, fields]) => /\bearly\b/.test(fields)).map(([kind]) => kind);
/** Kinds of answers that are successes where the rule gives no other status. */
const SUCCESS_WITHOUT_STATUS = { s3: ['endlessBody'], api: ['endlessBody', 'trickle', 'gzipAnswer', 'damagedGzip'] };

/** @param {Record<string, unknown>} rule */
function checkAnswer(rule) {
	const { kind, target, status = 200 } = rule;
	const endings = ['hangUp', 'stopReading', 'lingerMs'].filter((name) => rule[name] !== undefined && rule[name] !== false);
	if (endings.length > 1) throw new TypeError(`The fault "${kind}" takes only one of ${endings.join(' and ')}`);
	if (endings.length > 0 && target === 's3' && EARLY_ON_DEMAND.includes(String(kind)) && !rule.early) {
		throw new TypeError(`The fault "${kind}" takes "${endings[0]}" together with "early"`);
	}
	if (SUCCESS_WITHOUT_STATUS[/** @type {'s3'} */ (target)].includes(String(kind))) {
		const isError = Number(status) >= 300;
		const lost = (isError ? ['etag'] : ['code', 'message', 'html']).find((name) => rule[name] !== undefined);
		if (lost !== undefined) throw new TypeError(`The fault "${kind}" takes "${lost}" only with ${isError ? 'a' : 'no'} success`);
	}
}

module.exports = { checkRule };
