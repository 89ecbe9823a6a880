const { createHash } = require('node:crypto');
const http = require('node:http');
const https = require('node:https');

const { presign } = require('./presign.js');

/**
 * @typedef {object} RealS3Options
 * @property {string} endpoint without a slash at its end; upload URLs lead there
 * @property {string} [readEndpoint] where stored objects are read from, if not there: the server
 *   itself when `endpoint` is a proxy that does harm
 * @property {string} bucket
 * @property {string} accessKey
 * @property {string} secretKey
 * @property {string} region
 */

const EXPIRY_SECONDS = 3600;

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {RealS3Options | undefined}
 */
function realS3FromEnvironment(environment) {
	const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION = 'us-east-1' } = environment;
	if (!S3_ENDPOINT) return undefined;
	if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
		throw new Error('S3_ENDPOINT is set, but not all of S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY');
	}
	const endpoint = S3_ENDPOINT.replace(/\/+$/, '');
	return { endpoint, bucket: S3_BUCKET, accessKey: S3_ACCESS_KEY, secretKey: S3_SECRET_KEY, region: S3_REGION };
}

/**
 * Reads what a real S3 has stored.
 * @param {RealS3Options} options
 */
function createRealS3(options) {
	/**
	 * @param {string} method
	 * @param {string} path
	 * @returns {Promise<http.IncomingMessage>}
	 */
	async function ask(method, path) {
		const endpoint = options.readEndpoint ?? options.endpoint;
		const url = await presign(options, { method, endpoint, path, expirySeconds: EXPIRY_SECONDS });
		const { request } = url.startsWith('https:') ? https : http;
		return await new Promise((resolve, reject) => {
			request(url, { method, agent: false }, resolve).once('error', reject).end();
		});
	}

	/** @param {string} path */
	async function open(path) {
		const answer = await ask('GET', path);
		if (answer.statusCode === 200) return answer;
		answer.resume();
		if (answer.statusCode === 404) return undefined;
		throw new Error(`The S3 server answered ${answer.statusCode} to a GET`);
	}

	return {
		/** @param {string} key encoded as in a URL */
		get: (key) => ask('GET', `/${options.bucket}/${key}`),

		/**
		 * The object of an upload, its size and MD5 computed from the bytes that the server gives back.
		 * @param {import('./uploads.js').Upload} upload
		 * @returns {Promise<import('./objects.js').StoredObject | undefined>}
		 */
		async read({ uploadId, fileName, destination, path }) {
			const answer = await open(path);
			if (answer === undefined) return undefined;
			const hash = createHash('md5');
			let sizeBytes = 0;
			for await (const chunk of answer) {
				sizeBytes += chunk.length;
				hash.update(chunk);
			}
			const contentType = answer.headers['content-type'];
			const body = async () => {
				const again = await open(path);
				if (again === undefined) throw new Error('The object is gone');
				return Buffer.concat(await again.toArray());
			};
			return { uploadId, fileName, destination, sizeBytes, md5: hash.digest('hex'), contentType, body };
		},

		/** @param {import('./uploads.js').Upload} upload */
		async remove({ path }) {
			const answer = await ask('DELETE', path);
			answer.resume();
			const status = answer.statusCode ?? 0;
			if (status !== 204 && status !== 404) throw new Error(`The S3 server answered ${status} to a DELETE`);
		},
	};
}

module.exports = { createRealS3, realS3FromEnvironment };
