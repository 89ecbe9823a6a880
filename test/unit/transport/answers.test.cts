import { apiFailure, doubtOf, isRefusal, isStorageError, isWebPage, storageFailure } from '../../../nodes/Lexer/transport/answers';
import { FAILURES } from '../../../nodes/Lexer/transport/failures';
import { CAUSE_BY_S3_CODE } from '../../../nodes/Lexer/transport/s3Codes';

const xml = (code: string, message = '') =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
const answer = (status: number, body = '', headers = {}) => ({ status, body, headers, bodyEnd: 'whole' as const });

describe("an answer of Lexer's storage", () => {
	it.each([
		[403, xml('AccessDenied', 'Request has expired'), 'urlExpired'],
		[400, xml('ExpiredToken'), 'urlExpired'],
		[403, xml('AccessDenied', 'There were headers present in the request which were not signed'), 'accessDenied'],
		[403, xml('AccessDenied'), 'accessDenied'],
		[403, xml('SignatureDoesNotMatch'), 'signatureRefused'],
		[400, xml('AuthorizationQueryParametersError'), 'signatureRefused'],
		[403, xml('InvalidAccessKeyId'), 'signatureRefused'],
		[400, xml('EntityTooLarge'), 'tooLarge'],
		[400, xml('EntityTooSmall'), 'tooSmall'],
		[400, xml('InvalidDigest'), 'storageRejected'],
		[400, xml('BadDigest'), 'corrupted'],
		[400, xml('IncompleteBody'), 'incomplete'],
		[400, xml('RequestTimeout'), 'stalled'],
		[411, xml('MissingContentLength'), 'lengthNotSent'],
		[501, xml('NotImplemented'), 'lengthNotSent'],
		[500, xml('InternalError'), 'storageBusy'],
		[503, xml('SlowDown'), 'storageBusy'],
		[502, '<html><body>Bad Gateway</body></html>', 'storageBusy'],
		[504, '', 'storageBusy'],
		[429, '', 'storageBusy'],
		[307, '', 'redirected'],
		[301, xml('PermanentRedirect'), 'moved'],
		[301, '', 'moved'],
		[302, xml('Redirect'), 'moved'],
		[302, '', 'redirectedAway'],
		[303, '<html><a href="https://login.example/">Sign in</a></html>', 'redirectedAway'],
		[511, '<html>Sign in</html>', 'proxyAnswered'],
		[511, '', 'proxyAnswered'],
		[403, '<!DOCTYPE html><title>Blocked</title>', 'proxyAnswered'],
		[413, '', 'tooLarge'],
		[400, '', 'storageRejected'],
		[418, xml('SomethingNew'), 'storageRejected'],
		[400, xml('constructor'), 'storageRejected'],
		[400, xml('__proto__'), 'storageRejected'],
		[403, xml('toString'), 'accessDenied'],
		[403, xml('AccessDenied', 'Request is not yet valid'), 'signatureRefused'],
		[400, xml('XAmzContentChecksumMismatch'), 'corrupted'],
		[400, xml('TokenRefreshRequired'), 'urlExpired'],
		[409, xml('OperationAborted'), 'storageBusy'],
		[407, '', 'proxySignIn'],
		[417, '', 'expectRefused'],
		[408, '', 'storageBusy'],
	])('of %i %s means %s', (status, body, cause) => {
		expect(storageFailure(answer(status, body), 0)).toMatchObject({ cause, httpStatus: status });
	});

	it.each([
		[400, '<?xml version="1.0"?><Error><Code>Reques', 'cut', 'answerCut'],
		[403, '', 'cut', 'answerCut'],
		[409, '\u001f', 'damaged', 'answerDamaged'],
		[403, xml('SignatureDoesNotMatch').slice(0, -10), 'cut', 'signatureRefused'],
		[413, '', 'cut', 'tooLarge'],
		[403, '<html>Block', 'cut', 'proxyAnswered'],
	] as const)('of %i %j, which is %s, means %s, and that nothing was stored where it is no page', (status, body, bodyEnd, cause) => {
		const cut = { ...answer(status, body), bodyEnd };
		expect(storageFailure(cut, 0)).toMatchObject({ cause, httpStatus: status });
		expect(isRefusal(cut)).toBe(cause !== 'proxyAnswered');
	});

	it.each(['see https://x.example/?X-Amz-Signature=1', 'JaneDoe', 'constructor', 'hasOwnProperty', '__proto__', 'valueOf', ''])(
		"keeps no code that is not one of S3's (%s)",
		(code) => {
			expect(storageFailure(answer(503, xml(code)), 0).s3Code).toBeUndefined();
		},
	);

	it.each([...CAUSE_BY_S3_CODE])("keeps S3's code %s, with a cause that the table has (%s)", (code, cause) => {
		expect(storageFailure(answer(400, xml(code)), 0).s3Code).toBe(code);
		expect(Object.keys(FAILURES)).toContain(cause);
	});

	it.each([
		[403, xml('SignatureDoesNotMatch'), {}, true],
		[400, xml('IncompleteBody'), {}, true],
		[413, '', {}, true],
		[307, '', {}, true],
		[417, '', {}, true],
		[500, xml('InternalError'), {}, false],
		[503, xml('SlowDown'), {}, false],
		[504, '', {}, false],
		[408, '', {}, false],
		[403, '<html>Blocked', {}, false],
		[404, 'Blocked', { 'content-type': 'text/html' }, false],
		[200, '', {}, false],
	])('of %i %s %j says by itself that nothing was stored: %s', (status, body, headers, expected) => {
		expect(isRefusal(answer(status, body, headers))).toBe(expected);
	});

	it.each([
		['<!doctype html><title>Sign in', {}, true],
		['\n <HTML lang=en>', {}, true],
		['Please sign in', { 'content-type': 'text/html; charset=utf-8' }, true],
		['', { 'content-type': 'text/html; charset=UTF-8' }, false],
		['<?xml version="1.0"?><Error/>', { 'content-type': 'application/xml' }, false],
	])('%j with %j is a web page: %s', (body, headers, expected) => {
		expect(isWebPage(answer(200, body, headers))).toBe(expected);
	});

	it.each([
		[200, '"841a2d689ad86bd1611447453c22c6fc"', '', undefined],
		[200, '841a2d689ad86bd1611447453c22c6fc', '', undefined],
		[200, '"841a2d689ad86bd1611447453c22c6fc-2"', ' \n', undefined],
		[200, undefined, '', 'noEtag'],
		[200, '', '', 'noEtag'],
		[200, '""', '', 'noEtag'],
		[200, '" "', '', 'noEtag'],
		[200, '"', '', 'noEtag'],
		[200, 'W/"2a-abcdef"', '', 'noEtag'],
		[200, 'W/2a-abcdef', '', 'noEtag'],
		[200, 'w/"2a-abcdef"', '', 'noEtag'],
		[200, '"5f3-5d2a1b7c"', 'OK', 'notOfStorage'],
		[200, '"5f3-5d2a1b7c"', '{}', 'notOfStorage'],
		[202, '"queued"', '', 'notOfStorage'],
		[204, '"841a2d689ad86bd1611447453c22c6fc"', '', 'notOfStorage'],
	])('of %i with the ETag %s and the body %j leaves this doubt: %s', (status, etag, body, doubt) => {
		expect(doubtOf(answer(status, body, { etag }))).toBe(doubt);
	});

	it.each([
		[xml('XMinioServerNotInitialized'), true],
		[xml('SlowDown'), true],
		['<Error xmlns="x"><Code>A</Code></Error>', true],
		['<Error>', true],
		['<html><Error></html>', false],
		['<Errors/>', false],
		['', false],
	])('with the body %j is an error of the storage: %s', (body, expected) => {
		expect(isStorageError(answer(200, body))).toBe(expected);
	});

	it('of 200 with an error of no known code is tried again, as a failure after the answer had begun', () => {
		const failure = storageFailure(answer(200, xml('XMinioServerNotInitialized')), 0);
		expect(failure).toEqual({ cause: 'storageBusy', httpStatus: 200, retryAfterMs: undefined });
	});

	it('keeps the address of a redirect only', () => {
		const headers = { location: 'https://b.example/x' };
		expect(storageFailure(answer(307, '', headers), 0).location).toBe('https://b.example/x');
		expect(storageFailure(answer(301, '', headers), 0).location).toBeUndefined();
	});
});

describe("an answer of Lexer's API", () => {
	it.each([
		[401, 'tokenRejected'],
		[403, 'apiForbidden'],
		[404, 'apiNotFound'],
		[405, 'apiNotFound'],
		[400, 'apiRejected'],
		[422, 'apiRejected'],
		[429, 'rateLimited'],
		[500, 'lexerDown'],
		[503, 'lexerDown'],
		[511, 'apiNotJson'],
		[302, 'apiRedirected'],
	])('of %i means %s', (status, cause) => {
		expect(apiFailure(answer(status), 0)).toMatchObject({ cause, httpStatus: status });
	});

	it('carries its Retry-After', () => {
		expect(apiFailure(answer(429, '', { 'retry-after': '3' }), 0).retryAfterMs).toBe(3000);
	});
});

describe('a Retry-After that is a date', () => {
	const nowMs = Date.parse('2026-01-31T12:00:00Z');
	const asking = (headers: Record<string, string>) => answer(503, '', { 'retry-after': 'Sat, 31 Jan 2026 14:00:30 GMT', ...headers });

	it.each([
		['Sat, 31 Jan 2026 14:00:00 GMT', 30_000],
		['Sat, 31 Jan 2026 14:01:00 GMT', 0],
		['soon', 7_230_000],
	])('is counted by the clock of who gives it (Date: %s)', (date, waitMs) => {
		expect(apiFailure(asking({ date }), nowMs).retryAfterMs).toBe(waitMs);
		expect(storageFailure(asking({ date }), nowMs).retryAfterMs).toBe(waitMs);
	});

	it('is counted by the own clock where no other is known', () => {
		expect(storageFailure(asking({}), nowMs).retryAfterMs).toBe(7_230_000);
	});
});
