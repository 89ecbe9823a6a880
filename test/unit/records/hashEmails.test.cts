import { createHash } from 'node:crypto';

import { checkRecord } from '../../../nodes/Lexer/records/check/checkRecord';
import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { emailHasher, sha256OfEmail } from '../../../nodes/Lexer/records/convert/assembly/hashEmails';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { expectLinear } from '../../support/growth.cjs';

const JANE = createHash('sha256').update('jane@example.com').digest('hex');
const JOHN = createHash('sha256').update('john@example.com').digest('hex');

function convert(json: object, recordType: RecordType | 'custom' = 'customer_record', options: Partial<ConversionOptions> = {}) {
	const conversion = { ...DEFAULT_CONVERSION, ...options, hashEmails: true };
	return recordConverter(recordType, conversion)(json as Record<string, unknown>);
}

it('gives the hash that Lexer’s help page gives: of the trimmed, lower-cased address', () => {
	// sha256sum of "jane@example.com" without a line end.
	expect(sha256OfEmail(' Jane@Example.COM\t')).toBe('8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d');
	expect(JANE).toBe('8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d');
});

it.each<[string, object, object, (RecordType | 'custom')?, Partial<ConversionOptions>?]>([
	['a link', { 'link.email': ' Jane@Example.com ' }, { link: { email_sha256: JANE } }],
	['a link as an object', { link: { Email: 'jane@example.com' } }, { link: { email_sha256: JANE } }],
	['a link as JSON', { link: '{"email":"jane@example.com"}' }, { link: { email_sha256: JANE } }],
	['the attribute, in its place', { 'link.customer_id': '7', EMAIL: 'jane@example.com', city: 'Perth' }, { link: { customer_id: '7' }, email_sha256: JANE, city: 'Perth' }],
	['a link and an attribute that differ', { 'link.email': 'jane@example.com', email: 'john@example.com' }, { link: { email_sha256: JANE }, email_sha256: JOHN }],
	['an address beside its own hash', { 'link.email': 'jane@example.com', 'link.email_sha256': JANE.toUpperCase() }, { link: { email_sha256: JANE } }],
	['a hash alone, which stays', { 'link.email_sha256': JOHN }, { link: { email_sha256: JOHN } }],
	['an MD5 alone, which stays', { 'link.email_md5': '0'.repeat(32) }, { link: { email_md5: '0'.repeat(32) } }],
	['nothing', { 'link.customer_id': '7', email: '', 'link.email': null }, { link: { customer_id: '7' } }],
	['blanks', { 'link.customer_id': '7', email: '  ' }, { link: { customer_id: '7' } }],
	['a deprecated link', { link: { link_type: 'email', link_value: 'Jane@example.com' } }, { link: { link_type: 'email_sha256', link_value: JANE } }],
	['a deprecated link of another kind, which stays', { link: { link_type: 'customer_id', link_value: '7' } }, { link: { link_type: 'customer_id', link_value: '7' } }],
	['a field that the record type does not have', { 'link.customer_id': '7', 'E-Mail': 'jane@example.com' }, { link: { customer_id: '7' }, email_sha256: JANE }, 'purchase'],
	['a field that moves to custom_fields', { 'link.customer_id': '7', 'E-Mail': 'jane@example.com' }, { link: { customer_id: '7' }, custom_fields: { email_sha256: JANE } }, 'purchase', { unknownFields: 'customFields' }],
	['a custom field', { 'link.customer_id': '7', 'custom_fields.email': 'jane@example.com' }, { link: { customer_id: '7' }, custom_fields: { email_sha256: JANE } }],
	['a field in an object of one’s own', { 'link.customer_id': '7', 'custom_fields.contact.email': 'Jane@example.com' }, { link: { customer_id: '7' }, custom_fields: { contact: { email_sha256: JANE } } }],
	['a field in a list', { 'link.customer_id': '7', products: [{ 'E-Mail': 'jane@example.com', quantity: 1 }, { quantity: 2 }] }, { link: { customer_id: '7' }, products: [{ email_sha256: JANE, quantity: 1 }, { quantity: 2 }] }, 'purchase'],
	['a field in lists of lists', { x: [[{ email: 'jane@example.com' }]] }, { x: [[{ email_sha256: JANE }]] }, 'custom'],
	['a sender where the record type has none', { 'link.customer_id': '7', from: { email: 'jane@example.com' } }, { link: { customer_id: '7' }, from: { email_sha256: JANE } }, 'purchase'],
	['nothing of what an inner email says besides', { x: { email: true }, y: { email: 'weekly' }, z: [{ email: null }] }, { x: { email: true }, y: { email: 'weekly' }, z: [{ email: null }] }, 'custom'],
	['nothing of links and of texts with other words', { a: 'https://x.example/@jane.doe', b: '@jane', c: 'write to jane @ example.com', d: 'a@b', e: 'x@' }, { a: 'https://x.example/@jane.doe', b: '@jane', c: 'write to jane @ example.com', d: 'a@b', e: 'x@' }, 'custom'],
	['a record of one’s own', { 'link.email': 'jane@example.com', Email: 'john@example.com', x: 1 }, { link: { email_sha256: JANE }, email_sha256: JOHN, x: 1 }, 'custom'],
	['the sender of an e-mail, who is no customer', { 'link.email': 'jane@example.com', from: { email: 'shop@example.com' } }, { link: { email_sha256: JANE }, from: { email: 'shop@example.com' } }, 'email_send'],
])('hashes %s', (_what, json, expected, recordType = 'customer_record', options = {}) => {
	const { record, problems } = convert(json, recordType, options);
	expect(problems).toEqual([]);
	expect(JSON.stringify(record)).toBe(JSON.stringify(expected));
	expect(JSON.stringify(record)).not.toMatch(/jane@|john@/i);
});

const ADDRESS_LEFT = 'is an e-mail address, and only fields named email are hashed: name it email or link.email, or leave it out';
const NAME_LEFT = 'has an e-mail address as the name of a field, which cannot be hashed: leave it out';

it.each<[string, object, object, (RecordType | 'custom')?, Partial<ConversionOptions>?]>([
	['no address', { 'link.email': 'hunter2' }, { path: 'link.email', rule: 'must be an e-mail address to be hashed' }],
	['a hash in the place of an address', { 'link.email': JANE }, { path: 'link.email', rule: 'must be an e-mail address to be hashed' }],
	['an address with what nobody sees', { 'link.email': '\u200bjane@example.com' }, { path: 'link.email', rule: 'must be an e-mail address to be hashed' }],
	['two addresses', { email: 'jane@example.com, john@example.com' }, { path: 'email', rule: 'must be an e-mail address to be hashed' }],
	['a number', { email: 7, x: 1 }, { path: 'email', rule: 'must be an e-mail address to be hashed' }, 'custom'],
	['a list', { email: ['jane@example.com'] }, { path: 'email', rule: 'must be an e-mail address to be hashed' }, 'custom'],
	['an address in a deprecated link that is none', { link: { link_type: 'email', link_value: '7' } }, { path: 'link.link_value', rule: 'must be an e-mail address to be hashed' }],
	['the hash of another address', { 'link.email': 'jane@example.com', 'link.email_sha256': JOHN }, { path: 'link.email_sha256', rule: 'is not the hash of the address beside it' }],
	['the hash of another address before it', { email_sha256: JOHN, email: 'jane@example.com' }, { path: 'email_sha256', rule: 'is not the hash of the address beside it' }],
	['two columns with two addresses', { email: 'jane@example.com', 'E-Mail': 'john@example.com' }, { path: 'email_sha256', rule: 'is not the hash of the address beside it' }, 'custom'],
	['a link as a list of pairs', { link: [['email', 'jane@example.com']] }, { path: 'link', rule: 'must be an object where e-mail addresses are hashed' }],
	['a link as an address', { link: 'jane@example.com' }, { path: 'link', rule: 'must be an object where e-mail addresses are hashed' }],
	['the recipient of an e-mail', { 'link.email': 'jane@example.com', 'to.email': 'jane@example.com' }, { path: 'to.email', rule: 'cannot be hashed, as Lexer takes it only as an address: leave it out' }, 'email_send'],
	['an inner address that is none', { x: { email: 'jane@' } }, { path: 'x.email', rule: 'must be an e-mail address to be hashed' }, 'custom'],
	['an address in a column of another name', { 'link.customer_id': '7', 'Email Address': ' jane@example.com ' }, { path: 'Email Address', rule: ADDRESS_LEFT }],
	['an address that Lexer would not take', { 'link.customer_id': '7', 'Email Address': 'jané@example.com' }, { path: 'Email Address', rule: ADDRESS_LEFT }],
	['an address as an id', { 'link.customer_id': 'jane@example.com' }, { path: 'link.customer_id', rule: ADDRESS_LEFT }],
	['addresses in a list of custom fields', { 'custom_fields.emails': ['jane@example.com'] }, { path: 'custom_fields.emails[]', rule: ADDRESS_LEFT }],
	['an address below names that may be anyone’s data', { custom_fields: { jane: { address: 'jane@example.com' } } }, { path: 'custom_fields.*.*', rule: ADDRESS_LEFT }],
	['an address in a list', { products: [{ note: 'jane@example.com' }] }, { path: 'products[].*', rule: ADDRESS_LEFT }, 'purchase'],
	['an address that moves to custom_fields', { 'Email Address': 'jane@example.com' }, { path: 'Email Address', rule: ADDRESS_LEFT }, 'purchase', { unknownFields: 'customFields' }],
	['an address as a name', { custom_fields: { 'jane@example.com': 1 } }, { path: 'custom_fields', rule: NAME_LEFT }],
])('takes %s for a problem', (_what, json, problem, recordType = 'customer_record', options = {}) => {
	const { problems } = convert(json, recordType, options);
	expect(problems).toContainEqual(problem);
	expect(JSON.stringify(problems)).not.toMatch(/jan|john/i);
});

it.each<[string, string]>([
	['before another part of a query', 'https://x.example/u?email=jane@example.com&id=5'],
	['as the query of a web address has it', 'https://x.example/u?email=jane%40example.com&id=5'],
	['in a web address within another', 'https://x.example/r?to=https%3A%2F%2Fy.example%3Fe%3Djane%2540example.com'],
	['in HTML', '&lt;jane@example.com&gt; or jane&#64;example.com'],
	['beside another', 'jane@example.com&john@example.com'],
	['in typographic quotes', '“jane@example.com”'],
	['before three dots', 'jane@example.com…'],
	['between stars', '*jane@example.com*'],
	['with a wide sign', 'jane\uff20example.com'],
	['with what nobody sees', 'jane@exam\u200bple.com\u200b'],
])('takes a text with an address in it for a problem: %s', (_what, text) => {
	const { problems } = convert({ x: text, y: { [text]: 1 } }, 'custom');
	expect(problems).toEqual([
		{ path: 'x', rule: 'has an e-mail address in it, which cannot be hashed: leave it out' },
		{ path: 'y', rule: NAME_LEFT },
	]);
});

it('leaves texts with the sign of addresses in other uses', () => {
	const record = { a: 'react@18.2.0', b: 'https://x.example/?q=%40jane.doe', c: 'a discount of 50%40', d: 'https://x.example/@jane.doe?x=1&y=@jane.doe' };
	expect(convert(record, 'custom')).toMatchObject({ record, problems: [] });
});

it('hashes what rows add to lists', () => {
	const converter = recordConverter('purchase', { ...DEFAULT_CONVERSION, hashEmails: true });
	const rowOf = (fields: object) => converter.rowOf({ purchase_id: 'p', 'products[].quantity': 1, ...fields }, () => undefined);
	expect(rowOf({ 'products[].email': 'Jane@example.com' })).toMatchObject({ problems: [], items: [{ item: { quantity: 1, email_sha256: JANE } }] });
	expect(rowOf({ 'products[].note': 'jane@example.com' }).problems).toEqual([{ path: 'products[].note', rule: ADDRESS_LEFT }]);
});

it.each<[string, (size: number) => object]>([
	['a text of at signs', (size) => ({ x: '@.'.repeat(size * 10) })],
	['a domain without end', (size) => ({ x: `jane@${'1.'.repeat(size * 10)}` })],
	['a label without end', (size) => ({ x: `jane@a.${'1'.repeat(size * 10)}` })],
	['blanks around an at sign', (size) => ({ x: `${' '.repeat(size * 10)}@${' '.repeat(size * 10)}` })],
	['a list of addresses', (size) => ({ x: Array.from({ length: size }, () => 'jane@example.com') })],
	['a list of objects with addresses', (size) => ({ x: Array.from({ length: size }, () => ({ email: 'jane@example.com' })) })],
])('hashes eight times as much in no more time than it has to: %s', (_what, make) => {
	expectLinear(make, (json) => convert(json, 'custom'), 5000);
});

it('gives records that are valid by both rules', () => {
	const { record } = convert({ 'link.email': 'jane@example.com', email: 'jane@example.com' });
	for (const rules of ['uploadTool', 'jsonSchema'] as const) expect(checkRecord('customer_record', rules, record)).toEqual([]);
});

it('starts every record anew', () => {
	const converter = recordConverter('customer_record', { ...DEFAULT_CONVERSION, hashEmails: true });
	expect(converter({ 'link.email': 'nobody' }).problems).toHaveLength(1);
	expect(converter({ 'link.email': 'jane@example.com' })).toMatchObject({ problems: [], record: { link: { email_sha256: JANE } } });
	expect(converter({}).isEmpty).toBe(true);
});

it('moves the columns of a CSV file along', () => {
	const { hashedPath } = emailHasher('email_send', []);
	expect(hashedPath(['link', 'email'])).toEqual(['link', 'email_sha256']);
	expect(hashedPath(['Email'])).toEqual(['email_sha256']);
	expect(hashedPath(['custom_fields', 'contact', 'email'])).toEqual(['custom_fields', 'contact', 'email_sha256']);
	expect(hashedPath(['from', 'email'])).toEqual(['from', 'email']);
	expect(emailHasher('purchase', []).hashedPath(['from', 'email'])).toEqual(['from', 'email_sha256']);
	expect(hashedPath(['city'])).toEqual(['city']);
});
