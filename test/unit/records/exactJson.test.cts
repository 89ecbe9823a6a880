import { parseExactJson } from '../../../nodes/Lexer/records/convert/exact/exactJson';
import { jsonText } from '../../../nodes/Lexer/records/write/jsonText';
import { expectLinear } from '../../support/growth.cjs';

it.each([
	'9007199254740993',
	'-9007199254740993',
	'[9007199254740992,9007199254740993]',
	'{"id":1234567890123456}',
	'{"price":12345678901234.567}',
	'{"price":0.1000000000000000055511151231257827}',
	'[1e400,-1e-400]',
	'{"9007199254740993":9007199254740993}',
	'{"a":"9007199254740993","b":9007199254740993}',
	'{"a":"say \\"9007199254740993\\" twice","b":9007199254740993}',
	'{"a":"\\\\","b":9007199254740993}',
	'{"a":"\\\\\\\\u0000","b":9007199254740993}',
	'{"":9007199254740993,"a":["",{"b":[9007199254740993]}]}',
	'[9007199254740993,true,null,"x"]',
	'[12345678901234567890123456789012345678901234567890]',
])('keeps every digit of %s', (text) => {
	expect(jsonText(parseExactJson(text))).toBe(text);
});

it.each([
	['[1, 2.50, -3e2]', [1, 2.5, -300]],
	['[1e100]', [1e100]],
	['[0.00000000000000001]', [1e-17]],
	[' {"a" : [ ] } ', { a: [] }],
	['"9007199254740993"', '9007199254740993'],
	['["4b1e456 0123456789012345678"]', ['4b1e456 0123456789012345678']],
	['["\\u00001234567890123456789",1234567890123456789]', ['\u00001234567890123456789', Number('1234567890123456789')]],
])('reads %s as JSON does', (text, expected) => {
	expect(parseExactJson(text)).toEqual(expected);
});

it.each([
	'',
	'[1234567890123456',
	'[01234567890123456789]',
	'[1234567890123456.]',
	'[12345678901234567e]',
	'[1.2.3456789012345678]',
	'[--12345678901234567]',
	'["12345678901234567]',
	'["a\\"12345678901234567]',
	'{12345678901234567:1}',
	'[12345678901234567"x"]',
])('refuses %s, which is no JSON', (text) => {
	expect(() => parseExactJson(text)).toThrow(SyntaxError);
});

it('makes names and texts that look like the mark no numbers', () => {
	const text = '{"\\u00001":"\\u00001234567890123456","n":1234567890123456}';
	expect(parseExactJson(text)).toEqual({ '\u00001': '\u00001234567890123456', n: 1234567890123456 });
});

const NUMBER = '12345678901234567890';

it.each<[string, (size: number) => string]>([
	['escaped quotes', (size) => `["${'\\"'.repeat(size)}",${NUMBER}]`],
	['backslashes', (size) => `["${'\\\\'.repeat(size)}",${NUMBER}]`],
	['escapes that are no NUL', (size) => `["${'\\\\u0000'.repeat(size)}",${NUMBER}]`],
	['empty texts', (size) => `[${'"",'.repeat(size)}${NUMBER}]`],
	['long numbers', (size) => `[${`${NUMBER},`.repeat(size)}${NUMBER}]`],
	['one long number', (size) => `[${'7'.repeat(size)}]`],
	['digits, dots and signs that are no number', (size) => `[${'1.e+-'.repeat(size)}]`],
	['quotes that do not pair', (size) => `["${NUMBER}${'\\"'.repeat(size)}`],
	['minus signs', (size) => `["${NUMBER}",${'-'.repeat(size)}`],
])('takes a text eight times as long no longer than it has to: %s', (_what, make) => {
	const parse = (text: string) => {
		try {
			parseExactJson(text);
		} catch {
			// Not every one is JSON; it is the time that counts.
		}
	};
	expectLinear(make, parse, 15_000);
});

it('has no limit on how long a text inside may be', () => {
	const long = `${'\\"'.repeat(4_000_000)}${'x'.repeat(16_000_000)}`;
	expect((parseExactJson(`["${long}",${NUMBER}]`) as [string])[0]).toHaveLength(20_000_000);
});
