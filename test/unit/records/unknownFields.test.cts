import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import { unknownFieldFinder } from '../../../nodes/Lexer/records/convert/names/unknownFields';
import { createReport } from '../../../nodes/Lexer/records/check/report';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

type Json = Record<string, unknown>;

/** What the report says of these items, with all that is no unknown field left out. */
function told(recordType: RecordType | 'custom', items: Json[], options: Partial<ConversionOptions> = {}) {
	const convert = recordConverter(recordType, { ...DEFAULT_CONVERSION, ...options });
	const report = createReport();
	for (const [index, item] of items.entries()) {
		const conversion = convert(item);
		report.add(index + 1, conversion.problems, conversion);
	}
	return report.report().unknownFields;
}

it.each<[string, RecordType | 'custom', Json[], unknown]>([
	['nothing of records without any', 'customer_record', [{ FIRST_NAME: 'Jo', custom_fields: { a: 1 }, 'custom_fields.b': 2 }], undefined],
	['how many records have each, the most frequent first', 'customer_record', [{ a_field: 1 }, { b_field: 1, a_field: 1 }, { b_field: 1 }, { b_field: 1 }], [{ name: 'b_field', records: 3 }, { name: 'a_field', records: 2 }]],
	['the field that was probably meant', 'customer_record', [{ frist_name: 'Jo', LINK_EMAIL: 'x' }], [{ name: 'frist_name', records: 1, suggestion: 'first_name' }, { name: 'LINK_EMAIL', records: 1, suggestion: 'link.email' }]],
	['each spelling by itself', 'customer_record', [{ 'Loyalty Points': 1 }, { loyalty_points: 1 }], [{ name: 'Loyalty Points', records: 1 }, { name: 'loyalty_points', records: 1 }]],
	['no field without a value', 'customer_record', [{ favourite: null, tier: '', points: undefined }, { favourite: ' ' }], undefined],
	['a field by a dotted name', 'customer_record', [{ 'link.nickname': 'x', 'Order No.': 1 }], [{ name: 'link.nickname', records: 1 }, { name: 'Order No.', records: 1 }]],
	['a field inside of an object', 'purchase', [{ store: { nmae: 'x', name: 'y' } }], [{ name: 'store.nmae', records: 1, suggestion: 'store.name' }]],
	['a field inside of a list once a record', 'purchase', [{ products: [{ qty: 1 }, { qty: 2, quantiy: 3 }] }, { products: [{ qty: 1 }] }], [{ name: 'products[].qty', records: 2 }, { name: 'products[].quantiy', records: 1, suggestion: 'products[].quantity' }]],
	['what stands for a name and may be data, without it', 'purchase', [{ store: { 'jo@x.co': 1, '61491570006': 2, 'a:b': 3 } }], [{ name: 'store.*', records: 1 }]],
	['nothing of fields of one’s own', 'product', [{ options: { anything: ['x'], else: ['y'] } }], undefined],
	['nothing of custom records', 'custom', [{ anything: 1 }], undefined],
	["nothing of n8n's files", 'customer_record', [{ _files: { data: {} } }], undefined],
	['names on one line, and no longer than they need to be', 'customer_record', [{ [`a\n${'b'.repeat(500)}`]: 1 }], [{ name: `a ${'b'.repeat(98)}…`, records: 1 }]],
])('tells %s', (_name, recordType, items, expected) => {
	expect(told(recordType, items)).toEqual(expected);
});

it('tells also of fields that records were refused for', () => {
	expect(told('customer_record', [{ frist_name: 'x', 'link.email': 'a@b.co', LINK: { email: 'a@b.co' } }])).toEqual([
		{ name: 'frist_name', records: 1, suggestion: 'first_name' },
	]);
});

it('tells names that are spelt otherwise, where names are exact', () => {
	expect(told('customer_record', [{ FIRST_NAME: 'Jo' }], { fieldNames: 'exact' })).toEqual([
		{ name: 'FIRST_NAME', records: 1, suggestion: 'first_name' },
	]);
});

it('tells fifty of a thousand, in an order that is always the same', () => {
	const items = Array.from({ length: 3000 }, (_, index) => ({ [`name_${index % 1500}_of_my_own`]: 1, often: 1 }));
	const fields = told('customer_record', items)!;
	expect(fields).toHaveLength(50);
	expect(fields.slice(0, 3)).toEqual([
		{ name: 'often', records: 3000 },
		{ name: 'name_0_of_my_own', records: 2 },
		{ name: 'name_1_of_my_own', records: 2 },
	]);
});

const convert = (recordType: RecordType | 'custom', json: Json, unknownFields: ConversionOptions['unknownFields']) => {
	const { record, problems } = recordConverter(recordType, { ...DEFAULT_CONVERSION, unknownFields })(json);
	return { record, problems: problems.map(({ path, rule }) => `${path} ${rule}`) };
};

it.each<[string, ConversionOptions['unknownFields'], Json, Json]>([
	['keeps them', 'keep', { city: 'x', tier: 'gold', 'v1.5': 2 }, { city: 'x', tier: 'gold', 'v1.5': 2 }],
	['drops them', 'drop', { city: 'x', tier: 'gold', 'v1.5': 2, link: { email: 'a@b.co', nickname: 'y' } }, { city: 'x', link: { email: 'a@b.co' } }],
	['drops what could not be sent', 'drop', { city: 'x', picture: Buffer.from('x'), run: () => 1 }, { city: 'x' }],
	['moves them', 'customFields', { city: 'x', tier: 'gold', 'Loyalty Points': 2, 'v1.5': 3 }, { city: 'x', custom_fields: { tier: 'gold', 'Loyalty Points': 2, 'v1.5': 3 } }],
	['moves them to those that are there', 'customFields', { tier: 'gold', custom_fields: { a: 1 } }, { custom_fields: { a: 1, tier: 'gold' } }],
	['moves them to those that JSON gives', 'customFields', { tier: 'gold', 'Custom Fields': '{"a":1}' }, { custom_fields: { a: 1, tier: 'gold' } }],
	['moves them to those of dotted names', 'customFields', { tier: 'gold', 'custom_fields.a': 1, z: 2 }, { custom_fields: { a: 1, tier: 'gold', z: 2 } }],
	['moves none without a value', 'customFields', { city: 'x', tier: null, z: '' }, { city: 'x' }],
	['moves objects whole', 'customFields', { city: 'x', home: { a: 1 } }, { city: 'x', custom_fields: { home: { a: 1 } } }],
	['moves names that every object inherits', 'customFields', { city: 'x', toString: 'y', constructor: 'z' }, { city: 'x', custom_fields: { toString: 'y', constructor: 'z' } }],
	["does not move n8n's files", 'customFields', { city: 'x', _files: { data: {} } }, { city: 'x' }],
	['stops for none', 'stop', { city: 'x', FIRST_NAME: 'Jo', 'custom_fields.a': 1, tier: null, z: ' ' }, { city: 'x', first_name: 'Jo', custom_fields: { a: 1 } }],
])('%s', (_name, unknownFields, json, expected) => {
	expect(convert('customer_record', json, unknownFields)).toEqual({ record: expected, problems: [] });
});

it('drops them inside of lists, where an item is left with nothing', () => {
	expect(convert('purchase', { products: [{ quantity: 1, qty: 2 }, { qty: 2 }] }, 'drop').record).toEqual({
		products: [{ quantity: 1 }, {}],
	});
});

it.each<[string, RecordType, ConversionOptions['unknownFields'], Json, string[]]>([
	['each of them', 'customer_record', 'stop', { tier: 1, frist_name: 'x' }, ['tier is no field of this record type', 'frist_name is no field of this record type: did you mean first_name?']],
	['what could not be sent either', 'customer_record', 'stop', { picture: Buffer.from('x') }, ['picture is no field of this record type']],
	['those inside, whose names may be data', 'purchase', 'stop', { products: [{}, { secret: 1 }] }, ['products[1].* is no field of this record type']],
	['one that custom_fields has', 'customer_record', 'customFields', { tier: 1, custom_fields: { tier: 2 } }, ['tier cannot be moved, as custom_fields has a field of that name']],
	['one that custom_fields has by a dotted name', 'customer_record', 'customFields', { tier: 1, 'custom_fields.tier': 1 }, ['tier cannot be moved, as custom_fields has a field of that name']],
	['one where custom_fields is a text', 'customer_record', 'customFields', { tier: 1, custom_fields: 'secret' }, ['tier cannot be moved, as custom_fields is no object']],
	['one where custom_fields is a list', 'customer_record', 'customFields', { tier: 1, custom_fields: [1] }, ['tier cannot be moved, as custom_fields is no object']],
	['one of a record type without custom_fields', 'product', 'customFields', { vendor: 'x' }, ['vendor is no field of this record type, which has no custom_fields to take it']],
])('refuses %s', (_name, recordType, unknownFields, json, expected) => {
	expect(convert(recordType, json, unknownFields).problems).toEqual(expected);
});

it.each<[RecordType, unknown, string[]]>([
	['customer_record', { link: { email: 'a@b.co' }, first_name: 'x', custom_fields: { a: 1 } }, []],
	['customer_record', { FIRST_NAME: 'x', tier: 1, 'link.email': 'y' }, ['FIRST_NAME → first_name', 'tier', 'link.email → link.email']],
	['customer_record', { tier: null, points: '', state: ' ' }, []],
	['customer_record', { 'jane@example.com': { a: 1 }, '61491570006': 1, '2026-01-31': 1, 'Order No. 12': 1 }, ['*', '*', '*', 'Order No. 12']],
	['customer_record', { toString: 1, constructor: 2 }, ['toString', 'constructor']],
	['purchase', { products: [{ qty: 1 }, { qty: 2 }], store: { location: { nmae: 1 } } }, ['products[].qty', 'products[].qty', 'store.location.nmae → store.location.name']],
	['purchase', { products: 'x', store: [{ a: 1 }], link: 5 }, []],
	['product', { options: { a: ['x'] }, images: ['x'], vendor: 'x' }, ['vendor']],
	['customer_record', null, []],
	['customer_record', 'text', []],
	['customer_record', [{ a: 1 }], []],
])('finds those of a %s that is sent as it is: %j', (recordType, record, expected) => {
	const found = unknownFieldFinder(recordType)(record) ?? [];
	expect(found.map(({ name, suggest }) => [name, suggest()].filter(Boolean).join(' → '))).toEqual(expected);
});
