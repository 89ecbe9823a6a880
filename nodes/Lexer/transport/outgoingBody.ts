import type { ByteStream, Source } from '../source/Source';
import { slices, writeBody } from './bodyWriter';
import type { FailureCause } from './failures';
import type { Meter } from './meter';
import { type ClientRequest, takeOver } from './requestTakeover';

/** Smaller files are sent at once: asking first would cost them a round trip. */
const ASK_FIRST_BYTES = 1024 * 1024;

/** The bytes of one attempt on their way out. */
export interface OutgoingBody {
	/** What n8n's HTTP helper takes as the request's `body`. */
	content: object;
	/**
	 * Headers that belong to it. With `Expect: 100-continue` S3 says what is wrong with a URL before the
	 * file is sent. Without it, it answers and closes in the middle of the upload, and the answer is
	 * mostly lost: Node drops a connection on the first write that fails, unread.
	 */
	headers: Record<string, string>;
	/** Why the source could not be sent as announced, if it could not. */
	problem(): FailureCause | undefined;
	/** Closes the source and whatever is left of the request. Safe at any time, more than once. */
	close(): void;
}

/**
 * Opens a source for one attempt. Every byte goes through the meter, and a source that is not
 * as long as announced ends the attempt at once.
 *
 * @throws whatever the source throws when it cannot be opened
 */
export async function openBody(source: Source, meter: Meter): Promise<OutgoingBody> {
	const bytes = await source.open();
	return Array.isArray(bytes) ? memoryBody(bytes, source, meter) : streamBody(bytes, source, meter);
}

function streamBody(stream: ByteStream, source: Source, meter: Meter): OutgoingBody {
	let problem: FailureCause | undefined;
	let request: ClientRequest | undefined;
	const asksFirst = source.sizeBytes >= ASK_FIRST_BYTES;
	const write = async (openRequest: ClientRequest) => {
		request = openRequest;
		// Its failure reaches the caller as that of the HTTP request; unheard, it would end n8n.
		request.on('error', () => {});
		problem ??= await writeBody(stream, request, source, meter, asksFirst);
		if (problem !== undefined) request.destroy();
	};
	// Before axios hears of it and destroys the request, which would hide whose fault it was.
	stream.on('error', () => {
		if (!request?.destroyed) problem ??= 'sourceUnreadable';
	});
	takeOver(stream, (openRequest) => void write(openRequest));
	return {
		content: stream,
		headers: asksFirst ? { Expect: '100-continue' } : {},
		problem: () => problem,
		close() {
			stream.destroy();
			// A server may answer before it has read everything, and then wait for the rest.
			request?.destroy();
		},
	};
}

/**
 * Bytes in memory. axios makes a stream of a Blob, with its size as the length; a plain Buffer
 * would go out in one write, and nobody could tell a slow line from a dead one.
 */
function memoryBody(pieces: Buffer[], source: Source, meter: Meter): OutgoingBody {
	const content = Object.defineProperties(new Blob([], { type: source.contentType }), {
		size: { value: source.sizeBytes, enumerable: true },
		stream: { value: () => meteredSlices(pieces, meter), enumerable: true },
	});
	return { content, headers: {}, problem: () => undefined, close: () => {} };
}

async function* meteredSlices(pieces: Buffer[], meter: Meter): AsyncIterable<Buffer> {
	for (const piece of pieces) {
		for (const slice of slices(piece)) {
			meter.add(slice);
			yield slice;
			meter.moved();
		}
	}
}
