const { createPace } = require('./pace.js');
const { resetConnection } = require('./resetConnection.js');

/**
 * @typedef {object} Harm
 * @property {string} kind resetAfter, stallAfter: after so many bytes, which are still passed on;
 *   rate; flipBit: changes one bit of the byte that comes after so many; anything else does nothing here
 * @property {number} [bytes] resetAfter, stallAfter, flipBit
 * @property {number} [bytesPerSecond] rate
 * @property {'toServer' | 'toClient'} [direction] of the bytes that count (default toServer)
 */

/**
 * Passes on what comes on each of two connections to the other, and does harm to it.
 * @param {import('node:net').Socket} client
 * @param {import('node:net').Socket} upstream
 * @param {Harm | undefined} rule
 * @param {{ toServerBytes: number, toClientBytes: number }} passed counts what has been passed on
 */
function join(client, upstream, rule, passed) {
	const reset = () => {
		resetConnection(client);
		resetConnection(upstream);
	};
	const harmed = rule?.direction ?? 'toServer';
	passOn(client, upstream, harmed === 'toServer' ? rule : undefined, reset, (bytes) => (passed.toServerBytes += bytes));
	passOn(upstream, client, harmed === 'toClient' ? rule : undefined, reset, (bytes) => (passed.toClientBytes += bytes));
	// Whatever breaks one side breaks the other.
	for (const socket of [client, upstream]) socket.on('error', reset);
}

/**
 * @param {import('node:net').Socket} from
 * @param {import('node:net').Socket} to
 * @param {Harm | undefined} rule
 * @param {() => void} reset
 * @param {(bytes: number) => void} onPassed
 */
function passOn(from, to, rule, reset, onPassed) {
	const stopAfterBytes = rule?.kind === 'resetAfter' || rule?.kind === 'stallAfter' ? (rule.bytes ?? 0) : Infinity;
	const pace = rule?.kind === 'rate' ? createPace(rule.bytesPerSecond ?? Infinity) : undefined;
	let passedBytes = 0;
	let waits = false;
	const stop = () => {
		from.pause();
		if (rule?.kind === 'resetAfter') reset();
	};
	const goOn = () => {
		if (!waits && !to.writableNeedDrain && passedBytes < stopAfterBytes) from.resume();
	};
	from.on('data', (chunk) => {
		const part = chunk.subarray(0, stopAfterBytes - passedBytes);
		if (rule?.kind === 'flipBit') flipBit(part, (rule.bytes ?? 0) - passedBytes);
		passedBytes += part.length;
		onPassed(part.length);
		to.write(part, () => {
			if (passedBytes >= stopAfterBytes) stop();
		});
		const waitMs = pace?.(passedBytes) ?? 0;
		if (waitMs > 0) {
			waits = true;
			setTimeout(() => {
				waits = false;
				goOn();
			}, waitMs).unref();
		}
		if (waits || to.writableNeedDrain || passedBytes >= stopAfterBytes) from.pause();
	});
	to.on('drain', goOn);
	from.once('end', () => to.end());
	if (stopAfterBytes === 0) stop();
	// The server hands out its connections paused.
	else from.resume();
}

/**
 * @param {Buffer} bytes
 * @param {number} at nothing happens where that is not among them
 */
function flipBit(bytes, at) {
	if (at >= 0 && at < bytes.length) bytes[at] ^= 1;
}

module.exports = { join };
