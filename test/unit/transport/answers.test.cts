import { apiFailure, storageFailure } from '../../../nodes/Lexer/transport/answers';

const xml = (code: string, message = '') =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
const answer = (status: number, body = '', headers = {}) => ({ status, body, headers });

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
		[403, '<!DOCTYPE html><title>Blocked</title>', 'proxyAnswered'],
		[413, '', 'tooLarge'],
		[400, '', 'storageRejected'],
		[418, xml('SomethingNew'), 'storageRejected'],
	])('of %i %s means %s', (status, body, cause) => {
		expect(storageFailure(answer(status, body), 0)).toMatchObject({ cause, httpStatus: status });
	});

	it("keeps S3's code, but nothing that only looks like one", () => {
		expect(storageFailure(answer(503, xml('SlowDown')), 0).s3Code).toBe('SlowDown');
		expect(storageFailure(answer(503, xml('see https://x.example/?X-Amz-Signature=1')), 0).s3Code).toBeUndefined();
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
		[400, 'apiRejected'],
		[422, 'apiRejected'],
		[429, 'rateLimited'],
		[500, 'lexerDown'],
		[503, 'lexerDown'],
		[302, 'apiRedirected'],
	])('of %i means %s', (status, cause) => {
		expect(apiFailure(answer(status), 0)).toMatchObject({ cause, httpStatus: status });
	});

	it('carries its Retry-After', () => {
		expect(apiFailure(answer(429, '', { 'retry-after': '3' }), 0).retryAfterMs).toBe(3000);
	});
});
