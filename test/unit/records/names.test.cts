import { DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

type Json = Record<string, unknown>;

const convert = (recordType: RecordType | 'custom', json: Json, fieldNames: 'flexible' | 'exact' = 'flexible') => {
	const { record, problems } = recordConverter(recordType, { ...DEFAULT_CONVERSION, fieldNames })(json);
	return { record, problems: problems.map(({ path, rule }) => `${path} ${rule}`) };
};

it.each<[string, RecordType | 'custom', Json, Json]>([
	['columns as Snowflake has them', 'customer_record', { FIRST_NAME: 'Jo', 'LINK.EMAIL': 'JO@x.co', EMPLOYEE_FLAG: 'Y' }, { first_name: 'Jo', link: { email: 'jo@x.co' }, employee_flag: true }],
	['columns as Excel has them', 'customer_record', { 'First Name': 'Jo', 'Date of Birth': '1990-7-8', 'Custom Fields.Tier': 'gold' }, { first_name: 'Jo', date_of_birth: '1990-07-08', custom_fields: { Tier: 'gold' } }],
	['names as JavaScript has them', 'customer_record', { firstName: 'Jo', link: { Email: 'JO@x.co' } }, { first_name: 'Jo', link: { email: 'jo@x.co' } }],
	["the labels of n8n's mapper", 'customer_record', { 'First Name': 'Jo', 'Link: Email': 'jo@x.co' }, { first_name: 'Jo', link: { email: 'jo@x.co' } }],
	['an object in another spelling', 'customer_record', { Link: { 'E-Mail': 'JO@x.co' }, CustomFields: { TIER: 1, firstName: 2 } }, { link: { email: 'jo@x.co' }, custom_fields: { TIER: 1, firstName: 2 } }],
	['lists of objects', 'purchase', { PRODUCTS: [{ 'Price Paid': '5', QUANTITY: '2', ProductReference: { ID: 7, idType: 'sku' } }] }, { products: [{ price_paid: 5, quantity: 2, product_reference: { id: '7', id_type: 'sku' } }] }],
	['JSON in a column', 'purchase', { Products: '[{"pricePaid":"5","Quantity":2}]' }, { products: [{ price_paid: 5, quantity: 2 }] }],
	['dotted names inside of objects', 'purchase', { store: { 'Location.Name': 'x', 'location.coordinate.Latitude': '1.5' } }, { store: { location: { name: 'x', coordinate: { latitude: 1.5 } } } }],
	['dotted names inside of lists', 'purchase', { products: [{ 'product_reference.id': 1, 'product_reference.id_type': 'sku' }] }, { products: [{ product_reference: { id: '1', id_type: 'sku' } }] }],
	['columns of several depths', 'purchase', { 'Store.Name': 'x', 'STORE.LOCATION.NAME': 'y', 'store.location.coordinate.latitude': 1 }, { store: { name: 'x', location: { name: 'y', coordinate: { latitude: 1 } } } }],
	['names that are no fields', 'customer_record', { 'Order No.': 'x', 'Approx. spend': 5, 'v1.5': 1, 'a..b': 2, '.': 3 }, { 'Order No.': 'x', 'Approx. spend': 5, 'v1.5': 1, 'a..b': 2, '.': 3 }],
	['a dot that leads to no field', 'customer_record', { 'city.name': 'x', 'link.nickname': 'y' }, { 'city.name': 'x', 'link.nickname': 'y' }],
	['names that are no fields, inside', 'purchase', { store: { 'Order No.': 'x', 'a.b': 1 } }, { store: { 'Order No.': 'x', 'a.b': 1 } }],
	['names below custom_fields', 'customer_record', { 'custom_fields.a.b': 1, 'custom_fields.a.c': 2, 'custom_fields.No.': 3, 'custom_fields.FIRST': 4 }, { custom_fields: { a: { b: 1, c: 2 }, 'No.': 3, FIRST: 4 } }],
	['names with dots inside of custom_fields', 'customer_record', { custom_fields: { 'a.b': 1, a: { b: 2 } } }, { custom_fields: { 'a.b': 1, a: { b: 2 } } }],
	['names that every object inherits', 'customer_record', { toString: 'a', valueOf: 'b', constructor: 'c', hasOwnProperty: 'd', prototype: 'e' }, { toString: 'a', valueOf: 'b', constructor: 'c', hasOwnProperty: 'd', prototype: 'e' }],
	['names that every object inherits, inside', 'customer_record', { custom_fields: { toString: 1, constructor: { valueOf: 2 } } }, { custom_fields: { toString: 1, constructor: { valueOf: 2 } } }],
	['names that every object inherits, in dotted names', 'customer_record', { 'custom_fields.constructor.toString': 1, 'custom_fields.valueOf': 2 }, { custom_fields: { constructor: { toString: 1 }, valueOf: 2 } }],
	['names that every object inherits, in what is to be an object', 'purchase', { store: { toString: 1, constructor: 2 } }, { store: { toString: 1, constructor: 2 } }],
	['names of a custom record', 'custom', { 'a.b': 1, 'a.c': 2, 'Order No.': 3, 'v1.5': 4, FIRST_NAME: 5, 'toString.valueOf': 6 }, { a: { b: 1, c: 2 }, 'Order No.': 3, 'v1.5': 4, FIRST_NAME: 5, toString: { valueOf: 6 } }],
	["n8n's files in an item", 'customer_record', { _files: { data: { id: 'x', mimeType: 'text/csv' } }, city: 'x' }, { city: 'x' }],
	["n8n's files in a custom item", 'custom', { _files: { data: { id: 'x' } }, city: 'x' }, { city: 'x' }],
	['one of two columns of a field that is empty', 'customer_record', { first_name: null, FIRST_NAME: 'Jo', 'First Name': '' }, { first_name: 'Jo' }],
])('takes %s', (_name, recordType, json, expected) => {
	expect(convert(recordType, json)).toEqual({ record: expected, problems: [] });
});

it.each<[string, Json, Json]>([
	['the very names', { first_name: 'Jo', 'link.email': 'JO@x.co' }, { first_name: 'Jo', link: { email: 'jo@x.co' } }],
	['no others', { FIRST_NAME: 'Jo', 'Link.Email': 'JO@x.co' }, { FIRST_NAME: 'Jo', 'Link.Email': 'JO@x.co' }],
	['no others inside', { link: { Email: 'JO@x.co' } }, { link: { Email: 'JO@x.co' } }],
	['no dots but those of fields', { 'Order No.': 1, 'v1.5': 2, 'custom_fields.tier': 3 }, { 'Order No.': 1, 'v1.5': 2, custom_fields: { tier: 3 } }],
	['two spellings, of which one is a field', { first_name: 'Jo', FIRST_NAME: 'x' }, { first_name: 'Jo', FIRST_NAME: 'x' }],
])('takes, with exact names, %s', (_name, json, expected) => {
	expect(convert('customer_record', json, 'exact')).toEqual({ record: expected, problems: [] });
});

const WHOLE_AND_PARTS = 'is given twice, as a whole and in parts';
const NO_NAME = 'is no name that a field can have';
const NO_NAME_INSIDE = 'must not have a name inside that no field can have';
const TWICE_INSIDE = 'is given twice, in different spellings or as a whole and in parts';
const polluting = JSON.parse('{"__proto__":{"polluted":true}}') as object;

it.each<[string, RecordType | 'custom', Json, string[]]>([
	['two columns of one field', 'customer_record', { FIRST_NAME: 'a', 'First Name': 'b' }, ['first_name is given twice: as "FIRST_NAME" and as "First Name"']],
	['a field and another spelling of it', 'customer_record', { first_name: 'a', firstName: 'a' }, ['first_name is given twice: as "first_name" and as "firstName"']],
	['three columns of one field', 'customer_record', { city: 'a', City: 'b', CITY: 'c' }, ['city is given twice: as "city" and as "City"', 'city is given twice: as "city" and as "CITY"']],
	['two dotted columns of one field', 'customer_record', { 'link.email': 'a@b.co', 'Link: Email': 'a@b.co' }, ['link.email is given twice: as "link.email" and as "Link: Email"']],
	['two spellings of an object', 'customer_record', { link: { email: 'a@b.co' }, LINK: { mobile: '61491570006' } }, ['link is given twice: as "link" and as "LINK"']],
	['two spellings inside of an object', 'customer_record', { link: { email: 'a@b.co', Email: 'c@b.co' } }, [`link.email ${TWICE_INSIDE}`]],
	['two spellings inside of a list', 'purchase', { products: [{}, { quantity: 1, Quantity: 2 }] }, [`products[1].quantity ${TWICE_INSIDE}`]],
	['a whole and parts inside of an object', 'purchase', { store: { location: { name: 'x' }, 'location.name': 'y' } }, [`store.location.name ${TWICE_INSIDE}`]],
	['a name as a whole and in parts', 'customer_record', { link: { email: 'a@b.co' }, 'Link.Mobile': '61491570006' }, [`link.mobile ${WHOLE_AND_PARTS}`]],
	['the parts before the whole', 'customer_record', { 'link.email': 'a@b.co', link: { email: 'a@b.co' } }, [`link ${WHOLE_AND_PARTS}`]],
	['a part of a text in a custom record', 'custom', { city: 'x', 'city.name': 'y' }, [`city.name ${WHOLE_AND_PARTS}`]],
	['a prototype', 'customer_record', { ['__proto__']: 1 }, [`__proto__ ${NO_NAME}`]],
	['a prototype in a custom record', 'custom', { 'a.__proto__.polluted': true }, [`a.__proto__.polluted ${NO_NAME}`]],
	['a prototype in a dotted name', 'customer_record', { 'custom_fields.__proto__.polluted': true }, [`custom_fields.__proto__.polluted ${NO_NAME}`]],
	['a prototype inside', 'customer_record', { custom_fields: polluting }, [`custom_fields ${NO_NAME_INSIDE}`]],
	['a prototype deep inside', 'customer_record', { custom_fields: { a: polluting } }, [`custom_fields.* ${NO_NAME_INSIDE}`]],
	['a prototype inside of what no schema knows', 'customer_record', { mine: polluting }, [`mine ${NO_NAME_INSIDE}`]],
	['a prototype in a list', 'purchase', { products: [polluting] }, [`products[0] ${NO_NAME_INSIDE}`]],
	['a prototype in a text that is JSON', 'purchase', { products: '[{"__proto__":{"polluted":true}}]' }, [`products[0] ${NO_NAME_INSIDE}`]],
	['an empty name', 'customer_record', { '': 1 }, [' must not have a value without a name']],
	['a name with a NUL', 'customer_record', { 'a\0b': 1 }, [`a b ${NO_NAME}`]],
	['a name with half a character', 'customer_record', { 'a\ud800': 1 }, [`a  ${NO_NAME}`]],
	['such a name inside', 'customer_record', { custom_fields: { 'a\ud800': 1 } }, [`custom_fields ${NO_NAME_INSIDE}`]],
	['such a name deep inside', 'customer_record', { custom_fields: { a: [{ 'a\0': 1 }] } }, [`custom_fields.* ${NO_NAME_INSIDE}`]],
	['a name as deep as it is long', 'custom', { [`c${'.c'.repeat(150)}`]: 1 }, [`${`c${'.c'.repeat(150)}`.slice(0, 100)}… ${NO_NAME}`]],
])('refuses %s', (_name, recordType, json, expected) => {
	expect(convert(recordType, json).problems).toEqual(expected);
	expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it.each([
	['an empty name', { '': null, city: 'x' }],
	['a prototype', { ['__proto__']: '', city: 'x' }],
])('does not mind %s where there is nothing in it', (_name, json) => {
	expect(convert('customer_record', json)).toEqual({ record: { city: 'x' }, problems: [] });
});

it('keeps names apart, record by record', () => {
	const toCustomer = recordConverter('customer_record');
	expect(toCustomer({ FIRST_NAME: 'a' }).record).toEqual({ first_name: 'a' });
	expect(toCustomer({ first_name: 'b' }).record).toEqual({ first_name: 'b' });
	expect(toCustomer({ FIRST_NAME: 'a', first_name: 'b' }).problems).toHaveLength(1);
	expect(toCustomer({ 'First Name': 'c' })).toMatchObject({ record: { first_name: 'c' }, problems: [] });
});

it('shows no name that is as long as a text', () => {
	const { problems } = convert('customer_record', { [`${' '.repeat(150)}city`]: 'a', city: 'b', [`\n${'x'.repeat(5000)}`]: Symbol('none') });
	expect(problems.join('')).not.toMatch(/[\n]|x{120}/);
	expect(problems.join('').length).toBeLessThan(500);
});
