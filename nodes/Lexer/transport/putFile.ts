import type { Source } from '../source/Source';
import { type Answer, header, storageFailure } from './answers';
import type { Failure } from './failures';
import { type HttpRequest, send } from './http';
import { createMeter, type Meter } from './meter';
import { networkCause } from './networkFailure';
import { openBody, type OutgoingBody } from './outgoingBody';
import { watchForStall } from './stallWatch';

export interface PutOptions {
	/** The presigned URL, exactly as received. */
	url: string;
	stallTimeoutMs: number;
	/** Whether to compute the MD5 while sending, and to compare it where S3 gives it. */
	verifyChecksum: boolean;
	/** Aborts the attempt. */
	signal: AbortSignal;
	/** Called with the meter as soon as bytes may move. */
	onStart: (meter: Meter) => void;
}

export type PutOutcome =
	| { stored: true; md5: string | null; checksumVerified: boolean }
	| { stored: false; failure: Failure };

/**
 * One attempt: PUTs the source's bytes to a presigned URL and says what came of it. Never throws
 * for anything that the network, S3 or the source do, and leaves nothing open.
 */
export async function putFile(request: HttpRequest, source: Source, options: PutOptions): Promise<PutOutcome> {
	if (options.signal.aborted) return failed({ cause: 'cancelled' });
	const meter = createMeter(options.verifyChecksum, Date.now);
	const body = await openBody(source, meter).catch(() => undefined);
	if (body === undefined) return failed({ cause: 'sourceUnreadable' });
	const attempt = new AbortController();
	const cancel = () => attempt.abort();
	options.signal.addEventListener('abort', cancel);
	const stall = watchForStall(meter, source.sizeBytes, options.stallTimeoutMs, attempt);
	options.onStart(meter);
	try {
		const answer = await send(request, {
			method: 'PUT',
			url: options.url,
			body: body.content,
			headers: {
				'Content-Length': String(source.sizeBytes),
				'Content-Type': source.contentType,
				...body.headers,
			},
			// n8n's default is 300 s for the whole upload; the stall watch takes its place.
			timeout: 0,
			abortSignal: attempt.signal,
		});
		return judge(answer, source, meter, body);
	} catch (error) {
		if (options.signal.aborted) return failed({ cause: 'cancelled' });
		return failed({ cause: body.problem() ?? stall.verdict() ?? networkCause(error) });
	} finally {
		options.signal.removeEventListener('abort', cancel);
		body.close();
		attempt.abort();
	}
}

function judge(answer: Answer, source: Source, meter: Meter, body: OutgoingBody): PutOutcome {
	const problem = body.problem();
	if (problem !== undefined) return failed({ cause: problem });
	if (answer.status < 200 || answer.status >= 300) return failed(storageFailure(answer, Date.now()));
	if (meter.sentBytes !== source.sizeBytes) return failed({ cause: 'answeredEarly' });
	const md5 = meter.md5();
	const storedMd5 = md5FromETag(answer);
	if (md5 === null || storedMd5 === undefined) return { stored: true, md5, checksumVerified: false };
	if (md5 !== storedMd5) return failed({ cause: 'checksumMismatch' });
	return { stored: true, md5, checksumVerified: true };
}

/**
 * The MD5 that S3 reports. A single PUT's ETag is the MD5 of the bytes unless they are encrypted
 * with KMS or a customer's key; then it says nothing about them.
 */
function md5FromETag(answer: Answer): string | undefined {
	if (/^aws:kms/.test(header(answer, 'x-amz-server-side-encryption') ?? '')) return undefined;
	if (header(answer, 'x-amz-server-side-encryption-customer-algorithm') !== undefined) return undefined;
	return /^"?([0-9a-f]{32})"?$/i.exec(header(answer, 'etag') ?? '')?.[1].toLowerCase();
}

function failed(failure: Failure): PutOutcome {
	return { stored: false, failure };
}
