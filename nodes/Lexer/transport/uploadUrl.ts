import { fromJson } from '../records/convert/exact/json';
import { onAbort } from '../timing/onAbort';
import { pause } from '../timing/pause';
import { type Answer, apiFailure, dateOf } from './answers';
import type { Failure, UploadId } from './failures';
import { exchange, type HttpRequest } from './http';
import { decodeAmpersands, parsePresignedUrl, type PresignedUrl } from './presignedUrl';
import { readUploadId } from './uploadId';

/** For the whole exchange: it is a few hundred bytes each way, and Lexer publishes no bound of its own. */
const DEADLINE_MS = 60_000;

/** Where Lexer loads the file; without it, Lexer's team takes it from there. */
export interface DatasetLoad {
	datasetId: string;
	recordType: string;
}

/** What Lexer's API answers: an id for the upload, and where to PUT the file. */
export interface UploadUrl extends PresignedUrl {
	uploadId: UploadId;
	/** How far Lexer's clock is ahead of this machine's, in ms; 0 where it does not say. */
	clockOffsetMs: number;
}

export type UploadUrlOutcome = { ok: true; uploadUrl: UploadUrl } | { ok: false; failure: Failure };

export interface UploadUrlRequest {
	/** The credential's, without a slash at its end. */
	baseUrl: string;
	fileName: string;
	dataset: DatasetLoad | undefined;
	signal: AbortSignal;
	/** For tests. */
	deadlineMs?: number;
	connectTimeoutMs?: number;
}

/**
 * Asks Lexer's File Upload API for a presigned URL: one request, no retry.
 *
 * @param request n8n's helper that adds the credential's token
 */
export async function requestUploadUrl(request: HttpRequest, details: UploadUrlRequest): Promise<UploadUrlOutcome> {
	const { baseUrl, fileName, dataset, signal, deadlineMs = DEADLINE_MS, connectTimeoutMs } = details;
	const destination = dataset && {
		destination_type: 'dataset_load',
		dataset_id: dataset.datasetId,
		record_type: dataset.recordType,
	};
	const bytes = Buffer.from(JSON.stringify({ filename: fileName, destination }));
	const ask = new AbortController();
	let isLate = false;
	const stopListening = onAbort(signal, () => ask.abort());
	void pause(deadlineMs, ask.signal).then(() => {
		isLate = !ask.signal.aborted;
		ask.abort();
	});
	const exchanged = await exchange(
		request,
		{
			method: 'POST',
			url: `${baseUrl}/v1/uploads`,
			headers: { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) },
		},
		{
			write: async (open) => {
				open.end(bytes);
				return undefined;
			},
			signal: ask.signal,
			// A refusal is told by its status, and its body may never end.
			wantsBody: isSuccess,
			answerTimeoutMs: deadlineMs,
			connectTimeoutMs,
		},
	);
	stopListening();
	ask.abort();
	const proxy = exchanged.proxy && { proxy: exchanged.proxy };
	if ('failure' in exchanged) return { ok: false, failure: isLate ? { cause: 'apiSilent', ...proxy } : exchanged.failure };
	const outcome = readUploadUrl(exchanged.answer, baseUrl, Date.now());
	return outcome.ok ? outcome : { ok: false, failure: { ...outcome.failure, ...proxy } };
}

/** Checks the API's answer and takes the id and the URL out of it. */
export function readUploadUrl(answer: Answer, baseUrl: string, nowMs: number): UploadUrlOutcome {
	if (!isSuccess(answer.status)) return { ok: false, failure: apiFailure(answer, nowMs) };
	if (answer.bodyEnd === 'tooLong') return { ok: false, failure: { cause: 'apiAnswerTooLong' } };
	if (answer.bodyEnd === 'damaged') return { ok: false, failure: { cause: 'answerDamaged' } };
	if (answer.bodyEnd === 'cut') return { ok: false, failure: { cause: 'apiAnswerCut' } };
	const body = answer.body.replace(/^\ufeff/, '');
	const json = fromJson(body, '{');
	if (typeof json !== 'object' || json === null) {
		return { ok: false, failure: { cause: isBeginOfObject(body) ? 'apiAnswerCut' : 'apiNotJson' } };
	}
	const { id, url } = json as { id?: unknown; url?: unknown };
	const uploadId = readUploadId(id);
	if (uploadId === undefined || typeof url !== 'string' || !URL.canParse(url)) {
		return { ok: false, failure: { cause: 'apiNoUrl' } };
	}
	const presigned = parsePresignedUrl(decodeAmpersands(url));
	const { protocol } = new URL(presigned.url);
	if (protocol !== 'https:' && (protocol !== 'http:' || baseUrl.startsWith('https:'))) {
		return { ok: false, failure: { cause: 'apiInsecureUrl' } };
	}
	return { ok: true, uploadUrl: { ...presigned, uploadId, clockOffsetMs: clockOffset(answer, nowMs) } };
}

/**
 * Whether a text that is no JSON can be the first part of an object in JSON: n8n's HTTP client takes
 * gzip that ends early for whole.
 */
function isBeginOfObject(text: string): boolean {
	return /^\s*(?:\{\s*(?:"|$)|$)/.test(text) && !text.trimEnd().endsWith('}');
}

function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

/** Lexer's clock against this machine's: the presigned URL is dated by the one, and counted down by the other. */
function clockOffset(answer: Answer, nowMs: number): number {
	return (dateOf(answer) ?? nowMs) - nowMs;
}
