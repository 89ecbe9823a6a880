const { setTimeout: sleep } = require('node:timers/promises');

const { errorAnswer, jsonAnswer, PROXY_PAGE, retryAfterAnswer } = require('./faultAnswers.js');
const { writeAnswer } = require('./writeAnswer.js');

/** @typedef {import('./writeAnswer.js').Answer} Answer */
/** @typedef {import('./faults.js').Rule} Rule */

const UPLOADS_PATH = '/v1/uploads';
const MAX_BODY_BYTES = 1024 * 1024;
const RECORD_TYPES = new Set([
	'customer_record', 'product', 'purchase', 'return', 'email_send', 'email_open', 'email_click', 'email_bounce',
	'email_subscribe', 'sms_send', 'sms_click', 'sms_subscribe',
]);

/**
 * @typedef {object} ApiContext
 * @property {string} token
 * @property {number} latencyMs
 * @property {ReturnType<typeof import('./faults.js').createFaults>} faults
 * @property {ReturnType<typeof import('./requestLog.js').createRequestLog>} log
 * @property {ReturnType<typeof import('./uploads.js').createUploads>} uploads
 * @property {(path: string, expired: boolean) => Promise<string>} presignPut
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
		const rule = context.faults.takeForRequest('api', asked.fileName);
		entry.fault = rule?.kind;
		const answer = (rule && answerInstead(rule)) ?? (await giveUploadUrl(asked, rule));
		if (rule?.kind === 'latency') await sleep(rule.ms, undefined, { ref: false });
		if (rule?.kind === 'silent') return;
		if (rule?.kind === 'resetAfter' || rule?.kind === 'stallAfter') return sendPart(answer, rule);
		await send(answer);

		/** @param {Answer} whole */
		async function send(whole) {
			await writeAnswer(response, whole, entry);
		}

		/**
		 * @param {Answer} whole
		 * @param {Rule} part
		 */
		function sendPart({ status, headers, body: text }, { kind, bytes = 0 }) {
			const reset = () => {
				if (kind === 'resetAfter') request.socket.resetAndDestroy();
			};
			if (bytes === 0) return reset();
			entry.status = status;
			response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
			response.write(Buffer.from(text).subarray(0, bytes), reset);
		}

		/**
		 * @param {{ fileName: string, destination?: import('./uploads.js').Destination }} wanted
		 * @param {Rule | undefined} fault
		 * @returns {Promise<Answer>}
		 */
		async function giveUploadUrl({ fileName, destination }, fault) {
			const upload = context.uploads.add(fileName, destination);
			entry.uploadId = upload.uploadId;
			const url = await context.presignPut(upload.path, fault?.kind === 'expiredUrl');
			return changedAnswer(fault, upload.uploadId, url);
		}
	};
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string} body
 * @param {string} token
 * @returns {{ refusal: Answer } | { fileName: string, destination?: import('./uploads.js').Destination }}
 */
function readRequest(request, body, token) {
	/**
	 * @param {number} status
	 * @param {string} error
	 * @param {Record<string, string>} [headers]
	 */
	const refuse = (status, error, headers) => ({ refusal: jsonAnswer(status, { error }, headers) });

	if (request.url !== UPLOADS_PATH) return refuse(404, 'Not Found');
	if (request.method !== 'POST') return refuse(405, 'Method Not Allowed', { Allow: 'POST' });
	if (request.headers['auth-api-token'] !== token) return refuse(401, 'Unauthorized');
	if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
		return refuse(400, 'Content-Type must be application/json');
	}
	let json;
	try {
		json = JSON.parse(body);
	} catch {
		return refuse(400, 'The body is not JSON');
	}
	const { filename, destination } = json ?? {};
	if (typeof filename !== 'string' || filename === '') return refuse(400, 'filename must be a text');
	// A lone half of a surrogate pair cannot be written into a URL.
	if (encodingFails(filename)) return refuse(400, 'filename is not valid Unicode');
	if (destination === undefined) return { fileName: filename };
	const { destination_type: type, dataset_id: datasetId, record_type: recordType } = destination ?? {};
	if (type !== 'dataset_load') return refuse(400, 'destination_type must be dataset_load');
	if (typeof datasetId !== 'string' || datasetId === '') return refuse(400, 'dataset_id must be a text');
	if (!RECORD_TYPES.has(recordType)) return refuse(400, `record_type must be one of ${[...RECORD_TYPES].join(', ')}`);
	return { fileName: filename, destination };
}

/**
 * @param {Rule} rule
 * @returns {Answer | undefined}
 */
function answerInstead(rule) {
	if (rule.kind === 'status') return errorAnswer(rule, 500);
	if (rule.kind === 'retryAfter') return retryAfterAnswer(rule);
	if (rule.kind === 'redirect') return errorAnswer(rule, 307, { Location: rule.location ?? UPLOADS_PATH });
	if (rule.kind === 'moved') return errorAnswer(rule, 301);
	if (rule.kind === 'notJson') {
		return { status: 201, headers: { 'Content-Type': 'text/html' }, body: PROXY_PAGE };
	}
	return undefined;
}

/**
 * The answer with an upload URL, changed as the rule wants.
 * @param {Rule | undefined} rule
 * @param {number} id
 * @param {string} url
 * @returns {Answer}
 */
function changedAnswer(rule, id, url) {
	/** @type {Record<string, string | undefined>} */
	const changed = {
		noUrl: undefined,
		httpUrl: url.replace(/^https:/, 'http:'),
		otherUrl: rule?.url,
		doubleEscaped: url.replaceAll('&', '\\u0026'),
	};
	const given = rule !== undefined && rule.kind in changed ? changed[rule.kind] : url;
	const type = rule?.kind === 'textBody' ? 'text/plain; charset=utf-8' : 'application/json';
	// Lexer's API escapes the ampersands of its JSON.
	const body = JSON.stringify({ id, url: given }).replaceAll('&', '\\u0026');
	return { status: 201, headers: { 'Content-Type': type }, body };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<string | undefined>} nothing when the client went away
 */
async function readText(request) {
	const chunks = [];
	let size = 0;
	try {
		for await (const chunk of request) {
			size += chunk.length;
			if (size > MAX_BODY_BYTES) {
				request.destroy();
				return undefined;
			}
			chunks.push(chunk);
		}
	} catch {
		return undefined;
	}
	return Buffer.concat(chunks).toString();
}

/** @param {string} text */
function encodingFails(text) {
	try {
		encodeURIComponent(text);
		return false;
	} catch {
		return true;
	}
}

module.exports = { createApi };
