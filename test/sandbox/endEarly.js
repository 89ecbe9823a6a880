/**
 * @typedef {object} Ending what becomes of a connection when its answer came before the body's end
 * @property {boolean} [hangUp] closed at once, with bytes unread
 * @property {boolean} [stopReading] left open, and nothing more is read
 * @property {number} [lingerMs] read on for so long, then closed
 */

/** How long an answered client may go on sending before the connection is cut. */
const LINGER_MS = 2000;

/**
 * Lets a client that has its answer go on sending. A connection that is closed with bytes unread is
 * reset, and the client may lose the answer: so the rest is read for a while, unless the connection
 * is to be cut at once.
 * @param {import('node:http').IncomingMessage} request
 * @param {Ending} ending
 * @param {import('./requestLog.js').LoggedRequest} entry is told what was read for nothing
 */
function endEarly(request, { hangUp, lingerMs = LINGER_MS }, entry) {
	const { socket } = request;
	if (hangUp) {
		socket.destroy();
		return;
	}
	if (request.complete) return;
	entry.unreadBytes = 0;
	request.on('data', (chunk) => (entry.unreadBytes += chunk.length));
	request.resume();
	// Node throws away, uncounted, what nobody has begun to read when the answer has ended.
	request.read(0);
	// It also closes a connection that is for one request only at once: that has to wait.
	let isLast = false;
	socket.destroySoon = () => (isLast = true);
	const timer = setTimeout(() => socket.destroy(), lingerMs).unref();
	request.once('close', () => {
		clearTimeout(timer);
		delete socket.destroySoon;
		if (isLast) socket.destroySoon();
	});
}

module.exports = { endEarly };
