import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { createColumn } from '../../../nodes/Lexer/records/convert/assembly/recordColumns';
import { recordConverter, rowConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

type Json = Record<string, unknown>;
const emptyValues = new Set(['NULL', '\\N', 'N/A', '#N/A']);

const isEmpty = (recordType: RecordType | 'custom', json: Json, options: Partial<ConversionOptions> = {}) =>
	recordConverter(recordType, { ...DEFAULT_CONVERSION, ...options })(json).isEmpty === true;

it.each<[string, RecordType | 'custom', Json, Partial<ConversionOptions>?]>([
	['an item without a field', 'customer_record', {}],
	['an item of Always Output Data in a custom upload', 'custom', {}],
	['nulls, empty texts and undefined', 'customer_record', { city: null, zip: '', 'link.email': null, favourite: null, state: undefined }],
	['blanks', 'customer_record', { city: ' ', zip: '\t', favourite: '\u00a0', 'custom_fields.a': '  ', 'link.email': ' ' }],
	['blanks in a custom record', 'custom', { a: ' ', 'b.c': '\r\n' }],
	['objects with nothing in them', 'purchase', { link: {}, store: { name: '', location: { name: null } }, custom_fields: {} }],
	['Empty Values', 'customer_record', { city: 'NULL', zip: ' N/A ', favourite: '\\N', 'custom_fields.a': '#N/A' }, { emptyValues }],
	['Empty Values in objects', 'purchase', { store: { name: 'NULL' }, custom_fields: 'NULL', products: 'NULL' }, { emptyValues }],
	["nothing but n8n's files", 'customer_record', { _files: { data: { id: 'x' } } }],
	['nothing under an empty name', 'customer_record', { '': '' }],
	['blanks in fields that are dropped', 'customer_record', { favourite: ' ' }, { unknownFields: 'drop' }],
	['blanks in fields that stop it', 'customer_record', { favourite: ' ', z: '' }, { unknownFields: 'stop' }],
])('takes %s for no record', (_name, recordType, json, options = {}) => {
	expect(isEmpty(recordType, json, options)).toBe(true);
});

it.each<[string, RecordType | 'custom', Json, Partial<ConversionOptions>?]>([
	['a zero', 'customer_record', { 'custom_fields.a': 0 }],
	['a false', 'customer_record', { employee_flag: false }],
	['a text among blanks', 'customer_record', { city: ' ', zip: '', state: 'x' }],
	['one value deep inside', 'purchase', { store: { name: ' ', location: { coordinate: { latitude: 0 } } } }],
	['an empty list, which somebody made', 'purchase', { products: [] }],
	['a field that no schema knows', 'customer_record', { favourite: 'x' }],
	['a field that is dropped', 'customer_record', { favourite: 'x' }, { unknownFields: 'drop' }],
	['a field that stops it', 'customer_record', { favourite: 'x' }, { unknownFields: 'stop' }],
	['a value that cannot be sent', 'customer_record', { 'custom_fields.a': Symbol('x') }],
	['a text like an Empty Value', 'customer_record', { last_name: 'Null' }, { emptyValues }],
	['a value under a name that cannot be', 'customer_record', { ['__proto__']: 1 }],
])('takes %s for a record', (_name, recordType, json, options = {}) => {
	expect(isEmpty(recordType, json, options)).toBe(false);
});

it.each([
	[['', '', ''], true],
	[[' ', '', '\t'], true],
	[[], true],
	[['', 'a@b.co', ''], false],
	[['', '', '0'], false],
])('takes a row of the cells %j for no record: %s', (cells, expected) => {
	const columns = ['First Name', 'link.email', 'favourite'].map((name) => createColumn('customer_record', name));
	const convert = rowConverter(columns, 'customer_record');
	expect(convert(cells).isEmpty === true).toBe(expected);
	expect(convert(['x', '', '']).isEmpty).toBeUndefined();
});

it('leaves Empty Values out wherever they stand', () => {
	const json = { city: 'NULL', tier: 'N/A', link: { email: '\\N', mobile: '61491570006' }, custom_fields: { a: 'NULL', b: { c: 'NULL', d: ['NULL', 'x'] } } };
	expect(recordConverter('customer_record', { ...DEFAULT_CONVERSION, emptyValues })(json).record).toEqual({
		link: { mobile: '61491570006' },
		custom_fields: { b: { d: [null, 'x'] } },
	});
});
