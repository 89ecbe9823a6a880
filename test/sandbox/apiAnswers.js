const { errorAnswer, PROXY_PAGE, rawAnswer, retryAfterAnswer } = require('./faultAnswers.js');
const { UPLOADS_PATH } = require('./apiRequest.js');

/** @typedef {import('./writeAnswer.js').Answer} Answer */
/** @typedef {import('./faults.js').Rule} Rule */

/** Kinds that say how an answer comes: of an error, where the rule gives its status. */
const SHAPES = new Set(['endlessBody', 'trickle', 'gzipAnswer', 'damagedGzip']);

/**
 * The answer that a rule puts in the place of an upload URL.
 * @param {Rule} rule
 * @returns {Answer | undefined}
 */
function answerInstead(rule) {
	if (rule.kind === 'status') return errorAnswer(rule, 500);
	if (rule.kind === 'errorBody') return rawAnswer(rule);
	if (SHAPES.has(rule.kind) && (rule.status ?? 0) >= 300) return errorAnswer(rule, 500);
	if (rule.kind === 'retryAfter') return retryAfterAnswer(rule);
	if (rule.kind === 'redirect') return errorAnswer(rule, 307, { Location: rule.location ?? UPLOADS_PATH });
	if (rule.kind === 'moved') return errorAnswer(rule, 301);
	if (rule.kind === 'notJson') {
		return { status: 201, headers: { 'Content-Type': 'text/html' }, body: PROXY_PAGE };
	}
	return undefined;
}

/**
 * The answer with an upload URL, changed as the rule wants.
 * @param {Rule | undefined} rule
 * @param {number} id
 * @param {string} url
 * @returns {Answer}
 */
function uploadUrlAnswer(rule, id, url) {
	/** @type {Record<string, string | undefined>} */
	const changed = {
		noUrl: undefined,
		httpUrl: url.replace(/^https:/, 'http:'),
		otherUrl: rule?.url,
		doubleEscaped: url.replaceAll('&', '\\u0026'),
	};
	const given = rule !== undefined && rule.kind in changed ? changed[rule.kind] : url;
	const type = rule?.kind === 'textBody' ? 'text/plain; charset=utf-8' : 'application/json';
	// Lexer's API escapes the ampersands of its JSON.
	const body = JSON.stringify({ id, url: given }).replaceAll('&', '\\u0026');
	const headers = { 'Content-Type': type, ...(rule?.kind !== 'signedHeaders' && rule?.headers), ...dateHeader(rule) };
	return { status: rule?.status ?? 201, headers, body };
}

/** @param {Rule | undefined} rule */
function dateHeader(rule) {
	const isOff = rule?.kind === 'dateSkew' || (rule?.kind === 'skewedUrl' && !rule.onlyUrl);
	return isOff && { Date: new Date(Date.now() + (rule.ms ?? 0)).toUTCString() };
}

module.exports = { answerInstead, uploadUrlAnswer };
