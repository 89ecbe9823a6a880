import { customer, customerRecord, eitherWayOn, FAILING, fileItem, records, storage } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const EACH = { destination: 'dataset', datasetId: '={{ $json.dataset }}' };

/** @param {string} name @param {unknown} dataset @param {object} [more] */
const rowFor = (name, dataset, more) => ({ json: { 'link.email': `${name}@example.com`, dataset, ...more } });

/** @type {Array<[string, unknown]>} what an expression may give, and no dataset has for an ID */
const NO_IDS = [
	['null', null],
	['an object', { id: 'private-id' }],
	['a list', ['private-id']],
	['a boolean', true],
	['a text with a slash', 'private/id'],
	['a text with a blank', 'private id'],
	['a text with a line break', 'private\nid'],
	['a text with a control character', 'private\u0007id'],
	['no text', ''],
	['blanks', '   '],
];

/** @type {Case[]} */
export const datasets = [
	{
		name: 'each row goes to its own dataset, in order of first appearance',
		items: [rowFor('ada', 'set1'), rowFor('grace', 'set2'), rowFor('alan', 'set1'), rowFor('edsger', 'set3')],
		lexer: records({ ...EACH, fileName: '=dataset-own-{{ $json.dataset }}.ndjson', options: { concurrency: 3 } }),
		names: [/^dataset-own-/],
		delivered: [['set1', 2], ['set2', 1], ['set3', 1]].map(([datasetId, total]) => ({
			destination: { datasetId, recordType: 'customer_record' },
			fileName: `dataset-own-${datasetId}.ndjson`,
			records: { total },
		})),
		failed: [],
		also: ({ succeeded }) => {
			const paired = JSON.stringify(succeeded.map(({ pairedItem }) => pairedItem));
			return paired === JSON.stringify([[{ item: 0 }, { item: 2 }], [{ item: 1 }], [{ item: 3 }]]) ? [] : [`receipts are paired with ${paired}`];
		},
	},
	{
		name: 'to datasets and to the team at once',
		items: [rowFor('ada', 'set4'), rowFor('grace', '')],
		lexer: records({ ...EACH, destination: '={{ $json.dataset ? "dataset" : "team" }}', fileName: '=dataset-team-{{ $json.dataset }}.ndjson' }),
		names: [/^dataset-team-/],
		delivered: [{ destination: { datasetId: 'set4' } }, { destination: undefined }],
		failed: [],
	},
	{
		name: 'each row has its own record type',
		items: [
			{ json: { 'link.email': 'ada@example.com', type: 'customer_record', first_name: 'ada' } },
			{ json: { 'link.email': 'ada@example.com', type: 'email_subscribe', action_at: '2026-01-31T00:00:00Z', status: 'subscribed' } },
			{ json: { 'link.email': 'grace@example.com', type: 'customer_record' } },
		],
		lexer: records({ destination: 'dataset', datasetId: 'set5', recordType: '={{ $json.type }}', fileName: '=dataset-type-{{ $json.type }}.ndjson', options: { invalidRecords: 'off' } }),
		names: [/^dataset-type-/],
		delivered: ['customer_record', 'email_subscribe'].map((recordType) => ({ destination: { datasetId: 'set5', recordType } })),
		failed: [],
	},
	{
		name: 'each row has its own format and name',
		items: [
			{ json: { 'link.email': 'ada@example.com', as: 'csv' } },
			{ json: { 'link.email': 'grace@example.com', as: 'ndjson' } },
			{ json: { 'link.email': 'alan@example.com', as: 'csv' } },
			{ json: { 'link.email': 'edsger@example.com', as: 'json' } },
		],
		lexer: records({ recordType: 'custom', format: '={{ $json.as }}', fileName: '=dataset-format.{{ $json.as }}' }),
		names: [/^dataset-format\./],
		delivered: [{ contentType: 'text/csv', records: { total: 2 } }, { contentType: 'application/x-ndjson' }, { contentType: 'application/json' }],
		stored: {
			'dataset-format.csv': 'link.email,as\r\nada@example.com,csv\r\nalan@example.com,csv\r\n',
			'dataset-format.ndjson': [{ link: { email: 'grace@example.com' }, as: 'ndjson' }],
		},
		failed: [],
	},
	...NO_IDS.flatMap(([what, dataset], index) =>
		eitherWayOn((run) => ({
			name: `${what} is no dataset's ID, and is refused for its row alone`,
			items: [rowFor('ada', 'set6'), rowFor('grace', dataset)],
			lexer: records({ ...EACH, fileName: `dataset-no-id-${index}${run}.ndjson`, options: { invalidRecords: 'skip' } }),
			delivered: [{ destination: { datasetId: 'set6' }, records: { valid: 1 } }],
			failed: [{ item: 1, error: /dataset ID/i }],
			asked: { api: 1, s3: 1 },
		})),
	),
	{
		name: 'with rows that must all be right, one without a dataset is refused as well',
		items: [rowFor('ada', 'set7'), rowFor('grace', null)],
		lexer: records({ ...EACH, fileName: 'dataset-back.ndjson' }),
		also: ({ failed }) => (failed.some(({ json }) => json.dataset === null && /dataset ID/.test(String(json.error))) ? [] : ['it is not refused']),
	},
	{
		name: 'an ID that fails, or is undefined, is refused for its row alone',
		items: [rowFor('ada', 'set8'), { json: { 'link.email': 'grace@example.com' } }, rowFor('alan', 'fail')],
		lexer: records({ ...EACH, datasetId: `={{ $json.dataset === "fail" ? ${FAILING} : $json.dataset }}`, fileName: 'dataset-undefined.ndjson', options: { invalidRecords: 'skip' } }),
		delivered: [{ destination: { datasetId: 'set8' } }],
		failed: [{ item: 1, error: /dataset ID/i }, { item: 2, error: /./ }],
	},
	{
		name: "a refused parameter's reason names the item",
		items: [rowFor('ada', 'set9'), rowFor('grace', 'set9'), rowFor('alan', null)],
		lexer: records({ ...EACH, fileName: 'dataset-number.ndjson' }),
		onError: 'stopWorkflow',
		stopped: /dataset ID/i,
		also: ({ execution }) => (JSON.stringify(execution?.data?.resultData.error).includes('"itemIndex":2') ? [] : ['the error does not name item 2']),
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'each file goes to its own dataset, and those without one come out as they were',
		items: [
			{ ...fileItem('dataset-file-1.csv'), json: { dataset: 'set10' } },
			{ ...fileItem('dataset-file-2.csv'), json: { dataset: { id: 1 } } },
			{ ...fileItem('dataset-file-3.csv'), json: { dataset: 'set11' } },
			{ ...fileItem('dataset-file-4.csv'), json: {} },
			{ ...fileItem('dataset-file-5.csv'), json: { dataset: 'a/b' } },
		],
		lexer: { ...EACH, recordType: 'customer_record' },
		delivered: [{ fileName: 'dataset-file-1.csv', destination: { datasetId: 'set10' } }, { fileName: 'dataset-file-3.csv', destination: { datasetId: 'set11' } }],
		failed: [1, 3, 4].map((item) => ({ item, error: /dataset ID/i })),
		asked: { api: 2, s3: 2 },
	},
	{
		name: 'a number is an ID as it is written',
		items: [rowFor('ada', 12345678)],
		lexer: records({ ...EACH, fileName: 'dataset-digits.ndjson' }),
		delivered: [{ destination: { datasetId: '12345678' } }],
	},
	{
		name: 'a record type that only Lexer knows is sent on unchecked, with a warning',
		items: [{ json: { category_id: 'private-1', anything: [1] } }],
		lexer: records({ recordType: '={{ "category" }}', fileName: 'dataset-category.ndjson' }),
		delivered: [{ fileName: 'dataset-category.ndjson', warnings: [/category/] }],
		stored: { 'dataset-category.ndjson': [{ category_id: 'private-1', anything: [1] }] },
	},
	{
		name: 'and Lexer itself decides whether a dataset takes it',
		items: [{ json: { category_id: '1' } }],
		lexer: records({ destination: 'dataset', datasetId: 'set12', recordType: '={{ "category" }}', fileName: 'dataset-category-set.ndjson' }),
		delivered: [],
		failed: [{ item: 0, error: /refused.*400/s }],
		also: ({ requests }) => (requests.some(({ body }) => body?.includes('"record_type":"category"')) ? [] : ['the record type was not sent']),
	},
	{
		name: 'a record type that is no name at all is refused',
		items: [null, { a: 1 }, 'cate gory', 'a/b', '', 7].map((type, index) => ({ json: { n: index, 'link.email': 'a@example.com', type } })),
		lexer: records({ destination: 'dataset', datasetId: 'set13', recordType: '={{ $json.type }}', fileName: 'dataset-bad-type.ndjson', options: { invalidRecords: 'skip' } }),
		delivered: [],
		failed: [0, 1, 2, 3, 4, 5].map((item) => ({ item, error: /record type/i })),
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'a format that is none is refused for its rows',
		items: [null, 'xml', { csv: 1 }, 'toString'].map((as) => ({ json: { 'link.email': 'a@example.com', as } })),
		lexer: records({ recordType: 'custom', format: '={{ $json.as }}', fileName: 'dataset-no-format.csv', options: { invalidRecords: 'skip' } }),
		delivered: [],
		failed: [0, 1, 2, 3].map((item) => ({ item, error: /format/i })),
	},
	{
		name: 'a file name that is no text is refused, and never "null" or "[object Object]"',
		items: [null, { a: 1 }, [1], undefined].map((name, index) => ({ ...fileItem(`dataset-name-${index}.csv`), json: { n: index, name } })),
		lexer: { fileName: '={{ $json.name }}' },
		names: ['null', '[object Object]', 'undefined', '1'],
		delivered: [],
		failed: [0, 1, 2, 3].map((item) => ({ item, error: /file name/i })),
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'a content type that is no text is refused',
		items: [null, { a: 1 }, 'text/plain\r\nX-Private: 1', 'text/plain'].map((type, index) => ({ ...fileItem(`dataset-type-${index}.csv`), json: { n: index, type } })),
		lexer: { options: { contentType: '={{ $json.type }}' } },
		delivered: [{ fileName: 'dataset-type-3.csv', contentType: 'text/plain' }],
		failed: [0, 1, 2].map((item) => ({ item, error: /content type/i })),
		asked: { api: 1, s3: 1 },
	},
	...eitherWayOn((run) => ({
		name: 'where one dataset cannot be reached, its rows come out and the others are delivered',
		items: [rowFor('ada', 'set14'), rowFor('grace', 'set15'), rowFor('alan', 'set14')],
		lexer: records({ ...EACH, fileName: `=dataset-half-${run}-{{ $json.dataset }}.ndjson` }),
		names: [new RegExp(`^dataset-half-${run}-`)],
		faults: [storage(`dataset-half-${run}-set14.ndjson`, 'status', { status: 403, code: 'SignatureDoesNotMatch' })],
		delivered: [{ destination: { datasetId: 'set15' } }],
		failed: [0, 2].map((item) => ({ item, error: /signature/ })),
	})),
	{
		name: 'a dataset is the same with blanks around its ID',
		items: [rowFor('ada', ' set16 '), customer('grace', { dataset: 'set16' })],
		lexer: records({ ...EACH, fileName: 'dataset-trimmed.ndjson' }),
		delivered: [{ destination: { datasetId: 'set16' }, records: { total: 2 } }],
		stored: { 'dataset-trimmed.ndjson': [{ link: customerRecord('ada').link }, customerRecord('grace')] },
	},
];
