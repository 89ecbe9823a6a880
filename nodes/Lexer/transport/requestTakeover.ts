import { createHash } from 'crypto';

/** Node's HTTP request, the end of every upload. */
export type ClientRequest = import('http').ClientRequest;

/** The one thing about a stream that is replaced here. */
interface Pipeable {
	pipe: (destination: NodeJS.WritableStream) => NodeJS.WritableStream;
}

/** A request's body for n8n's HTTP helper, which sends nothing by itself. */
export type HandingOver = object & { destroy(): unknown };

/**
 * A body that hands over the request which n8n opens for it, instead of sending anything.
 *
 * n8n's HTTP client (axios) sends a stream by `stream.pipe(passThrough)` and `passThrough.pipe(request)`.
 * A pipe tells nobody when the connection stands, or when it has taken a chunk, and it takes a source
 * that fails for an answer that failed. Who holds the request knows all of that, can end it in every
 * phase, and keeps the source out of axios's reach.
 *
 * @param onRequest called once with the request, before it is connected
 */
export function bodyThatHandsOver(onRequest: (request: ClientRequest) => void): HandingOver {
	// A hash is the one Node.js stream that can be made without importing streams. Nothing is hashed.
	const body = createHash('sha256');
	takeOver(body, onRequest);
	return body;
}

function takeOver(stream: Pipeable, onRequest: (request: ClientRequest) => void): void {
	stream.pipe = (destination) => {
		if (isClientRequest(destination)) onRequest(destination);
		else if (isPipeable(destination)) takeOver(destination, onRequest);
		return destination;
	};
}

function isClientRequest(destination: NodeJS.WritableStream): destination is ClientRequest {
	return 'flushHeaders' in destination;
}

function isPipeable(destination: NodeJS.WritableStream): destination is NodeJS.WritableStream & Pipeable {
	return 'pipe' in destination;
}
