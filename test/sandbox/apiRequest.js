const { jsonAnswer } = require('./faultAnswers.js');

/** @typedef {import('./writeAnswer.js').Answer} Answer */

const UPLOADS_PATH = '/v1/uploads';
const MAX_BODY_BYTES = 1024 * 1024;
const RECORD_TYPES = new Set([
	'customer_record', 'product', 'purchase', 'return', 'email_send', 'email_open', 'email_click', 'email_bounce',
	'email_subscribe', 'sms_send', 'sms_click', 'sms_subscribe',
]);

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

module.exports = { readRequest, readText, UPLOADS_PATH };
