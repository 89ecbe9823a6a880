import type { ByteStream, Source } from '../source/Source';
import type { FailureCause } from './failures';
import type { Meter } from './meter';
import { pause } from './pause';
import type { ClientRequest } from './requestTakeover';

/** The most that one write hands to the connection: the grain of progress on a slow line. */
const WRITE_BYTES = 256 * 1024;

/** How long to wait for leave to send, as curl does: servers that know no "100 Continue" stay silent. */
const LEAVE_TO_SEND_MS = 1000;

/**
 * Sends a source's bytes through a request, each write after the connection has taken the one before,
 * and ends the request. Stops where the server has answered before that.
 *
 * @param asksFirst whether the request carries `Expect: 100-continue`
 * @returns why the source cannot be sent; nothing where all was sent, or the server or the connection
 * cut it short, which the request itself tells
 */
export async function writeBody(
	stream: ByteStream,
	request: ClientRequest,
	source: Source,
	meter: Meter,
	asksFirst: boolean,
): Promise<FailureCause | undefined> {
	const over = new AbortController();
	for (const event of ['response', 'close']) request.once(event, () => over.abort());
	if (asksFirst) await leaveToSend(request, over.signal);
	try {
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			for (const slice of slices(chunk)) {
				if (over.signal.aborted) return undefined;
				if (meter.sentBytes + slice.length > source.sizeBytes) return 'sourceLong';
				meter.add(slice);
				await written(request, slice);
				meter.moved();
			}
			if (source.ownsChunks) release(chunk);
		}
	} catch {
		// The stream's or the request's own error: each is heard where it happens.
		return undefined;
	}
	if (meter.sentBytes < source.sizeBytes) return 'sourceShort';
	request.end();
	return undefined;
}

/** The writes that a chunk goes out in. */
export function* slices(chunk: Buffer): Iterable<Buffer> {
	for (let start = 0; start < chunk.length; start += WRITE_BYTES) {
		yield chunk.subarray(start, start + WRITE_BYTES);
	}
}

/** Sends the headers, and waits until the server wants the file, has answered, or stays silent. */
async function leaveToSend(request: ClientRequest, over: AbortSignal): Promise<void> {
	const leave = new AbortController();
	request.once('continue', () => leave.abort());
	over.addEventListener('abort', () => leave.abort());
	request.flushHeaders();
	await pause(LEAVE_TO_SEND_MS, leave.signal);
}

async function written(request: ClientRequest, bytes: Buffer): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		request.write(bytes, (error) => (error ? reject(error) : resolve()));
	});
}

/**
 * Frees a sent chunk now. Left to the garbage collector, a GiB of chunks makes it walk through
 * all of n8n's heap dozens of times, which takes four times as long as sending them.
 */
function release({ buffer, byteLength }: Buffer): void {
	const wholeBuffer = buffer.byteLength === byteLength;
	// ES2024, from Node 22; before it, the garbage collector has to do.
	if (wholeBuffer && 'transfer' in buffer && typeof buffer.transfer === 'function') buffer.transfer(0);
}
