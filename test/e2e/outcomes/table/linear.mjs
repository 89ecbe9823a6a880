import { fileItem, records } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

/**
 * Texts that patterns and loops have come to grief on. Where time grows faster than they do, the
 * workflow does not end.
 */

/** @param {string} text */
const json = (text) => ({ text, type: 'application/x-ndjson' });
const CHECKED = { options: { invalidRecords: 'skip' } };

/** @type {Case[]} */
export const linear = [
	{
		name: '60 KB of escaped quotes in a JSON column of every row',
		items: `const text = JSON.stringify({ t: '\\\\"'.repeat(15000) }); return Array.from({ length: 40 }, (_, n) => ({ json: { 'link.email': 'c' + n + '@example.com', custom_fields: text } }));`,
		lexer: records({ fileName: 'linear-quotes.ndjson' }),
		delivered: [{ records: { valid: 40 } }],
	},
	{
		name: 'a JSON column that is cut off in the middle of them',
		items: `const text = '{"t":"' + '\\\\\\\\\\\\"'.repeat(20000); return Array.from({ length: 40 }, (_, n) => ({ json: { 'link.email': 'c' + n + '@example.com', custom_fields: text } }));`,
		lexer: records({ fileName: 'linear-cut.ndjson', ...CHECKED }),
		failed: Array.from({ length: 40 }, (_, item) => ({ item, error: /custom_fields/ })),
	},
	{
		name: 'an NDJSON line of 64,000 empty texts',
		items: [fileItem('linear-texts.ndjson', json(`{"link":{"email":"ada@example.com"},"custom_fields":{"list":[${Array(64_000).fill('""').join(',')}]}}\n`))],
		lexer: { recordType: 'customer_record', ...CHECKED },
		delivered: [{ fileName: 'linear-texts.ndjson', records: { total: 1 } }],
	},
	{
		name: 'an NDJSON line of brackets',
		items: [fileItem('linear-brackets.ndjson', json(`${'['.repeat(200_000)}\n{"link":{"email":"ada@example.com"}}\n`))],
		lexer: { recordType: 'customer_record', ...CHECKED },
		delivered: [{ records: { total: 2, valid: 1, invalid: 1 } }],
	},
	{
		name: 'a CSV file of quotes',
		items: [fileItem('linear-quotes.csv', { text: `link.email\n${'"'.repeat(1_000_001)}\n` })],
		lexer: { options: { convertCsv: true, invalidRecords: 'skip' } },
		names: ['linear-quotes.ndjson'],
	},
	{
		name: 'a CSV header of 10,000 columns',
		items: [fileItem('linear-columns.csv', { text: `link.email,${Array.from({ length: 10_000 }, (_, index) => `custom_fields.c${index}`).join(',')}\nada@example.com${','.repeat(10_000)}\n` })],
		lexer: { options: { convertCsv: true } },
		names: ['linear-columns.ndjson'],
	},
	{
		name: 'blanks, and an address that never ends',
		items: [`${' '.repeat(200_000)}x`, `${'a.'.repeat(100_000)}@`, `a@${'b-'.repeat(100_000)}`, `${'1'.repeat(200_000)}x`].map((text) => ({ json: { 'link.email': text, mobile: text, date_of_birth: text, lifetime_spend: text } })),
		lexer: records({ fileName: 'linear-blanks.ndjson', ...CHECKED }),
		failed: [0, 1, 2, 3].map((item) => ({ item, error: /link\.email|lifetime_spend/ })),
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'an answer of the storage of nothing but brackets',
		items: [fileItem('linear-xml.csv')],
		lexer: { options: { maxTries: 1 } },
		faults: [{ target: 's3', kind: 'errorBody', match: { fileName: 'linear-xml.csv' }, status: 400, body: '<Code>'.repeat(10_000) }],
		delivered: [],
		failed: [{ item: 0, error: /was not delivered/ }],
	},
];
