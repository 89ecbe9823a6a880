import { customer, fileItem, inputFile, records } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const CSV = { text: 'link.email\nada@example.com\n' };
const custom = (/** @type {import('../case.mjs').Json} */ parameters) => records({ recordType: 'custom', ...parameters });

/** @type {Case[]} */
export const options = [
	{
		name: 'texts for switches are what they say',
		items: ['true', 'false', true, false].map((check, index) => ({ ...fileItem(`option-check-${index}.csv`), json: { check } })),
		lexer: { options: { verifyChecksum: '={{ $json.check }}' } },
		delivered: ['md5', null, 'md5', null].map((checksum) => ({ checksum, checksumVerified: checksum !== null })),
	},
	{
		name: 'Convert CSV as a text is what it says',
		items: ['true', 'false'].map((convert, index) => ({ ...fileItem(`option-convert-${index}.csv`, CSV), json: { convert } })),
		lexer: { options: { convertCsv: '={{ $json.convert }}' } },
		names: ['option-convert-0.ndjson'],
		delivered: [{ fileName: 'option-convert-0.ndjson', contentType: 'application/x-ndjson' }, { fileName: 'option-convert-1.csv', contentType: 'text/csv' }],
	},
	{
		name: 'anything else is no switch, and is refused',
		items: ['maybe', 2, {}, [], ''].map((check, index) => ({ ...fileItem(`option-maybe-${index}.csv`), json: { check } })),
		lexer: { options: { verifyChecksum: '={{ $json.check }}' } },
		delivered: [],
		failed: [0, 1, 2, 3, 4].map((item) => ({ item, error: /Verify Checksum/ })),
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'texts for numbers are what they say, where they are numbers',
		items: ['2', ' 3 ', '1e1', '0', '-1', '2.5', 'two', ''].map((tries, index) => ({ ...fileItem(`option-tries-${index}.csv`), json: { tries } })),
		lexer: { options: { maxTries: '={{ $json.tries }}' } },
		failed: [3, 4, 5, 6, 7].map((item) => ({ item, error: /Max Tries/ })),
	},
	{
		name: 'choices that are none are refused',
		items: ['SKIP', 'nothing', null, { skip: true }, 'toString'].map((wish, index) => ({ ...fileItem(`option-empty-${index}.csv`, { text: '' }), json: { wish } })),
		lexer: { options: { emptyFile: '={{ $json.wish }}' } },
		delivered: [],
		failed: [0, 1, 2, 3, 4].map((item) => ({ item, error: /Empty File|empty/ })),
	},
	{
		name: 'a receipt has the content type that was sent',
		items: [
			{ ...fileItem('option-type-1.csv'), json: { type: 'text/plain; charset=utf-8' } },
			{ ...fileItem('option-type-2.bin', { type: 'application/octet-stream' }), json: { type: '' } },
			{ ...fileItem('option-type-3.csv', { type: '' }), json: { type: '' } },
		],
		lexer: { options: { contentType: '={{ $json.type }}' } },
		delivered: [{ contentType: 'text/plain; charset=utf-8' }, { contentType: 'application/octet-stream' }, { contentType: /.\/./ }],
		also: ({ requests, succeeded }) =>
			succeeded.flatMap(({ json }) => (requests.some(({ target, fileName, headers }) => target === 's3' && fileName === json.fileName && headers?.['content-type'] === json.contentType) ? [] : [`${json.fileName} was sent as something else`])),
	},
	{
		name: "fields that are called as every object's are ordinary ones",
		items: [{ json: { toString: 'a', valueOf: 1, constructor: 'c', hasOwnProperty: true, isPrototypeOf: null } }],
		lexer: custom({ fileName: 'option-fields.ndjson' }),
		stored: { 'option-fields.ndjson': [{ toString: 'a', valueOf: 1, constructor: 'c', hasOwnProperty: true }] },
	},
	{
		name: 'in every format',
		items: ['csv', 'json', 'ndjson'].map((as) => ({ json: { as, toString: 'a', valueOf: 'b', constructor: 'c' } })),
		lexer: custom({ format: '={{ $json.as }}', fileName: '=option-format.{{ $json.as }}' }),
		names: [/^option-format\./],
		stored: { 'option-format.csv': 'as,toString,valueOf,constructor\r\ncsv,a,b,c\r\n', 'option-format.ndjson': [{ as: 'ndjson', toString: 'a', valueOf: 'b', constructor: 'c' }] },
		delivered: [{}, {}, {}],
	},
	{
		name: 'in typed records and in columns of a CSV file, too',
		items: [fileItem('option-columns.csv', { text: 'link.email,custom_fields.toString,custom_fields.constructor\nada@example.com,a,c\n' })],
		lexer: { options: { convertCsv: true } },
		names: ['option-columns.ndjson'],
		stored: { 'option-columns.ndjson': [{ link: { email: 'ada@example.com' }, custom_fields: { toString: 'a', constructor: 'c' } }] },
	},
	{
		name: '__proto__ is refused as a field, wherever it stands',
		items: ['__proto__', 'custom_fields.__proto__'].map((field) => ({ json: { 'link.email': 'ada@example.com', [field]: 'private-x' } })),
		lexer: records({ fileName: 'option-proto.ndjson', options: { invalidRecords: 'skip' } }),
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: /__proto__/ })),
	},
	{
		name: '__proto__ is refused as a column of a CSV file',
		items: ['__proto__', 'custom_fields.__proto__'].map((field, index) => fileItem(`option-proto-${index}.csv`, { text: `link.email,${field}\nada@example.com,private\n` })),
		lexer: { options: { convertCsv: true } },
		delivered: [],
		failed: [0, 1].map((item) => ({ item, error: /__proto__|a name that no field can have/ })),
	},
	{
		name: 'a name with dots and __proto__ in it changes no other record',
		items: ['__proto__.polluted', 'constructor.prototype.polluted', 'custom_fields.constructor.prototype.polluted'].map((field) => ({ json: { 'link.email': 'ada@example.com', [field]: 'yes' } })).concat([{ json: { 'link.email': 'grace@example.com' } }]),
		lexer: records({ fileName: 'option-polluted.ndjson', options: { invalidRecords: 'skip' } }),
		also: async ({ stored: [object] }) => {
			const lines = String(await object?.body?.()).split('\n').filter((line) => line.includes('grace'));
			return lines.join() === '{"link":{"email":"grace@example.com"}}' ? [] : [`another record became ${lines}`];
		},
	},
	{
		name: 'two spellings of one path never make a header twice',
		items: [{ json: { a: { 'x.y': 1, x: { y: 2 } } } }, { json: { 'a.x.y': 3 } }, { json: { a: { x: { y: 4 } } } }],
		lexer: custom({ format: 'csv', fileName: 'option-header.csv', options: { invalidRecords: 'skip' } }),
		also: ({ stored: [object] }) => (object === undefined ? [] : object.body ? [] : ['not kept']),
		names: [],
	},
	{
		name: 'columns that are empty in all rows stay in the header of a CSV',
		items: [{ json: { id: 1, middle: '', last: null } }, { json: { id: 2, middle: '', last: null } }],
		lexer: custom({ format: 'csv', fileName: 'option-empty-columns.csv' }),
		stored: { 'option-empty-columns.csv': 'id,middle,last\r\n1,,\r\n2,,\r\n' },
	},
	{
		name: 'long integers in a JSON text keep their digits',
		items: [customer('ada', { custom_fields: '{"order": 1234567890123456, "longer": 123456789012345678901234567890, "exact": 0.1000}' })],
		lexer: records({ fileName: 'option-digits.ndjson' }),
		stored: { 'option-digits.ndjson': /"order":1234567890123456,"longer":123456789012345678901234567890/ },
	},
	{
		name: 'a reason stays short, however much is wrong',
		items: `return Array.from({ length: 500 }, (_, n) => ({ json: Object.fromEntries(Array.from({ length: 60 }, (_, f) => ['purchases.' + f + '.private-' + n, 'private']).concat([['link.email', 'private'], ['lifetime_spend', 'private-many'], ['date_of_birth', 'private']])) }));`,
		lexer: records({ fileName: 'option-wrong.ndjson' }),
		delivered: [],
		also: ({ failed }) => failed.filter(({ json }) => String(json.error).length > 3000).slice(0, 1).map(({ json }) => `a reason of ${String(json.error).length} characters`),
		asked: { api: 0, s3: 0 },
	},
	{
		name: 'and does so where it stops the execution',
		items: `return Array.from({ length: 3000 }, (_, n) => ({ json: { 'link.email': 'private-' + n, lifetime_spend: 'private', ['private-key-' + n]: 1 } }));`,
		lexer: records({ fileName: 'option-stopped.ndjson' }),
		onError: 'stopWorkflow',
		stopped: /^.{20,4000}$/s,
	},
	{
		name: 'problems name no key that no schema knows',
		items: [{ json: { link: { email: 'ada@example.com', 'private-key': 1 }, custom_fields: { 'private-key': { deep: 1 } }, 'private-column': 1, lifetime_spend: { 'private-inner': 1 } } }],
		lexer: records({ fileName: 'option-keys.ndjson', options: { rules: 'jsonSchema' } }),
		delivered: [],
		failed: [{ item: 0, error: /lifetime_spend|link/ }],
	},
	{
		name: 'a text of more than 16 million characters fails or goes out alone',
		items: `return [{ json: { 'link.email': 'ada@example.com' } }, { json: { 'link.email': 'grace@example.com', custom_fields: { long: 'x'.repeat(17_000_000) } } }, { json: { 'link.email': 'alan@example.com' } }];`,
		lexer: records({ fileName: 'option-long.ndjson', options: { invalidRecords: 'skip' } }),
		delivered: [{ fileName: 'option-long.ndjson' }],
		also: ({ failed }) => (failed.some(({ pairedItem }) => /** @type {{ item: number }} */ (pairedItem).item !== 1) ? ['another row failed with it'] : []),
		alone: true,
	},
	{
		name: 'of an item with several files, all are sent where an expression gives them',
		items: [{ json: { n: 1 }, files: { first: inputFile('option-one.csv'), second: inputFile('option-two.csv') } }],
		lexer: { binaryPropertyName: '={{ Object.keys($binary).join(",") }}' },
		delivered: [{ fileName: 'option-one.csv' }, { fileName: 'option-two.csv' }],
	},
	{
		name: 'a file itself, or a list of files, given by an expression',
		items: [{ json: { n: 1 }, files: { first: inputFile('option-file-1.csv'), second: inputFile('option-file-2.csv', { inMemory: true }) } }],
		lexer: { binaryPropertyName: '={{ [$binary.second, $binary.first] }}' },
		delivered: [{ fileName: 'option-file-2.csv' }, { fileName: 'option-file-1.csv' }],
	},
];
