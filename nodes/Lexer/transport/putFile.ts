import { openAhead } from '../source/openAhead';
import type { Source } from '../source/Source';
import { onAbort } from '../timing/onAbort';
import { type Answer, doubtOf, isRefusal, isStorageError, isWebPage, storageFailure } from './answers';
import { writeBody } from './bodyWriter';
import { type ComparedBy, isCrc64Stored, isMd5Stored } from './checksums';
import type { Failure, FailureCause } from './failures';
import { exchange, type HttpRequest } from './http';
import { createMeter, type Meter } from './meter';
import { carriesChecksum, headersFor, isSendable } from './signedHeaders';
import { sourceCause } from './sourceCause';
import { watchForStall } from './stallWatch';

/** S3 sends its answers whole; this is for those that stand in its place. */
const ANSWER_TIMEOUT_MS = 30_000;

const FALLBACK_CONTENT_TYPE = 'application/octet-stream';

/** By what the bytes of a file are refused where the URL says what they must be. */
const CHECKSUM_CODES = new Set([
	'BadDigest',
	'InvalidDigest',
	'InvalidRequest',
	'XAmzContentSHA256Mismatch',
	'XAmzContentChecksumMismatch',
]);

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
	/** Called once S3 has confirmed the bytes, before the source is read again for their checksum. */
	onStored: () => void;
	/** For tests. */
	connectTimeoutMs?: number;
	answerTimeoutMs?: number;
}

export type PutOutcome =
	| { stored: true; md5: string | null; checksum: ComparedBy; contentType: string }
	| { stored: false; failure: Failure };

/**
 * One attempt: PUTs the source's bytes to a presigned URL and says what came of it. Never throws
 * for anything that the network, S3 or the source do, and leaves nothing open.
 */
export async function putFile(request: HttpRequest, source: Source, options: PutOptions): Promise<PutOutcome> {
	const outcome = await putOnce(request, source, options, true);
	const isAskRefused = !outcome.stored && outcome.failure.cause === 'expectRefused';
	return isAskRefused ? await putOnce(request, source, options, false) : outcome;
}

async function putOnce(request: HttpRequest, source: Source, options: PutOptions, asksFirst: boolean): Promise<PutOutcome> {
	const { url, stallTimeoutMs, verifyChecksum, signal, onStart, onStored, connectTimeoutMs } = options;
	const now = () => performance.now();
	const meter = createMeter(source.sizeBytes, verifyChecksum, now);
	const ownType = isSendable(source.contentType) ? source.contentType : FALLBACK_CONTENT_TYPE;
	const { headers, unsure } = headersFor(url, {
		'content-length': String(source.sizeBytes),
		'content-type': ownType,
	});
	const attempt = new AbortController();
	const stopListening = onAbort(signal, () => attempt.abort());
	const stall = watchForStall(meter, stallTimeoutMs, attempt, now);
	onStart(meter);
	const fail = (failure: Failure): PutOutcome => ({ stored: false, failure });
	const failUnsure = (cause: FailureCause) => fail({ cause, mayBeDelivered: meter.isHandedOver });
	let close = () => {};
	try {
		const ready = await openAhead(source, attempt.signal, () => meter.waitFor('source')).catch((error: unknown) => {
			const cause = sourceCause(error);
			return fail({ cause: cause === 'cancelled' ? (stall.verdict() ?? cause) : cause });
		});
		if ('stored' in ready) return ready;
		close = ready.close;
		meter.waitFor('connection');
		const exchanged = await exchange(
			request,
			{ method: 'PUT', url, headers },
			{
				write: async (open) => await writeBody(open, ready.source, meter, asksFirst),
				signal: attempt.signal,
				answerTimeoutMs: options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS,
				lastWords: '</Error>',
				connectTimeoutMs,
			},
		);
		if ('failure' in exchanged) {
			const { failure } = exchanged;
			const cause = failure.cause === 'cancelled' ? (stall.verdict() ?? 'cancelled') : failure.cause;
			return fail({ ...failure, cause, mayBeDelivered: meter.isHandedOver });
		}
		const { answer, proxy } = exchanged;
		const refusal = refusalOf(answer, meter);
		if (refusal) {
			const mayBeDelivered = meter.isHandedOver && !isRefusal(answer);
			return fail({ ...explain(refusal, url, unsure), mayBeDelivered, ...(proxy && { proxy }) });
		}
		const md5 = meter.md5();
		const stored = (checksum: ComparedBy): PutOutcome => ({ stored: true, md5, checksum, contentType: headers['content-type'] });
		const isMd5Equal = verifyChecksum ? isMd5Stored(answer, md5) : undefined;
		if (isMd5Equal === false) return failUnsure('checksumMismatch');
		onStored();
		if (isMd5Equal) return stored('md5');
		if (!verifyChecksum) return stored(null);
		const isCrc64Equal = await isCrc64Stored(answer, source, attempt.signal, () => meter.waitFor('source'));
		if (signal.aborted) return failUnsure('cancelled');
		if (isCrc64Equal === false) return failUnsure('checksumMismatch');
		return stored(isCrc64Equal ? 'crc64nvme' : null);
	} finally {
		stopListening();
		attempt.abort();
		close();
	}
}

/** Why an answer does not confirm that S3 has the file; nothing where it does. */
function refusalOf(answer: Answer, meter: Meter): Failure | undefined {
	const { status, bodyEnd } = answer;
	const because = (cause: FailureCause): Failure => ({ cause, httpStatus: status });
	if (status < 200 || status >= 300 || isStorageError(answer)) return storageFailure(answer, Date.now());
	if (isWebPage(answer)) return because('proxyAnswered');
	if (!meter.isSent) return because('answeredEarly');
	if (bodyEnd === 'tooLong') return because('answerTooLong');
	if (bodyEnd === 'damaged') return because('answerDamaged');
	if (bodyEnd === 'cut') return because('answerCut');
	const doubt = doubtOf(answer);
	return doubt && because(doubt);
}

/** A refusal in view of what the URL itself says. */
function explain(failure: Failure, url: string, unsure: string[]): Failure {
	if (CHECKSUM_CODES.has(failure.s3Code ?? '') && carriesChecksum(url)) return { ...failure, cause: 'checksumInUrl' };
	const isAboutSignature = failure.cause === 'signatureRefused' || failure.cause === 'accessDenied';
	if (isAboutSignature && unsure.length > 0) return { ...failure, cause: 'headerSigned', signedHeaders: unsure };
	return failure;
}
