import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

import { badCustomer, customer, customerRecord, eitherWayOn, fileItem, records } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const hashOf = (/** @type {string} */ address) => createHash('sha256').update(address).digest('hex');
const CSV = 'link.email,first_name\nada@example.com,ada\ngrace@example.com,grace\nADA@example.com,again\n';

/** @type {Case[]} */
export const limits = [
	...eitherWayOn((run) => ({
		name: 'with more invalid rows than are allowed, nothing is sent, and every row says why',
		items: [customer('ada'), badCustomer('bob'), customer('cleo')],
		lexer: records({ fileName: `limits-percent-${run}.ndjson`, options: { invalidRecords: 'skip', maxInvalidPercent: 30 } }),
		delivered: [],
		failed: [0, 1, 2].map((item) => ({ item, error: /1 of 3 records is invalid, more than the 30% that 'Options > Max Invalid Percent' allows/ })),
		asked: { api: 0, s3: 0 },
	})),
	{
		name: 'with as many as are allowed, the others are sent',
		items: [customer('ada'), badCustomer('bob'), customer('cleo')],
		lexer: records({ fileName: 'limits-allowed.ndjson', options: { invalidRecords: 'skip', maxInvalidPercent: 34 } }),
		stored: { 'limits-allowed.ndjson': ['ada', 'cleo'].map(customerRecord) },
		failed: [{ item: 1, error: /link\.email/ }],
	},
	...eitherWayOn((run) => ({
		name: 'with fewer valid rows than are asked for, nothing is sent, and every row says why',
		items: [customer('ada'), customer('bob')],
		lexer: records({ fileName: `limits-few-${run}.ndjson`, options: { minRecords: 3 } }),
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: /2 of 2 records are valid, fewer than the 3 that 'Options > Min Records' asks for/ })),
		asked: { api: 0, s3: 0 },
	})),
	{
		name: 'and the execution stops where it is to stop',
		items: [customer('ada')],
		lexer: records({ fileName: 'limits-stop.ndjson', options: { minRecords: 2 } }),
		onError: 'stopWorkflow',
		stopped: /Nothing was sent: 1 of 1 records is valid, fewer than the 2/,
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'of several files, the one that breaks a guard comes out',
		items: [fileItem('limits-file-1.csv', { text: 'link.email\nada@example.com\n' }), fileItem('limits-file-2.csv', { text: CSV })],
		lexer: { options: { convertCsv: true, minRecords: 2 } },
		names: ['limits-file-1.ndjson', 'limits-file-2.ndjson'],
		delivered: [{ fileName: 'limits-file-2.ndjson', records: { total: 3, valid: 3, invalid: 0 } }],
		failed: [{ item: 0, error: /1 of 1 records is valid, fewer than the 2/ }],
		asked: { api: 1, s3: 1 },
	},
	...['keepFirst', 'keepLast'].map(
		/** @returns {Case} */ (duplicates) => ({
			name: `of rows with one link, ${duplicates} sends one, and all are paired with the receipt`,
			items: [customer('ada', { first_name: '1' }), customer('bob', { first_name: '2' }), customer('ADA', { first_name: '3' })],
			lexer: records({ fileName: `limits-${duplicates}.ndjson`, options: { duplicates } }),
			delivered: [{ records: { total: 3, valid: 2, invalid: 0, duplicates: 1 } }],
			failed: [],
			also: async ({ stored: [object] }) => {
				const names = String(await object?.body?.()).match(/(?<="first_name":")\d/g)?.join('');
				return names === (duplicates === 'keepFirst' ? '12' : '23') ? [] : [`sent were ${names}`];
			},
		}),
	),
	...eitherWayOn((run) => ({
		name: 'where duplicates stop a run, each row says why',
		items: [customer('ada'), customer('bob'), customer('ada')],
		lexer: records({ fileName: `limits-twice-${run}.ndjson`, options: { duplicates: 'stop' } }),
		delivered: [],
		failed: [
			{ item: 0, error: /because 1 of 3 records is a duplicate/ },
			{ item: 1, error: /because 1 of 3 records is a duplicate/ },
			{ item: 2, error: /it has the link of record 1/ },
		],
		asked: { api: 0, s3: 0 },
	})),
	{
		name: 'duplicates in a CSV file are left out',
		items: [fileItem('limits-duplicates.csv', { text: CSV })],
		lexer: { options: { convertCsv: true, duplicates: 'keepFirst' } },
		stored: { 'limits-duplicates.ndjson': ['ada', 'grace'].map(customerRecord) },
		delivered: [{ records: { total: 3, valid: 2, invalid: 0, duplicates: 1 } }],
	},
	{
		name: 'addresses stay in n8n where they are hashed',
		items: [customer('ada', { email: 'ada@example.com' }), customer('bob', { 'link.email': 'private-no-address' })],
		lexer: records({ fileName: 'limits-hashed.ndjson', options: { invalidRecords: 'skip' }, conversion: { hashEmails: true } }),
		stored: { 'limits-hashed.ndjson': [{ link: { email_sha256: hashOf('ada@example.com') }, first_name: 'ada', email_sha256: hashOf('ada@example.com') }] },
		failed: [{ item: 1, error: /link\.email must be an e-mail address to be hashed/ }],
	},
	{
		name: 'a file whose addresses would go out as they are is refused',
		items: [fileItem('limits-unhashed.ndjson', { text: '{"link":{"email":"ada@example.com"}}\n' })],
		lexer: { conversion: { hashEmails: true } },
		delivered: [],
		failed: [{ item: 0, error: /Hash Emails/ }],
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'compressed records are the same records',
		items: [customer('ada'), customer('bob')],
		lexer: records({ fileName: 'limits-rows.ndjson', options: { compression: 'gzip' } }),
		names: ['limits-rows.ndjson.gz'],
		delivered: [{ fileName: 'limits-rows.ndjson.gz', contentType: 'application/gzip', compression: 'gzip', uncompressedSize: 112 }],
		also: async ({ stored: [object] }) => {
			const lines = gunzipSync((await object?.body?.()) ?? Buffer.alloc(0)).toString();
			const wanted = ['ada', 'bob'].map((name) => JSON.stringify(customerRecord(name)) + '\n').join('');
			return lines === wanted ? [] : [`stored is ${lines}`];
		},
	},
	{
		name: 'a compressed CSV file is converted',
		items: [fileItem('limits-packed.csv.gz', { base64: gzipSync(CSV).toString('base64'), type: 'application/gzip' })],
		lexer: { options: { convertCsv: true, duplicates: 'keepFirst' } },
		stored: { 'limits-packed.ndjson': ['ada', 'grace'].map(customerRecord) },
		delivered: [{ fileName: 'limits-packed.ndjson', contentType: 'application/x-ndjson' }],
	},
	{
		name: 'a compressed file that is cut off is refused',
		items: [fileItem('limits-cut.csv.gz', { base64: gzipSync(CSV).subarray(0, -9).toString('base64') })],
		lexer: { options: { convertCsv: true } },
		names: ['limits-cut.ndjson'],
		delivered: [],
		failed: [{ item: 0, error: /gzip file that ends before it is complete/ }],
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'File > Check reports on each file, and sends nothing',
		items: [fileItem('limits-check.csv', { text: CSV }), fileItem('limits-check.zip', { text: 'PK\u0003\u0004' })],
		lexer: { operation: 'check' },
		delivered: [{ fileName: 'limits-check.csv', total: 3, valid: 3, invalid: 0, duplicates: 1, missing: [] }],
		failed: [{ item: 1, error: /a ZIP archive/ }],
		asked: { api: 0, s3: 0 },
	},
];
