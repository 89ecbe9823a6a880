import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { conversionField } from '../../../nodes/Lexer/parameters/conversion';
import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { jsonText } from '../../../nodes/Lexer/records/write/jsonText';

const page = readFileSync(resolve(__dirname, '../../../docs/conversion.md'), 'utf8');
const unquoted = (cell: string) => cell.replace(/^`|`$/g, '');
const EXAMPLES = [...page.matchAll(/^\| ([a-z_]+) \| (`.+?`) \| (`.+?`) \| (.*?) ?\| (.+) \|$/gm)].map(([, ...cells]) => cells.map(unquoted));

/** What the panel calls an option, and its choice. */
function optionsOf(text: string): ConversionOptions {
	if (text === '') return DEFAULT_CONVERSION;
	const [label, given = ''] = text.split(/: /);
	const field = (conversionField.options as INodeProperties[]).find(({ displayName }) => displayName === label)!;
	const choice = (field.options as INodePropertyOptions[] | undefined)?.find(({ name }) => name === given)?.value;
	if (field.type === 'options' && choice === undefined) throw new Error(`'${label}' has no choice ${given}`);
	return { ...DEFAULT_CONVERSION, [field.name]: field.name === 'emptyValues' ? new Set([given]) : (choice ?? given) };
}

it('shows some examples', () => {
	expect(EXAMPLES.length).toBe(page.split('\n').filter((line) => /^\| (customer_record|purchase|product) \|/.test(line)).length);
});

it.each(EXAMPLES)('of a %s, the page on conversion says the truth of %s: %s %s', (recordType, column, value, conversion, expected) => {
	const convert = recordConverter(recordType as RecordType, optionsOf(conversion));
	const { record, problems } = convert({ [column]: JSON.parse(value) as unknown });
	if (expected.startsWith('{')) expect([problems, JSON.parse(jsonText(record))]).toEqual([[], JSON.parse(expected)]);
	else expect(problems.map(({ rule }) => rule).join()).toContain(expected);
});
