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
		'products[].product_reference.id: string',
		'products[].product_reference.id_type: options',
		'products[].product_reference.dataset_id: string',
		'products[].price_paid: number',
		'products[].quantity: number',
		'products[].full_price: number',
		'products[].discount: number',
		'payment_types: array',
		'payment_types[].name: string',
		'payment_types[].total: number',
		'adjustments: array',
		'adjustments[].price_adjustment: number',
		'adjustments[].adjusted_at: dateTime',
		'adjustments[].reason: string',
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

it('names what rows give of lists after these', () => {
	const names = Object.fromEntries([...recordFields('purchase'), ...recordFields('product')].map(({ id, displayName }) => [id, displayName]));
	expect(names).toMatchObject({
		'products[].quantity': 'Products: Quantity',
		'images[]': 'Images: URL',
		'availability.channels_availability[].type': 'Availability: Channels: Channel',
	});
});

it.each(Object.keys(SCHEMAS) as RecordType[])('gives every field of %s a name of its own', (recordType) => {
	const fields = recordFields(recordType);
	expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
	for (const { displayName } of fields) expect(displayName).toMatch(/^[A-Z]/);
});
