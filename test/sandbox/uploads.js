const { randomUUID } = require('node:crypto');

const { encodeForUrl } = require('./presign.js');

/**
 * @typedef {object} Destination
 * @property {'dataset_load'} destination_type
 * @property {string} dataset_id
 * @property {string} record_type
 */

/**
 * @typedef {object} Upload
 * @property {number} uploadId
 * @property {string} fileName
 * @property {Destination} [destination]
 * @property {string} path of its URL, encoded
 * @property {number} [clockSkewMs] by how much the storage's clock is ahead of this machine's
 */

/**
 * The uploads that URLs were given out for.
 * @param {string} bucket
 */
function createUploads(bucket) {
	/** @type {Map<number, Upload>} */
	const byId = new Map();
	/** @type {Map<string, Upload>} */
	const byPath = new Map();
	let lastId = 1000;

	/** @param {string} fileName */
	const freshPath = (fileName) => `/${bucket}/${randomUUID()}/${encodeForUrl(fileName)}`;

	return {
		byId,
		byPath,
		/**
		 * @param {string} fileName
		 * @param {Destination} [destination]
		 */
		add(fileName, destination) {
			/** @type {Upload} */
			const upload = { uploadId: ++lastId, fileName, destination, path: freshPath(fileName) };
			byId.set(upload.uploadId, upload);
			byPath.set(upload.path, upload);
			return upload;
		},
		/**
		 * Another place where the same upload's bytes may be put.
		 * @param {Upload} upload
		 */
		addPath(upload) {
			const path = freshPath(upload.fileName);
			byPath.set(path, upload);
			return path;
		},
		clear() {
			byId.clear();
			byPath.clear();
		},
	};
}

module.exports = { createUploads };
