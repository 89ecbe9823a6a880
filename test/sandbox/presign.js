const { Sha256 } = require('@aws-crypto/sha256-js');
const { SignatureV4 } = require('@smithy/signature-v4');

/**
 * @typedef {object} S3Keys
 * @property {string} accessKey
 * @property {string} secretKey
 * @property {string} region
 */

/**
 * @typedef {object} ToPresign
 * @property {string} method
 * @property {string} path with every segment encoded, as it goes over the wire
 * @property {Record<string, string | string[]>} [query] what the URL asks for besides its signature
 * @property {Record<string, string>} headers the headers that are signed, `host` among them
 * @property {Date} [at] when the URL begins to be valid
 * @property {number} expirySeconds
 */

const PAYLOAD_HEADER = 'x-amz-content-sha256';
const NOT_IN_THE_URL = new Set([PAYLOAD_HEADER]);

/**
 * The query of a presigned URL (Signature V4), by AWS's own signer.
 * @param {S3Keys} keys
 * @param {ToPresign} request
 * @returns {Promise<Record<string, string | string[]>>}
 */
async function presignedQuery(keys, { method, path, query = {}, headers, at = new Date(), expirySeconds }) {
	const signer = new SignatureV4({
		service: 's3',
		region: keys.region,
		credentials: { accessKeyId: keys.accessKey, secretAccessKey: keys.secretKey },
		sha256: Sha256,
		// S3 signs a path as it is sent; other services encode it once more.
		uriEscapePath: false,
	});
	const signed = await signer.presign(
		// The signer only reads these fields, whatever the host is.
		{
			method,
			protocol: 'http:',
			hostname: headers.host,
			path,
			query,
			// Whoever gets the URL decides what the bytes are, so they cannot be signed.
			headers: { ...headers, [PAYLOAD_HEADER]: 'UNSIGNED-PAYLOAD' },
		},
		{
			signingDate: at,
			expiresIn: expirySeconds,
			unsignableHeaders: NOT_IN_THE_URL,
			// What is to be signed stays a header, whatever the signer thinks of it.
			signableHeaders: new Set(Object.keys(headers)),
			unhoistableHeaders: new Set([...NOT_IN_THE_URL, ...Object.keys(headers)]),
		},
	);
	return /** @type {Record<string, string | string[]>} */ (signed.query);
}

/**
 * A presigned URL for one request.
 * @param {S3Keys} keys
 * @param {object} request
 * @param {string} request.method
 * @param {string} request.endpoint
 * @param {string} request.path
 * @param {Date} [request.at]
 * @param {number} request.expirySeconds
 * @param {Record<string, string>} [request.headers] that are signed besides the host, in lower case
 * @param {Record<string, string>} [request.query] what the URL says besides its signature
 */
async function presign(keys, { method, endpoint, path, at, expirySeconds, headers, query: others }) {
	const query = await presignedQuery(keys, {
		method,
		path,
		query: others,
		headers: { ...headers, host: new URL(endpoint).host },
		at,
		expirySeconds,
	});
	const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeForUrl(String(value))}`);
	return `${endpoint}${path}?${pairs.join('&')}`;
}

/**
 * A text as AWS writes it into URLs: everything but letters, digits and `-_.~` is encoded.
 * @param {string} text
 */
function encodeForUrl(text) {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

module.exports = { encodeForUrl, presign, presignedQuery };
