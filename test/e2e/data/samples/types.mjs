import { mySql, MYSQL_CREDENTIAL, postgres, POSTGRES_CREDENTIAL, reasonToSkip } from '../../databases.mjs';
import { ADA, allFailed, customer, customerLine, customers, line, upload } from '../case.mjs';
import { driverValues, snowflake } from '../sources.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const skipPostgres = await reasonToSkip(POSTGRES_CREDENTIAL);
const skipMySql = await reasonToSkip(MYSQL_CREDENTIAL);

const SHA256 = 'b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72';
const MD5 = '3e3417d7ef77d5932a6734b916515ed5';
const COMBINED = { binaryMode: 'combined' };
const CSV = 'link.email,first_name\nada@example.com,Ada\n';

/** @param {string} name @param {string} [text] */
const csvFile = (name, text = CSV) => ({ name, text });

/** @type {Case[]} */
export const types = [
	upload({
		name: "MySQL's BIT(1) is true or false",
		skip: skipMySql,
		rows: [mySql(`select 'ada@example.com' as \`link.email\`, b'1' as employee_flag union all select 'ada@example.com', b'0' union all select 'ada@example.com', null`)],
		lines: [customerLine({ employee_flag: true }), customerLine({ employee_flag: false }), customerLine({})],
	}),
	upload({
		name: 'so it is after a node that has made JSON of it',
		...customers('employee_flag', [[{ type: 'Buffer', data: [1] }, true], [{ type: 'Buffer', data: [0] }, false]]),
	}),
	upload({
		name: 'yes and no are read as databases write them',
		...customers('employee_flag', [['t', true], ['F', false], ['Y', true], ['no', false], [1, true], ['0', false], ['TRUE', true], ['off', false]]),
	}),
	upload({
		name: "PostgreSQL's bytes of a hash are its digits",
		skip: skipPostgres,
		rows: [postgres(`select sha256('ada@example.com') as "link.email_sha256", decode('${SHA256}', 'hex') as email_sha256`)],
		lines: [line({ link: { email_sha256: SHA256 }, email_sha256: SHA256 })],
	}),
	upload({
		name: "so are MySQL's",
		skip: skipMySql,
		rows: [mySql(`select unhex(md5('ada@example.com')) as \`link.email_md5\`, unhex(sha2('ada@example.com', 256)) as email_sha256`)],
		lines: [line({ link: { email_md5: MD5 }, email_sha256: SHA256 })],
	}),
	upload({
		name: "and Snowflake's, of an older version of its node",
		rows: [snowflake([['LINK.EMAIL_SHA256', 'binary'], ['FIRST_NAME', 'text']], [[SHA256.toUpperCase(), 'Ada']], 1)],
		lines: [line({ link: { email_sha256: SHA256 }, first_name: 'Ada' })],
	}),
	upload({
		name: 'bytes are refused in any other field, of whatever kind',
		skip: skipPostgres,
		rows: [
			postgres(`select * from (values ('ada@example.com', 'Ada'::bytea, null::bytea, null::bytea), ('ada@example.com', null, '\\x01ff', null), ('ada@example.com', null, null, 'secret note'::bytea), ('ada@example.com', null, null, null))
				as people("link.email", first_name, employee_flag, "custom_fields.note")`),
		],
		lines: [customerLine({})],
		failed: [[0, /first_name.*bytes/], [1, /employee_flag.*bytes/], [2, /custom_fields\.note.*bytes/]],
	}),
	upload({
		name: 'maps are objects, sets are lists, and times of Luxon are times',
		recordType: 'email_open',
		rows: [
			driverValues(`return [{
				'link.email': 'ada@example.com',
				action_at: luxon.DateTime.fromISO('2026-01-31T21:00:00', { zone: 'Australia/Sydney' }),
				email_id: new Number(7),
				list: new Map([['id', 1], ['name', 'News']]),
			}];`),
		],
		delivered: [{ records: { valid: 1 } }],
		also: async ({ stored }) => {
			const text = String(await stored[0]?.body?.());
			return /^\{"link":\{"email":"ada@example\.com"\},"action_at":"2026-01-31T10:00:00(\.000)?Z","email_id":"7","list":\{"id":"1","name":"News"\}\}\n$/.test(text) ? [] : [`stored is ${text}`];
		},
	}),
	upload({
		name: 'so they are below custom_fields',
		rows: [
			driverValues(`return [{
				'link.email': 'ada@example.com',
				custom_fields: { sizes: new Set(['S', 'M']), scores: new Map([[2024, 1], [2025, 2]]), joined: luxon.DateTime.utc(2026, 1, 31, 10), day: new Date(2025, 2, 30, 0, 0, 0) },
			}];`),
		],
		lines: [customerLine({ custom_fields: { sizes: ['S', 'M'], scores: { 2024: 1, 2025: 2 }, joined: '2026-01-31T10:00:00.000Z', day: '2025-03-30' } })],
	}),
	upload({
		name: 'an invalid time of Luxon is no value, told in a note',
		rows: [driverValues(`return [{ 'link.email': 'ada@example.com', date_of_birth: luxon.DateTime.invalid('made so'), first_name: 'Ada' }];`)],
		lines: [customerLine({ first_name: 'Ada' })],
		records: { notes: [{ field: 'date_of_birth', records: 1, rule: /./ }] },
	}),
	...['ndjson', 'csv', 'json'].map((format) =>
		upload({
			name: `half a character, or a NUL, is refused in ${format}`,
			fileName: `data-halves.${format}`,
			lexer: { format },
			rows: [customer({ first_name: 'Ada' }), customer({ first_name: 'broken\ud83d' }), customer({ last_name: '\udc00broken' }), customer({ address_1: 'bro\u0000ken' }), customer({ custom_fields: { note: 'bro\u0000ken' } }), customer({ first_name: '😀' })],
			failed: [[1, /first_name/], [2, /last_name/], [3, /address_1/], [4, /custom_fields/]],
			delivered: [{ records: { total: 6, valid: 2, invalid: 4 } }],
		}),
	),
	{
		name: 'in combined binary mode, a file is found by the name of its field',
		settings: COMBINED,
		items: [{ json: { row: 1 }, files: { data: csvFile('data-combined.csv') } }],
		delivered: [{ fileName: 'data-combined.csv' }],
		failed: [],
		stored: { 'data-combined.csv': CSV },
		also: ({ input }) => (input[0].json._files ? [] : ['the workflow is in no combined mode']),
	},
	{
		name: 'so is every one of a list that an expression gives',
		settings: COMBINED,
		items: [{ json: {}, files: { data: csvFile('data-list1.csv'), other: csvFile('data-list2.csv', 'b') } }],
		lexer: { binaryPropertyName: '={{ Object.values($json._files) }}' },
		delivered: [{ fileName: 'data-list1.csv' }, { fileName: 'data-list2.csv' }],
		failed: [],
		stored: { 'data-list1.csv': CSV, 'data-list2.csv': 'b' },
		// Both are of one item, which the law counts as one.
		also: ({ succeeded }) => (succeeded.length === 2 ? [] : ['a file is missing']),
	},
	{
		name: 'and one that fails comes out with its item',
		settings: COMBINED,
		items: [{ json: { row: 1 }, files: { data: csvFile('data-combined-empty.csv', '') } }, { json: { row: 2 } }],
		delivered: [],
		failed: [{ item: 0, error: /empty/ }, { item: 1, error: /binary file/ }],
		asked: { api: 0, s3: 0 },
	},
	{
		...upload({
			name: "rows do not send the files that n8n keeps in them, nor are these unknown fields",
			settings: COMBINED,
			rows: [],
			lines: [customerLine({ first_name: 'Ada' })],
		}),
		items: [{ json: customer({ first_name: 'Ada' }), files: { photo: csvFile('data-photo.jpg', 'x') } }],
	},
	{
		...upload({ name: 'a record of no type does not have them either', settings: COMBINED, recordType: 'custom', rows: [], lines: ['{"a":1}'] }),
		items: [{ json: { a: 1 }, files: { photo: csvFile('data-photo2.jpg', 'x') } }],
	},
	upload({
		name: "PostgreSQL's JSON, lists and other types arrive as what they are",
		skip: skipPostgres,
		recordType: 'product',
		rows: [
			postgres(`select 'p0' as product_id, json_build_object('Department', array['Women', 'Shoes']) as options, array['https://shop.example.com/1.jpg'] as images,
				true as "availability.available", interval '1 day' as "Lead Time"`),
		],
		delivered: [{ records: { valid: 1, unknownFields: [{ name: 'Lead Time', records: 1 }] } }],
		also: async ({ stored }) => {
			const text = String(await stored[0]?.body?.());
			const start = '{"product_id":"p0","options":{"Department":["Women","Shoes"]},"images":["https://shop.example.com/1.jpg"],"availability":{"available":true},';
			return text.startsWith(start) ? [] : [`stored is ${text}`];
		},
	}),
	upload({
		name: 'an item that is nothing but numbers and texts in odd places is refused where it is no record',
		rows: [{ 'link.email': ADA, custom_fields: 'a text' }, { 'link.email': ADA, custom_fields: [1] }, { link: 'a text' }],
		failed: allFailed([0, 1, 2], /custom_fields|link/),
	}),
];
