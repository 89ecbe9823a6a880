import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { createColumn } from '../../../nodes/Lexer/records/convert/assembly/recordColumns';
import { recordConverter, rowConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import { RECORD_TYPES } from '../../../nodes/Lexer/parameters/recordTypes';
import { SCHEMAS } from '../../../nodes/Lexer/records/schemas';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';

const AU: Partial<ConversionOptions> = { phoneCountry: 'AU' };

function linkOf(link_type: unknown, link_value: unknown, options: Partial<ConversionOptions> = {}, recordType: RecordType = 'sms_send') {
	const { record, problems, notes } = recordConverter(recordType, { ...DEFAULT_CONVERSION, ...options })({ 'link.link_type': link_type, link_value: 1, 'link.link_value': link_value });
	return { value: (record.link as Record<string, unknown> | undefined)?.link_value, problems: problems.map(({ rule }) => rule), notes: notes.map(({ field }) => field) };
}

it.each<[unknown, unknown, Partial<ConversionOptions>, unknown, string[]]>([
	['mobile', '+61 491 570 006', {}, '61491570006', []],
	['mobile', '0491 570 006', AU, '61491570006', []],
	['mobile', 61491570006, {}, '61491570006', []],
	['mobile', '0491 570 006', {}, '0491 570 006', ['link.link_value']],
	['mobile', '+61 491 570 006', { mobileNumbers: 'keep' }, '+61 491 570 006', []],
	['email', ' Jane@Example.COM ', {}, 'jane@example.com', []],
	['email_md5', '3E3417D7EF77D5932A6734B916515ED5', {}, '3e3417d7ef77d5932a6734b916515ed5', []],
	['customer_id', '+61 491', AU, '+61 491', []],
	['external_id', 'A-1', AU, 'A-1', []],
	['engage.id', 'A-1', AU, 'A-1', []],
	['link_type', 'A-1', AU, 'A-1', []],
	['constructor', '+61 491 570 006', AU, '+61 491 570 006', []],
	['fax', '+61 491 570 006', AU, '+61 491 570 006', []],
	[undefined, '+61 491 570 006', AU, '+61 491 570 006', []],
	['mobile', undefined, AU, undefined, []],
])('a link of the type %s with the value %s', (kind, value, options, expected, notes) => {
	expect(linkOf(kind, value, options)).toEqual({ value: expected, problems: [], notes });
});

const TYPED = RECORD_TYPES.map(({ value }) => value).filter((recordType) => JSON.stringify(recordConverter(recordType)({ link: { link_type: 'mobile', link_value: '+61 491 570 006' } }).record).includes('"61491570006"'));

it('converts in every record type that has such links', () => {
	expect(TYPED).toEqual(RECORD_TYPES.map(({ value }) => value).filter((recordType) => SCHEMAS[recordType].properties?.link !== undefined));
	expect(TYPED).toContain('email_open');
});

it.each([
	['an object', { link: { link_type: 'mobile', link_value: '+61 491 570 006' } }],
	['its JSON', { link: '{"link_value": "+61 491 570 006", "link_type": "mobile"}' }],
	["a database's names", { 'LINK.LINK_VALUE': '+61 491 570 006', 'LINK.LINK_TYPE': 'mobile' }],
])('does so for %s', (_what, json) => {
	expect(recordConverter('sms_click')(json).record).toEqual({ link: { link_type: 'mobile', link_value: '61491570006' } });
});

it('does so for rows of a file', () => {
	const columns = ['link.link_value', 'link.link_type'].map((name) => createColumn('email_open', name));
	expect(rowConverter(columns, 'email_open')(['0061 491 570 006', 'mobile']).record).toEqual({ link: { link_type: 'mobile', link_value: '61491570006' } });
});

it.each(['x', 5, null, [], { link_type: 5, link_value: {} }])('leaves a link of %j to the check', (link) => {
	expect(() => recordConverter('sms_send')({ link })).not.toThrow();
});
