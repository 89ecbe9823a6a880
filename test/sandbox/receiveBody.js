const { createPace } = require('./pace.js');

/**
 * @typedef {object} ReceiveOptions
 * @property {(chunk: Buffer) => void} onChunk called with every chunk; none is kept
 * @property {number} [bytesPerSecond] reads no faster than this, so that the sender has to wait
 * @property {number} [stopAfterBytes] stops reading after this many
 * @property {number} [idleTimeoutMs] gives up when nothing came for so long
 */

/**
 * Reads a request's body chunk by chunk; what is not read yet waits at the sender.
 * @param {import('node:http').IncomingMessage} request
 * @param {ReceiveOptions} options
 * @returns {Promise<'complete' | 'stopped' | 'aborted' | 'idle'>}
 */
function receiveBody(request, { onChunk, bytesPerSecond, stopAfterBytes = Infinity, idleTimeoutMs }) {
	if (stopAfterBytes <= 0) return Promise.resolve('stopped');
	return new Promise((resolve) => {
		const pace = bytesPerSecond === undefined ? undefined : createPace(bytesPerSecond);
		let received = 0;
		/** @type {NodeJS.Timeout | undefined} */
		let pauseTimer;
		const idleTimer = idleTimeoutMs === undefined ? undefined : setTimeout(() => finish('idle'), idleTimeoutMs);
		/** @param {Buffer} chunk */
		const take = (chunk) => {
			received += chunk.length;
			onChunk(chunk);
			if (received >= stopAfterBytes) return finish('stopped');
			// What we do not read ourselves is no idle sender.
			idleTimer?.refresh();
			const waitMs = pace?.(received) ?? 0;
			if (waitMs > 0) {
				request.pause();
				pauseTimer = setTimeout(() => {
					idleTimer?.refresh();
					request.resume();
				}, waitMs);
			}
		};
		/** @param {'complete' | 'stopped' | 'aborted' | 'idle'} outcome */
		const finish = (outcome) => {
			clearTimeout(idleTimer);
			clearTimeout(pauseTimer);
			request.off('data', take);
			if (outcome === 'stopped' || outcome === 'idle') request.pause();
			resolve(outcome);
		};
		request.on('error', () => finish('aborted'));
		request.once('close', () => finish('aborted'));
		request.once('end', () => finish('complete'));
		request.on('data', take);
	});
}

module.exports = { receiveBody };
