const { setTimeout: sleep } = require('node:timers/promises');

const { shaped } = require('./answerShapes.js');
const { answerInstead, uploadUrlAnswer } = require('./apiAnswers.js');
const { readRequest, readText } = require('./apiRequest.js');
const { jsonAnswer } = require('./faultAnswers.js');
const { resetConnection } = require('./resetConnection.js');
const { urlChanges } = require('./urlChanges.js');
const { writeAnswer } = require('./writeAnswer.js');

/** @typedef {import('./writeAnswer.js').Answer} Answer */
/** @typedef {import('./faults.js').Rule} Rule */

/**
 * @typedef {object} ApiContext
 * @property {string} token
 * @property {number} latencyMs
 * @property {number} expirySeconds
 * @property {ReturnType<typeof import('./faults.js').createFaults>} faults
 * @property {ReturnType<typeof import('./requestLog.js').createRequestLog>} log
 * @property {ReturnType<typeof import('./uploads.js').createUploads>} uploads
 * @property {(path: string, changes: import('./urlChanges.js').UrlChanges) => Promise<string>} presignPut
 */

/**
 * Lexer's File Upload API.
 * @param {ApiContext} context
 */
function createApi(context) {
	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 */
	return async function handle(request, response) {
		const entry = context.log.begin('api', request);
		response.once('close', () => context.log.end(entry));
		const body = await readText(request);
		if (body === undefined) return;
		entry.body = body;
		entry.receivedBytes = Buffer.byteLength(body);
		if (context.latencyMs > 0) await sleep(context.latencyMs, undefined, { ref: false });

		const asked = readRequest(request, body, context.token);
		if ('refusal' in asked) return send(asked.refusal);
		entry.fileName = asked.fileName;
		if (!context.faults.admitsRequest()) {
			entry.rateLimited = true;
			return send(jsonAnswer(429, { error: 'Too Many Requests' }));
		}
		const rule = context.faults.takeForRequest('api', asked.fileName, request.headers);
		entry.fault = rule?.kind;
		const answer = (rule && answerInstead(rule)) ?? (await giveUploadUrl(asked, rule));
		if (rule?.kind === 'latency') await sleep(rule.ms, undefined, { ref: false });
		// Not even the head.
		if (rule?.kind === 'silent' || (rule?.kind === 'stallAfter' && rule.bytes === 0)) return;
		if (rule?.kind === 'resetAfter' && rule.bytes === 0) return resetConnection(request.socket);
		await send(shaped(answer, rule));

		/** @param {Answer} whole */
		async function send(whole) {
			await writeAnswer(response, whole, entry);
		}

		/**
		 * @param {{ fileName: string, destination?: import('./uploads.js').Destination }} wanted
		 * @param {Rule | undefined} fault
		 * @returns {Promise<Answer>}
		 */
		async function giveUploadUrl({ fileName, destination }, fault) {
			const upload = context.uploads.add(fileName, destination);
			entry.uploadId = upload.uploadId;
			const changes = urlChanges(fault, context.expirySeconds);
			upload.clockSkewMs = changes.clockSkewMs;
			const url = await context.presignPut(upload.path, changes);
			return uploadUrlAnswer(fault, upload.uploadId, url);
		}
	};
}

module.exports = { createApi };
