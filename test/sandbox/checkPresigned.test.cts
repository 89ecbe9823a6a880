import type http from 'node:http';

import { checkPresigned } from './checkPresigned.js';
import { presignedQuery } from './presign.js';

// The example of Amazon's own description of Signature V4 in URLs:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
const KEYS = {
	accessKey: 'AKIAIOSFODNN7EXAMPLE',
	secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
	region: 'us-east-1',
};
const HOST = 'examplebucket.s3.amazonaws.com';
const AT = new Date('2013-05-24T00:00:00Z');
const EXAMPLE = { method: 'GET', path: '/test.txt', headers: { host: HOST }, at: AT, expirySeconds: 86_400 };
const EXAMPLE_SIGNATURE = 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';

/** What the check says of a request with these parameters, at a time after the URL was made. */
async function check(
	query: Record<string, string | string[]>,
	{ headers = {}, afterSeconds = 1 }: { headers?: Record<string, string>; afterSeconds?: number } = {},
) {
	const search = new URLSearchParams(query as Record<string, string>);
	const request = { method: 'GET', url: `/test.txt?${search}`, headers: { host: HOST, ...headers } };
	const refusal = await checkPresigned(request as unknown as http.IncomingMessage, KEYS, AT.getTime() + afterSeconds * 1000);
	return refusal?.code;
}

describe('the check of a presigned URL', () => {
	it("signs Amazon's example as Amazon does, and takes it", async () => {
		const query = await presignedQuery(KEYS, EXAMPLE);
		expect(query['X-Amz-Signature']).toBe(EXAMPLE_SIGNATURE);
		expect(await check(query)).toBeUndefined();
	});

	it('takes a URL to its last second', async () => {
		const query = await presignedQuery(KEYS, EXAMPLE);
		expect(await check(query, { afterSeconds: 86_399 })).toBeUndefined();
		expect(await check(query, { afterSeconds: 86_400 })).toBe('AccessDenied');
	});

	it('takes a URL from a clock that is a little ahead', async () => {
		const query = await presignedQuery(KEYS, EXAMPLE);
		expect(await check(query, { afterSeconds: -14 * 60 })).toBeUndefined();
		expect(await check(query, { afterSeconds: -16 * 60 })).toBe('AccessDenied');
	});

	it('wants the headers that were signed, as they were signed', async () => {
		const headers = { host: HOST, 'content-type': 'text/csv' };
		const query = await presignedQuery(KEYS, { ...EXAMPLE, headers });
		expect(await check(query, { headers: { 'content-type': 'text/csv' } })).toBeUndefined();
		expect(await check(query, { headers: { 'content-type': 'text/plain' } })).toBe('SignatureDoesNotMatch');
		expect(await check(query)).toBe('SignatureDoesNotMatch');
	});

	it('wants the host signed, even where the rest is', async () => {
		const query = await presignedQuery(KEYS, { ...EXAMPLE, headers: { 'content-type': 'text/csv' } });
		expect(await check(query, { headers: { 'content-type': 'text/csv' } })).toBe('AuthorizationQueryParametersError');
	});

	it.each([
		['X-Amz-Algorithm', 'AWS4-ECDSA-P256-SHA256'],
		['X-Amz-Date', '2013-05-24T00:00:00Z'],
		['X-Amz-Date', '20130524'],
		['X-Amz-Date', '20130524T990000Z'],
		['X-Amz-Expires', '0'],
		['X-Amz-Expires', '604801'],
		['X-Amz-Expires', '1e3'],
		['X-Amz-Credential', `${KEYS.accessKey}/20130525/us-east-1/s3/aws4_request`],
		['X-Amz-Credential', `${KEYS.accessKey}/20130524/us-east-1/sqs/aws4_request`],
	])('calls %s=%s malformed', async (name, value) => {
		const query = await presignedQuery(KEYS, EXAMPLE);
		expect(await check({ ...query, [name]: value })).toBe('AuthorizationQueryParametersError');
	});
});
