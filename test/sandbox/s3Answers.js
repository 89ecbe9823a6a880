const { randomBytes } = require('node:crypto');

/**
 * S3's error codes for a PUT Object: their status and S3's own message.
 * @type {Record<string, [number, string]>}
 */
const ERRORS = {
	AccessDenied: [403, 'Access Denied'],
	AuthorizationQueryParametersError: [
		400,
		'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
	],
	BadDigest: [400, 'The Content-MD5 you specified did not match what we received.'],
	EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size'],
	ExpiredToken: [400, 'The provided token has expired.'],
	IncompleteBody: [400, 'You did not provide the number of bytes specified by the Content-Length HTTP header'],
	InternalError: [500, 'We encountered an internal error. Please try again.'],
	InvalidAccessKeyId: [403, 'The AWS Access Key Id you provided does not exist in our records.'],
	InvalidArgument: [
		400,
		'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
	],
	InvalidDigest: [400, 'The Content-MD5 you specified was invalid.'],
	InvalidURI: [400, "Couldn't parse the specified URI."],
	MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
	MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
	NotImplemented: [501, 'A header you provided implies functionality that is not implemented'],
	PermanentRedirect: [
		301,
		'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
	],
	RequestTimeout: [
		400,
		'Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.',
	],
	ServiceUnavailable: [503, 'Service is unable to handle request.'],
	SignatureDoesNotMatch: [
		403,
		'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
	],
	SlowDown: [503, 'Please reduce your request rate.'],
	TemporaryRedirect: [
		307,
		'Please re-send this request to the specified temporary endpoint. Continue to use the original request endpoint for future requests.',
	],
};

/** The headers that S3 puts on every answer. */
function s3Headers() {
	return {
		'x-amz-request-id': randomBytes(8).toString('hex').toUpperCase(),
		'x-amz-id-2': randomBytes(48).toString('base64'),
		Server: 'AmazonS3',
	};
}

/**
 * S3's XML answer for an error code.
 * @param {string} code
 * @param {{ status?: number, message?: string, headers?: Record<string, string>, details?: Record<string, string> }} [changes]
 *   `details` are further elements of the XML
 * @returns {import('./writeAnswer.js').Answer & { code: string }}
 */
function s3Error(code, { status, message, headers: extraHeaders = {}, details = {} } = {}) {
	const [usualStatus, usualMessage] = ERRORS[code] ?? [400, ''];
	const headers = s3Headers();
	const elements = {
		Code: code,
		Message: message ?? usualMessage,
		...details,
		RequestId: headers['x-amz-request-id'],
		HostId: headers['x-amz-id-2'],
	};
	const xml = Object.entries(elements).map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`);
	return {
		code,
		status: status ?? usualStatus,
		headers: { ...headers, 'Content-Type': 'application/xml', ...extraHeaders },
		body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${xml.join('')}</Error>`,
	};
}

/** @param {string} text */
function escapeXml(text) {
	return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

module.exports = { s3Error, s3Headers };
