import { decodeAmpersands, isUsable, parsePresignedUrl } from '../../../nodes/Lexer/transport/presignedUrl';

const signedAtMs = Date.parse('2026-01-31T12:00:00Z');
const urlFor = (seconds: number | string) =>
	`https://bucket.example/a%20b%2B.csv?X-Amz-Date=20260131T120000Z&X-Amz-Expires=${seconds}&X-Amz-Signature=abc`;

describe('a presigned URL', () => {
	it('keeps its text and tells when it expires', () => {
		const url = urlFor(3600);
		expect(parsePresignedUrl(url)).toEqual({ url, expiresAtMs: signedAtMs + 3_600_000 });
	});

	it.each([
		'https://bucket.example/x',
		'https://bucket.example/x?X-Amz-Date=yesterday&X-Amz-Expires=5',
		'https://bucket.example/x?X-Amz-Date=20260131T120000Z&X-Amz-Expires=soon',
		'https://bucket.example/x?X-Amz-Date=20260131T120000Z',
		'https://bucket.example/x?X-Amz-Date=20260131T120000Z&X-Amz-Expires=99999999999999',
	])('without readable times (%s) counts as usable', (url) => {
		const presigned = parsePresignedUrl(url);
		expect(presigned.expiresAtMs).toBeUndefined();
		expect(isUsable(presigned, signedAtMs + 1e12)).toBe(true);
	});

	it.each([
		[3600, 0, true],
		[3600, 3_589_000, true],
		[3600, 3_590_000, false],
		[3600, 3_700_000, false],
		[20, 17_000, true],
		[20, 18_000, false],
	])('of %i seconds after %i ms: usable is %s', (seconds, afterMs, usable) => {
		expect(isUsable(parsePresignedUrl(urlFor(seconds)), signedAtMs + afterMs)).toBe(usable);
	});

	it('loses a \\u0026 that survived JSON', () => {
		expect(decodeAmpersands('https://x.example/?a=1\\u0026b=2\\U0026c=%26')).toBe('https://x.example/?a=1&b=2&c=%26');
	});
});
