const { timingSafeEqual } = require('node:crypto');

const { presignedQuery } = require('./presign.js');
const { s3Error } = require('./s3Answers.js');

const REQUIRED = [
	'X-Amz-Algorithm',
	'X-Amz-Credential',
	'X-Amz-Date',
	'X-Amz-Expires',
	'X-Amz-SignedHeaders',
	'X-Amz-Signature',
];
const MAX_EXPIRY_SECONDS = 7 * 24 * 60 * 60;
/** S3 takes URLs from clocks that are this far ahead of its own. */
const MAX_SKEW_MS = 15 * 60_000;

/**
 * Checks a request's Signature V4 in its URL as S3 does: by signing the request again with AWS's
 * own signer. Stricter than S3 in one thing: the path must be, byte for byte, the one that was signed.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('./presign.js').S3Keys} keys
 * @param {number} nowMs
 * @returns {Promise<ReturnType<typeof s3Error> | undefined>} what S3 refuses it with
 */
async function checkPresigned(request, keys, nowMs) {
	const [path, rawQuery = ''] = splitOnce(request.url ?? '', '?');
	const query = parseQuery(rawQuery);
	if (query === undefined) return s3Error('InvalidURI');
	const given = REQUIRED.filter((name) => typeof query[name] === 'string' && query[name] !== '');
	if (given.length === 0) return s3Error('AccessDenied');
	if (given.length < REQUIRED.length) return s3Error('AuthorizationQueryParametersError');

	const [algorithm, credential, date, expires, signedHeaders, signature] = REQUIRED.map((name) => String(query[name]));
	const at = parseAmzDate(date);
	const expirySeconds = Number(expires);
	if (algorithm !== 'AWS4-HMAC-SHA256') return malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
	if (at === undefined) return malformed('X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd\'T\'HHmmss\'Z\'"');
	if (!/^\d+$/.test(expires) || expirySeconds < 1 || expirySeconds > MAX_EXPIRY_SECONDS) {
		return malformed('X-Amz-Expires must be a number of seconds, from 1 to 604800');
	}
	const [accessKey, ...scope] = credential.split('/');
	if (accessKey !== keys.accessKey) return s3Error('InvalidAccessKeyId', { details: { AWSAccessKeyId: accessKey } });
	if (scope.join('/') !== `${date.slice(0, 8)}/${keys.region}/s3/aws4_request`) {
		return malformed('Error parsing the X-Amz-Credential parameter; its date, region or service is wrong');
	}
	if (at.getTime() > nowMs + MAX_SKEW_MS) return s3Error('AccessDenied', { message: 'Request is not valid yet' });
	const expiresAtMs = at.getTime() + expirySeconds * 1000;
	if (expiresAtMs <= nowMs) {
		const details = {
			'X-Amz-Expires': expires,
			Expires: new Date(expiresAtMs).toISOString(),
			ServerTime: new Date(nowMs).toISOString(),
		};
		return s3Error('AccessDenied', { message: 'Request has expired', details });
	}

	const names = signedHeaders.split(';');
	if (!names.includes('host')) return malformed('The host header must be signed');
	const notSigned = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-') && !names.includes(name));
	if (notSigned.length > 0) {
		const message = 'There were headers present in the request which were not signed';
		return s3Error('AccessDenied', { message, details: { HeadersNotSigned: notSigned.join(', ') } });
	}
	const headers = Object.fromEntries(names.map((name) => [name, String(request.headers[name] ?? '')]));
	const others = Object.fromEntries(Object.entries(query).filter(([name]) => !REQUIRED.includes(name)));
	const method = request.method ?? '';
	const resigned = await presignedQuery(keys, { method, path, query: others, headers, at, expirySeconds });
	if (!sameText(String(resigned['X-Amz-Signature']), signature)) {
		return s3Error('SignatureDoesNotMatch', { details: { AWSAccessKeyId: accessKey, SignatureProvided: signature } });
	}
	return undefined;
}

/** @param {string} message */
function malformed(message) {
	return s3Error('AuthorizationQueryParametersError', { message });
}

/**
 * @param {string} text
 * @param {string} separator
 */
function splitOnce(text, separator) {
	const at = text.indexOf(separator);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * A URL's query; unlike a form's, a `+` in it is a plus. A name that comes twice has a list.
 * @param {string} text
 * @returns {Record<string, string | string[]> | undefined} nothing when it is not well encoded
 */
function parseQuery(text) {
	/** @type {Map<string, string[]>} */
	const values = new Map();
	try {
		for (const pair of text.split('&').filter((part) => part !== '')) {
			const [name, value = ''] = splitOnce(pair, '=').map(decodeURIComponent);
			values.set(name, [...(values.get(name) ?? []), value]);
		}
	} catch {
		return undefined;
	}
	return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list]));
}

/** @param {string} text */
function parseAmzDate(text) {
	if (!/^\d{8}T\d{6}Z$/.test(text)) return undefined;
	const at = new Date(text.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
	return Number.isNaN(at.getTime()) ? undefined : at;
}

/**
 * @param {string} left
 * @param {string} right
 */
function sameText(left, right) {
	const [a, b] = [Buffer.from(left), Buffer.from(right)];
	return a.length === b.length && timingSafeEqual(a, b);
}

module.exports = { checkPresigned };
