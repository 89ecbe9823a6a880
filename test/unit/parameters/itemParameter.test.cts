import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { itemParameter } from '../../../nodes/Lexer/parameters/itemParameter';
import { plainReference } from '../../../nodes/Lexer/parameters/plainReference';
import { contextFor } from '../../support/engine.cjs';
import { ENGINES, evaluateWith } from '../../support/expressionEngines.cjs';

const JSON_OF_ITEM = {
	a: 1,
	none: null,
	text: 'text',
	no: false,
	numeric: '007',
	expression: '={{ 1 + 1 }}',
	when: new Date('2026-01-31T00:00:00Z'),
	nested: { b: { c: 1 }, when: new Date(0), 'x y': 2, list: [{ z: 'z' }] },
	list: [1, { x: 2 }, null, [3]],
	empty: {},
	emptyList: [],
	length: 5,
	then: 'then',
	toJSON: 'json',
	isProxy: 'proxy',
	json: 'json',
	item: 'item',
	class: 'class',
	Email__c: 'salesforce',
	$dollar: 'dollar',
	$: 'only a dollar',
	_: 'underscore',
	'': 'no name',
	'a b': 'blank',
	'a.b': 'dotted',
	"it's": 'single quote',
	'5" screen': 'double quote',
	'a}b{c': 'braces',
	'comment // here': 'comment',
	'0': 'nought',
	'12': 'twelve',
	ü: 'umlaut',
	naïve: 'naïve',
	名前: 'name',
	имя: 'imya',
	'😀': 'smile',
	link: { email: 'jane@example.com', 'mobile number': null },
};

/** What JSON cannot say, but an item can hold. */
const OTHER_SCALARS = { nan: NaN, infinity: Infinity, minus: -0, missing: undefined, invalidDate: new Date(NaN) };

/** Read from the item without n8n. */
const PLAIN = [
	'={{ $json.a }}', '={{$json.a}}', '={{   $json.a\t}}', '={{\n\t$json.a\r\n}}', '={{ $json.none }}', '={{ $json.text }}',
	'={{ $json.no }}',
	'={{ $json.numeric }}', '={{ $json.expression }}', '={{ $json.when }}', '={{ $json.nested }}',
	'={{ $json.nested.b }}', '={{ $json.nested.b.c }}', '={{ $json.nested.when }}',
	'={{ $json.nested["x y"] }}', "={{ $json['nested']['list'][0].z }}", '={{ $json.nested.list[0]["z"] }}', '={{ $json.list }}',
	'={{ $json.list[0] }}', '={{ $json.list[1].x }}', '={{ $json.list[2] }}', '={{ $json.list[3][0] }}', '={{ $json.list[99] }}',
	'={{ $json.list[999999999] }}', '={{ $json.list["0"] }}', '={{ $json.list.length }}', '={{ $json.list.x }}',
	'={{ $json.empty }}', '={{ $json.emptyList }}', '={{ $json.length }}', '={{ $json.then }}', '={{ $json.toJSON }}',
	'={{ $json.isProxy }}', '={{ $json.json }}', '={{ $json.item }}', '={{ $json.class }}', '={{ $json.Email__c }}',
	'={{ $json.$dollar }}', '={{ $json.$ }}', '={{ $json["$"] }}', '={{ $json._ }}', '={{ $json[""] }}', '={{ $json["a b"] }}',
	'={{ $json["a.b"] }}', '={{ $json["it\'s"] }}', "={{ $json['5\" screen'] }}", '={{ $json["a}b{c"] }}',
	'={{ $json["comment // here"] }}', '={{ $json[0] }}', '={{ $json["0"] }}', '={{ $json[12] }}', '={{ $json.ü }}', '={{ $json.naïve }}',
	'={{ $json.名前 }}', '={{ $json.имя }}', '={{ $json["😀"] }}', '={{ $json.link.email }}', '={{ $json.link["mobile number"] }}',
	'={{ $json["link"].email }}', '={{ $json.missing }}', '={{ $json.missing.b }}', '={{ $json.missing.b[3].c }}', '={{ $json.none.b }}',
	'={{ $json.nested.missing.c }}', '={{ $json["missing one"] }}', '={{ $json.empty.toJSON }}',
	'={{ $json.empty.isProxy }}', '={{ $json.empty.__isArray }}', '={{ $json.empty.__keys }}', '={{ $json.empty.then }}',
	'={{ $json.extend }}', '={{ $json.isEmpty }}', '={{ $json?.a }}', '={{ $json?.["a b"] }}', '={{ $json.link?.email }}', '={{ $json?.link?.email }}',
	'={{ $json.missing?.b }}', '={{ $json.none?.b?.c }}', '={{ $json.list?.[1]?.x }}', '={{ $json }}', '={{ $json.a\u200cb }}',
];

/** Of a form that is read directly elsewhere, but not where the data is like this: n8n is asked. */
const LEFT_TO_N8N_FOR_ITS_DATA = [
	'={{ $json.text.length }}', '={{ $json.text[0] }}', '={{ $json.a.b }}', '={{ $json.no.b.c }}', '={{ $json.when.x }}', '={{ $json.list.map }}',
];

const NOT_PLAIN = [
	'', '=', '=a', '={{ }}', '={{ $json.a', '={{ $json.a }', '$json.a', '{{ $json.a }}', '={{ $json.a }} ', ' ={{ $json.a }}',
	'= {{ $json.a }}', '={{$json.a}}x', '=x{{$json.a}}', '={{ $json.a }}{{ $json.text }}', '={{ $json.text }} {{ $json.a }}', '={{ $json.a }}}',
	'={{{ $json.a }}', '={{ $JSON.a }}', '={{ $jsonx.a }}', '={{ $json.a.toString() }}', '={{ $json.text.toUpperCase() }}', '={{ $json.text.isEmail() }}',
	'={{ $json.text.length > 3 }}', '={{ $json . a }}', '={{ $json.a; }}', '={{ $json.a, $json.text }}', '={{ ($json.a) }}', '={{ +$json.a }}',
	'={{ !$json.no }}', '={{ $json.a + 1 }}', '={{ $json.a ?? 2 }}', '={{ $json.a || 2 }}', '={{ $json.a // why\n }}', '={{ /* why */ $json.a }}',
	'={{ $json.a /* why */ }}', '={{ $json[ "a" ] }}', '={{ $json["a" ] }}', '={{ $json[`a`] }}', '={{ $json["a"+"b"] }}', '={{ $json["\\u0061"] }}',
	'={{ $json.\\u0061 }}', '={{ $json["a\\"b"] }}', '={{ $json["a\'] }}', '={{ $json["a}}b"] }}', '={{ $json["{{a"] }}', '={{ $json["a\nb"] }}',
	'={{ $json[00] }}', '={{ $json[01] }}', '={{ $json[1.0] }}', '={{ $json[1e0] }}', '={{ $json[-1] }}', '={{ $json[0x1] }}', '={{ $json.list[9999999999] }}',
	'={{ $json[$json.text] }}', '={{ $json.1a }}', '={{ $json.a- }}', '={{ $json..a }}', '={{ $json.a. }}', '={{ $json[] }}', '={{ $json?a }}', '={{ $json?.?.a }}',
	'={{ $json.constructor }}', '={{ $json["constructor"] }}', '={{ $json["x. constructor"] }}', '={{ $json.__proto__ }}', '={{ $json["__proto__"] }}',
	'={{ $json.prototype }}', '={{ $json.nested.__proto__ }}', '={{ $json.toString }}', '={{ $json["valueOf"] }}', '={{ $json.hasOwnProperty }}',
	'={{ $json.caller }}', '={{ $json.arguments }}', '={{ $input.item.json.a }}', '={{ $input.first().json.a }}', '={{ $binary }}',
	'={{ $item(0).$json.a }}', '={{ $data.a }}', '={{ $itemIndex }}', '={{ $now }}', '={{ "a" }}', '={{ 1 }}', '={{ `${$json.a}` }}',
	'={{ $json.list.map(x => x) }}', '={{ $json.list.first() }}', '={{ JSON.stringify($json) }}', '={{ $json.a\u00a0}}',
];

const PLAIN_TEXT = ['', '=', '= ', '=AUD', '=a}}b', '=a}', '={ a', '=back\\slash', '=\\}}', '=a\'b"c`${d}', '=two\nlines', '=$json.a', '==', '=1', '=true'];

function contextWith(fileName: unknown, items: object[]): IExecuteFunctions {
	const parameters = { resource: 'record', operation: 'upload', fileName } as IDataObject;
	return contextFor({
		credential: { apiToken: '', baseUrl: '' },
		parameters,
		items: items.map((json) => ({ json: json as IDataObject })),
	});
}

/** What a reading gives: its value, or the words of its error. */
function outcome(read: () => unknown): { value: unknown } | { error: string } {
	try {
		return { value: read() };
	} catch (error) {
		return { error: (error as Error).message };
	}
}

/** An expression's outcome as read by the node and as read by n8n, and how often the node asked n8n. */
function readTwice(expression: unknown, json: object = JSON_OF_ITEM) {
	const context = contextWith(expression, [json]);
	const expected = outcome(() => context.getNodeParameter('fileName', 0, 'fallback'));
	const asked = jest.spyOn(context, 'getNodeParameter');
	const read = outcome(() => itemParameter(context, 'fileName', 'fallback')(0));
	return { expected, read, asked: asked.mock.calls.length };
}

describe('an expression that only names a field', () => {
	it.each(PLAIN)('%j is read from the item as n8n reads it', (expression) => {
		const { expected, read, asked } = readTwice(expression);
		expect(read).toStrictEqual(expected);
		expect(asked).toBe(0);
	});

	it.each(ENGINES)('is read as the expression engine "%s" reads it', (engine) => {
		const results = evaluateWith(engine, JSON_OF_ITEM, PLAIN);
		const differing = PLAIN.filter((expression, index) => {
			const read = deserialize(serialize(readTwice(expression).read));
			return !isDeepStrictEqual(read, results[index]);
		});
		expect(differing).toEqual([]);
	});

	it.each(ENGINES)('may name what JSON cannot say, and is read as the expression engine "%s" reads it', (engine) => {
		const names = Object.keys(OTHER_SCALARS);
		const results = evaluateWith(engine, OTHER_SCALARS, names.map((name) => `={{ $json.${name} }}`));
		const read = names.map((name) => readTwice(`={{ $json.${name} }}`, OTHER_SCALARS).read);
		expect(read.map(serialize)).toEqual(results.map(serialize));
	});
});

it.each(LEFT_TO_N8N_FOR_ITS_DATA)('%j is left to n8n where the data is no plain object there', (expression) => {
	const { expected, read, asked } = readTwice(expression);
	expect(plainReference(expression)).toBeDefined();
	expect(read).toStrictEqual(expected);
	expect(asked).toBe(1);
});

it.each(NOT_PLAIN)('%j is no plain reference', (expression) => {
	expect(plainReference(expression)).toBeUndefined();
	const { expected, read } = readTwice(expression);
	if (!expression.includes('$now')) expect(read).toStrictEqual(expected);
});

describe('an expression without anything to evaluate', () => {
	it.each(PLAIN_TEXT)('%j is the same text for all items', (expression) => {
		const { expected, read } = readTwice(expression);
		expect(read).toStrictEqual(expected);
	});

	it.each(ENGINES)('is the text that the expression engine "%s" makes of it', (engine) => {
		expect(PLAIN_TEXT.map((expression) => readTwice(expression).read)).toEqual(evaluateWith(engine, {}, PLAIN_TEXT));
	});
});

it.each([
	['a Buffer', Buffer.from('ab')],
	['a big integer', 10n],
	['a function', () => 1],
	['a symbol', Symbol('s')],
	['a Map', new Map([[1, 2]])],
	['an object of a class', new (class Point { x = 1 })()],
	['an object that says what it is as JSON', { toJSON: (): string => 'json' }],
	['an object with a function', { inner: [{ f: () => 1 }] }],
	['an object with a field that n8n refuses', { toString: 'own' }],
	['an object that n8n takes for an error', { __isError: true, message: 'x' }],
	['an object with a number that JSON cannot say', { inner: [Infinity] }],
	['a very large object', Array.from({ length: 20_000 }, (_, index) => index)],
])('leaves %s to n8n', (_, value) => {
	const { expected, read, asked } = readTwice('={{ $json.value }}', { value });
	expect(asked).toBe(1);
	expect(read).toStrictEqual(expected);
});

it('leaves an object that holds itself to n8n', () => {
	const value: Record<string, unknown> = {};
	value.self = value;
	const context = contextWith('={{ $json.value }}', [{ value }]);
	const asked = jest.spyOn(context, 'getNodeParameter').mockReturnValue('asked');
	expect(itemParameter(context, 'fileName', '')(0)).toBe('asked');
	expect(asked).toHaveBeenCalledTimes(1);
});

it('reads each item for itself', () => {
	const context = contextWith('={{ $json.name }}', [{ name: 'a' }, {}, { name: null }, { name: 'd' }]);
	const read = itemParameter(context, 'fileName', 'fallback');
	expect([0, 1, 2, 3, 0].map(read)).toEqual(['a', undefined, null, 'd', 'a']);
});

it.each([
	['a text', 'customers.csv', 'customers.csv'],
	['a number', 5, 5],
	['an object without expressions', { a: ['b'] }, { a: ['b'] }],
])('reads %s once for all items', (_, raw, expected) => {
	const context = contextWith(raw, [{}, {}, {}]);
	const asked = jest.spyOn(context, 'getNodeParameter');
	const read = itemParameter(context, 'fileName', 'fallback');
	expect([0, 1, 2].map(read)).toEqual([expected, expected, expected]);
	expect(asked).toHaveBeenCalledTimes(1);
});

it('reads its fallback where there is no such parameter', () => {
	const read = itemParameter(contextWith('', [{}, {}]), 'noSuchParameter', 'fallback');
	expect([0, 1].map(read)).toEqual(['fallback', 'fallback']);
});

it('has n8n read expressions inside of an object for each item', () => {
	const context = contextWith({ a: ['={{ $json.a }}'] }, [{ a: 1 }, { a: 2 }]);
	expect([0, 1].map(itemParameter(context, 'fileName', 'fallback'))).toEqual([{ a: [1] }, { a: [2] }]);
});

it('leaves everything to n8n where $json is not the input, as for a tool of an agent', () => {
	const context = contextWith('={{ $json.a }}', [{ a: 1 }]);
	jest.spyOn(context, 'getInputData').mockReturnValue([{ json: { a: 'of the agent' } }]);
	expect(itemParameter(context, 'fileName', 'fallback')(0)).toBe(1);
});

it('gives an error of n8n to whoever reads that item', () => {
	const context = contextWith('={{ $("Nowhere").item.json.a }}', [{}]);
	const read = itemParameter(context, 'fileName', 'fallback');
	expect(() => read(0)).toThrow('Referenced node');
});
