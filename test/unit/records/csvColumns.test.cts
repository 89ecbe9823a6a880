import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { createCsvWriter } from '../../../nodes/Lexer/records/write/csv';
import { seededRandom } from '../../support/seededRandom.cjs';

type Json = Record<string, unknown>;

/** The CSV file of these items, as the node makes it: converted and written one after another. */
function csvOf(recordType: RecordType | 'custom', items: Json[]): string {
	const convert = recordConverter(recordType);
	const writer = createCsvWriter(convert.columns);
	for (const item of items) writer.add(convert(item).record);
	return [...writer.end()].join('');
}

it.each<[string, RecordType | 'custom', Json[], string]>([
	['a column that is empty in all rows', 'customer_record', [{ first_name: 'a', last_name: null, city: 'b' }, { first_name: 'c', last_name: '', city: 'd' }], 'first_name,last_name,city\r\na,,b\r\nc,,d\r\n'],
	['the first and the last column empty', 'custom', [{ a: null, b: 1, c: '' }], 'a,b,c\r\n,1,\r\n'],
	['all columns empty but one', 'custom', [{ a: null, b: '', c: undefined, d: 0 }], 'a,b,c,d\r\n,,,0\r\n'],
	['columns under the names of their fields', 'customer_record', [{ 'Last Name': '', 'Link: Email': 'a@b.co', CITY: null }], 'last_name,link.email,city\r\n,a@b.co,\r\n'],
	['a column once, in two spellings', 'customer_record', [{ first_name: null, FIRST_NAME: 'a' }], 'first_name\r\na\r\n'],
	['a column that is empty until later', 'custom', [{ a: null, b: 1 }, { a: 2, b: 3 }], 'a,b\r\n,1\r\n2,3\r\n'],
	['columns that come later', 'custom', [{ a: 1 }, { a: 2, b: null, c: 3 }], 'a,b,c\r\n1,,\r\n2,,3\r\n'],
	['an object whose parts have the columns', 'customer_record', [{ link: { email: 'a@b.co' }, city: 'x', custom_fields: { a: 1 } }], 'link.email,city,custom_fields.a\r\na@b.co,x,1\r\n'],
	['an object that is empty at first', 'custom', [{ a: null, b: 1 }, { a: { x: 2, y: '"' }, b: ',\r\n' }], 'b,a.x,a.y\r\n1,,\r\n",\r\n",2,""""\r\n'],
	['an object in the last column that is empty at first', 'custom', [{ b: 1, a: null }, { b: 2, a: { x: 3 } }], 'b,a.x\r\n1,\r\n2,3\r\n'],
	['nothing but an object that is empty at first', 'custom', [{ a: null, b: null, c: 1 }, { a: { x: 1 }, b: { y: 2 }, c: 3 }], 'c,a.x,b.y\r\n1,,\r\n3,1,2\r\n'],
	['a whole and its parts, in other records', 'custom', [{ a: 1 }, { a: { x: 2 } }], 'a,a.x\r\n1,\r\n,2\r\n'],
	['an object that is always empty', 'customer_record', [{ custom_fields: null, city: 'x', link: {} }], 'custom_fields,city,link\r\n,x,\r\n'],
	['lists, as JSON', 'custom', [{ a: [1, { b: 'x' }], c: [] }], 'a,c\r\n"[1,{""b"":""x""}]",[]\r\n'],
	["not n8n's files", 'custom', [{ a: 1, _files: { data: {} } }], 'a\r\n1\r\n'],
	['names that every object inherits', 'custom', [{ toString: 'a', constructor: { valueOf: 'b' }, hasOwnProperty: null }], 'toString,constructor.valueOf,hasOwnProperty\r\na,b,\r\n'],
	['one row and no column of a name', 'custom', [{ 'a.b': null, 'a.c': 1 }], 'a.b,a.c\r\n,1\r\n'],
	['names that need quotes', 'custom', [{ 'a,"b"': null, 'c\nd': 1 }], '"a,""b""","c\nd"\r\n,1\r\n'],
	['no records', 'custom', [], ''],
])('writes %s', (_name, recordType, items, expected) => {
	expect(csvOf(recordType, items)).toBe(expected);
});

it.each<[string, object[], string]>([
	['in one object', [{ a: { 'x.y': 1 } }, { a: { x: { y: 2 } } }], 'a.x.y\r\n1\r\n2\r\n'],
	['at the top', [{ 'a.b': 1 }, { a: { b: 2 } }, { 'a.b': 3, c: 4 }], 'a.b,c\r\n1,\r\n2,\r\n3,4\r\n'],
	['where one is empty', [{ a: { 'x.y': null, x: { y: 2 } } }], 'a.x.y\r\n2\r\n'],
	['with an empty name', [{ a: { '': 1 } }, { 'a.': 2 }], 'a.\r\n1\r\n2\r\n'],
])('gives two spellings of one path one column: %s', (_name, records, expected) => {
	const writer = createCsvWriter();
	for (const record of records) expect(writer.add(record)).toBeUndefined();
	expect([...writer.end()].join('')).toBe(expected);
});

it('leaves out a record that has two values for one column, and says so', () => {
	const writer = createCsvWriter();
	expect(writer.add({ b: 1, a: { 'x.y': 1 } })).toBeUndefined();
	expect(writer.add({ b: 2, a: { 'x.y': 1, x: { y: 2 } } })).toEqual({ path: '', rule: expect.stringMatching(/^has two fields that are one column/) });
	expect(writer.add({ b: 3 })).toBeUndefined();
	expect([...writer.end()].join('')).toBe('b,a.x.y\r\n1,1\r\n3,\r\n');
});

it('leaves out a record whose fields no table has a place for', () => {
	const writer = createCsvWriter();
	expect(writer.add({ a: 1 })).toBeUndefined();
	const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`name${index}`, index]));
	expect(writer.add(wide)).toEqual({ path: '', rule: expect.stringMatching(/too many/) });
	expect(writer.add({ a: 2, name1: 3 })).toBeUndefined();
	const [header, ...rows] = [...writer.end()].join('').trimEnd().split('\r\n').map((line) => line.split(','));
	expect([header.length, new Set(header).size]).toEqual([16_384, 16_384]);
	expect(rows.map((row) => [row.length, row[0], row[2]])).toEqual([[16_384, '1', ''], [16_384, '2', '3']]);
});

/** A plain reading of what the writer writes: every line end and every quote is one of RFC 4180. */
function parse(text: string): string[][] {
	const rows: string[][] = [[]];
	for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
		if (end !== ',') rows.push([]);
	}
	return rows.slice(0, -1);
}

/** The same record by what stands in its cells. */
function flat(record: Json, prefix = ''): Array<[string, string]> {
	return Object.entries(record).flatMap(([name, value]) =>
		typeof value === 'object' && value !== null ? flat(value as Json, `${prefix}${name}.`) : [[prefix + name, String(value ?? '')] as [string, string]],
	);
}

it('keeps every value under its name, whatever comes when', () => {
	for (let seed = 0; seed < 2000; seed++) {
		const random = seededRandom(seed);
		const upTo = (count: number) => Math.floor(random() * count);
		const cell = () => [null, '', 'x', ',', '"', '\r\n', 7][upTo(7)];
		const value = (depth: number): unknown =>
			depth < 2 && random() < 0.3 ? Object.fromEntries(['p', 'q', 'r'].slice(upTo(3)).map((name) => [name, value(depth + 1)])) : cell();
		const items = Array.from({ length: 1 + upTo(6) }, () =>
			Object.fromEntries(['a', 'b', 'c', 'd'].slice(upTo(4)).map((name) => [name, value(0)])),
		);
		const [header, ...rows] = parse(csvOf('custom', items));
		expect(new Set(header).size).toBe(header.length);
		expect(rows.map((row) => row.length)).toEqual(items.map(() => header.length));
		const values = (entries: Array<[string, string]>) => Object.fromEntries(entries.filter(([, text]) => text !== ''));
		expect([seed, rows.map((row) => values(row.map((text, index) => [header[index], text])))]).toEqual([
			seed,
			items.map((item) => values(flat(item))),
		]);
	}
});
