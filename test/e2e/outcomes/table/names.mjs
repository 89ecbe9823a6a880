import { customer, eitherWayOn, fileItem, inputFile, records } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const CSV = { text: 'link.email\nada@example.com\n' };
const PEOPLE = ['a', 'b', 'c'].map((name) => customer(name));
const PARTS = { maxRecordsPerFile: 1 };

/**
 * @param {string} fileName
 * @param {string[]} parts
 * @returns {Case}
 */
const parts = (fileName, parts) => ({
	name: `parts of ${fileName} are numbered where Lexer takes them for no versions`,
	items: PEOPLE.slice(0, parts.length),
	lexer: records({ fileName, options: PARTS }),
	names: parts,
	delivered: parts.map((name) => ({ fileName: name })),
});

/** @type {Case[]} */
export const names = [
	parts('names-customers-20260131.ndjson', ['names-customers_part1-20260131.ndjson', 'names-customers_part2-20260131.ndjson', 'names-customers_part3-20260131.ndjson']),
	parts('names-orders-2026-01-31.ndjson', ['names-orders_part1-2026-01-31.ndjson', 'names-orders_part2-2026-01-31.ndjson']),
	parts('names-version-20260131-b.ndjson', ['names-version_part1-20260131-b.ndjson', 'names-version_part2-20260131-b.ndjson']),
	parts('names_plain.ndjson', ['names_plain_part1.ndjson', 'names_plain_part2.ndjson']),
	parts('names_without_end', ['names_without_end_part1', 'names_without_end_part2']),
	{
		name: "parts of a dataset's default name are numbered at its end",
		items: PEOPLE,
		lexer: records({ destination: 'dataset', datasetId: 'namesparts', options: PARTS }),
		names: [/^namesparts_/],
		delivered: [1, 2, 3].map((part) => ({ fileName: new RegExp(`^namesparts_customer_record_\\d{10}_part${part}\\.ndjson$`) })),
	},
	{
		name: 'equal names of files to several datasets are told apart',
		items: ['one', 'two'].map((dataset) => customer(dataset, { dataset })),
		lexer: records({ destination: 'dataset', datasetId: '={{ $json.dataset }}', fileName: 'names-equal-20260131.ndjson' }),
		names: [/^names-equal/],
		delivered: [1, 2].map((part) => ({ fileName: `names-equal_part${part}-20260131.ndjson` })),
	},
	{
		name: 'equal names of binary files are told apart',
		items: [fileItem('names-same.csv'), fileItem('names-same.csv', { text: 'other', inMemory: true }), { json: {}, files: { data: inputFile('names-same.csv', { text: 'third' }) } }],
		names: [/^names(_part\d)?-same/],
		delivered: [1, 2, 3].map((part) => ({ fileName: `names_part${part}-same.csv` })),
		stored: { 'names_part2-same.csv': 'other', 'names_part3-same.csv': 'third' },
	},
	{
		name: 'equal names that arise from Convert CSV are told apart, too',
		items: [fileItem('names-arise.csv', CSV), fileItem('names-arise.txt', CSV), fileItem('names-arise.ndjson', { text: '{"link":{"email":"ada@example.com"}}\n', type: 'application/x-ndjson' })],
		lexer: { options: { convertCsv: '={{ $json.row !== "names-arise.ndjson" }}' } },
		names: [/^names(_part\d)?-arise/],
		also: ({ succeeded }) => (new Set(succeeded.map(({ json }) => json.fileName)).size === 3 ? [] : ['two files of a run have one name']),
	},
	{
		name: 'default names of two runs in the same second differ',
		items: PEOPLE,
		lexer: records({ destination: 'dataset', datasetId: 'namesloop' }),
		loop: true,
		names: [/^namesloop_/],
		delivered: PEOPLE.map(() => ({ fileName: /^namesloop_customer_record_\d{10}(_\w+)?\.ndjson$/ })),
		also: ({ succeeded }) => (new Set(succeeded.map(({ json }) => json.fileName)).size === PEOPLE.length ? [] : ['two runs have one name']),
	},
	{
		name: 'a default name without a dataset has its time without hyphens',
		items: [customer('ada')],
		lexer: records(),
		names: [/^customer_record-\d/],
		delivered: [{ fileName: /^customer_record-\d{8}T\d{6}Z\.ndjson$/ }],
	},
	{
		name: 'Convert CSV makes .ndjson of .csv, and leaves what is named so already',
		items: ['names-end.csv', 'names-end.CSV', 'names-end2.txt', 'names-end.ndjson', 'names-end.jsonl', 'names-end.json', 'names-no-end'].map((name) => fileItem(name, CSV)),
		lexer: { options: { convertCsv: true } },
		names: [/^names(_part\d)?-(end|no-end)/],
		also: ({ succeeded }) => {
			const given = succeeded.map(({ json }) => String(json.fileName));
			const wrong = ['names-end.jsonl', 'names-end.json'].filter((name) => !given.includes(name));
			return [
				...wrong.map((name) => `"${name}" was renamed: ${given}`),
				...given.filter((name) => !/\.(ndjson|jsonl?)$/.test(name)).map((name) => `"${name}" does not end as NDJSON`),
				...(new Set(given).size === 7 ? [] : [`seven files are named ${given}`]),
			];
		},
	},
	...eitherWayOn((run) => ({
		name: 'names that no file can have are refused for their items',
		items: ['.', '..', 'a/b.csv', 'a\\b.csv', 'tab\t.csv', 'nul\0.csv', 'line\n.csv', `${'é'.repeat(130)}.csv`, 'good'].map((name) => ({
			json: { name: name === 'good' ? `names-good-${run}.csv` : name },
			files: { data: inputFile(`names-own-${run}.csv`) },
		})),
		lexer: { fileName: '={{ $json.name }}' },
		names: [`names-good-${run}.csv`],
		delivered: [{ fileName: `names-good-${run}.csv` }],
		failed: [0, 1, 2, 3, 4, 5, 6, 7].map((item) => ({ item, error: /file name/i })),
		asked: { api: 1, s3: 1 },
	})),
	{
		name: 'for rows as well',
		items: PEOPLE,
		lexer: records({ fileName: '={{ $json.first_name === "a" ? ".." : "names-rows.ndjson" }}', options: { invalidRecords: 'skip' } }),
		names: ['names-rows.ndjson', '..'],
		delivered: [{ fileName: 'names-rows.ndjson', records: { valid: 2 } }],
		failed: [{ item: 0, error: /file name/i }],
	},
	{
		name: 'unusual names arrive as they are',
		items: ['names-ö&%2B "q".csv', "names-it's #1.csv", 'names-日本-😀.csv', 'names-null', 'names-.hidden..csv'].map((name) => fileItem(name)),
		delivered: ['names-ö&%2B "q".csv', "names-it's #1.csv", 'names-日本-😀.csv', 'names-null', 'names-.hidden..csv'].map((fileName) => ({ fileName })),
	},
];
