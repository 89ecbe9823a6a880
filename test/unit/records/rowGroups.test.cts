import type { IDataObject } from 'n8n-workflow';

import type { ReadColumns } from '../../../nodes/Lexer/parameters/columns';
import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { jsonText } from '../../../nodes/Lexer/records/write/jsonText';
import { groupItems } from '../../../nodes/Lexer/preparation/itemGroups';
import { itemRecords } from '../../../nodes/Lexer/preparation/itemRecords';

type Row = Record<string, unknown>;

/** What becomes of rows: for each record its rows, and its JSON or what is wrong with it. */
function recordsOf(recordType: string, rows: Row[], conversion: Partial<ConversionOptions> = {}, rules?: 'uploadTool'): Array<[number[], string]> {
	const records = itemRecords({ recordType, rules, conversion: { ...DEFAULT_CONVERSION, ...conversion } }, readerOf((index) => rows[index]));
	const groups = groupItems(records, records.key!);
	rows.forEach((_, index) => groups.add(index));
	const all = [...groups.records()].map(({ items, conversion }) => ({ items, conversion: settled(records.settle(conversion, () => undefined)) }));
	return all.map(({ items, conversion: { record, problems, isEmpty } }) => {
		const wrong = problems.map(({ path, rule }) => `${path} ${rule}`).join('; ');
		return [[...items], isEmpty ? 'nothing' : wrong || jsonText(record)];
	});
}

/** The rows as they are. */
function readerOf(rowAt: (index: number) => Row): ReadColumns {
	const read = rowAt as (index: number) => IDataObject;
	return Object.assign((index: number) => read(index), { itemOf: read });
}

/** What is large is settled in turns. */
function settled(conversion: ReturnType<ReturnType<typeof itemRecords>['settle']>) {
	if (conversion instanceof Promise) throw new Error('It is large');
	return conversion;
}

const AT_ODDS = 'is not the same in all rows of the record';

describe('rows with the same key', () => {
	it('make one record, in any order, with their lists in the order of the rows', () => {
		const rows = [
			{ purchase_id: 1, currency: 'AUD', 'products[].product_reference.id': 'a', 'products[].quantity': '2' },
			{ purchase_id: '2', currency: 'NZD', 'products[].product_reference.id': 'b', 'products[].quantity': 1 },
			{ purchase_id: '1', currency: 'AUD', 'products[].product_reference.id': 'c', 'products[].quantity': 3 },
		];
		expect(recordsOf('purchase', rows)).toEqual([
			[[0, 2], '{"purchase_id":"1","currency":"AUD","products":[{"product_reference":{"id":"a"},"quantity":2},{"product_reference":{"id":"c"},"quantity":3}]}'],
			[[1], '{"purchase_id":"2","currency":"NZD","products":[{"product_reference":{"id":"b"},"quantity":1}]}'],
		]);
	});

	it.each<[string, string, Row, string]>([
		['objects', 'purchase', { purchase_id: 'p', 'payment_types[].name': 'card', 'payment_types[].total': '9.90' }, '{"purchase_id":"p","payment_types":[{"name":"card","total":9.9}]}'],
		['objects that several types share', 'return', { return_id: 'r', 'adjustments[].name': 'x' }, '{"return_id":"r","adjustments":[{"name":"x"}]}'],
		['single values', 'product', { product_id: 'p', 'images[]': 'https://example.com/1.jpg' }, '{"product_id":"p","images":["https://example.com/1.jpg"]}'],
		['single values in an object of lists', 'product', { product_id: 'p', 'options.Categories[]': 7 }, '{"product_id":"p","options":{"Categories":["7"]}}'],
		['objects in an object', 'product', { product_id: 'p', 'availability.available': 'yes', 'availability.channels_availability[].available': 0 }, '{"product_id":"p","availability":{"available":true,"channels_availability":[{"available":false}]}}'],
		['whole objects', 'purchase', { purchase_id: 'p', 'products[]': '{"quantity":"2"}' }, '{"purchase_id":"p","products":[{"quantity":2}]}'],
		['a type of their own', 'custom', { product_id: 'p', 'lines[].sku.code': 'x' }, '{"product_id":"p","lines":[{"sku":{"code":"x"}}]}'],
	])('make lists of %s', (_what, recordType, row, json) => {
		expect(recordsOf(recordType, [row], { groupBy: recordType === 'product' || recordType === 'custom' ? 'product_id' : '' })).toEqual([[[0], json]]);
	});

	it.each(['Products[].Quantity', 'PRODUCTS[].QUANTITY', ' products [] . quantity', 'Products[]: Quantity'])('find the fields of lists as any others: %s', (name) => {
		expect(recordsOf('purchase', [{ purchase_id: 'p', [name]: 1 }])[0][1]).toBe('{"purchase_id":"p","products":[{"quantity":1}]}');
	});

	it('take names of lists as they stand where they have to be exact', () => {
		expect(recordsOf('purchase', [{ purchase_id: 'p', 'Products[].quantity': 1 }], { fieldNames: 'exact' })[0][1]).toBe('{"purchase_id":"p","Products[].quantity":1}');
	});

	it('keep all digits', () => {
		const rows = ['0.10', '12345678901234567.890', 19.9].map((price) => ({ purchase_id: 'p', 'products[].price_paid': price }));
		expect(recordsOf('purchase', rows)[0][1]).toBe('{"purchase_id":"p","products":[{"price_paid":0.1},{"price_paid":12345678901234567.890},{"price_paid":19.9}]}');
	});

	it('may have several lists, each with the rows that say something of it', () => {
		const rows = [
			{ purchase_id: 'p', 'products[].quantity': 1, 'payment_types[].name': null },
			{ purchase_id: 'p', 'products[].quantity': '', 'payment_types[].name': 'card' },
			{ purchase_id: 'p', 'products[].quantity': 2 },
		];
		expect(recordsOf('purchase', rows)[0][1]).toBe('{"purchase_id":"p","products":[{"quantity":1},{"quantity":2}],"payment_types":[{"name":"card"}]}');
	});

	it.each([null, undefined, '', '  '])('add nothing to a list where all of its columns are %j; one that has to be there is empty then', (nothing) => {
		const row = { purchase_id: 'p', 'products[].quantity': nothing, 'payment_types[].name': nothing };
		expect(recordsOf('purchase', [row])[0][1]).toBe('{"purchase_id":"p","products":[]}');
	});

	it('are no records with nothing in them', () => {
		expect(recordsOf('purchase', [{ purchase_id: null, 'products[].quantity': '' }])).toEqual([[[0], 'nothing']]);
	});

	it('are checked as a whole', () => {
		const good = { 'link.email': 'a@example.com', action_at: '2026-01-31', type: 'physical', purchase_id: 'p', 'products[].price_paid': 1 };
		const rows = [{ ...good, 'products[].quantity': 1 }, { ...good, 'products[].quantity': 0 }];
		expect(recordsOf('purchase', rows, {}, 'uploadTool')).toEqual([[[0, 1], 'products[1].quantity must be at least 1']]);
	});
});

describe('what stands outside of lists', () => {
	it.each<[string, unknown, unknown]>([
		['nothing and nothing', null, ''],
		['nothing and no column', undefined, null],
		['a number and its text', 12.5, '12.50'],
		['numbers of many digits', '12345678901234567.890', '12345678901234567.89'],
		['an object with its fields in another order', { name: 'a', type: 'physical' }, { type: 'physical', name: 'a' }],
	])('may be %s', (_what, one, other) => {
		const field = typeof one === 'object' && one !== null ? 'store' : 'store.location.coordinate.latitude';
		const rows = [one, other].map((value) => ({ purchase_id: 'p', [field]: value, 'products[].quantity': 1 }));
		expect(recordsOf('purchase', rows)[0][1]).toMatch(/^\{.*"products":\[\{"quantity":1\},\{"quantity":1\}\]\}$/);
	});

	it.each<[string, unknown, unknown]>([
		['a driver’s date and a text', new Date('2026-01-31T10:00:00Z'), '2026-01-31T10:00:00Z'],
		['a text with milliseconds and one without', '2026-01-31T10:00:00.000Z', '2026-01-31T10:00:00Z'],
		['a driver’s date and a text in another zone', new Date('2026-01-31T10:00:00.500Z'), '2026-01-31T12:00:00.50+02:00'],
	])('may be one moment: %s', (_what, one, other) => {
		for (const field of ['action_at', 'custom_fields.seen']) {
			if (field !== 'action_at' && String(other).endsWith('+02:00')) continue;
			for (const values of [[one, other], [other, one]]) {
				const rows = values.map((value) => ({ purchase_id: 'p', [field]: value, 'products[].quantity': 1 }));
				expect(recordsOf('purchase', rows)[0][1]).toMatch(/^\{.*"products":\[\{"quantity":1\},\{"quantity":1\}\]\}$/);
			}
		}
	});

	it.each<[Row, Row, string]>([
		[{ action_at: new Date('2026-01-31T10:00:00.001Z') }, { action_at: '2026-01-31T10:00:00Z' }, `action_at ${AT_ODDS}`],
		[{ action_at: '2026-01-31T10:00:01Z' }, { action_at: '2026-01-31T10:00:00Z' }, `action_at ${AT_ODDS}`],
		[{ currency: 'AUD' }, { currency: 'NZD' }, `currency ${AT_ODDS}`],
		[{ currency: 'AUD' }, { currency: null }, `currency ${AT_ODDS}`],
		[{ Currency: null }, { Currency: 'AUD' }, `currency ${AT_ODDS}`],
		[{ 'store.name': 'a', 'store.type': 'physical' }, { 'store.name': 'b', 'store.type': null }, `store.name ${AT_ODDS}; store.type ${AT_ODDS}`],
		[{ 'custom_fields.tier of jane': 'a' }, { 'custom_fields.tier of jane': 'b' }, `custom_fields.tier of jane ${AT_ODDS}`],
		[{ custom_fields: { jane: 'a' } }, { custom_fields: { jane: 'b' } }, `custom_fields ${AT_ODDS}`],
		[{ shoe_size: 39 }, { shoe_size: 40 }, `shoe_size ${AT_ODDS}`],
	])('has to be the same in all rows: %j and %j', (one, other, problems) => {
		const rows = [one, other].map((row) => ({ purchase_id: 'p', 'products[].quantity': 1, ...row }));
		expect(recordsOf('purchase', rows)).toEqual([[[0, 1], problems]]);
	});

	it('is not compared with a row in which something else is wrong', () => {
		const rows = [
			{ purchase_id: 'p', action_at: '31/01/2026', 'products[].quantity': 1 },
			{ purchase_id: 'p', action_at: '2026-01-31', 'products[].quantity': 1 },
		];
		const [[items, wrong]] = recordsOf('purchase', rows, {}, 'uploadTool');
		expect(items).toEqual([0, 1]);
		expect(wrong).toContain('action_at');
		expect(wrong).not.toContain(AT_ODDS);
	});

	it('is compared as it is sent, with hashes in place of addresses', () => {
		const rows = ['Jane@Example.com', 'jane@example.com '].map((email) => ({ purchase_id: 'p', 'link.email': email, 'products[].quantity': 1 }));
		expect(recordsOf('purchase', rows, { hashEmails: true })[0][1]).toMatch(/"link":\{"email_sha256":"8c87b489/);
		expect(recordsOf('purchase', [rows[0], { ...rows[1], 'link.email': 'x@example.com' }], { hashEmails: true })[0][1]).toBe(`link.email ${AT_ODDS}`);
	});
});

describe('the key', () => {
	it.each<[string, Partial<ConversionOptions>, string]>([
		['a field of the record type', { groupBy: 'purchase_id' }, '"purchase_id":"7"'],
		['a field in another spelling', { groupBy: 'Purchase ID' }, '"purchase_id":"7"'],
		['a column that is no field', { groupBy: 'order_no' }, '"ORDER_NO":"n"'],
		['a column that is dropped', { groupBy: 'Order No', unknownFields: 'drop' }, '"purchase_id":"7"'],
		['a column that moves', { groupBy: 'order_no', unknownFields: 'customFields' }, '"custom_fields":{"ORDER_NO":"n"}'],
	])('may be %s', (_what, conversion, part) => {
		const rows = [1, 2].map((quantity) => ({ PURCHASE_ID: 7, ORDER_NO: 'n', 'products[].quantity': quantity }));
		const [[items, json], ...others] = recordsOf('purchase', rows, conversion);
		expect([items, others]).toEqual([[0, 1], []]);
		expect(json).toContain(part);
		expect(json).toContain('"products":[{"quantity":1},{"quantity":2}]');
	});

	it('groups rows without lists as well, where it is set', () => {
		const rows = [{ product_id: 1, name: 'a' }, { product_id: '1', name: 'a' }];
		expect(recordsOf('product', rows, { groupBy: 'product_id' })).toEqual([[[0, 1], '{"product_id":"1","name":"a"}']]);
	});

	it.each([null, undefined, '', ' ', 'NULL', {}, [1, 2]])('has to have a value: %j', (key) => {
		const rows = [{ purchase_id: 'p', 'products[].quantity': 1 }, { purchase_id: key, 'products[].quantity': 2 }, { purchase_id: key, 'products[].quantity': 3 }];
		const [first, second, third] = recordsOf('purchase', rows, { emptyValues: new Set(['NULL']) });
		expect(first).toEqual([[0], '{"purchase_id":"p","products":[{"quantity":1}]}']);
		for (const [index, [items, wrong]] of [second, third].entries()) {
			expect(items).toEqual([index + 1]);
			expect(wrong).toContain('purchase_id is empty or no single value');
		}
	});

	it('has to be the name of a column', () => {
		const rows = [1, 2].map((quantity) => ({ purchase_id: 'p', 'products[].quantity': quantity }));
		const wrong = "order is no column of the input, and says which rows make one record: see 'Conversion > Group By'";
		expect(recordsOf('purchase', rows, { groupBy: 'order' })).toEqual([[[0], wrong], [[1], wrong]]);
	});
});

describe('columns that cannot be', () => {
	it.each(['products[].taxes[].rate', 'products[][].quantity', 'products[].tags[]', 'lines[].tags[]'])('make lists inside of lists: %s', (name) => {
		expect(recordsOf('purchase', [{ purchase_id: 'p', [name]: 1 }])[0][1]).toMatch(/is a list inside of a list, which rows cannot make/);
	});

	it.each([
		[{ products: [{ quantity: 1 }], 'products[].quantity': 2 }, 'products is given twice, as a whole and in parts'],
		[{ 'products[]': { quantity: 1 }, 'products[].quantity': 2 }, 'products[].quantity is given twice, as a whole and in parts'],
		[{ 'products[].quantity': 1, 'Products[].Quantity': 2 }, 'products[].quantity is given twice: as "products[].quantity" and as "Products[].Quantity"'],
	])('are the same twice: %j', (row, wrong) => {
		expect(recordsOf('purchase', [{ purchase_id: 'p', ...row }])[0][1]).toBe(wrong);
	});

	it('are no lists of the record type stay what they are called', () => {
		const row = { purchase_id: 'p', 'currency[]': 1, 'lines[].sku': 2, 'custom_fields.tags[]': 'a', 'products[]quantity': 3 };
		expect(JSON.parse(recordsOf('purchase', [row])[0][1])).toEqual({ purchase_id: 'p', 'currency[]': 1, 'lines[].sku': 2, custom_fields: { 'tags[]': 'a' }, 'products[]quantity': 3 });
	});
});

describe('a large record', () => {
	const settle = async (count: number, priceAt: (index: number) => unknown, nextTurn = () => undefined as Promise<void> | undefined) => {
		const header = { purchase_id: 'p', 'link.email': 'a@example.com', action_at: '2026-01-31', type: 'physical' };
		const records = itemRecords({ recordType: 'purchase', rules: 'uploadTool', conversion: DEFAULT_CONVERSION }, readerOf((index) => ({ ...header, 'products[].quantity': 1, 'products[].price_paid': priceAt(index) })));
		const groups = groupItems(records, 'purchase_id');
		for (let index = 0; index < count; index++) groups.add(index);
		const [{ conversion }] = groups.records();
		return await records.settle(conversion, nextTurn);
	};

	it('is written as a small one would be, in turns', async () => {
		let turns = 0;
		const { record, problems } = await settle(12_000, (index) => (index === 11_000 ? '12345678901234567.89' : index), async () => void turns++);
		expect([problems, turns]).toEqual([[], 3]);
		const text = jsonText(record);
		expect(text).toContain('{"quantity":1,"price_paid":10999},{"quantity":1,"price_paid":12345678901234567.89},{"quantity":1,"price_paid":11001}');
		expect((JSON.parse(text) as { products: unknown[] }).products).toHaveLength(12_000);
	});

	it('has its problems where they are', async () => {
		const { problems } = await settle(12_000, (index) => (index === 3 || index === 11_999 ? -1 : index));
		expect(problems.map(({ path }) => path)).toEqual(['products[3].price_paid', 'products[11999].price_paid']);
	});

	it('has lists that are not too long', async () => {
		const { problems } = await settle(100_001, () => 1);
		expect(problems).toEqual([{ path: 'products', rule: 'must not have more than 100000 items' }]);
	});
});
