import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { type ConversionOptions, DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { jsonText } from '../../../nodes/Lexer/records/write/jsonText';

const page = readFileSync(resolve(__dirname, '../../../docs/conversion.md'), 'utf8');
const unquoted = (cell: string) => cell.replace(/^`|`$/g, '');
const EXAMPLES = [...page.matchAll(/^\| ([a-z_]+) \| (`.+?`) \| (`.+?`) \| (.*?) ?\| (.+) \|$/gm)].map(([, ...cells]) => cells.map(unquoted));

function optionsOf(text: string): ConversionOptions {
	const [name, value = ''] = text.split(/: /);
	if (name === '') return DEFAULT_CONVERSION;
	return { ...DEFAULT_CONVERSION, [name]: name === 'emptyValues' ? new Set([value]) : value };
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
