import { checkRecord } from '../../../nodes/Lexer/records/check/checkRecord';
import { NumberLiteral } from '../../../nodes/Lexer/records/numberLiteral';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

const link = { email: 'jane@example.com' };
const event = { link, action_at: '2024-01-31T10:00:00Z' };
const line = { price_paid: 5, quantity: 1 };
const purchase = { ...event, purchase_id: 'P-1', type: 'ecommerce', products: [line] };

const oneOf = 'must have one of: email, email_sha256, email_md5, customer_id, mobile, external_id, link_type';

it.each<[string, RecordType, unknown, string[]]>([
	['nothing of a good record', 'purchase', purchase, []],
	['what is not an object', 'customer_record', 5, ['must be an object']],
	['a missing link', 'customer_record', {}, ['link is required']],
	['a link that is not an object', 'customer_record', { link: 'secret' }, ['link must be an object']],
	['an empty link', 'customer_record', { link: {} }, [`link ${oneOf}`]],
	['a link of unknown kind', 'customer_record', { link: { secret: 1 } }, [`link ${oneOf}`]],
	['a link of two kinds', 'customer_record', { link: { email: 'a@b.co', mobile: '1' } }, ['link must have nothing beside its email']],
	['a link with a bad value', 'customer_record', { link: { email: 'secret' } }, ['link.email must be an e-mail address']],
	['a link without its system', 'customer_record', { link: { external_id: '1' } }, ['link.system_name is required']],
	['a link without its value', 'customer_record', { link: { link_type: 'mobile' } }, ['link.link_value is required']],
	['a link of a type that is none', 'customer_record', { link: { link_type: 'secret', link_value: '1' } }, ['link.link_type must be one of: email, email_sha256, email_md5, customer_id, mobile, engage.id, external_id']],
	['a bad e-mail address', 'customer_record', { link, email: 'secret' }, ['email must be an e-mail address']],
	['a bad date', 'customer_record', { link, date_of_birth: 'secret' }, ['date_of_birth must be a date such as 2024-01-31']],
	['a bad boolean', 'customer_record', { link, employee_flag: 'secret' }, ['employee_flag must be true or false']],
	['a bad text', 'customer_record', { link, city: ['secret'] }, ['city must be a text']],
	['a bad time', 'email_open', { ...event, action_at: 'secret', email_id: '1' }, ['action_at must be a date and time such as 2024-01-31T10:00:00Z']],
	['a choice that is none', 'purchase', { ...purchase, type: 'secret' }, ['type must be one of: physical, ecommerce']],
	['several things', 'purchase', { link, type: 'ecommerce', purchase_id: '1' }, ['action_at is required', 'products is required']],
	['a list that is none', 'purchase', { ...purchase, products: 'secret' }, ['products must be a list']],
	['what is wrong inside of a list', 'purchase', { ...purchase, products: [line, { price_paid: -1, quantity: 0 }] }, ['products[1].price_paid must be at least 0', 'products[1].quantity must be at least 1']],
	['a bad number', 'purchase', { ...purchase, products: [{ ...line, price_paid: 'secret' }] }, ['products[0].price_paid must be a number']],
	['a number that is too large', 'return', { ...event, return_id: '1', type: 'physical', products: [{ price_paid: 1, quantity: -1 }] }, ['products[0].price_paid must be at most 0']],
	['a latitude that is none', 'purchase', { ...purchase, store: { type: 'outlet', name: 'x', location: { coordinate: { latitude: 90, longitude: 0 } } } }, ['store.location.coordinate.latitude must be less than 90']],
	['a picture that is none', 'product', { product_id: '1', images: ['secret'] }, ['images[0] must be a web address such as https://example.com/picture.jpg']],
	['an option by no name of its own', 'product', { product_id: '1', options: { secret: [[]] } }, ['options.*[0] must be a text']],
	['an option whose name is a number', 'product', { product_id: '1', options: { '61491570006': 'x', 'a/b~c': 'x' } }, ['options.* must be a list']],
	['a product without the identifier that it is known by', 'product', { product_reference_type: 'sku', product_id: '1' }, ['sku is required']],
	['a product with null for that identifier', 'product', { product_reference_type: 'upc', upc: null }, ['upc is required']],
	['a product without any identifier', 'product', { name: 'secret' }, ['product_id is required']],
])('tells %s', (_name, recordType, record, expected) => {
	const problems = checkRecord(recordType, 'uploadTool', record).map(({ path, rule }) => `${path} ${rule}`.trim());
	expect(problems).toEqual(expected);
	expect(problems.join()).not.toContain('secret');
});

it('knows of JSON Schema only what Lexer published', () => {
	expect(checkRecord('product', 'jsonSchema', { name: 'Shirt' })).toEqual([]);
	expect(checkRecord('customer_record', 'jsonSchema', { link, city: null })).toEqual([{ path: 'city', rule: 'must be a text' }]);
});

it('takes a number literal for the number that it is', () => {
	const products = [{ ...line, price_paid: new NumberLiteral('12345678901234567890.12') }];
	expect(checkRecord('purchase', 'jsonSchema', { ...purchase, products })).toEqual([]);
	products[0].price_paid = new NumberLiteral('-12345678901234567890.12');
	expect(checkRecord('purchase', 'jsonSchema', { ...purchase, products })).toEqual([
		{ path: 'products[0].price_paid', rule: 'must be at least 0' },
	]);
});

it.each([
	['an empty list', []],
	['an empty text', ''],
	['a list of pairs', [['name', 'x']]],
	['a list of texts of two letters', ['ab']],
])('takes %s for an object where the upload tool does, and only there', (_name, clicked_link) => {
	const click = { ...event, email_id: '1', clicked_link };
	expect(checkRecord('email_click', 'uploadTool', click)).toEqual([]);
	expect(checkRecord('email_click', 'jsonSchema', click)).toEqual([{ path: 'clicked_link', rule: 'must be an object' }]);
	expect(click.clicked_link).toBe(clicked_link);
});

it('is not harmed by deep nesting', () => {
	const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
	expect(checkRecord('customer_record', 'uploadTool', { custom_fields: { deep } })).toEqual([
		{ path: 'link', rule: 'is required' },
	]);
});
