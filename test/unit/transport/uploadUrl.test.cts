import { readUploadUrl } from '../../../nodes/Lexer/transport/uploadUrl';

const lexer = 'https://api.lexer.io';
const read = (body: string, baseUrl = lexer, status = 201) => readUploadUrl({ status, headers: {}, body }, baseUrl, 0);

describe("the API's answer", () => {
	it('gives the id and the URL with its ampersands', () => {
		const outcome = read('{"id":123,"url":"https://s3.example/f.csv?a=1\\u0026b=2"}');
		expect(outcome).toMatchObject({ ok: true, uploadUrl: { uploadId: 123, url: 'https://s3.example/f.csv?a=1&b=2' } });
	});

	it('has its ampersands decoded even where JSON left them escaped', () => {
		const outcome = read('{"id":"x","url":"https://s3.example/f.csv?a=1\\\\u0026b=2"}');
		expect(outcome).toMatchObject({ ok: true, uploadUrl: { uploadId: 'x', url: 'https://s3.example/f.csv?a=1&b=2' } });
	});

	it.each([
		['<html>Sign in</html>', 'apiNotJson'],
		['', 'apiNotJson'],
		['"text"', 'apiNotJson'],
		['{"id":1}', 'apiNoUrl'],
		['{"url":"https://s3.example/x"}', 'apiNoUrl'],
		['{"id":1,"url":"not a url"}', 'apiNoUrl'],
		['{"id":1,"url":7}', 'apiNoUrl'],
		['{"id":1,"url":"http://s3.example/x"}', 'apiInsecureUrl'],
		['{"id":1,"url":"ftp://s3.example/x"}', 'apiInsecureUrl'],
	])('%s is refused as %s', (body, cause) => {
		expect(read(body)).toEqual({ ok: false, failure: { cause } });
	});

	it('may give an http URL where the API itself is http, as in a sandbox', () => {
		expect(read('{"id":1,"url":"http://127.0.0.1/x"}', 'http://127.0.0.1').ok).toBe(true);
	});

	it('is refused where the URL has already expired', () => {
		const url = 'https://s3.example/x?X-Amz-Date=20260131T120000Z&X-Amz-Expires=60';
		const body = JSON.stringify({ id: 1, url });
		const outcome = readUploadUrl({ status: 201, headers: {}, body }, lexer, Date.parse('2026-01-31T12:01:00Z'));
		expect(outcome).toEqual({ ok: false, failure: { cause: 'urlAlreadyExpired' } });
	});
});
