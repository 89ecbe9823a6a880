const { checkPresigned } = require('./checkPresigned.js');
const { s3Error } = require('./s3Answers.js');

/** S3's limit for a single PUT. */
const MAX_OBJECT_BYTES = 5 * 2 ** 30;

/**
 * Everything that S3 looks at before it reads a body.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ keys: import('./presign.js').S3Keys, verifySignature: boolean }} options
 * @param {import('./uploads.js').Upload | undefined} upload that the path belongs to
 * @returns {Promise<{ refusal?: ReturnType<typeof s3Error>, leak?: true }>}
 */
async function checkPut(request, { keys, verifySignature }, upload) {
	const { headers, method } = request;
	// S3 would not know Lexer's header, but it must never get there.
	if (headers['auth-api-token'] !== undefined || headers.authorization !== undefined) {
		return { refusal: s3Error('InvalidArgument'), leak: true };
	}
	if (verifySignature) {
		const refusal = await checkPresigned(request, keys, Date.now() + (upload?.clockSkewMs ?? 0));
		if (refusal) return { refusal };
	}
	if (method !== 'PUT') return { refusal: s3Error('MethodNotAllowed', { details: { Method: method ?? '' } }) };
	if (upload === undefined) return { refusal: s3Error('AccessDenied') };
	if (headers['transfer-encoding'] !== undefined) {
		return { refusal: s3Error('NotImplemented', { details: { Header: 'Transfer-Encoding' } }) };
	}
	if (headers['content-length'] === undefined) return { refusal: s3Error('MissingContentLength') };
	const announcedBytes = Number(headers['content-length']);
	if (announcedBytes > MAX_OBJECT_BYTES) {
		const details = { ProposedSize: String(announcedBytes), MaxSizeAllowed: String(MAX_OBJECT_BYTES) };
		return { refusal: s3Error('EntityTooLarge', { details }) };
	}
	const md5 = headers['content-md5'];
	if (md5 !== undefined && !isMd5(String(md5))) return { refusal: s3Error('InvalidDigest') };
	return {};
}

/** @param {string} base64 */
function isMd5(base64) {
	const bytes = Buffer.from(base64, 'base64');
	return bytes.length === 16 && bytes.toString('base64') === base64;
}

module.exports = { checkPut };
