const { createHash } = require('node:crypto');

const { createCrc64nvme } = require('./crc64nvme.js');

/**
 * @typedef {'memory' | 'hash' | 'discard'} StoreMode
 *   keeps the bytes; keeps their MD5; only counts them, and knows no checksum
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

	/**
	 * @param {number} announcedBytes
	 * @param {boolean} needsCrc64 it costs as much as the MD5
	 */
	function receive(announcedBytes, needsCrc64) {
		const bodyMode = mode ?? (announcedBytes > MAX_KEPT_BYTES ? 'hash' : 'memory');
		const hash = bodyMode === 'discard' ? undefined : createHash('md5');
		const crc64nvme = bodyMode === 'discard' || !needsCrc64 ? undefined : createCrc64nvme();
		/** @type {Buffer[] | undefined} */
		const chunks = bodyMode === 'memory' ? [] : undefined;
		let sizeBytes = 0;
		return {
			/** @param {Buffer} chunk */
			add(chunk) {
				sizeBytes += chunk.length;
				hash?.update(chunk);
				crc64nvme?.update(chunk);
				chunks?.push(chunk);
			},
			/** The size and the checksums of what came: the MD5 in base64 and hex. */
			finish() {
				const digest = hash?.digest();
				/** @type {StoredObject['body']} */
				const body = chunks && (async () => Buffer.concat(chunks));
				const [md5, md5Base64] = [digest?.toString('hex'), digest?.toString('base64')];
				return { sizeBytes, md5, md5Base64, crc64nvme: crc64nvme?.digest(), body };
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

module.exports = { createObjects };
