import { checkRecord } from '../../../nodes/Lexer/records/check/checkRecord';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { createReport } from '../../../nodes/Lexer/records/check/report';
import { describeWithLexerData, jsonLines } from './lexerData.cjs';
import { piecesOf, textOf } from './streams.cjs';
import { convertCsv } from './passes.cjs';

const EXAMPLES: Array<[RecordType, string]> = [
	['customer_record', 'profile_customer_record'],
	['product', 'commerce_product'],
	['purchase', 'commerce_purchase'],
	['return', 'commerce_return'],
	['email_send', 'marketing_email_send'],
	['email_open', 'marketing_email_open'],
	['email_click', 'marketing_email_click'],
	['email_bounce', 'marketing_email_bounce'],
	['email_subscribe', 'marketing_email_subscribe'],
	['sms_send', 'marketing_sms_send'],
	['sms_click', 'marketing_sms_click'],
	['sms_subscribe', 'marketing_sms_subscribe'],
];

describeWithLexerData("Lexer's own examples", (read) => {
	it.each(EXAMPLES)('of a %s pass under both rule sets', (recordType, name) => {
		const records = jsonLines<object>(read(`examples/batch_${name}.ndjson`));
		expect(records.length).toBeGreaterThan(0);
		for (const record of records) {
			expect(checkRecord(recordType, 'uploadTool', record)).toEqual([]);
			expect(checkRecord(recordType, 'jsonSchema', record)).toEqual([]);
		}
	});

	it("convert from CSV to the records that Lexer's converter makes, less its nulls", async () => {
		const report = createReport();
		const conversion = { recordType: 'customer_record', rules: 'uploadTool', invalidRecords: 'stop', report } as const;
		const ndjson = await textOf(convertCsv(piecesOf(Buffer.from(read('examples/example.csv')), 7), conversion));
		const expected = jsonLines<Record<string, unknown>>(read('examples/example.csv.ndjson')).map(withoutNulls);
		expect(jsonLines(ndjson)).toEqual(expected);
		expect(report.report()).toMatchObject({ total: 16, valid: 16, invalid: 0 });
	});
});

function withoutNulls(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, part]) => part !== null)
			.map(([name, part]) => [name, withoutNulls(part)]),
	);
}
