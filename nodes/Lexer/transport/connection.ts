import { pause } from '../timing/pause';
import type { Failure } from './failures';
import type { ClientRequest } from './requestTakeover';

/** How long a connection that takes no more bytes is read from: what the server had to say is there already, if anything is. */
const LAST_WORDS_MS = 1000;

/** What a request tells of its connection while it is made. */
export interface ConnectionListener {
	/** Bytes can be sent: the server is reached, through the proxy if there is one, and trusted. */
	onConnected(): void;
	/** The proxy does not connect n8n with the server. */
	onRefused(failure: Failure): void;
}

type Socket = NonNullable<ClientRequest['socket']>;

/**
 * Watches a request get its connection. What else goes wrong, the request itself tells.
 *
 * @param request as it was opened: nothing of it may have been sent
 * @param over aborts when the request is done with
 */
export function watchConnection(request: ClientRequest, { onConnected, onRefused }: ConnectionListener, over: AbortSignal): void {
	let isRefused = false;
	// Emitted by https-proxy-agent. Unheard, the proxy's answer would pass for the server's: that agent makes a
	// tunnel of a 200 alone, although any 2xx says that there is one (RFC 9110, 9.3.6).
	request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
		if (statusCode === 200) return;
		isRefused = true;
		// What is no HTTP has no number there.
		const isHttp = Number.isInteger(statusCode) && statusCode >= 100;
		onRefused({ cause: proxyCause(statusCode), ...(isHttp && { httpStatus: statusCode }) });
	});
	request.once('socket', (socket) => {
		if (isRefused) return;
		readLastWords(socket, over);
		const isSecure = 'encrypted' in socket;
		const isReady = !socket.connecting && !(isSecure && 'secureConnecting' in socket && socket.secureConnecting);
		if (isReady) onConnected();
		else socket.once(isSecure ? 'secureConnect' : 'connect', onConnected);
	});
}

/**
 * Lets a connection that ends on a write be read to its end first. A server that answers in the middle
 * of an upload and closes makes the next write fail, and Node then drops the connection with the answer
 * unread in it.
 */
function readLastWords(socket: Socket, over: AbortSignal): void {
	const destroy = socket.destroy.bind(socket);
	let isEnding = false;
	socket.destroy = (error) => {
		const mayHaveMore = error !== undefined && 'syscall' in error && error.syscall === 'write' && !isEnding;
		if (!mayHaveMore) return destroy(error);
		isEnding = true;
		// Node has noted that reading failed as well, and would throw away what comes.
		const { _readableState: reading } = socket as { _readableState?: { errored: unknown } };
		if (reading) reading.errored = null;
		void pause(LAST_WORDS_MS, over).then(() => destroy(error));
		return socket;
	};
}

/** Whether a request goes to a proxy that reads it and sends it on, as those for `http:` addresses do. */
export function isForwarded(request: ClientRequest): boolean {
	return /^https?:\/\//i.test(request.path);
}

function proxyCause(status: number): Failure['cause'] {
	if (status === 407) return 'proxySignIn';
	// Also where it is no number.
	if (!(status >= 300)) return 'proxyNotSpoken';
	return status >= 500 || status === 429 || status === 408 ? 'proxyFailed' : 'proxyRefused';
}
