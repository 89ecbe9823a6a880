import { checkRecord } from '../../../../nodes/Lexer/records/check/checkRecord';
import type { RecordType } from '../../../../nodes/Lexer/records/recordTypes';
import { converting, silently } from './converting.cjs';

const BLANKS = [' ', '          ', '\t', '\u00a0 ', '\u3000', ' \r\n'];

// As columns of a fixed width have them, and CSV files with blanks around their delimiters.
describe('blanks stand for nothing where they are no text', () => {
	it.each<[RecordType, string]>([
		['product', 'price'],
		['product', 'inventory.quantity'],
		['product', 'availability.available'],
		['product', 'product_reference_type'],
		['product', 'images'],
		['product', 'options'],
		['customer_record', 'date_of_birth'],
		['customer_record', 'employee_flag'],
		['customer_record', 'mobile'],
		['customer_record', 'link.mobile'],
		['customer_record', 'custom_fields'],
		['purchase', 'action_at'],
		['purchase', 'type'],
		['sms_send', 'to.number'],
	])('in %s: %s', (recordType, field) => {
		for (const blank of BLANKS) expect(converting(recordType, field)(blank)).toEqual(silently(undefined));
		expect(converting(recordType, field)(' ', { numbers: '1.234,50', dateOrder: 'dayFirst', phoneCountry: 'AU' })).toEqual(silently(undefined));
	});

	it('so that a field that has to be there is missing', () => {
		const { value } = converting('purchase', 'products')([{ quantity: ' ', price_paid: '1' }]);
		const purchase = { link: { customer_id: '1' }, action_at: '2026-01-31T10:00:00Z', type: 'ecommerce', purchase_id: '1', products: value };
		expect(checkRecord('purchase', 'uploadTool', purchase)).toEqual([{ path: 'products[0].quantity', rule: 'is required' }]);
	});

	it.each([['customer_record', 'city'], ['customer_record', 'custom_fields.note'], ['product', 'name']] as const)('but not in the texts of %s: %s', (recordType, field) => {
		expect(converting(recordType, field)('  ')).toEqual(silently('  '));
	});
});
