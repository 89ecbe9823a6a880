import { checkRecord } from '../../../nodes/Lexer/records/check/checkRecord';
import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { expectLinear } from '../../support/growth.cjs';

/** What patterns look for several times in a row; between a beginning that they like and an end that they do not. */
const UNITS = ['1', '0', ' ', '\t', '\n', 'a', 'A.', '.', ',', '-', '+', '_', '1_', '1,', '1.', '1e', '(', "'", '"', ':', '/', '@', 'a@', '%41', 'é', '🎉', '\u00a0', '٣', '1 000', 'T00', '="'];
const BEGINNINGS = ['', '1', '+61', '2026-01-31T', '31/01/2026 ', 'tel:', 'a@b', 'https://a'];
const ENDS = ['', 'x', '!', '\n.'];

/** A field of each kind that the schemas have. */
const FIELDS: Array<[RecordType, string]> = [
	['customer_record', 'link.email'],
	['customer_record', 'link.email_sha256'],
	['customer_record', 'mobile'],
	['customer_record', 'date_of_birth'],
	['customer_record', 'employee_flag'],
	['customer_record', 'first_name'],
	['customer_record', 'country'],
	['customer_record', 'custom_fields.tier'],
	['product', 'price'],
	['product', 'inventory.quantity'],
	['purchase', 'action_at'],
	['product', 'url'],
	['email_click', 'clicked_link.url'],
	['purchase', 'currency'],
	['sms_send', 'to'],
];

const OPTIONS: Array<[string, Partial<ConversionOptions>]> = [
	['as it is', {}],
	['with all options', { dateOrder: 'dayFirst', emptyValues: new Set(['NULL', 'N/A']), numbers: '1.234,50', phoneCountry: 'AU', timezone: 'Australia/Sydney' }],
	['with other options', { dateOrder: 'monthFirst', numbers: '1,234.50', mobileNumbers: 'keep', fieldNames: 'exact' }],
];

describe.each(OPTIONS)('a long text converted %s', (_what, options) => {
	it.each(FIELDS)('takes no more time than it has to in %s, %s', (recordType, field) => {
		const convert = recordConverter(recordType, { ...DEFAULT_CONVERSION, ...options });
		const make = (size: number) =>
			UNITS.flatMap((unit) => {
				const text = unit.repeat(size / unit.length);
				return BEGINNINGS.flatMap((beginning) => ENDS.map((end) => ({ [field]: beginning + text + end })));
			});
		const run = (items: Array<Record<string, string>>) => {
			for (const item of items) {
				const { record } = convert(item);
				checkRecord(recordType, 'uploadTool', record);
				checkRecord(recordType, 'jsonSchema', record);
			}
		};
		expectLinear(make, run, 2500);
	});
});
