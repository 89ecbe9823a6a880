import type { ByteStream, Source } from '../source/Source';
import type { FailureCause } from './failures';
import type { Meter } from './meter';
import { type ClientRequest, takeOver } from './requestTakeover';

/** The most that one write hands to the connection: the grain of progress on a slow line. */
const WRITE_BYTES = 256 * 1024;

/** The bytes of one attempt on their way out. */
export interface OutgoingBody {
	/** What n8n's HTTP helper takes as the request's `body`. */
	content: object;
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
	return Buffer.isBuffer(bytes) ? memoryBody(bytes, source, meter) : streamBody(bytes, source, meter);
}

function streamBody(stream: ByteStream, source: Source, meter: Meter): OutgoingBody {
	let problem: FailureCause | undefined;
	let request: ClientRequest | undefined;
	const write = async (openRequest: ClientRequest) => {
		request = openRequest;
		// Its failure reaches the caller as that of the HTTP request; unheard, it would end n8n.
		request.on('error', () => {});
		problem = await sendAll(stream, request, source, meter);
		if (problem === undefined) request.end();
		else request.destroy();
	};
	takeOver(stream, (openRequest) => void write(openRequest));
	stream.on('error', () => (problem ??= 'sourceUnreadable'));
	return {
		content: stream,
		problem: () => problem,
		close() {
			stream.destroy();
			// A server may answer before it has read everything, and then wait for the rest.
			request?.destroy();
		},
	};
}

/** @returns why the source cannot be sent; nothing where all was sent or the request itself failed */
async function sendAll(
	stream: ByteStream,
	request: ClientRequest,
	source: Source,
	meter: Meter,
): Promise<FailureCause | undefined> {
	try {
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			for (const slice of slices(chunk)) {
				if (meter.sentBytes + slice.length > source.sizeBytes) return 'sourceLong';
				meter.add(slice);
				await written(request, slice);
				meter.moved();
			}
			if (source.ownsChunks) release(chunk);
		}
	} catch {
		return request.destroyed ? undefined : 'sourceUnreadable';
	}
	return meter.sentBytes < source.sizeBytes ? 'sourceShort' : undefined;
}

function* slices(chunk: Buffer): Iterable<Buffer> {
	for (let start = 0; start < chunk.length; start += WRITE_BYTES) {
		yield chunk.subarray(start, start + WRITE_BYTES);
	}
}

async function written(request: ClientRequest, bytes: Buffer): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		request.write(bytes, (error) => (error ? reject(error) : resolve()));
	});
}

/**
 * Frees a sent chunk now. Left to the garbage collector, a GiB of chunks makes it walk through
 * all of n8n's heap dozens of times, which costs more than sending them.
 */
function release({ buffer, byteLength }: Buffer): void {
	const wholeBuffer = buffer.byteLength === byteLength;
	// ES2024, from Node 22; before it, the garbage collector has to do.
	if (wholeBuffer && 'transfer' in buffer && typeof buffer.transfer === 'function') buffer.transfer(0);
}

/**
 * Bytes in memory. axios makes a stream of a Blob, with its size as the length; a plain Buffer
 * would go out in one write, and nobody could tell a slow line from a dead one.
 */
function memoryBody(bytes: Buffer, source: Source, meter: Meter): OutgoingBody {
	const content = Object.defineProperties(new Blob([], { type: source.contentType }), {
		size: { value: bytes.length, enumerable: true },
		stream: { value: () => meteredSlices(bytes, meter), enumerable: true },
	});
	return { content, problem: () => undefined, close: () => {} };
}

async function* meteredSlices(bytes: Buffer, meter: Meter): AsyncIterable<Buffer> {
	for (const slice of slices(bytes)) {
		meter.add(slice);
		yield slice;
		meter.moved();
	}
}
