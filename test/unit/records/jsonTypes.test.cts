import { createContext, runInContext } from 'node:vm';

import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import { createNdjsonWriter } from '../../../nodes/Lexer/records/write/json';

type Json = Record<string, unknown>;

/** The record as a line of NDJSON, or what is wrong with it. */
function lineOf(json: Json, recordType: 'customer_record' | 'purchase' | 'product' = 'customer_record'): string {
	const { record, problems } = recordConverter(recordType)(json);
	if (problems.length > 0) return problems.map(({ path, rule }) => `${path} ${rule}`).join('; ');
	const writer = createNdjsonWriter();
	writer.add(record);
	return [...writer.end()].join('').trimEnd();
}

/** What n8n's Code node makes comes from another realm, with a Date, a Map and an Array of its own. */
const realm = createContext({});
const elsewhere = (code: string): unknown => runInContext(code, realm);

/** Luxon's dates, which n8n's expressions give, say in ISO 8601 what they are. */
class LikeLuxon {
	constructor(readonly iso: string) {}
	toISO() {
		return this.iso;
	}
}

class Row {
	constructor(
		readonly id: number,
		readonly tags: string[],
	) {}
}

const pairs = [['a', 1], ['b', { c: [2n, null] }]] as const;
const shared = { x: [1] };

it.each<[string, unknown, string]>([
	['a big integer', 12345678901234567890n, '12345678901234567890'],
	['a small big integer', 12n, '12'],
	['a Map', new Map<unknown, unknown>(pairs), '{"a":1,"b":{"c":[2,null]}}'],
	['a Map with keys that are no texts', new Map<unknown, unknown>([[1, 'a'], [true, 'b'], [10n, 'c']]), '{"1":"a","10":"c","true":"b"}'],
	['a Map in a Map', new Map([['a', new Map([['b', new Set([1])]])]]), '{"a":{"b":[1]}}'],
	['a Set', new Set([1, 'a', 1, null]), '[1,"a",null]'],
	['a time of Luxon', new LikeLuxon('2024-01-31T20:00:00.000+10:00'), '"2024-01-31T20:00:00.000+10:00"'],
	['a Date', new Date('2024-01-31T10:00:00Z'), '"2024-01-31T10:00:00.000Z"'],
	['a Date of a Code node', elsewhere("new Date('2024-01-31T10:00:00Z')"), '"2024-01-31T10:00:00.000Z"'],
	['an object of a Code node', elsewhere("({ a: [1, new Map([['b', new Set([2n])]])], d: new Date('2024-01-31T10:00:00Z') })"), '{"a":[1,{"b":[2]}],"d":"2024-01-31T10:00:00.000Z"}'],
	['a URL', new URL('https://example.com/a?b=c'), '"https://example.com/a?b=c"'],
	['a boxed number', Object(5), '5'],
	['a boxed text', Object('x'), '"x"'],
	['a boxed boolean', Object(false), 'false'],
	['a boxed big integer', Object(12345678901234567890n), '12345678901234567890'],
	['numbers of a typed array', Float64Array.of(1.5, 2), '[1.5,2]'],
	['big integers of a typed array', BigInt64Array.of(1n, -2n), '[1,-2]'],
	['a list with gaps', Object.assign(new Array<unknown>(3), { 1: 'x' }), '[null,"x",null]'],
	['a list with undefined', [undefined, 1], '[null,1]'],
	['a row of a class', new Row(1, ['x']), '{"id":1,"tags":["x"]}'],
	['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
	['a getter', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }), '{"a":1}'],
	['what says itself what it is in JSON', { toJSON: () => ({ a: 1n }) }, '{"a":1}'],
	['what is named toJSON and is no function', { toJSON: 'x', toISO: 'y' }, '{"toJSON":"x","toISO":"y"}'],
	['the same object twice', [shared, shared], '[{"x":[1]},{"x":[1]}]'],
	['fields that are undefined', { a: undefined, b: 1 }, '{"b":1}'],
	['symbols for names', { [Symbol('a')]: 1, b: 2 }, '{"b":2}'],
	['a character of two halves', '🎉', '"🎉"'],
])('writes %s', (_name, value, expected) => {
	expect(lineOf({ mine: value })).toBe(`{"mine":${expected}}`);
	expect(lineOf({ custom_fields: { mine: { inside: value } } })).toBe(`{"custom_fields":{"mine":{"inside":${expected}}}}`);
});

const round: Json = {};
round.self = { list: [round] };
const roundMap = new Map<string, unknown>();
roundMap.set('self', roundMap);
let deep: unknown = 'bottom';
for (let level = 0; level < 100_000; level++) deep = level % 2 ? [deep] : { deep };
let doubling: unknown = 'leaf';
for (let level = 0; level < 60; level++) doubling = [doubling, doubling];
const throwing = Object.defineProperty({}, 'secret', { enumerable: true, get: () => { throw new Error('secret'); } });

const NO_BYTES = 'must not be bytes: have the query return it as text';
const NO_JSON = 'must be a value that JSON can hold';
const UNSOUND = 'has a character that no text can have: a NUL, or half of a character';

it.each<[string, unknown, string]>([
	['a Buffer', Buffer.from('secret'), NO_BYTES],
	['a Buffer as JSON has it', { type: 'Buffer', data: [1, 2] }, NO_BYTES],
	['bytes', Uint8Array.of(1), NO_BYTES],
	['bytes of a Code node', elsewhere('new Uint8Array(2)'), NO_BYTES],
	['an ArrayBuffer', new ArrayBuffer(2), NO_BYTES],
	['a view of bytes', new DataView(new ArrayBuffer(2)), NO_BYTES],
	['a Blob', new Blob(['secret']), NO_JSON],
	['a function', () => 'secret', 'must be a value, not a function'],
	['a symbol', Symbol('secret'), 'must be a value, not a symbol'],
	['an error', new TypeError('secret'), NO_JSON],
	['an error with a code', Object.assign(new Error('secret'), { code: 1 }), NO_JSON],
	['a pattern', /secret/, NO_JSON],
	['a promise', Promise.resolve('secret'), NO_JSON],
	['a weak map', new WeakMap(), NO_JSON],
	['search parameters', new URLSearchParams('secret=1'), NO_JSON],
	['a Map with objects for keys', new Map([[{}, 'secret']]), NO_JSON],
	['a Map with one name for two keys', new Map<unknown, unknown>([[1, 'a'], ['1', 'b']]), NO_JSON],
	['a text with a NUL', 'secret\0', UNSOUND],
	['a text with half of a character', 'secret\ud83c', UNSOUND],
	['a text with the other half', '\udf89secret', UNSOUND],
])('refuses %s', (_name, value, rule) => {
	expect(lineOf({ mine: value })).toBe(`mine ${rule}`);
	expect(lineOf({ 'custom_fields.mine': value })).toBe(`custom_fields.mine ${rule}`);
	expect(lineOf({ custom_fields: { secret: value } })).toBe(`custom_fields.* ${rule}`);
	expect(lineOf({ custom_fields: { a: [{ secret: value }] } })).toBe(`custom_fields.* ${rule}`);
	expect(lineOf({ store: { secret: value } }, 'purchase')).toBe(`store.* ${rule}`);
});

it.each<[string, unknown, string]>([
	['an object that holds itself', round, 'mine.* must not hold itself'],
	['a Map that holds itself', roundMap, 'mine.* must not hold itself'],
	['what is nested 100,000 deep', deep, 'mine.* is nested too deeply'],
	['what stands for more values than any record has', doubling, 'mine.* must not hold more than 100000 values'],
	['a list with more places than any record has values', new Array(4e9), 'mine must not hold more than 100000 values'],
	['a value that cannot be read', throwing, 'mine cannot be read'],
	['what fails to say what it is', { toJSON: () => { throw new Error('secret'); } }, 'mine cannot be read'],
	['what is never done saying what it is', { toJSON() { return { ...this }; } }, 'mine is nested too deeply'],
])('refuses %s, and nothing else', (_name, value, expected) => {
	expect(lineOf({ city: 'x', mine: value })).toBe(expected);
});

it.each<[string, Json, 'customer_record' | 'purchase' | 'product', string]>([
	['a Map for an object', { link: new Map([['Email', 'A@b.co']]) }, 'customer_record', '{"link":{"email":"a@b.co"}}'],
	['a Set for a list', { images: new Set(['https://example.com/a.jpg']) }, 'product', '{"images":["https://example.com/a.jpg"]}'],
	['Maps in a Set', { products: new Set([new Map<string, unknown>([['Quantity', '1']])]) }, 'purchase', '{"products":[{"quantity":1}]}'],
	['a list with gaps', { products: Object.assign(new Array<unknown>(2), { 1: { quantity: 1 } }) }, 'purchase', '{"products":[null,{"quantity":1}]}'],
	['what says itself what it is', { link: { toJSON: () => ({ email: 'a@b.co' }) } }, 'customer_record', '{"link":{"email":"a@b.co"}}'],
	['an object of a class', { link: Object.assign(Object.create({ inherited: 1 }) as object, { email: 'a@b.co' }) }, 'customer_record', '{"link":{"email":"a@b.co"}}'],
	['a Buffer for an object', { store: Buffer.from('x') }, 'purchase', `store ${NO_BYTES}`],
	['a Buffer for a list', { products: Buffer.from('x') }, 'purchase', `products ${NO_BYTES}`],
	['a Buffer for an item', { products: [{ type: 'Buffer', data: [1] }] }, 'purchase', `products[0] ${NO_BYTES}`],
	['a list without an end', { products: new Array(4e9) }, 'purchase', 'products must not have more than 100000 items'],
	['a function for an object', { store: () => 1 }, 'purchase', 'store must be a value, not a function'],
])('takes, where a schema says what it is to be, %s', (_name, json, recordType, expected) => {
	expect(lineOf(json, recordType)).toBe(expected);
});

it('tells no more of a record than anyone reads', () => {
	const { problems } = recordConverter('customer_record')({ mine: Array.from({ length: 50_000 }, () => Symbol('x')) });
	expect(problems).toHaveLength(100);
	const { notes } = recordConverter('customer_record')({ mine: Array.from({ length: 50_000 }, () => NaN) });
	expect(notes).toHaveLength(1);
});
