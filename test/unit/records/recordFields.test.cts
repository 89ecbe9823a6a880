import { recordFields } from '../../../nodes/Lexer/records/recordFields';
import { SCHEMAS } from '../../../nodes/Lexer/records/schemas';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

it('lists the fields of a purchase with their types', () => {
	expect(recordFields('purchase').map(({ id, type, required }) => `${id}: ${type}${required ? ', required' : ''}`)).toEqual([
		'link.email: string',
		'link.email_sha256: string',
		'link.email_md5: string',
		'link.customer_id: string',
		'link.system_name: string',
		'link.mobile: string',
		'link.external_id: string',
		'link.link_type: options',
		'link.link_value: string',
		'link.id_type: string',
		'action_at: dateTime, required',
		'purchase_id: string, required',
		'type: options, required',
		'currency: string',
		'products: array, required',
		'payment_types: array',
		'adjustments: array',
		'store.store_id: string',
		'store.type: options',
		'store.name: string',
		'store.location.name: string',
		'store.location.coordinate.latitude: number',
		'store.location.coordinate.longitude: number',
		'custom_fields: object',
	]);
});

it('names nested fields after what they are part of', () => {
	const names = Object.fromEntries(recordFields('email_send').map(({ id, displayName }) => [id, displayName]));
	expect(names).toMatchObject({ 'link.email': 'Link: Email', 'from.email': 'From: Email', 'list.id': 'List: ID', subject: 'Subject' });
});

it.each(Object.keys(SCHEMAS) as RecordType[])('gives every field of %s a name of its own', (recordType) => {
	const fields = recordFields(recordType);
	expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
	for (const { displayName } of fields) expect(displayName).toMatch(/^[A-Z]/);
});
