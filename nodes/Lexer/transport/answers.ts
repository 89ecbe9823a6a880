import type { Failure, FailureCause } from './failures';
import { parseRetryAfter } from './retryAfter';

/** An HTTP answer with its body as text, whatever its status. */
export interface Answer {
	status: number;
	headers: Record<string, unknown>;
	body: string;
}

/**
 * Amazon S3's error codes for a PUT Object. S3's messages are for people and may be empty on
 * compatible servers, so only the code counts, but for AccessDenied, where only the message
 * tells an expired URL from a forbidden one.
 */
const CAUSE_BY_S3_CODE: Record<string, FailureCause> = {
	ExpiredToken: 'urlExpired',
	RequestTimeTooSkewed: 'signatureRefused',
	SignatureDoesNotMatch: 'signatureRefused',
	AuthorizationQueryParametersError: 'signatureRefused',
	InvalidAccessKeyId: 'signatureRefused',
	AccessDenied: 'accessDenied',
	EntityTooLarge: 'tooLarge',
	EntityTooSmall: 'tooSmall',
	InvalidDigest: 'storageRejected',
	BadDigest: 'corrupted',
	IncompleteBody: 'incomplete',
	RequestTimeout: 'stalled',
	MissingContentLength: 'lengthNotSent',
	NotImplemented: 'lengthNotSent',
	InternalError: 'storageBusy',
	ServiceUnavailable: 'storageBusy',
	SlowDown: 'storageBusy',
	OperationAborted: 'storageBusy',
};

/**
 * What Lexer's storage meant by an answer other than 2xx.
 *
 * @param nowMs the clock, for a Retry-After that gives a date
 */
export function storageFailure(answer: Answer, nowMs: number): Failure {
	const s3Code = xmlText(answer.body, 'Code');
	const failure: Failure = {
		cause: storageCause(answer, s3Code),
		httpStatus: answer.status,
		retryAfterMs: parseRetryAfter(header(answer, 'retry-after'), nowMs),
	};
	if (s3Code !== undefined && /^\w{1,64}$/.test(s3Code)) failure.s3Code = s3Code;
	if (failure.cause === 'redirected') failure.location = header(answer, 'location');
	return failure;
}

function storageCause({ status, body }: Answer, s3Code: string | undefined): FailureCause {
	if (status === 307 || status === 308) return 'redirected';
	if (status >= 300 && status < 400) return 'moved';
	if (s3Code === 'AccessDenied' && /expired/i.test(xmlText(body, 'Message') ?? '')) return 'urlExpired';
	const known = s3Code === undefined ? undefined : CAUSE_BY_S3_CODE[s3Code];
	if (known !== undefined) return known;
	if (status >= 500 || status === 429 || status === 408) return 'storageBusy';
	if (/<html|<!doctype html/i.test(body)) return 'proxyAnswered';
	if (status === 411) return 'lengthNotSent';
	if (status === 413) return 'tooLarge';
	return status === 403 ? 'accessDenied' : 'storageRejected';
}

/** What Lexer's API meant by an answer other than 2xx: "rely on the response code rather than the body". */
export function apiFailure(answer: Answer, nowMs: number): Failure {
	return {
		cause: apiCause(answer.status),
		httpStatus: answer.status,
		retryAfterMs: parseRetryAfter(header(answer, 'retry-after'), nowMs),
	};
}

function apiCause(status: number): FailureCause {
	if (status === 401) return 'tokenRejected';
	if (status === 403) return 'apiForbidden';
	if (status === 404) return 'apiNotFound';
	if (status === 429) return 'rateLimited';
	if (status >= 500 || status === 408) return 'lexerDown';
	return status >= 300 && status < 400 ? 'apiRedirected' : 'apiRejected';
}

/** A header's value where there is exactly one; n8n gives names in lower case. */
export function header(answer: Answer, name: string): string | undefined {
	const value = answer.headers[name];
	return typeof value === 'string' ? value : undefined;
}

/** The text of the first such element of an S3 error, which is flat and has no attributes. */
function xmlText(xml: string, element: string): string | undefined {
	return new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
}
