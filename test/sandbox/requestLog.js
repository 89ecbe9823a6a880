/**
 * @typedef {object} LoggedRequest
 * @property {'api' | 's3'} target
 * @property {string} startedAt
 * @property {string} [method]
 * @property {string} [url] path and query as they came
 * @property {import('node:http').IncomingHttpHeaders} [headers] all of them
 * @property {string} [body] the API's only
 * @property {number} receivedBytes of the body
 * @property {number} [uploadId]
 * @property {string} [fileName]
 * @property {number} [status] nothing where no answer was given
 * @property {string} [code] S3's error code
 * @property {number} [answeredBytes] of the answer's body, as far as the client's machine took them
 * @property {number} [unreadBytes] of the body that came after the answer and counts for nothing
 * @property {string} [fault] the kind of fault that was applied
 * @property {boolean} [rateLimited] it was refused by the API's rate limit
 * @property {boolean} [leak] it carried the token, or another credential, to S3
 * @property {boolean} [stored] an object was stored
 * @property {string} [md5]
 */

/**
 * What the sandbox was asked, oldest first.
 * @param {(request: LoggedRequest) => void} [onDone] called with each request that has ended
 */
function createRequestLog(onDone) {
	/** @type {LoggedRequest[]} */
	const requests = [];
	return {
		requests,
		/**
		 * @param {LoggedRequest['target']} target
		 * @param {import('node:http').IncomingMessage} [request]
		 */
		begin(target, request) {
			/** @type {LoggedRequest} */
			const entry = { target, startedAt: new Date().toISOString(), receivedBytes: 0 };
			if (request) {
				const { method, url, headers } = request;
				Object.assign(entry, { method, url, headers });
			}
			requests.push(entry);
			return entry;
		},
		/** @param {LoggedRequest} entry */
		end(entry) {
			onDone?.(entry);
		},
	};
}

module.exports = { createRequestLog };
