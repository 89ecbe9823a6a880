import { jsonParse } from 'n8n-workflow';

import { type Answer, apiFailure } from './answers';
import type { Failure } from './failures';
import { type HttpRequest, send } from './http';
import { networkCause } from './networkFailure';
import { decodeAmpersands, isUsable, parsePresignedUrl, type PresignedUrl } from './presignedUrl';

/** The request is a few hundred bytes each way; Lexer publishes no bound of its own. */
const TIMEOUT_MS = 60_000;

/** Where Lexer loads the file; without it, Lexer's team takes it from there. */
export interface DatasetLoad {
	datasetId: string;
	recordType: string;
}

/** What Lexer's API answers: an id for the upload, and where to PUT the file. */
export interface UploadUrl extends PresignedUrl {
	uploadId: number | string;
}

export type UploadUrlOutcome = { ok: true; uploadUrl: UploadUrl } | { ok: false; failure: Failure };

/**
 * Asks Lexer's File Upload API for a presigned URL: one request, no retry.
 *
 * @param request n8n's helper that adds the credential's token
 * @param baseUrl the credential's, without a slash at its end
 */
export async function requestUploadUrl(
	request: HttpRequest,
	baseUrl: string,
	fileName: string,
	dataset?: DatasetLoad,
): Promise<UploadUrlOutcome> {
	const body: Record<string, unknown> = { filename: fileName };
	if (dataset) {
		body.destination = {
			destination_type: 'dataset_load',
			dataset_id: dataset.datasetId,
			record_type: dataset.recordType,
		};
	}
	let answer: Answer;
	try {
		answer = await send(request, {
			method: 'POST',
			url: `${baseUrl}/v1/uploads`,
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
			timeout: TIMEOUT_MS,
		});
	} catch (error) {
		const cause = networkCause(error);
		return { ok: false, failure: { cause: cause === 'noAnswer' ? 'apiSilent' : cause } };
	}
	return readUploadUrl(answer, baseUrl, Date.now());
}

/** Checks the API's answer and takes the id and the URL out of it. */
export function readUploadUrl(answer: Answer, baseUrl: string, nowMs: number): UploadUrlOutcome {
	if (answer.status < 200 || answer.status >= 300) return { ok: false, failure: apiFailure(answer, nowMs) };
	const json = jsonParse<unknown>(answer.body, { fallbackValue: null });
	if (typeof json !== 'object' || json === null) return { ok: false, failure: { cause: 'apiNotJson' } };
	const { id, url } = json as { id?: unknown; url?: unknown };
	if ((typeof id !== 'number' && typeof id !== 'string') || typeof url !== 'string' || !URL.canParse(url)) {
		return { ok: false, failure: { cause: 'apiNoUrl' } };
	}
	const presigned = parsePresignedUrl(decodeAmpersands(url));
	const { protocol } = new URL(presigned.url);
	if (protocol !== 'https:' && (protocol !== 'http:' || baseUrl.startsWith('https:'))) {
		return { ok: false, failure: { cause: 'apiInsecureUrl' } };
	}
	if (!isUsable(presigned, nowMs)) return { ok: false, failure: { cause: 'urlAlreadyExpired' } };
	return { ok: true, uploadUrl: { ...presigned, uploadId: id } };
}
