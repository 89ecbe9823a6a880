const { crc32 } = require('node:zlib');

const { s3Error } = require('./s3Answers.js');

/**
 * The checksums of its body that a request carries in headers or, signed, in its URL.
 * @param {import('node:http').IncomingMessage} request
 * @returns {Record<string, string>} by the headers' names
 */
function sentChecksums(request) {
	const query = new URLSearchParams((request.url ?? '').split('?')[1]);
	const sent = [...query, ...Object.entries(request.headers)].map(([name, value]) => [name.toLowerCase(), String(value)]);
	return Object.fromEntries(sent.filter(([name]) => /^x-amz-checksum-(?:crc|sha)/.test(name)));
}

/**
 * Compares what came with what the request says of it: of the many checksums that S3 knows, the
 * MD5 and the CRC32, which SDKs put into URLs unasked.
 * @param {import('node:http').IncomingMessage} request
 */
function createBodyCheck(request) {
	const announcedMd5 = request.headers['content-md5'];
	const announcedCrc32 = sentChecksums(request)['x-amz-checksum-crc32'];
	let crc = 0;
	return {
		/** @param {Buffer} chunk */
		update(chunk) {
			if (announcedCrc32 !== undefined) crc = crc32(chunk, crc);
		},
		/**
		 * What S3 refuses the body with.
		 * @param {string | undefined} md5Base64 nothing where bytes were only counted
		 */
		refusal(md5Base64) {
			if (announcedMd5 !== undefined && md5Base64 !== undefined && announcedMd5 !== md5Base64) return s3Error('BadDigest');
			if (announcedCrc32 !== undefined && announcedCrc32 !== crc32Base64(crc)) {
				return s3Error('BadDigest', { message: 'The CRC32 you specified did not match the calculated checksum.' });
			}
			return undefined;
		},
	};
}

/** @param {number} crc */
function crc32Base64(crc) {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(crc);
	return bytes.toString('base64');
}

/** @param {string} text */
const crc32OfText = (text) => crc32Base64(crc32(text));

module.exports = { crc32OfText, createBodyCheck, sentChecksums };
