import { formats, isBoolean, toFloat, toInteger } from '../../../nodes/Lexer/records/formats';

it.each([
	['2024-02-29T10:00:00Z', true],
	['2024-02-29 10:00', true],
	['2024-2-9T1:2:3.123456789+1000', true],
	['2024-02-29T10:00:00-23:59', true],
	['1709200800', true],
	['inf', true],
	['nan', false],
	['2023-02-29T10:00:00Z', false],
	['2024-02-29T24:00:00Z', false],
	['2024-02-29T10:00:60Z', false],
	['2024-02-29T10:00:00+24:00', false],
	['0000-01-01T00:00:00Z', false],
	['2024-02-29', false],
	['', false],
])('takes %j for a date and time: %s', (text, expected) => {
	expect(formats['date-time'](text)).toBe(expected);
});

it.each([
	['2024-02-29', true, true],
	['2024-2-9', true, false],
	['1900-02-29', false, false],
	['2000-02-29', true, true],
	['20240229', true, false],
	['29/02/2024', false, false],
	['2024-02-29T00:00:00Z', false, false],
])('takes %j for a date: %s for the upload tool, %s for JSON Schema', (text, tool, schema) => {
	expect(formats['date-or-timestamp'](text)).toBe(tool);
	expect(formats.date(text)).toBe(schema);
});

it.each([
	['jane@example.com', true],
	['\u00a0Jane+x@Example.COM \u001f', true],
	['jane@example', false],
	['jané@example.com', false],
	['\ufeffjane@example.com', false],
	['', false],
])('takes %j for an e-mail address: %s', (text, expected) => {
	expect(formats['email-trimmed'](text)).toBe(expected);
	expect(formats['email-trimmed-or-empty'](text)).toBe(expected || text === '');
});

it.each([
	['https://example.com/a?b#c', true],
	[' HTTP://example.com ', true],
	['http://user:secret@example.com:8080', true],
	['http://1.2.3.4', true],
	['http://[::1]/', true],
	['http://exämple.com/ü', true],
	['http://例え.テスト', true],
	['http://example.xn--p1ai', true],
	['http://localhost', false],
	['http://example.c', false],
	['http://example.com:99999', false],
	['http://example..com', false],
	['http:///picture.jpg', false],
	['http://exam ple.com', false],
	['ftp://example.com', false],
	['//example.com', false],
	[`https://example.com/${'x'.repeat(2100)}`, false],
])('takes %j for the URL of a picture: %s', (text, expected) => {
	expect(formats['http-url'](text)).toBe(expected);
});

it.each([
	['https://example.com/a?b#c', true],
	['mailto:jane@example.com', true],
	['picture.jpg', false],
	['https://example.com/é', false],
	['2024-02-29T10:00:00Z', false],
	['https://example.com/%zz', false],
])('takes %j for a URI: %s', (text, expected) => {
	expect(formats.uri(text)).toBe(expected);
});

it.each([
	['2', 2, 2],
	[' +1_000 ', 1000, 1000],
	['٢', 2, 2],
	['𝟝', 5, 5],
	['2.5', 2.5, undefined],
	['.5', 0.5, undefined],
	['1e3', 1000, undefined],
	['-Infinity', -Infinity, undefined],
	['nan', NaN, undefined],
	['1__0', undefined, undefined],
	['1,5', undefined, undefined],
	['', undefined, undefined],
	[2.7, 2.7, 2],
	[-0.5, -0.5, -0],
	[Infinity, Infinity, undefined],
	[true, 1, 1],
	[null, undefined, undefined],
	[[], undefined, undefined],
])('makes of %j the number %d and the integer %d', (value, float, integer) => {
	expect(toFloat(value)).toBe(float);
	expect(toInteger(value)).toBe(integer);
});

it.each([
	[true, true],
	[0, true],
	[1.0, true],
	['Off', true],
	['Y', true],
	[2, false],
	[' true', false],
	['', false],
	[null, false],
])('takes %j for a boolean: %s', (value, expected) => {
	expect(isBoolean(value)).toBe(expected);
});
