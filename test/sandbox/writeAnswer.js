const { setImmediate } = require('node:timers/promises');

const { resetConnection } = require('./resetConnection.js');

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {string | Buffer} body
 * @property {string} [code] S3's error code
 * @property {() => Iterable<Step>} [steps] how the body comes, if not at once; where `body` is empty,
 *   its length is not known and it comes chunked
 */

/**
 * @typedef {Buffer | { waitMs: number } | 'reset'} Step a piece of the body, a wait (an endless one ends
 *   with the connection), or the connection's end
 */

/**
 * Writes an answer step by step, no faster than the client takes it.
 * @param {import('node:http').ServerResponse} response
 * @param {Answer} answer
 * @param {import('./requestLog.js').LoggedRequest} entry is told what has been written
 * @param {{ keepOpen?: boolean }} [options] keepOpen: the answer is whole for the client, but the
 *   server does not turn to what the client still sends
 * @returns {Promise<boolean>} whether it was written to its end
 */
async function writeAnswer(response, answer, entry, { keepOpen = false } = {}) {
	const { status, code, headers, body } = answer;
	entry.status = status;
	entry.code = code;
	entry.answeredBytes = 0;
	const isChunked = answer.steps !== undefined && body.length === 0;
	response.writeHead(status, isChunked ? headers : { ...headers, 'Content-Length': Buffer.byteLength(body) });
	// A body that comes at once goes out together with the head.
	if (answer.steps || keepOpen) response.flushHeaders();
	for (const step of answer.steps?.() ?? [Buffer.from(body)]) {
		if (step === 'reset') {
			if (response.socket) resetConnection(response.socket);
			return false;
		} else if (!Buffer.isBuffer(step)) {
			if (!(await wait(response, step.waitMs))) return false;
		} else if (step.length > 0) {
			if (!(await unlessClosed(response, (done) => response.write(step, done)))) return false;
			entry.answeredBytes += step.length;
			// Writes to a fast reader are done at once, and an endless row of them would let nobody else in.
			if (answer.steps) await setImmediate();
		}
	}
	return keepOpen || (await unlessClosed(response, (done) => response.end(done)));
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} waitMs
 */
async function wait(response, waitMs) {
	/** @type {NodeJS.Timeout | undefined} */
	let timer;
	const waited = await unlessClosed(response, (done) => {
		if (Number.isFinite(waitMs)) timer = setTimeout(done, waitMs).unref();
	});
	clearTimeout(timer);
	return waited;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {(done: (error?: Error | null) => void) => void} begin
 * @returns {Promise<boolean>} whether it was done before the connection was closed
 */
function unlessClosed(response, begin) {
	return new Promise((resolve) => {
		if (response.closed) return resolve(false);
		/** @param {boolean} wasDone */
		const end = (wasDone) => {
			response.off('close', onClose);
			resolve(wasDone);
		};
		const onClose = () => end(false);
		response.once('close', onClose);
		begin((error) => end(!error));
	});
}

module.exports = { writeAnswer };
