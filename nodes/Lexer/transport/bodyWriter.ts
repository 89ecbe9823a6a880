import { sleep } from 'n8n-workflow';

import { release } from '../source/release';
import { closeSource, type OpenedSource, type Source } from '../source/Source';
import { takeTurns } from '../timing/turns';
import { onAbort } from '../timing/onAbort';
import { pause } from '../timing/pause';
import { isForwarded } from './connection';
import type { FailureCause } from './failures';
import type { Meter } from './meter';
import type { ClientRequest } from './requestTakeover';
import { sourceCause } from './sourceCause';
import { writeSize } from './writeSize';

/** How long to wait for leave to send, as curl does: servers that know no "100 Continue" stay silent. */
const LEAVE_TO_SEND_MS = 1000;

/** Where nobody is asked: long enough to hear who stands nearby and answers without reading. */
const LISTEN_MS = 20;

/**
 * Sends a source's bytes through a request whose connection stands, each write after the connection
 * has taken the one before, and ends the request. Stops where the server has answered before that.
 * Opens the source once the server wants it, and closes it in every case.
 *
 * @param asksFirst whether to ask the server (`Expect: 100-continue`) if it wants the file, as AWS's SDKs
 * do. S3 then says what is wrong with a URL before the file is sent, not in the middle of it; and who
 * confirms what has not been sent is found out, however small it is. Never asked through a proxy that
 * forwards: http-proxy-agent would write the request's head into the body
 * @returns why the source cannot be sent; nothing where all was sent, or the server or the connection
 * cut it short, which the request itself tells
 */
export async function writeBody(
	request: ClientRequest,
	source: Source,
	meter: Meter,
	asksFirst: boolean,
): Promise<FailureCause | undefined> {
	const over = new AbortController();
	for (const event of ['response', 'close']) request.once(event, () => over.abort());
	// The head of an empty file is all of it, and waits until the file is known to be empty.
	if (source.sizeBytes > 0) await sendHead(request, asksFirst && !isForwarded(request), over.signal);
	if (over.signal.aborted) return undefined;
	meter.waitFor('source');
	let opened: OpenedSource;
	try {
		opened = await source.open();
	} catch (error) {
		return sourceCause(error);
	}
	const close = () => closeSource(opened);
	const stopListening = onAbort(over.signal, close);
	try {
		return await writeChunks({ request, meter, over: over.signal }, opened, source);
	} finally {
		stopListening();
		close();
	}
}

/** Where a source's bytes go. */
interface Line {
	request: ClientRequest;
	meter: Meter;
	/** Aborts when the server has answered, or the connection is gone. */
	over: AbortSignal;
}

async function writeChunks(line: Line, opened: OpenedSource, source: Source): Promise<FailureCause | undefined> {
	const { request, meter, over } = line;
	// By hand: leaving a `for await` destroys the stream.
	const chunks = opened[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	const next = async () => {
		meter.waitFor('source');
		return await nextChunk(chunks);
	};
	const startedAtMs = performance.now();
	let leftBytes = source.sizeBytes;
	let step = await next();
	while (!step.done && !over.aborted) {
		if ('cause' in step) return step.cause;
		const { chunk } = step;
		leftBytes -= chunk.length;
		// What ends the file for the server goes out only when it is known to end it for us as well.
		const following = leftBytes <= 0 ? await next() : undefined;
		// Closed by what is over, a source says that its connection broke.
		if (over.aborted) return undefined;
		if (following && 'cause' in following) return following.cause;
		if (leftBytes < 0 || (following && !following.done)) return 'sourceLong';
		const writeBytes = writeSize(meter.sentBytes, performance.now() - startedAtMs);
		if (!(await writeChunk(line, chunk, writeBytes, leftBytes === 0))) return undefined;
		if (source.ownsChunks) release(chunk);
		step = following ?? (await next());
	}
	if (over.aborted) return undefined;
	if (leftBytes > 0) return 'sourceShort';
	meter.handLast();
	meter.taken(0);
	request.end();
	return undefined;
}

type Step = { done: true } | { done: false; chunk: Buffer } | { done: false; cause: FailureCause };

/** The next bytes of a source, if any. */
async function nextChunk(chunks: AsyncIterator<Buffer>): Promise<Step> {
	try {
		for (;;) {
			const { done, value } = await chunks.next();
			if (done) return { done };
			if (value.length > 0) return { done: false, chunk: value };
		}
	} catch (error) {
		return { done: false, cause: sourceCause(error) };
	}
}

/** @returns whether the connection has taken all of it */
async function writeChunk(line: Line, chunk: Buffer, writeBytes: number, isLast: boolean): Promise<boolean> {
	const { meter, over } = line;
	// In database mode a chunk is a whole file.
	const nextTurn = takeTurns(undefined);
	for (let start = 0; start < chunk.length; start += writeBytes) {
		if (over.aborted) return false;
		const slice = chunk.subarray(start, start + writeBytes);
		meter.hand(slice);
		if (isLast && start + writeBytes >= chunk.length) meter.handLast();
		if (!(await written(line, slice))) return false;
		meter.taken(slice.length);
		const turn = nextTurn();
		if (turn) await turn;
	}
	return true;
}

/**
 * Sends the headers by themselves, and waits until the server wants the file, has answered, or stays
 * silent.
 */
async function sendHead(request: ClientRequest, asksFirst: boolean, over: AbortSignal): Promise<void> {
	if (!asksFirst) {
		request.flushHeaders();
		await pause(LISTEN_MS, over);
		return;
	}
	const leave = new AbortController();
	request.once('continue', () => leave.abort());
	over.addEventListener('abort', () => leave.abort());
	request.setHeader('Expect', '100-continue');
	request.flushHeaders();
	await pause(LEAVE_TO_SEND_MS, leave.signal);
}

/** @returns whether the connection has taken the bytes; if not, the request tells why */
async function written({ request, over }: Line, bytes: Buffer): Promise<boolean> {
	return await new Promise<boolean>((resolve) => {
		const stopListening = onAbort(over, () => {
			// An answer may be heard a moment before the news that its last bytes were taken.
			void sleep(0)
				.then(async () => await sleep(0))
				.then(() => resolve(false));
		});
		request.write(bytes, (error) => {
			stopListening();
			resolve(!error);
		});
	});
}
