import { nearestField } from '../../../nodes/Lexer/records/convert/names/nearestField';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { SCHEMAS } from '../../../nodes/Lexer/records/schemas';

it.each<[RecordType, string, string]>([
	['customer_record', 'frist_name', 'first_name'],
	['customer_record', 'fist_name', 'first_name'],
	['customer_record', 'FirstNme', 'first_name'],
	['customer_record', 'first.name', 'first_name'],
	['customer_record', 'First/Name', 'first_name'],
	['customer_record', 'last_nam', 'last_name'],
	['customer_record', 'emial', 'email'],
	['customer_record', 'emails', 'email'],
	['customer_record', 'ctiy', 'city'],
	['customer_record', 'gendre', 'gender'],
	['customer_record', 'date_of_brith', 'date_of_birth'],
	['customer_record', 'address', 'address_1'],
	['customer_record', 'LINK_EMAIL', 'link.email'],
	['customer_record', 'link.emial', 'link.email'],
	['customer_record', 'custom_field', 'custom_fields'],
	['customer_record', 'customfeilds', 'custom_fields'],
	['customer_record', '_first_nam', 'first_name'],
	['purchase', 'purchaseid_', 'purchase_id'],
	['purchase', 'curency', 'currency'],
	['purchase', 'store_name', 'store.name'],
	['purchase', 'product', 'products'],
	['product', 'skus', 'sku'],
	['product', 'colour', 'color'],
	['email_send', 'campain_id', 'campaign_id'],
])('takes, in a %s, %s for %s', (recordType, name, field) => {
	expect(nearestField(SCHEMAS[recordType], name)).toBe(field);
});

it.each<[RecordType, string]>([
	['customer_record', 'favourite'],
	['customer_record', 'loyalty_points'],
	['customer_record', 'tier'],
	['customer_record', 'id'],
	['customer_record', ''],
	['customer_record', '.'],
	['customer_record', 'x'.repeat(1_000_000)],
	['purchase', 'total'],
	['product', 'vendor'],
])('knows no field in a %s that %s is near to', (recordType, name) => {
	expect(nearestField(SCHEMAS[recordType], name)).toBeUndefined();
});

it.each<[RecordType, string, string]>([
	['customer_record', 'mail', 'link.email'],
	['customer_record', 'emial', 'link.email'],
	['customer_record', 'customer', 'link.customer_id'],
	['customer_record', 'frist_name', 'first_name'],
	['purchase', 'email', 'link.email'],
	['purchase', 'e_mail', 'link.email'],
])('takes, in a %s without a link, %s for %s', (recordType, name, field) => {
	expect(nearestField(SCHEMAS[recordType], name, 'link')).toBe(field);
});
