import { createReport } from '../../../nodes/Lexer/records/check/report';
import { goodRecords } from '../../../nodes/Lexer/records/passedRecords';
import { type Duplicates, duplicateFinder } from '../../../nodes/Lexer/records/duplicates/duplicates';
import { recordKey } from '../../../nodes/Lexer/records/duplicates/keys';
import { exactKeys } from '../../../nodes/Lexer/records/duplicates/exactKeys';
import { createKeyTable } from '../../../nodes/Lexer/records/duplicates/keyTable';
import { passJson } from '../../../nodes/Lexer/records/passJson';
import { expectLinear } from '../../support/growth.cjs';
import { convertCsv } from './passes.cjs';

const SAME = true;
const OTHER = false;

it.each<[string, string, object, object, boolean]>([
	['an e-mail address', 'customer_record', { link: { email: 'jane@example.com' } }, { link: { email: 'jane@example.com' }, city: 'Perth' }, SAME],
	['an e-mail address in another spelling', 'customer_record', { link: { email: 'jane@example.com' } }, { link: { email: ' Jane@Example.COM' } }, SAME],
	['a hash in another spelling', 'customer_record', { link: { email_sha256: 'ab' } }, { link: { email_sha256: 'AB' } }, SAME],
	['an id in another spelling', 'customer_record', { link: { customer_id: 'a1' } }, { link: { customer_id: 'A1' } }, OTHER],
	['an id of another system', 'customer_record', { link: { external_id: '1', system_name: 'till' } }, { link: { system_name: 'shop', external_id: '1' } }, OTHER],
	['an id of the same system, in another order', 'customer_record', { link: { external_id: '1', system_name: 'till' } }, { link: { system_name: 'till', external_id: '1' } }, SAME],
	['the same text as another link', 'customer_record', { link: { customer_id: '61491570006' } }, { link: { mobile: '61491570006' } }, OTHER],
	['a deprecated link', 'customer_record', { link: { link_type: 'email', link_value: 'Jane@example.com' } }, { link: { email: 'jane@example.com' } }, SAME],
	['a text that looks like two', 'customer_record', { link: { customer_id: 'a', system_name: 'b' } }, { link: { customer_id: 'a\nsystem_name=b' } }, OTHER],
	['a product', 'product', { product_id: '1', name: 'A' }, { product_id: '1', name: 'B' }, SAME],
	['a product that says how it is named', 'product', { product_id: '1' }, { product_id: '1', product_reference_type: 'product_id' }, SAME],
	['a product with another SKU', 'product', { product_reference_type: 'sku', product_id: '1', sku: 'a' }, { product_reference_type: 'sku', product_id: '1', sku: 'b' }, OTHER],
	['a product named by another field', 'product', { product_reference_type: 'sku', sku: '1' }, { product_reference_type: 'upc', upc: '1' }, OTHER],
	['a purchase', 'purchase', { purchase_id: '1' }, { purchase_id: '1' }, SAME],
	['a purchase whose id is a number', 'purchase', { purchase_id: 1 }, { purchase_id: '1' }, SAME],
	['a purchase whose number is written out', 'purchase', { purchase_id: 1e21 }, { purchase_id: '1000000000000000000000' }, SAME],
	['a return', 'return', { return_id: '1' }, { return_id: '2' }, OTHER],
])('compare by their key: %s', (_what, recordType, one, other, isSame) => {
	const key = recordKey(recordType)!;
	expect(key.of(one)).toBeDefined();
	expect(key.of(one) === key.of(other)).toBe(isSame);
});

const keyOf = (recordType: string, json: string) => recordKey(recordType)!.of(exactKeys(recordType)(JSON.parse(json) as object, json));

it.each<[string, string, string, string, boolean]>([
	['two ids of 20 digits', 'purchase', '{"purchase_id":12345678901234567890}', '{"purchase_id":12345678901234567891}', OTHER],
	['an id of 20 digits, as a number and as a text', 'purchase', '{"purchase_id":12345678901234567890}', '{"purchase_id":"12345678901234567890"}', SAME],
	['an id of 20 digits with others beside it', 'purchase', '{"a":"}\\"","purchase_id" : 12345678901234567890 }', '{"purchase_id":12345678901234567890,"x":[{"purchase_id":1}],"y":{"purchase_id":2}}', SAME],
	['an id that is given twice', 'purchase', '{"purchase_id":1,"purchase_id":12345678901234567890}', '{"purchase_id":12345678901234567890}', SAME],
	['an id whose name is written with an escape', 'purchase', '{"\\u0070urchase_id":12345678901234567890}', '{"purchase_id":12345678901234567890}', SAME],
	['decimals of 20 digits', 'return', '{"return_id":0.12345678901234567890}', '{"return_id":0.12345678901234567891}', OTHER],
	['decimals that mean the same', 'return', '{"return_id":1.50}', '{"return_id":1.5}', SAME],
	['links just beyond what JavaScript keeps', 'customer_record', '{"link":{"customer_id":9007199254740992}}', '{"link":{"customer_id":9007199254740993}}', OTHER],
	['deprecated links beyond it', 'customer_record', '{"link":{"link_type":"customer_id","link_value":9007199254740993}}', '{"link":{"customer_id":9007199254740993}}', SAME],
	['products by another id', 'product', '{"product_reference_type":"sku","sku":12345678901234567890}', '{"product_reference_type":"sku","sku":12345678901234567891}', OTHER],
])('compare by every digit of their text: %s', (_what, recordType, one, other, isSame) => {
	expect(keyOf(recordType, one)).toBeDefined();
	expect(keyOf(recordType, one) === keyOf(recordType, other)).toBe(isSame);
});

it.each(['{"link":[1.5]}', '{"link":1.5}', '{"link":null}', '{}'])('a customer with no object as its link has no key: %s', (json) => {
	expect(keyOf('customer_record', json)).toBeUndefined();
});

it.each<[string, string, (size: number) => string]>([
	['many long ids in a link', 'customer_record', (size) => `{"link":{${Array.from({ length: size / 10 }, (_, index) => `"a${index}":12345678901234567890`).join(',')}}}`],
	['brackets', 'purchase', (size) => `{"purchase_id":12345678901234567890,"x":${'['.repeat(size)}${']'.repeat(size)}}`],
	['escaped quotes', 'purchase', (size) => `{"purchase_id":12345678901234567890,"x":"${'\\"'.repeat(size)}"}`],
])('takes a record eight times as long no longer than it has to: %s', (_what, recordType, make) => {
	expectLinear(make, (json) => keyOf(recordType, json), 30_000);
});

it.each<[string, string, object]>([
	['a customer without a link', 'customer_record', {}],
	['a link that is none', 'customer_record', { link: 'jane@example.com' }],
	['an empty link', 'customer_record', { link: {} }],
	['a product without its reference', 'product', { name: 'A' }],
	['a purchase without an id', 'purchase', { purchase_id: '' }],
])('%s has no key', (_what, recordType, record) => {
	expect(recordKey(recordType)!.of(record)).toBeUndefined();
});

it.each(['email_send', 'email_open', 'sms_click', 'custom', 'something_new', 'toString'])('records of the type %s have no key', (recordType) => {
	expect(recordKey(recordType)).toBeUndefined();
	expect(duplicateFinder('keepFirst', recordType)).toBeUndefined();
});

describe('the table of keys', () => {
	it('keeps numbers by keys while it grows', () => {
		const table = createKeyTable();
		const wrong: number[] = [];
		for (let number = 0; number < 200_000; number++) {
			if (table.get(`key ${number}`) !== undefined) wrong.push(number);
			table.set(`key ${number}`, number);
		}
		for (let number = 0; number < 200_000; number++) if (table.get(`key ${number}`) !== number) wrong.push(number);
		expect(wrong).toEqual([]);
		expect(table.get('key 0')).toBe(0);
		table.set('key 0', 5);
		expect(table.get('key 0')).toBe(5);
		expect(table.get('key 200000')).toBeUndefined();
	});

	it('takes at most 60 MB a million keys', () => {
		const before = process.memoryUsage().arrayBuffers;
		const table = createKeyTable();
		for (let number = 0; number < 1_000_000; number++) table.set(`jane${number}@example.com`, number);
		expect(table.get('jane999999@example.com')).toBe(999_999);
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60e6);
	}, 60_000);
});

const CSV = 'link.email,city\na@x.co,1\nb@x.co,2\nA@X.co,3\nnobody,4\n\na@x.co,5\nb@x.co,6\nc@x.co,\n';
const JSON_LINES = 'a@x.co 1,b@x.co 2,A@X.co 3,nobody 4,,a@x.co 5,b@x.co 6,c@x.co'
	.split(',')
	.map((line) => (line === '' ? '' : JSON.stringify({ link: { email: line.split(' ')[0] }, city: line.split(' ')[1] })))
	.join('\n');

async function* once(text: string): AsyncGenerator<Buffer> {
	yield Buffer.from(text);
}

async function pass(kind: 'csv' | 'json', duplicates: Duplicates) {
	const read = (more: object) => {
		const settings = { recordType: 'customer_record' as const, rules: 'uploadTool' as const, invalidRecords: 'skip' as const, report: createReport(), ...more };
		return kind === 'csv' ? convertCsv(once(CSV), settings) : goodRecords(passJson(once(JSON_LINES), settings));
	};
	const finder = duplicateFinder(duplicates, 'customer_record');
	if (finder?.readsAhead) for await (const { length } of read({ onValid: finder.see })) expect(length).toBeGreaterThan(0);
	const report = createReport();
	let text = '';
	for await (const lines of read({ report, duplicates: finder?.filter(), stopsAtDuplicate: duplicates === 'stop' })) text += lines.toString();
	const sent = text.trim().split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { city?: string }).city);
	return { sent, report: report.report(), first: report.firstDuplicates() };
}

describe.each(['csv', 'json'] as const)('in a %s file', (kind) => {
	it.each<[Duplicates, Array<string | undefined>, number | undefined]>([
		['keep', ['1', '2', '3', '5', '6', undefined], undefined],
		['keepFirst', ['1', '2', undefined], 3],
		['keepLast', ['5', '6', undefined], 3],
		['stop', [], 3],
	])('%s sends %j', async (duplicates, expected, count) => {
		const { sent, report } = await pass(kind, duplicates);
		expect(sent).toEqual(expected);
		expect(report.duplicates).toBe(count);
		expect(report).toMatchObject({ total: 7, valid: 6 - (count ?? 0), invalid: 1 });
	});

	it('says which record has the key of which', async () => {
		expect((await pass(kind, 'keepFirst')).first.map(({ record, kept }) => [record, kept])).toEqual([[3, 1], [5, 1], [6, 2]]);
		expect((await pass(kind, 'keepLast')).first.map(({ record, kept }) => [record, kept])).toEqual([[1, 5], [2, 6], [3, 5]]);
	});
});

it('an invalid record takes nobody’s place', async () => {
	const finder = duplicateFinder('keepFirst', 'purchase')!;
	const filter = finder.filter();
	// It is only told of records that are kept.
	expect(filter.keptFor({ purchase_id: '1' }, 1)).toBeUndefined();
	expect(filter.keptFor({ purchase_id: '1' }, 2)).toBeUndefined();
	filter.keep({ purchase_id: '1' }, 2);
	expect(filter.keptFor({ purchase_id: '1' }, 3)).toBe(2);
});
