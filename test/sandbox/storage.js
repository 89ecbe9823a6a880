const { randomBytes } = require('node:crypto');
const { setTimeout: sleep } = require('node:timers/promises');

const { shaped } = require('./answerShapes.js');
const { createBodyCheck } = require('./checkBody.js');
const { checkPut } = require('./checkPut.js');
const { endEarly } = require('./endEarly.js');
const { receiveBody } = require('./receiveBody.js');
const { resetConnection } = require('./resetConnection.js');
const { s3Error } = require('./s3Answers.js');
const { s3Plan } = require('./s3Plan.js');
const { storedAnswer, tellsCrc64 } = require('./s3Success.js');
const { writeAnswer } = require('./writeAnswer.js');

/** @typedef {import('./writeAnswer.js').Answer} Answer */

/**
 * @typedef {object} StorageContext
 * @property {import('./presign.js').S3Keys} keys
 * @property {boolean} verifySignature
 * @property {number} latencyMs
 * @property {number} [bytesPerSecond]
 * @property {number} idleTimeoutMs
 * @property {import('./s3Success.js').BucketOptions} bucket
 * @property {ReturnType<typeof import('./faults.js').createFaults>} faults
 * @property {ReturnType<typeof import('./requestLog.js').createRequestLog>} log
 * @property {ReturnType<typeof import('./uploads.js').createUploads>} uploads
 * @property {ReturnType<typeof import('./objects.js').createObjects>} objects
 * @property {(upload: import('./uploads.js').Upload, secondPort: boolean) => Promise<string>} freshUrl
 */

/**
 * Amazon S3 as far as a presigned PUT Object meets it, and as strict.
 * @param {StorageContext} context
 */
function createStorage(context) {
	/** Connections whose body is being read. @type {WeakSet<import('node:net').Socket>} */
	const receiving = new WeakSet();

	/**
	 * @param {import('node:http').IncomingMessage} request
	 * @param {import('node:http').ServerResponse} response
	 */
	async function onRequest(request, response) {
		const entry = context.log.begin('s3', request);
		response.once('close', () => context.log.end(entry));
		const path = (request.url ?? '').split('?', 1)[0];
		const upload = context.uploads.byPath.get(path);
		entry.uploadId = upload?.uploadId;
		entry.fileName = upload?.fileName;
		if (context.latencyMs > 0) await sleep(context.latencyMs, undefined, { ref: false });

		const checked = await checkPut(request, context, upload);
		entry.leak = checked.leak;
		if (checked.refusal || !upload) return answerEarly(checked.refusal ?? s3Error('AccessDenied'));
		const rule = context.faults.takeForRequest('s3', upload.fileName, request.headers);
		entry.fault = rule?.kind;
		const plan = rule ? await s3Plan(rule, (secondPort) => context.freshUrl(upload, secondPort)) : {};
		if (plan.latencyMs) await sleep(plan.latencyMs, undefined, { ref: false });
		if (plan.answer && plan.stopAfterBytes === 0) return answerEarly(plan.answer, plan.ending);
		if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();

		const announcedBytes = Number(request.headers['content-length']);
		const body = context.objects.receive(announcedBytes, !plan.answer && tellsCrc64(rule, context.bucket) !== false);
		const bodyCheck = createBodyCheck(request);
		receiving.add(request.socket);
		const outcome = await receiveBody(request, {
			onChunk(chunk) {
				entry.receivedBytes += chunk.length;
				body.add(chunk);
				bodyCheck.update(chunk);
			},
			bytesPerSecond: plan.bytesPerSecond ?? context.bytesPerSecond,
			stopAfterBytes: plan.stopAfterBytes,
			idleTimeoutMs: context.idleTimeoutMs,
		});
		receiving.delete(request.socket);
		if (outcome === 'aborted') return;
		if (plan.stopAfterBytes !== undefined) {
			if (plan.answer) return answerEarly(plan.answer, plan.ending);
			if (plan.hangUp) resetConnection(request.socket);
			return;
		}
		if (outcome === 'idle') return answerEarly(s3Error('RequestTimeout'));

		const { sizeBytes, md5, md5Base64, crc64nvme, body: bytes } = body.finish();
		entry.md5 = md5;
		const refusal = bodyCheck.refusal(md5Base64);
		if (refusal) return answer(refusal);
		if (plan.store !== false) {
			const { uploadId, fileName, destination } = upload;
			const contentType = request.headers['content-type'];
			context.objects.commit({ uploadId, fileName, destination, sizeBytes, md5, contentType, body: bytes });
			entry.stored = true;
		}
		if (plan.hangUp) resetConnection(request.socket);
		if (plan.hangUp || plan.never) return;
		if (plan.answer) return answer(plan.answer);
		return answer(shaped(storedAnswer(rule, request, { md5, crc64nvme }, context.bucket), rule));

		/** @param {Answer} whole */
		async function answer(whole) {
			await writeAnswer(response, dated(whole, upload?.clockSkewMs), entry);
		}

		/**
		 * Answers while the client may still be sending.
		 * @param {Answer} whole
		 * @param {import('./endEarly.js').Ending} [ending]
		 */
		async function answerEarly(whole, ending = {}) {
			response.prependOnceListener('finish', () => endEarly(request, ending, entry));
			await writeAnswer(response, dated(whole, upload?.clockSkewMs), entry, { keepOpen: ending.stopReading });
		}
	}

	/**
	 * A body that ends before its announced length is no request for Node's parser any more, but S3
	 * still answers it.
	 * @param {NodeJS.ErrnoException} error
	 * @param {import('node:net').Socket} socket
	 */
	function onBrokenRequest(error, socket) {
		if (!socket.writable || error.code === 'ECONNRESET') {
			socket.destroy();
			return;
		}
		const endedEarly = receiving.has(socket);
		const { status, headers, body } = s3Error(endedEarly ? 'IncompleteBody' : 'InvalidRequest');
		const lines = Object.entries({ ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' });
		const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
		socket.end(`HTTP/1.1 ${status} Bad Request\r\n${head}\r\n${body}`);
	}

	return { onRequest, onBrokenRequest };
}

/**
 * @param {Answer} answer
 * @param {number | undefined} clockSkewMs
 * @returns {Answer}
 */
function dated(answer, clockSkewMs) {
	if (clockSkewMs === undefined) return answer;
	return { ...answer, headers: { Date: new Date(Date.now() + clockSkewMs).toUTCString(), ...answer.headers } };
}

/** A bucket's owner's keys, new for each sandbox, so that no URL of another one is good. */
function randomKeys() {
	return {
		accessKey: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
		secretKey: randomBytes(20).toString('hex'),
		region: 'ap-southeast-2',
	};
}

module.exports = { createStorage, randomKeys };
