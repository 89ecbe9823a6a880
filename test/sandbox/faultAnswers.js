const { randomBytes } = require('node:crypto');

const { s3Error, s3Headers } = require('./s3Answers.js');

/** @typedef {import('./writeAnswer.js').Answer} Answer */

/** What a proxy between n8n and the server would say. */
const PROXY_PAGE =
	'<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>The proxy could not do this</h1></body></html>\n';

/** What a guest network answers until somebody has signed in. */
const SIGN_IN_PAGE =
	'<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form method="post" action="/login">' +
	'<input name="user"><input name="password" type="password"><button>Sign in</button></form></body></html>\n';

/** S3's code where a rule only gives a status. */
const CODE_BY_STATUS = { 400: 'InvalidRequest', 403: 'AccessDenied', 500: 'InternalError', 503: 'ServiceUnavailable' };

/**
 * An error as the target writes it: S3's XML, the API's JSON, or a proxy's page.
 * @param {import('./faults.js').Rule} rule
 * @param {number} status where the rule has none
 * @param {Record<string, string>} [headers] besides the rule's
 * @param {string} [usualCode]
 * @returns {Answer}
 */
function errorAnswer(rule, status, headers, usualCode) {
	const allHeaders = { ...headers, ...rule.headers };
	const realStatus = rule.status ?? status;
	if (rule.html) {
		return { status: realStatus, headers: { 'Content-Type': 'text/html', ...allHeaders }, body: PROXY_PAGE };
	}
	if (rule.target === 's3') {
		const byStatus = CODE_BY_STATUS[/** @type {400} */ (realStatus)] ?? 'InternalError';
		const code = rule.code ?? (rule.status === undefined ? (usualCode ?? byStatus) : byStatus);
		return s3Error(code, { status: realStatus, message: rule.message, headers: allHeaders });
	}
	return jsonAnswer(realStatus, { error: rule.message ?? `The sandbox was told to answer ${realStatus}` }, allHeaders);
}

/** @param {import('./faults.js').Rule} rule */
function retryAfterAnswer(rule) {
	const seconds = rule.seconds ?? 0;
	const value = rule.date ? new Date(Date.now() + seconds * 1000).toUTCString() : String(seconds);
	return errorAnswer(rule, rule.target === 's3' ? 503 : 429, { 'Retry-After': value }, 'SlowDown');
}

/**
 * 200 as S3 says it, or with the page of somebody who answers everything so.
 * @param {import('./faults.js').Rule} rule
 * @returns {Answer}
 */
function successAnswer(rule) {
	const { kind, status = 200 } = rule;
	const etag = kind === 'earlySuccess' ? (rule.etag ?? randomBytes(16).toString('hex')) : rule.etag;
	const headers = {
		...(kind === 'earlySuccess' && s3Headers()),
		...(kind === 'signInPage' && { 'Content-Type': 'text/html' }),
		...(etag && { ETag: `"${etag}"` }),
		...rule.headers,
	};
	return { status, headers, body: kind === 'signInPage' ? SIGN_IN_PAGE : '' };
}

/**
 * @param {import('./faults.js').Rule} rule
 * @returns {Answer}
 */
function rawAnswer({ target, status = 500, headers, body = '' }) {
	const type = target === 's3' ? 'application/xml' : 'application/json';
	return { status, headers: { 'Content-Type': type, ...headers }, body };
}

/**
 * @param {number} status
 * @param {unknown} value
 * @param {Record<string, string>} [headers]
 * @returns {Answer}
 */
function jsonAnswer(status, value, headers) {
	return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

module.exports = { errorAnswer, jsonAnswer, PROXY_PAGE, rawAnswer, retryAfterAnswer, successAnswer };
