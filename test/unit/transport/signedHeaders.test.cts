import { carriesChecksum, headersFor, isSendable } from '../../../nodes/Lexer/transport/signedHeaders';

const own = { 'content-length': '5', 'content-type': 'text/csv' };
const url = (query: string) => `https://bucket.example/f.csv?${query}`;

describe('the headers for a presigned URL', () => {
	it.each([
		['nothing is signed', 'X-Amz-Signature=1', {}, []],
		['only the host is signed', 'X-Amz-SignedHeaders=host', {}, []],
		['the length is signed, which only the file decides', 'X-Amz-SignedHeaders=content-length%3Bhost', {}, ['content-length']],
		['the length is signed, and another given', 'X-Amz-SignedHeaders=content-length%3Bhost&Content-Length=7', {}, ['content-length']],
		['a header of metadata is signed', 'X-Amz-SignedHeaders=host;x-amz-meta-customer_id', {}, ['x-amz-meta-customer_id']],
		['a header of metadata is signed, and its value given', 'X-Amz-SignedHeaders=host;x-amz-meta-a_b.c&X-Amz-Meta-A_b.c=1', { 'x-amz-meta-a_b.c': '1' }, []],
		['the type is signed, and its value given', 'X-Amz-SignedHeaders=content-type%3Bhost&Content-Type=application%2Fjson', { 'content-type': 'application/json' }, []],
		['the type is signed, and its value not given', 'X-Amz-SignedHeaders=content-type%3Bhost', {}, ['content-type']],
		['a type is given, but not signed', 'X-Amz-SignedHeaders=host&Content-Type=application%2Fjson', {}, []],
		['an ACL is signed', 'X-Amz-SignedHeaders=host%3Bx-amz-acl&X-Amz-Acl=private', { 'x-amz-acl': 'private' }, []],
		['the payload is signed as unsigned', 'X-Amz-SignedHeaders=host;x-amz-content-sha256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, []],
		['the payload is signed, which can only mean one thing', 'X-Amz-SignedHeaders=host;x-amz-content-sha256', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, []],
		['the object must not exist', 'X-Amz-SignedHeaders=host;if-none-match', { 'if-none-match': '*' }, []],
		['two headers are signed that nobody knows', 'X-Amz-SignedHeaders=content-md5;host;x-amz-meta-owner', {}, ['content-md5', 'x-amz-meta-owner']],
		['a value cannot be sent', 'X-Amz-SignedHeaders=host;x-amz-acl&x-amz-acl=a%0Ab', {}, ['x-amz-acl']],
		['a name is none', 'X-Amz-SignedHeaders=host;see%20https://x', {}, []],
	])('where %s', (_what, query, more, unsure) => {
		expect(headersFor(url(query), own)).toEqual({ headers: { ...own, ...more }, unsure });
	});
});

it.each([
	['text/csv', true],
	['text/csv; charset=utf-8', true],
	['text/csv\nX-Evil: 1', false],
	['text/ćsv', false],
	[' text/csv', false],
	['', false],
])('%j can be a header: %s', (value, expected) => {
	expect(isSendable(value)).toBe(expected);
});

it.each([
	['x-amz-checksum-crc32=AAAAAA%3D%3D', true],
	['X-Amz-Checksum-Sha256=abc', true],
	['Content-MD5=abc', true],
	[`X-Amz-Content-Sha256=${'0'.repeat(64)}`, true],
	['X-Amz-Content-Sha256=UNSIGNED-PAYLOAD', false],
	['x-amz-sdk-checksum-algorithm=CRC32', false],
	['x-amz-checksum-algorithm=CRC32', false],
	['x-amz-checksum-type=FULL_OBJECT', false],
	['X-Amz-Signature=1', false],
])('a URL with %s carries the checksum of something: %s', (query, expected) => {
	expect(carriesChecksum(url(query))).toBe(expected);
});
