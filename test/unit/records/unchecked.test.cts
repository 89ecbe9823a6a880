import { DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

const unchecked = (recordType: RecordType, json: Record<string, unknown>) => {
	const { record, problems, notes } = recordConverter(recordType, DEFAULT_CONVERSION, false)(json);
	return { record, problems: problems.map(({ path }) => path), notes: notes.map(({ field }) => field) };
};

describe('where nothing is checked', () => {
	it.each<[string, RecordType, Record<string, unknown>]>([
		['a date whose order is not certain', 'customer_record', { date_of_birth: '31/01/2026' }],
		['an Excel date', 'customer_record', { date_of_birth: 46053.5 }],
		['a number with commas', 'product', { price: '1,234.50' }],
	])('%s is sent as it is, and told', (_name, recordType, json) => {
		const { record, problems, notes } = unchecked(recordType, json);
		expect({ record, problems, notes }).toEqual({ record: json, problems: [], notes: Object.keys(json) });
	});

	it.each<[string, RecordType, Record<string, unknown>]>([
		['bytes', 'customer_record', { first_name: Buffer.from('Ada') }],
		['a NUL in a text', 'customer_record', { first_name: 'A\0da' }],
		['a NUL where a number is wanted', 'product', { price: '1\0' }],
		['half a character where a date is wanted', 'customer_record', { date_of_birth: 'x\ud83d' }],
		['a number whose digits may be lost', 'customer_record', { customer_id: 2 ** 60 }],
		['what JSON cannot hold', 'customer_record', { 'custom_fields.a': Symbol('x') }],
	])('%s cannot be written, and is a problem', (_name, recordType, json) => {
		expect(unchecked(recordType, json).problems).toEqual(Object.keys(json));
	});

	it('two columns of one field cannot both be written', () => {
		expect(unchecked('customer_record', { first_name: 'Ada', FIRST_NAME: 'Augusta' }).problems).toEqual(['first_name']);
	});
});

it.each<[string, RecordType, Record<string, unknown>]>([
	['where a number is wanted', 'product', { price: 'a\0' }],
	['where a date is wanted', 'customer_record', { date_of_birth: 'a\ud83d' }],
])('a text that nobody can store is told as such %s, checked or not', (_name, recordType, json) => {
	const { problems } = recordConverter(recordType)(json);
	expect(problems).toEqual([{ path: Object.keys(json)[0], rule: expect.stringContaining('a NUL, or half of a character') }]);
});
