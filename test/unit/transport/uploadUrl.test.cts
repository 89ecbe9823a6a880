import { readUploadUrl } from '../../../nodes/Lexer/transport/uploadUrl';

const lexer = 'https://api.lexer.io';
const read = (body: string, baseUrl = lexer, status = 201) => readUploadUrl({ status, headers: {}, body, bodyEnd: 'whole' }, baseUrl, 0);

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
		['123', 123],
		['0', 0],
		['"a1"', 'a1'],
		['"123"', '123'],
		['9007199254740991', 9007199254740991],
		['1234567890123456', 1234567890123456],
		['9007199254740993', '9007199254740993'],
		['-9007199254740993', '-9007199254740993'],
		['12345678901234567890123', '12345678901234567890123'],
		[`"${'x'.repeat(200)}"`, 'x'.repeat(200)],
	])('has the id %s in every digit', (id, uploadId) => {
		expect(read(`{"id":${id},"url":"https://s3.example/f.csv"}`)).toMatchObject({ ok: true, uploadUrl: { uploadId } });
	});

	it.each(['""', '" "', 'null', 'false', '{}', '[1]', '"a\\nb"', `"${'x'.repeat(201)}"`, '9'.repeat(201)])('is of no use with the id %s', (id) => {
		expect(read(`{"id":${id},"url":"https://s3.example/f.csv"}`)).toEqual({ ok: false, failure: { cause: 'apiNoUrl' } });
	});

	it('is read with a byte-order mark', () => {
		expect(read('\ufeff{"id":123,"url":"https://s3.example/f.csv"}')).toMatchObject({ ok: true, uploadUrl: { uploadId: 123 } });
	});

	it.each([
		['<html>Sign in</html>', 'apiNotJson'],
		['', 'apiAnswerCut'],
		['"text"', 'apiNotJson'],
		['{"id":1,"url":"https://s3.exa', 'apiAnswerCut'],
		['{ ', 'apiAnswerCut'],
		['\ufeff{"id', 'apiAnswerCut'],
		["{'status': 'maintenance'}", 'apiNotJson'],
		["{'status'", 'apiNotJson'],
		['{status: 1', 'apiNotJson'],
		['{"status": maintenance}\n', 'apiNotJson'],
		['{}', 'apiNoUrl'],
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

	it.each([
		['tooLong', 'apiAnswerTooLong'],
		['cut', 'apiAnswerCut'],
		['damaged', 'answerDamaged'],
	] as const)('of which no end is known (%s) is %s, whatever it begins with', (bodyEnd, cause) => {
		const body = '{"id":1,"url":"https://s3.example/x"}';
		expect(readUploadUrl({ status: 201, headers: {}, body, bodyEnd }, lexer, 0)).toEqual({ ok: false, failure: { cause } });
	});

	it("tells how far Lexer's clock is ahead", () => {
		const body = '{"id":1,"url":"https://s3.example/x"}';
		const nowMs = Date.parse('2026-01-31T12:00:00Z');
		const offsetWith = (headers: Record<string, string>) => {
			const outcome = readUploadUrl({ status: 201, headers, body, bodyEnd: 'whole' }, lexer, nowMs);
			return outcome.ok && outcome.uploadUrl.clockOffsetMs;
		};
		expect(offsetWith({ date: 'Sat, 31 Jan 2026 14:00:00 GMT' })).toBe(7_200_000);
		expect(offsetWith({ date: 'soon' })).toBe(0);
		expect(offsetWith({})).toBe(0);
	});
});
