import type { ByteStream } from '../source/Source';

/** Node's HTTP request, the end of every upload. */
export type ClientRequest = import('http').ClientRequest;

/** The one thing about a stream that is replaced here. */
interface Pipeable {
	pipe: (destination: NodeJS.WritableStream) => NodeJS.WritableStream;
}

/**
 * Lets `write` send a stream's bytes itself, instead of having them piped.
 *
 * n8n's HTTP client (axios) sends a stream by `stream.pipe(passThrough)` and
 * `passThrough.pipe(request)`. A pipe tells nobody when the connection has taken a chunk; who
 * holds the request knows it from each write's callback, and this is what an honest progress,
 * a stall watch that works on slow lines and the early release of buffers are made of.
 *
 * @param stream what is given to n8n as the request's body
 * @param write called once with the request that n8n opened for it
 */
export function takeOver(stream: ByteStream, write: (request: ClientRequest) => void): void {
	const pipeable: Pipeable = stream;
	pipeable.pipe = (destination) => {
		if (isClientRequest(destination)) write(destination);
		else if (isStream(destination)) takeOver(destination, write);
		return destination;
	};
}

function isClientRequest(destination: NodeJS.WritableStream): destination is ClientRequest {
	return 'flushHeaders' in destination;
}

function isStream(destination: NodeJS.WritableStream): destination is ByteStream & NodeJS.WritableStream {
	return 'pipe' in destination;
}
