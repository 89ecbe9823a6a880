import { checkRecord } from '../../../nodes/Lexer/records/check/checkRecord';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import { jsonText } from '../../../nodes/Lexer/records/write/jsonText';

const toCustomer = recordConverter('customer_record');
const toPurchase = recordConverter('purchase');
const toProduct = recordConverter('product');

/** Stands for a date of Luxon, which n8n's expressions give. */
const luxon = { toISO: () => '2024-01-31T20:00:00.000+10:00' };

it.each([
	['a dotted name', { 'link.email': 'a@b.co' }, { link: { email: 'a@b.co' } }],
	['names that nest deep', { 'custom_fields.a.b': 1, 'custom_fields.a.c': 2 }, { custom_fields: { a: { b: 1, c: 2 } } }],
	['an e-mail link', { 'link.email': '  Jane@Example.COM ' }, { link: { email: 'jane@example.com' } }],
	['an object with an e-mail link', { link: { email: 'Jane@Example.COM' } }, { link: { email: 'jane@example.com' } }],
	['nothing beside something', { country: 'AU', city: null, state: undefined, zip: '', 'link.email': '', link: {} }, { country: 'AU' }],
	['white space, which is a text', { country: 'AU', city: ' ' }, { country: 'AU', city: ' ' }],
	['a number for a text', { postcode: 3182, zip: 12345678901234567890n }, { postcode: '3182', zip: '12345678901234567890' }],
	['a boolean for a text', { customer_type: true }, { customer_type: 'true' }],
	['a Date for a text', { customer_type: new Date(1) }, { customer_type: '1970-01-01T00:00:00.001Z' }],
	['flags', { employee_flag: 'Yes' }, { employee_flag: true }],
	['a flag that is a number', { employee_flag: 0 }, { employee_flag: false }],
	['a flag that is a text', { employee_flag: 'f' }, { employee_flag: false }],
	['no flag', { employee_flag: 'maybe' }, { employee_flag: 'maybe' }],
	['a date', { date_of_birth: '1990-07-28' }, { date_of_birth: '1990-07-28' }],
	['a date at midnight', { date_of_birth: '1990-07-28T00:00:00.000Z' }, { date_of_birth: '1990-07-28' }],
	['a date with a time, of which nothing may be lost', { date_of_birth: '1990-07-28T13:00:00Z' }, { date_of_birth: '1990-07-28T13:00:00Z' }],
	['a date without zeros', { date_of_birth: '1990-7-8' }, { date_of_birth: '1990-07-08' }],
	['a Date at midnight in UTC', { date_of_birth: new Date('1990-07-28') }, { date_of_birth: '1990-07-28' }],
	['a Date at midnight here', { date_of_birth: new Date(1990, 6, 28) }, { date_of_birth: '1990-07-28' }],
	['fields of one’s own', { custom_fields: { n: 1, big: 12n, at: new Date(1), not: null, empty: '', list: [null, ''] } }, { custom_fields: { n: 1, big: 12, at: '1970-01-01T00:00:00.001Z', list: [null, ''] } }],
	['fields of one’s own as JSON', { custom_fields: '{"tier":"gold"}' }, { custom_fields: { tier: 'gold' } }],
])('converts %s', (_name, json, expected) => {
	expect(toCustomer(json)).toEqual({ record: expected, problems: [], notes: [] });
});

it.each([
	['2024-01-31T10:00:00Z', '2024-01-31T10:00:00Z'],
	['2024-01-31 10:00:00', '2024-01-31T10:00:00Z'],
	['2024-01-31 10:00:00.123456+00', '2024-01-31T10:00:00.123456Z'],
	['2024-01-31T20:00:00.5+10:00', '2024-01-31T10:00:00.5Z'],
	['2024-01-01 05:00-0530', '2024-01-01T10:30:00Z'],
	['2024-01-31', '2024-01-31T00:00:00Z'],
	['2024-02-31 10:00:00', '2024-02-31 10:00:00'],
	['1706695200', '2024-01-31T10:00:00.000Z'],
	[1706695200, '2024-01-31T10:00:00.000Z'],
	[1706695200123, '2024-01-31T10:00:00.123Z'],
	[new Date('2024-01-31T10:00:00Z'), '2024-01-31T10:00:00.000Z'],
	[luxon, '2024-01-31T10:00:00.000Z'],
])('converts the time %s to %s', (value, expected) => {
	expect(toPurchase({ action_at: value })).toEqual({ record: { action_at: expected }, problems: [], notes: [] });
});

it.each([
	['89.95', '89.95'],
	[' +1.50 ', '1.5'],
	['.5', '0.5'],
	['1e3', '1000'],
	['007', '7'],
	['12345678901234567890.123456789', '12345678901234567890.123456789'],
	['-0012345678901234567.10', '-12345678901234567.10'],
	['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
	['1e400', '1e400'],
	[9007199254740993n, '9007199254740993'],
	[42n, '42'],
	['1,234.50', '"1,234.50"'],
	['$5', '"$5"'],
	[true, 'true'],
])('writes the price %s as %s', (price, expected) => {
	expect(jsonText(toProduct({ price }).record)).toBe(`{"price":${expected}}`);
});

it.each([
	['JSON', '[{"price_paid":"12345678901234567.89","quantity":"2","discount":""},{"price_paid":98765432109876543.21,"quantity":1}]'],
	['objects', [{ price_paid: '12345678901234567.89', quantity: '2', discount: '' }, { price_paid: '98765432109876543.21', quantity: 1n }]],
])('takes the products of a purchase as %s, with exact prices', (_name, products) => {
	const json = { 'link.mobile': 61491570006, action_at: '2024-01-31', purchase_id: 7, type: 'physical', products };
	const { record, problems } = toPurchase(json);
	expect(problems).toEqual([]);
	expect(checkRecord('purchase', 'jsonSchema', record)).toEqual([]);
	expect(jsonText(record)).toBe(
		'{"link":{"mobile":"61491570006"},"action_at":"2024-01-31T00:00:00Z","purchase_id":"7","type":"physical",' +
			'"products":[{"price_paid":12345678901234567.89,"quantity":2},{"price_paid":98765432109876543.21,"quantity":1}]}',
	);
});

it.each([
	['a list that is no JSON', { products: '[1' }, 'products must be a list'],
	['a list of nothing', { products: [null, ''] }, 'products[0] must be an object'],
	['a big integer for an object', { store: 123456789012345678901n }, 'store must be an object'],
	['an object for a number', { products: [{ price_paid: {}, quantity: 1 }] }, 'products[0].price_paid must be a number'],
])('leaves %s for the check to refuse', (_name, json, expected) => {
	const base = { 'link.mobile': '1', action_at: '2024-01-31', purchase_id: 'x', type: 'physical', products: [] };
	const { record, problems } = toPurchase({ ...base, ...json });
	expect(problems).toEqual([]);
	const told = checkRecord('purchase', 'uploadTool', record).map(({ path, rule }) => `${path} ${rule}`);
	expect(told[0]).toBe(expected);
});

it.each([
	['no number', { custom_fields: { n: NaN } }, 'custom_fields.*', 'is no number, and was left out'],
	['an invalid Date', { custom_fields: { d: new Date(NaN) } }, 'custom_fields.*', 'is no date, and was left out'],
])('tells %s, and goes on without it', (_name, json, field, rule) => {
	expect(toCustomer(json)).toMatchObject({ record: {}, problems: [], notes: [{ field, rule }] });
});

it('has no opinion on the values of a custom record', () => {
	const json = { 'a.b': '7', c: 12345678901234567890n, d: '2024-01-31', e: '' };
	expect(jsonText(recordConverter('custom')(json).record)).toBe('{"a":{"b":"7"},"c":12345678901234567890,"d":"2024-01-31"}');
});

it('refuses a text longer than a record may be without looking at it', () => {
	const long = 'x'.repeat(8 * 1024 * 1024 + 1);
	expect(toCustomer({ 'link.email': long, first_name: 'Ada' })).toMatchObject({ record: { first_name: 'Ada' }, problems: [{ path: 'link.email', rule: 'is longer than 8 MiB' }] });
});

it('takes no JSON apart that holds more values than a record may have', () => {
	const many = `{"tier":[${'1,'.repeat(100_000)}1]}`;
	expect(toCustomer({ custom_fields: many }).record).toEqual({ custom_fields: many });
});
