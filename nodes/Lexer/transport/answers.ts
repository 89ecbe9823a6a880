import type { BodyEnd } from './answerBody';
import type { Failure, FailureCause } from './failures';
import { parseRetryAfter } from './retryAfter';
import { CAUSE_BY_S3_CODE } from './s3Codes';

/** "Network Authentication Required" (RFC 6585): only who stands between answers this, to lead people to a page. */
const SIGN_IN_STATUS = 511;

/** An HTTP answer of whatever status, with its body as text as far as it was read. */
export interface Answer {
	status: number;
	headers: Record<string, unknown>;
	body: string;
	bodyEnd: BodyEnd;
}

/**
 * What Lexer's storage meant by an answer other than 2xx, or by an error in the body of a 2xx.
 *
 * S3's messages are for people and may be empty on compatible servers, so only its codes count, but
 * for AccessDenied, where only the message tells an expired URL from a forbidden one.
 *
 * @param nowMs the clock, for a Retry-After that gives a date in an answer that has none itself
 */
export function storageFailure(answer: Answer, nowMs: number): Failure {
	const s3Code = s3CodeOf(answer);
	const failure: Failure = {
		cause: storageCause(answer, s3Code),
		httpStatus: answer.status,
		retryAfterMs: retryAfterOf(answer, nowMs),
	};
	if (s3Code !== undefined) failure.s3Code = s3Code;
	if (failure.cause === 'redirected') failure.location = header(answer, 'location');
	return failure;
}

/** S3's code in an answer's body, if it is one of S3's. */
function s3CodeOf({ body }: Answer): string | undefined {
	const code = xmlText(body, 'Code');
	return code !== undefined && CAUSE_BY_S3_CODE.has(code) ? code : undefined;
}

/** Whether an answer's body is an error in S3's form, of whatever code. */
export function isStorageError(answer: Answer): boolean {
	return s3CodeOf(answer) !== undefined || (/<Error[\s>]/.test(answer.body) && !isWebPage(answer));
}

/**
 * Why a 2xx is not the one by which S3 confirms that it has a file: status 200, a strong ETag, and no
 * body. Anybody can say 200, and many servers add a weak ETag to whatever they say.
 *
 * @returns nothing where it is
 */
export function doubtOf(answer: Answer): FailureCause | undefined {
	// Some servers that speak as S3 does leave the quotes away.
	const hasETag = /^(?!W\/)(?:"[^"\s]+"|[^"\s]+)$/i.test((header(answer, 'etag') ?? '').trim());
	if (!hasETag) return 'noEtag';
	return answer.status === 200 && answer.body.trim() === '' ? undefined : 'notOfStorage';
}

function storageCause(answer: Answer, s3Code: string | undefined): FailureCause {
	const { status, body, bodyEnd } = answer;
	if (status === 307 || status === 308) return 'redirected';
	if (status >= 300 && status < 400) return status === 301 || s3Code !== undefined ? 'moved' : 'redirectedAway';
	if (s3Code === 'AccessDenied') return accessDeniedCause(xmlText(body, 'Message') ?? '');
	const known = s3Code === undefined ? undefined : CAUSE_BY_S3_CODE.get(s3Code);
	if (known !== undefined) return known;
	// What goes wrong after S3 has begun to answer can only be said in the body.
	if (status < 300) return 'storageBusy';
	if (status === SIGN_IN_STATUS) return 'proxyAnswered';
	if (status >= 500 || status === 429 || status === 408) return 'storageBusy';
	if (status === 407) return 'proxySignIn';
	if (status === 417) return 'expectRefused';
	if (isWebPage(answer)) return 'proxyAnswered';
	if (status === 411) return 'lengthNotSent';
	if (status === 413) return 'tooLarge';
	// The code that is missing may be one of those that pass, such as RequestTimeout.
	if (bodyEnd === 'cut') return 'answerCut';
	if (bodyEnd === 'damaged') return 'answerDamaged';
	return status === 403 ? 'accessDenied' : 'storageRejected';
}

function accessDeniedCause(message: string): FailureCause {
	if (/expired/i.test(message)) return 'urlExpired';
	return /not yet valid/i.test(message) ? 'signatureRefused' : 'accessDenied';
}

/**
 * Whether an answer says by itself that nothing was stored. A 5xx may come after the object was, and a
 * web page from anybody.
 */
export function isRefusal(answer: Answer): boolean {
	const { status } = answer;
	if (status < 300 || status >= 500 || status === 408) return false;
	return s3CodeOf(answer) !== undefined || !isWebPage(answer);
}

/** Whether an answer is a page for people. Compatible servers call even an empty body HTML. */
export function isWebPage(answer: Answer): boolean {
	const { body } = answer;
	if (/<html|<!doctype html/i.test(body)) return true;
	return body.trim() !== '' && /^\s*text\/html\b/i.test(header(answer, 'content-type') ?? '');
}

/** What Lexer's API meant by an answer other than 2xx: "rely on the response code rather than the body". */
export function apiFailure(answer: Answer, nowMs: number): Failure {
	return {
		cause: apiCause(answer.status),
		httpStatus: answer.status,
		retryAfterMs: retryAfterOf(answer, nowMs),
	};
}

function apiCause(status: number): FailureCause {
	if (status === 401) return 'tokenRejected';
	if (status === 403) return 'apiForbidden';
	// What takes no POST there is a web site, or another API.
	if (status === 404 || status === 405) return 'apiNotFound';
	if (status === 407) return 'proxySignIn';
	if (status === 429) return 'rateLimited';
	if (status === SIGN_IN_STATUS) return 'apiNotJson';
	if (status >= 500 || status === 408) return 'lexerDown';
	return status >= 300 && status < 400 ? 'apiRedirected' : 'apiRejected';
}

/** How long an answer asks to wait, in ms. A date is one by the server's clock, which this machine's may differ from. */
function retryAfterOf(answer: Answer, nowMs: number): number | undefined {
	return parseRetryAfter(header(answer, 'retry-after'), dateOf(answer) ?? nowMs);
}

/** When an answer was given, by the clock of who gave it, in ms since 1970. */
export function dateOf(answer: Answer): number | undefined {
	const dateMs = Date.parse(header(answer, 'date') ?? '');
	return Number.isNaN(dateMs) ? undefined : dateMs;
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
