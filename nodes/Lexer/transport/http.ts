import type { IHttpRequestOptions } from 'n8n-workflow';

import { onAbort, unlessAborted } from '../timing/onAbort';
import { pause } from '../timing/pause';
import { dropAnswerBody, readAnswerBody } from './answerBody';
import type { Answer } from './answers';
import { watchConnection } from './connection';
import type { Failure, FailureCause } from './failures';
import { networkCause } from './networkFailure';
import { bodyThatHandsOver, type ClientRequest } from './requestTakeover';
import { causeThroughProxy, proxyOf } from './throughProxy';

/** One of n8n's request helpers (`httpRequest`, `httpRequestWithAuthentication`), bound. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

/** Name look-up, connection, TLS, and a proxy's CONNECT. */
const CONNECT_TIMEOUT_MS = 30_000;

export interface Exchange {
	/**
	 * Writes the body and ends the request, once the connection stands.
	 *
	 * @returns why the body cannot be sent, if so: then the exchange ends
	 */
	write(request: ClientRequest): Promise<FailureCause | undefined>;
	/** Ends the exchange, whatever it is doing. */
	signal: AbortSignal;
	/** Whether anything of the answer's body matters; by default it does. */
	wantsBody?: (status: number) => boolean;
	/** The answer's body counts as cut off so long after its head. */
	answerTimeoutMs: number;
	/** Where the answer's body says these, it is whole. */
	lastWords?: string;
	/** For tests. */
	connectTimeoutMs?: number;
}

/** What came of it; `proxy`: what stood between, as `host:port`. A failure has it as well. */
export type Exchanged = ({ answer: Answer } | { failure: Failure }) & { proxy?: string };

/**
 * Sends a request and takes whatever answer comes, of any status. Never throws, and leaves nothing open.
 *
 * Redirects are never followed: n8n would hold the whole body in memory to send it again, and a
 * redirect must reach the caller's own rules about hosts. n8n's `abortSignal` and `timeout` are not
 * used: the one is replaced where credentials are added, the other ends uploads that are well.
 *
 * @param options method, URL and headers, with the body's length
 */
export async function exchange(ask: HttpRequest, options: IHttpRequestOptions, details: Exchange): Promise<Exchanged> {
	const { write, signal, wantsBody, answerTimeoutMs, lastWords, connectTimeoutMs = CONNECT_TIMEOUT_MS } = details;
	const over = new AbortController();
	const connected = new AbortController();
	let request: ClientRequest | undefined;
	let proxy: string | undefined;
	let isTunnel = false;
	let ownFailure: Failure | undefined;
	const end = (failure?: Failure) => {
		ownFailure ??= failure;
		over.abort();
		connected.abort();
		request?.destroy();
	};
	const failed = (failure: Failure): Exchanged => (proxy === undefined ? { failure } : { failure: { ...failure, proxy }, proxy });
	const startWriting = async (open: ClientRequest) => {
		connected.abort();
		try {
			const cause = await write(open);
			if (cause !== undefined) end({ cause });
		} catch (error) {
			// Nobody waits for this promise: unheard, an error would end n8n.
			end({ cause: networkCause(error) });
		}
	};
	const body = bodyThatHandsOver((open) => {
		request = open;
		proxy = proxyOf(open, options.url);
		open.once('proxyConnect', () => (isTunnel = true));
		// Its failure reaches the caller as that of the HTTP request; unheard, it would end n8n.
		open.on('error', () => {});
		if (over.signal.aborted) open.destroy();
		else watchConnection(open, { onConnected: () => void startWriting(open), onRefused: end }, over.signal);
	});
	const stopListening = onAbort(signal, () => end({ cause: 'cancelled' }));
	void pause(connectTimeoutMs, connected.signal).then(() => {
		if (!connected.signal.aborted) end({ cause: 'connectTimeout' });
	});
	const asked = over.signal.aborted
		? undefined
		: ask({
				...options,
				body: body as IHttpRequestOptions['body'],
				timeout: 0,
				disableFollowRedirect: true,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
				encoding: 'stream',
			});
	try {
		const response = await unlessAborted(asked, over.signal);
		if (!isFullResponse(response)) return failed(ownFailure ?? { cause: 'unknown' });
		connected.abort();
		const { statusCode: status, headers, body: content } = response;
		if (wantsBody?.(status) === false) {
			dropAnswerBody(content);
			return { answer: { status, headers, body: '', bodyEnd: 'whole' }, ...(proxy && { proxy }) };
		}
		const { text, end: bodyEnd } = await readAnswerBody(content, answerTimeoutMs, over.signal, lastWords);
		// What ended the exchange meanwhile counts: a cancel, a source that is not what it said.
		return ownFailure ? failed(ownFailure) : { answer: { status, headers, body: text, bodyEnd }, ...(proxy && { proxy }) };
	} catch (error) {
		const cause = causeThroughProxy(networkCause(error), proxy, error, isTunnel);
		return failed(ownFailure ?? { cause });
	} finally {
		stopListening();
		// A server may answer before it has read everything, and then wait for the rest.
		end();
		body.destroy();
		asked?.then(
			(late) => isFullResponse(late) && dropAnswerBody(late.body),
			() => {},
		);
	}
}

interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

function isFullResponse(response: unknown): response is FullResponse {
	return typeof response === 'object' && response !== null && 'statusCode' in response;
}
