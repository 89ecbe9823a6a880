import { findField, foldName } from '../../../nodes/Lexer/records/convert/names/fieldNames';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { SCHEMAS, type Schema, wholeSchema } from '../../../nodes/Lexer/records/schemas';

const RECORD_TYPES = Object.keys(SCHEMAS) as RecordType[];
const find = (recordType: RecordType, name: string, spelling: 'flexible' | 'exact' = 'flexible') =>
	findField(SCHEMAS[recordType], name, spelling);

it.each<[RecordType, string, string]>([
	['customer_record', 'first_name', 'first_name'],
	['customer_record', 'FIRST_NAME', 'first_name'],
	['customer_record', 'First Name', 'first_name'],
	['customer_record', 'first name', 'first_name'],
	['customer_record', 'firstName', 'first_name'],
	['customer_record', 'FirstName', 'first_name'],
	['customer_record', 'first-name', 'first_name'],
	['customer_record', 'First_Name', 'first_name'],
	['customer_record', 'FIRSTNAME', 'first_name'],
	['customer_record', ' First  Name ', 'first_name'],
	['customer_record', 'First\u00a0Name', 'first_name'],
	['customer_record', 'First\u2011Name', 'first_name'],
	['customer_record', '\ufefffirst_name', 'first_name'],
	['customer_record', 'First\nName', 'first_name'],
	['customer_record', 'first__name', 'first_name'],
	['customer_record', 'E-mail', 'email'],
	['customer_record', 'EMAIL_SHA256', 'email_sha256'],
	['customer_record', 'Email SHA-256', 'email_sha256'],
	['customer_record', 'emailSha256', 'email_sha256'],
	['customer_record', 'Address 1', 'address_1'],
	['customer_record', 'Address1', 'address_1'],
	['customer_record', 'DateOfBirth', 'date_of_birth'],
	['customer_record', 'Date of Birth', 'date_of_birth'],
	['customer_record', 'Customer ID', 'customer_id'],
	['customer_record', 'CustomerID', 'customer_id'],
	['customer_record', 'Post Code', 'postcode'],
	['customer_record', 'LINK', 'link'],
	['customer_record', 'Link.Email', 'link.email'],
	['customer_record', 'link.EMAIL', 'link.email'],
	['customer_record', 'LINK.CUSTOMER_ID', 'link.customer_id'],
	['customer_record', 'Link . Email', 'link.email'],
	['customer_record', 'Link: Email', 'link.email'],
	['customer_record', 'link:email', 'link.email'],
	['customer_record', 'Custom Fields', 'custom_fields'],
	['customer_record', 'CUSTOM_FIELDS.tier', 'custom_fields|tier'],
	['customer_record', 'customFields.Tier Level', 'custom_fields|Tier Level'],
	['customer_record', 'custom_fields.FIRST_NAME', 'custom_fields|FIRST_NAME'],
	['customer_record', 'custom_fields.Size.EU', 'custom_fields|Size|EU'],
	['customer_record', 'custom_fields.Order No.', 'custom_fields|Order No.'],
	['customer_record', 'custom_fields.v1.5', 'custom_fields|v1.5'],
	['customer_record', 'Custom Fields: Tier', 'custom_fields|Tier'],
	['customer_record', 'custom_fields.toString', 'custom_fields|toString'],
	['purchase', 'ActionAt', 'action_at'],
	['purchase', 'Store: Location: Coordinate: Latitude', 'store.location.coordinate.latitude'],
	['purchase', 'STORE.LOCATION.COORDINATE.LATITUDE', 'store.location.coordinate.latitude'],
	['purchase', 'Store.Store ID', 'store.store_id'],
	['product', 'SKU', 'sku'],
	['product', 'Options.Colour Family', 'options|Colour Family'],
	['product', 'options.v.2', 'options|v.2'],
	['product', 'Inventory.BackorderAllowed', 'inventory.backorder_allowed'],
	['email_click', 'Clicked Link.URL', 'clicked_link.url'],
	['sms_send', 'from.Number', 'from.number'],
])('finds in a %s, for %j, %s', (recordType, name, expected) => {
	const separator = expected.includes('|') ? '|' : '.';
	expect(find(recordType, name)).toMatchObject({ path: expected.split(separator), isField: true });
});

it.each<[RecordType, string]>([
	['customer_record', 'Order No.'],
	['customer_record', 'Approx. spend'],
	['customer_record', 'v1.5'],
	['customer_record', 'first.name'],
	['customer_record', 'first_name.x'],
	['customer_record', 'email.address'],
	['customer_record', 'link.favourite'],
	['customer_record', 'link.'],
	['customer_record', 'link..email'],
	['customer_record', '.link.email'],
	['customer_record', 'custom_fields.'],
	['customer_record', 'LINK_EMAIL'],
	['customer_record', 'link/email'],
	['customer_record', 'c.first_name'],
	['customer_record', '_first_name'],
	['customer_record', 'first_name_'],
	['customer_record', '-email'],
	['customer_record', 'prénom'],
	['customer_record', 'émail'],
	['customer_record', 'first'],
	['customer_record', 'first_names'],
	['customer_record', ''],
	['customer_record', ' '],
	['customer_record', '.'],
	['customer_record', ':'],
	['customer_record', 'toString'],
	['customer_record', 'constructor'],
	['customer_record', 'hasOwnProperty'],
	['customer_record', 'x'.repeat(100_000)],
	['customer_record', `first${' '.repeat(100_000)}name`],
	['purchase', 'products.0.quantity'],
	['purchase', 'products[0].quantity'],
	['purchase', 'store.location.coordinate'.concat('.altitude')],
	['email_send', 'from_email'],
	['product', 'custom_fields.tier'],
])('takes, in a %s, %j for a name and no field', (recordType, name) => {
	expect(find(recordType, name)).toEqual({ path: [name], schema: undefined, isField: false });
});

it.each([
	['first_name', true],
	['FIRST_NAME', false],
	['First Name', false],
	['link.email', true],
	['Link.email', false],
	['link.Email', false],
	['Link: Email', false],
	['link: email', false],
	['custom_fields.Tier', true],
	['CUSTOM_FIELDS.tier', false],
	['Order No.', false],
	['link.favourite', false],
])('knows, by exact names, whether %j is a field: %s', (name, isField) => {
	expect(find('customer_record', name, 'exact').isField).toBe(isField);
});

it.each([
	['a', ['a']],
	['a.b', ['a', 'b']],
	['FIRST_NAME', ['FIRST_NAME']],
	['a.b.c', ['a', 'b', 'c']],
	['Order No.', ['Order No.']],
	['Approx. spend', ['Approx. spend']],
	['Size .EU', ['Size .EU']],
	['v1.5', ['v1.5']],
	['v1.x', ['v1', 'x']],
	['a..b', ['a..b']],
	['.a', ['.a']],
	['a: b', ['a: b']],
	['toString.valueOf', ['toString', 'valueOf']],
])('takes %j in a custom record apart as %j', (name, path) => {
	expect(findField(undefined, name, 'flexible')).toEqual({ path, schema: undefined, isField: true });
});

/** The names of all objects that a schema holds, each with those of its fields. */
function objectsIn(schema: Schema): string[][] {
	const { properties = {}, items } = wholeSchema(schema);
	return [Object.keys(properties), ...Object.values(properties).flatMap(objectsIn), ...(items ? objectsIn(items) : [])];
}

it.each(RECORD_TYPES)('never finds two fields of a %s under one name', (recordType) => {
	for (const names of objectsIn(SCHEMAS[recordType])) {
		expect(new Set(names.map(foldName)).size).toBe(names.length);
		for (const name of names) expect(name).not.toMatch(/[.:]/);
	}
});
