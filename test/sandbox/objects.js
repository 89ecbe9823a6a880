const { createHash, randomBytes } = require('node:crypto');

/**
 * @typedef {'memory' | 'hash' | 'discard'} StoreMode
 *   keeps the bytes; keeps their MD5; only counts them
 */

/**
 * @typedef {object} StoredObject
 * @property {number} uploadId
 * @property {string} fileName
 * @property {import('./uploads.js').Destination} [destination]
 * @property {number} sizeBytes
 * @property {string} [md5] 32 hex digits; nothing when the bytes were only counted
 * @property {string} [contentType]
 * @property {() => Promise<Buffer>} [body] the bytes, where they were kept
 */

/** Without a mode, larger bodies than this are hashed and not kept, … */
const MAX_KEPT_BYTES = 64 * 2 ** 20;
/** … and of the smaller ones the newest of this total are kept. */
const MAX_KEPT_TOTAL_BYTES = 512 * 2 ** 20;

/**
 * Where received bodies go. An object is there only after `commit`.
 * @param {StoreMode} [mode] without it, by size
 */
function createObjects(mode) {
	/** @type {Map<number, StoredObject>} by upload id, oldest first */
	const objects = new Map();

	/** @param {number} announcedBytes */
	function receive(announcedBytes) {
		const bodyMode = mode ?? (announcedBytes > MAX_KEPT_BYTES ? 'hash' : 'memory');
		const hash = bodyMode === 'discard' ? undefined : createHash('md5');
		/** @type {Buffer[] | undefined} */
		const chunks = bodyMode === 'memory' ? [] : undefined;
		let sizeBytes = 0;
		return {
			/** @param {Buffer} chunk */
			add(chunk) {
				sizeBytes += chunk.length;
				hash?.update(chunk);
				chunks?.push(chunk);
			},
			/** The size and, in base64 and hex, the MD5 of what came. */
			finish() {
				const digest = hash?.digest();
				/** @type {StoredObject['body']} */
				const body = chunks && (async () => Buffer.concat(chunks));
				return { sizeBytes, md5: digest?.toString('hex'), md5Base64: digest?.toString('base64'), body };
			},
		};
	}

	/** @param {StoredObject} object */
	function commit(object) {
		objects.delete(object.uploadId);
		objects.set(object.uploadId, object);
		if (mode === undefined) forgetOldBodies(objects);
	}

	return { map: objects, receive, commit };
}

/** @param {Map<number, StoredObject>} objects */
function forgetOldBodies(objects) {
	let total = 0;
	for (const object of [...objects.values()].reverse()) {
		if (object.body) total += object.sizeBytes;
		if (total > MAX_KEPT_TOTAL_BYTES) delete object.body;
	}
}

/**
 * The headers by which S3 tells an object's ETag. Where there is no MD5, they are those of an
 * object under a KMS key, whose ETag is 32 hex digits that mean nothing.
 * @param {string | undefined} md5
 * @returns {Record<string, string>}
 */
function etagHeaders(md5) {
	if (md5 !== undefined) return { ETag: `"${md5}"`, 'x-amz-server-side-encryption': 'AES256' };
	return { ETag: `"${randomBytes(16).toString('hex')}"`, 'x-amz-server-side-encryption': 'aws:kms' };
}

module.exports = { createObjects, etagHeaders };
