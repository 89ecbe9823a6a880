const { createHash, randomBytes } = require('node:crypto');

const { sentChecksums } = require('./checkBody.js');
const { s3Headers } = require('./s3Answers.js');

/**
 * @typedef {object} Stored what S3 knows of the bytes
 * @property {string} [md5] in hex; nothing when they were only counted
 * @property {Buffer} [crc64nvme] nothing when it was not computed, as it is not to be told
 */

/**
 * @typedef {object} BucketOptions
 * @property {boolean} [kms] every object is under a KMS key
 * @property {boolean | 'wrong'} [crc64] tells each object's CRC-64/NVME (default true)
 */

/**
 * The answer to a body that has been stored, as the rule changes it.
 * @param {import('./faults.js').Rule | undefined} rule
 * @param {import('node:http').IncomingMessage} request
 * @param {Stored} stored
 * @param {BucketOptions} bucket
 * @returns {import('./writeAnswer.js').Answer}
 */
function storedAnswer(rule, request, stored, bucket) {
	const sent = sentChecksums(request);
	// A checksum that came with the bytes is told again.
	const checksum = Object.keys(sent).length > 0 ? sent : crc64Headers(rule, stored.crc64nvme, bucket);
	const headers = { ...s3Headers(), ...etagHeaders(rule, request.headers, stored.md5, bucket), ...checksum, ...rule?.headers };
	return { status: 200, headers, body: '' };
}

/**
 * The ETag is the bytes' MD5 for objects under S3's own keys. For those under a KMS key, or one of
 * the customer's, it is 32 hex digits that mean nothing.
 * @param {import('./faults.js').Rule | undefined} rule
 * @param {import('node:http').IncomingHttpHeaders} requestHeaders
 * @param {string | undefined} md5
 * @param {BucketOptions} bucket
 * @returns {Record<string, string>}
 */
function etagHeaders(rule, requestHeaders, md5, { kms }) {
	const meaningless = `"${rule?.etag ?? randomBytes(16).toString('hex')}"`;
	if (rule?.customerKey) {
		const ofKey = 'x-amz-server-side-encryption-customer';
		return { ETag: meaningless, [`${ofKey}-algorithm`]: 'AES256', [`${ofKey}-key-MD5`]: randomBytes(16).toString('base64') };
	}
	const isKms = kms || rule?.kind === 'kmsEtag' || requestHeaders['x-amz-server-side-encryption'] === 'aws:kms';
	if (isKms || md5 === undefined) {
		const keyId = 'arn:aws:kms:ap-southeast-2:111122223333:key/00000000-0000-0000-0000-000000000000';
		const encryption = { 'x-amz-server-side-encryption': 'aws:kms', 'x-amz-server-side-encryption-aws-kms-key-id': keyId };
		return { ETag: meaningless, ...encryption };
	}
	const wrong = rule?.etag ?? createHash('md5').update(`not ${md5}`).digest('hex');
	return { ETag: `"${rule?.kind === 'wrongEtag' ? wrong : md5}"`, 'x-amz-server-side-encryption': 'AES256' };
}

/**
 * Whether the answer tells the CRC-64/NVME, as S3 does of what comes without a checksum. A rule about
 * KMS keys has to ask for it, since before 2025 there was none.
 * @param {import('./faults.js').Rule | undefined} rule
 * @param {BucketOptions} bucket
 */
function tellsCrc64(rule, bucket) {
	return rule?.crc64 ?? (rule?.kind === 'kmsEtag' ? false : (bucket.crc64 ?? true));
}

/**
 * @param {import('./faults.js').Rule | undefined} rule
 * @param {Buffer | undefined} crc64nvme
 * @param {BucketOptions} bucket
 * @returns {Record<string, string>}
 */
function crc64Headers(rule, crc64nvme, bucket) {
	if (crc64nvme === undefined) return {};
	const bytes = Buffer.from(crc64nvme);
	if (tellsCrc64(rule, bucket) === 'wrong') bytes[3] ^= 1;
	return { 'x-amz-checksum-crc64nvme': bytes.toString('base64'), 'x-amz-checksum-type': 'FULL_OBJECT' };
}

module.exports = { storedAnswer, tellsCrc64 };
