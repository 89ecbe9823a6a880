import { missingFields } from '../../../nodes/Lexer/records/check/missingFields';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

it.each<[string, RecordType | 'custom', string[], string[]]>([
	['nothing of a customer', 'customer_record', [], ['link']],
	['a customer without a link', 'customer_record', ['first_name', 'email'], ['link']],
	['a link', 'customer_record', ['link.email'], []],
	['several links', 'customer_record', ['link.email', 'link.mobile'], []],
	['a link as a whole', 'customer_record', ['link'], []],
	['half of an external id', 'customer_record', ['link.external_id'], ['link.system_name']],
	['a customer id with its system', 'customer_record', ['link.customer_id', 'link.system_name'], []],
	['a system alone', 'customer_record', ['link.system_name'], ['link.customer_id']],
	['a link of no kind', 'customer_record', ['link.phone'], ['link']],
	['an e-mail that was sent', 'email_send', ['link.email', 'action_at'], ['email_id']],
	['half of its list', 'email_send', ['link.email', 'action_at', 'email_id', 'list.id'], ['list.name']],
	['its list as a whole', 'email_send', ['link.email', 'action_at', 'email_id', 'list'], []],
	['a purchase without its lines', 'purchase', ['link.email', 'action_at', 'type', 'purchase_id'], ['products']],
	['a store without its name, deep inside', 'purchase', ['link.email', 'action_at', 'type', 'purchase_id', 'products', 'store.type', 'store.location.coordinate.latitude'], ['store.name', 'store.location.coordinate.longitude']],
	['a product', 'product', ['name'], ['product_id']],
	['a product that says how it is named', 'product', ['product_reference_type', 'sku'], []],
	['names that every object has', 'customer_record', ['link.email', 'constructor.x', 'toString'], []],
	['a record of another kind', 'custom', [], []],
])('%s', (_what, recordType, fields, missing) => {
	expect(missingFields(recordType, fields.map((field) => field.split('.')))).toEqual(missing);
});
