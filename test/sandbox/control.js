const { jsonAnswer } = require('./faultAnswers.js');

const PREFIX = '/_sandbox/';

/**
 * @typedef {object} ControlContext
 * @property {(uploadId: string) => Promise<import('./objects.js').StoredObject | undefined>} stored
 * @property {() => Promise<import('./objects.js').StoredObject[]>} list
 * @property {() => Promise<void>} clear
 * @property {ReturnType<typeof import('./faults.js').createFaults>} faults
 * @property {import('./requestLog.js').LoggedRequest[]} requests
 */

/**
 * What other processes may ask of the sandbox, on the API's port under /_sandbox/:
 * GET and DELETE objects, GET objects/:uploadId and objects/:uploadId/content, GET, POST and
 * DELETE faults (which brings back the first rate limit), GET, POST and DELETE rateLimit, GET and
 * DELETE requests.
 * @param {ControlContext} context
 */
function createControl({ stored, list, clear, faults, requests }) {
	const done = jsonAnswer(200, { ok: true });

	/** @type {Record<string, (body: string) => unknown>} */
	const routes = {
		'GET objects': async () => (await list()).map(describe),
		'DELETE objects': clear,
		'GET faults': () => faults.list(),
		'POST faults': (body) => faults.add(JSON.parse(body)),
		'DELETE faults': () => faults.clear(),
		'GET rateLimit': () => ({ rateLimit: faults.rateLimit() }),
		'POST rateLimit': (body) => faults.setRateLimit(JSON.parse(body)),
		'DELETE rateLimit': () => faults.setRateLimit(null),
		'GET requests': () => requests,
		'DELETE requests': () => void requests.splice(0),
	};

	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {string} body
	 * @returns {Promise<{ status: number, headers: Record<string, string>, body: string | Buffer }>}
	 */
	async function answerTo(method, path, body) {
		const [, uploadId, content] = /^objects\/(\d+)(\/content)?$/.exec(path) ?? [];
		if (method === 'GET' && uploadId !== undefined) {
			const object = await stored(uploadId);
			if (object === undefined) return jsonAnswer(404, { error: 'Nothing is stored for this upload' });
			if (content === undefined) return jsonAnswer(200, describe(object));
			if (object.body === undefined) return jsonAnswer(409, { error: 'The bytes of this object were not kept' });
			return { status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: await object.body() };
		}
		const route = routes[`${method} ${path}`];
		if (route === undefined) return jsonAnswer(404, { error: 'The sandbox has no such control' });
		try {
			const value = await route(body);
			return value === undefined ? done : jsonAnswer(200, value);
		} catch (error) {
			return jsonAnswer(400, { error: String(error) });
		}
	}

	return {
		/** @param {import('node:http').IncomingMessage} request */
		owns: (request) => request.url?.startsWith(PREFIX) ?? false,
		/**
		 * @param {import('node:http').IncomingMessage} request
		 * @param {import('node:http').ServerResponse} response
		 */
		async handle(request, response) {
			const body = Buffer.concat(await request.toArray()).toString();
			const answer = await answerTo(request.method ?? '', (request.url ?? '').slice(PREFIX.length), body);
			response.writeHead(answer.status, { ...answer.headers, 'Content-Length': Buffer.byteLength(answer.body) });
			response.end(answer.body);
		},
	};
}

/** @param {import('./objects.js').StoredObject} object */
function describe(object) {
	const { uploadId, fileName, destination, sizeBytes, md5, contentType } = object;
	return { uploadId, fileName, destination, sizeBytes, md5, contentType, kept: object.body !== undefined };
}

module.exports = { createControl };
