import { createReport } from '../../../nodes/Lexer/records/check/report';
import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { findClash } from '../../../nodes/Lexer/records/convert/assembly/headerClash';
import { createColumn } from '../../../nodes/Lexer/records/convert/assembly/recordColumns';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { createCsvWriter } from '../../../nodes/Lexer/records/write/csv';
import { createNdjsonWriter } from '../../../nodes/Lexer/records/write/json';
import { expectLinear } from '../../support/growth.cjs';

type Json = Record<string, unknown>;

const named = (count: number, nameOf: (index: number) => string, value: unknown = 1): Json =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [nameOf(index), value]));
const listOf = (count: number, value: unknown) => Array.from({ length: count }, () => value);

/** Spellings of one name: `f_irst_name`, `fi_rst_name`, and so on with more of both. */
const spelling = (index: number) => [...'firstname'].map((letter, place) => letter + '_'.repeat((index >> (2 * place)) % 4)).join('').replace(/_+$/, '');

it.each<[string, RecordType | 'custom', (size: number) => Json, Partial<ConversionOptions>?]>([
	['columns that no schema knows', 'customer_record', (size) => named(size, (index) => `name${index}`)],
	['dotted columns', 'custom', (size) => named(size, (index) => `a${index}.b.c`)],
	['dotted columns of one object', 'custom', (size) => named(size, (index) => `a.b${index}`)],
	['fields of one’s own by dotted names', 'customer_record', (size) => named(size, (index) => `custom_fields.b${index}.c`)],
	['columns that move', 'customer_record', (size) => named(size, (index) => `name${index}`), { unknownFields: 'customFields' }],
	['columns that stop it', 'customer_record', (size) => named(size, (index) => `first_nam${index}`), { unknownFields: 'stop' }],
	['columns that come to one field', 'customer_record', (size) => named(size, spelling)],
	['columns that are at odds', 'custom', (size) => ({ a: 1, ...named(size, (index) => `a.b${index}`) })],
	['names that cannot be', 'custom', (size) => named(size, (index) => `a${index}.__proto__`)],
	['one name of many dots', 'custom', (size) => ({ ['a.'.repeat(10 * size)]: 1, [`a${'.b'.repeat(10 * size)}`]: 1 })],
	['one name of many blanks', 'customer_record', (size) => ({ [`first${' '.repeat(10 * size)}name`]: 1, [`${' .'.repeat(10 * size)}`]: 1 })],
	['one name of many underscores', 'customer_record', (size) => ({ [`${'_'.repeat(10 * size)}a`]: 1, [`a${'_-'.repeat(10 * size)}`]: 1 })],
	['a list of values', 'customer_record', (size) => ({ mine: listOf(size, 'x') })],
	['a list of what cannot be sent', 'customer_record', (size) => ({ mine: listOf(size, Symbol('x')) })],
	['a list of no numbers', 'customer_record', (size) => ({ mine: listOf(size, NaN) })],
	['a list of order lines', 'purchase', (size) => ({ products: listOf(size, { Quantity: '1', qty: 2 }) })],
	['a list of empty texts as JSON', 'purchase', (size) => ({ products: JSON.stringify(listOf(size, '')) })],
	['escaped quotes as JSON', 'purchase', (size) => ({ products: `["${'\\"'.repeat(size)}",12345678901234567890]` })],
	['brackets as JSON', 'purchase', (size) => ({ products: '['.repeat(size), store: '{"a":'.repeat(size) })],
	['an object of many names', 'purchase', (size) => ({ store: named(size, (index) => `name${index}`) })],
	['an object of many spellings', 'customer_record', (size) => ({ FIRST: 1, link: named(size, (index) => `e_mail${' '.repeat(index % 50)}${index}`) })],
	['a Map', 'custom', (size) => ({ mine: new Map(listOf(size, 0).map((_, index) => [index, 'x'])) })],
	['a text', 'customer_record', (size) => ({ mine: ' '.repeat(100 * size), city: 'é🎉'.repeat(50 * size), first_name: `${' '.repeat(100 * size)}x` })],
])('converts a record eight times as large in no more time than it has to: %s', (_what, recordType, make, options = {}) => {
	const convert = (json: Json) => recordConverter(recordType, { ...DEFAULT_CONVERSION, ...options })(json);
	expectLinear(make, convert, 1500);
});

it.each<[string, (index: number) => Json]>([
	['names that never come again', (index) => ({ [`name${index}`]: 1, 'link.email': 'a@b.co' })],
	['names like fields that never come again', (index) => ({ [`first_nam${index}`]: 1 })],
	['names inside that never come again', (index) => ({ store: { [`name${index}`]: 1 }, products: [{ [`name${index}`]: 1 }] })],
	['fields of one’s own that never come again', (index) => ({ custom_fields: { [`name${index}`]: 1 } })],
	['texts', (index) => ({ city: `x${index}` })],
])('converts and counts eight times as many records in no more time than it has to: %s', (_what, itemAt) => {
	const run = (items: Json[]) => {
		const convert = recordConverter('purchase');
		const report = createReport();
		const writer = createNdjsonWriter();
		for (const [index, item] of items.entries()) {
			const conversion = convert(item);
			report.add(index + 1, conversion.problems, conversion);
			writer.add(conversion.record);
		}
		report.report();
		return [...writer.end()].length;
	};
	expectLinear((size) => Array.from({ length: size }, (_, index) => itemAt(index)), run, 2000);
});

it.each<[string, (index: number) => string]>([
	['columns that no schema knows', (index) => `name${index}`],
	['dotted columns', (index) => `a${index}.b.c.d`],
	['dotted columns of one object', (index) => `a.b${index}`],
])('compares eight times as many columns of a header in no more time than it has to: %s', (_what, nameOf) => {
	const make = (size: number) => Array.from({ length: size }, (_, index) => createColumn('custom', nameOf(index)));
	expectLinear(make, findClash, 1500);
});

it.each<[string, (size: number) => Json[]]>([
	['rows that lack the last column', (size) => [...listOf(10 * size, { a: 'x,"y"\r\n' }), { a: 1, b: 2 }] as Json[]],
	['rows that lack a thousand columns', (size) => [...listOf(size / 4, { a: 1 }), named(1000, (index) => `b${index}`)] as Json[]],
	['quotes', (size) => [{ a: '"'.repeat(100 * size) }, { b: 1 }]],
	['lists', (size) => [{ a: listOf(10 * size, '"') }]],
	['columns', (size) => [named(size, (index) => `b${index}`)]],
])('writes eight times as much CSV in no more time than it has to: %s', (_what, make) => {
	const write = (records: Json[]) => {
		const writer = createCsvWriter();
		for (const record of records) writer.add(record);
		return [...writer.end()].length;
	};
	expectLinear(make, write, 800);
});
