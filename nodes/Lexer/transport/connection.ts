import type { Failure } from './failures';
import type { ClientRequest } from './requestTakeover';

/** What a request tells of its connection while it is made. */
export interface ConnectionListener {
	/** Bytes can be sent: the server is reached, through the proxy if there is one, and trusted. */
	onConnected(): void;
	/** The proxy does not connect n8n with the server. */
	onRefused(failure: Failure): void;
}

/**
 * Watches a request get its connection. What else goes wrong, the request itself tells.
 *
 * @param request as it was opened: nothing of it may have been sent
 */
export function watchConnection(request: ClientRequest, { onConnected, onRefused }: ConnectionListener): void {
	let isRefused = false;
	// Emitted by https-proxy-agent. Unheard, the proxy's answer would pass for the server's.
	request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
		if (statusCode >= 200 && statusCode < 300) return;
		isRefused = true;
		onRefused({ cause: proxyCause(statusCode), httpStatus: statusCode });
	});
	request.once('socket', (socket) => {
		if (isRefused) return;
		const isSecure = 'encrypted' in socket;
		const isReady = !socket.connecting && !(isSecure && 'secureConnecting' in socket && socket.secureConnecting);
		if (isReady) onConnected();
		else socket.once(isSecure ? 'secureConnect' : 'connect', onConnected);
	});
}

/** Whether a request goes to a proxy that reads it and sends it on, as those for `http:` addresses do. */
export function isForwarded(request: ClientRequest): boolean {
	return /^https?:\/\//i.test(request.path);
}

function proxyCause(status: number): Failure['cause'] {
	if (status === 407) return 'proxySignIn';
	return status >= 500 || status === 429 || status === 408 ? 'proxyFailed' : 'proxyRefused';
}
