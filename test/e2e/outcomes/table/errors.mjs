import { ALWAYS, api, customer, eitherWayOn, FAILING, fileItem, records } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const NOTHING = { delivered: [], asked: { api: 0, s3: 0 } };
let files = 0;

/**
 * Two files, of which nothing is sent.
 * @param {string} name
 * @param {Partial<Case>} given
 * @param {RegExp} reason
 */
function nothingSent(name, given, reason) {
	return eitherWayOn(() => ({
		name,
		items: [fileItem(`error-${++files}.csv`), fileItem(`error-${++files}.csv`, { inMemory: true })],
		...NOTHING,
		failed: [{ item: 0, error: reason }, { item: 1, error: reason }],
		...given,
	}));
}

/** @param {string} name @param {string} credential @param {RegExp} reason */
const badCredential = (name, credential, reason) => nothingSent(`credential: ${name}`, { credential }, reason);

/** @param {string} name @param {import('../case.mjs').Json} lexer @param {RegExp} reason */
const badParameter = (name, lexer, reason) => nothingSent(`parameter: ${name}`, { lexer }, reason);

/** @type {Case[]} */
export const errors = [
	...nothingSent('credential: none', { credential: null }, /credential/i),
	...badCredential('an expression in it fails', 'failingExpression', /./),
	...badCredential('an expression in it names a node that is not there', 'unknownNode', /./),
	...badCredential('the base URL has no scheme', 'withoutScheme', /base URL/i),
	...badCredential('the base URL is blanks', 'blankUrl', /base URL/i),
	...badCredential('the base URL is empty', 'noUrl', /base URL/i),
	...badCredential('the base URL has a blank in it', 'blankInUrl', /base URL/i),
	...badCredential('the base URL has another scheme', 'otherScheme', /base URL/i),
	...badCredential('the base URL is a scheme', 'schemeOnly', /base URL/i),
	...badCredential('the port of the base URL is none', 'badPort', /base URL/i),
	...badCredential('the token is of two lines', 'tokenOfTwoLines', /token/i),
	...badCredential('the token is nothing that a header takes', 'tokenNoHeaderTakes', /token/i),
	...badCredential('the token is empty', 'noToken', /token/i),

	...badParameter('Max Tries is no number', { options: { maxTries: '={{ NaN }}' } }, /Max Tries/),
	...badParameter('Max Tries is a text', { options: { maxTries: '={{ "abc" }}' } }, /Max Tries/),
	...badParameter('Max Tries is an object', { options: { maxTries: '={{ ({}) }}' } }, /Max Tries/),
	...badParameter('Concurrency is an object', { options: { concurrency: '={{ ({}) }}' } }, /Concurrency/),
	...badParameter('Concurrency is a fraction', { options: { concurrency: '={{ 1.5 }}' } }, /Concurrency/),
	...badParameter('Stall Timeout is endless', { options: { stallTimeout: '={{ Infinity }}' } }, /Stall Timeout/),
	...badParameter('Concurrency fails', { options: { concurrency: `={{ ${FAILING} }}` } }, /./),
	...badParameter('the operation is unknown', { operation: '={{ "delete" }}' }, /operation/i),
	...badParameter('the operation is one of every object', { operation: '={{ "toString" }}' }, /operation/i),
	...badParameter('the operation is nothing', { operation: '={{ null }}' }, /operation/i),
	...badParameter('the resource is unknown', { resource: '={{ "folder" }}' }, /operation|resource/i),
	...badParameter('the resource is __proto__', { resource: '={{ "__proto__" }}' }, /operation|resource/i),
	...badParameter('the resource fails', { resource: `={{ ${FAILING} }}` }, /./),
	...badParameter('the resource has no such operation', { resource: '={{ "record" }}', operation: '={{ "createUploadUrl" }}' }, /operation/i),
	...badParameter('the binary field is a number', { binaryPropertyName: '={{ 5 }}' }, /field/i),
	...badParameter('the binary field is an object', { binaryPropertyName: '={{ ({ a: 1 }) }}' }, /field/i),
	...badParameter('the binary field is null', { binaryPropertyName: '={{ null }}' }, /field/i),
	...badParameter('the binary field is blanks', { binaryPropertyName: '={{ " , " }}' }, /field/i),
	...badParameter('the binary field fails', { binaryPropertyName: `={{ ${FAILING} }}` }, /./),
	...badParameter('the destination is unknown', { destination: '={{ "moon" }}', datasetId: 'a1b2c3d4' }, /destination/i),

	...eitherWayOn((run) => ({
		name: 'records without a credential',
		items: [customer('ada'), customer('grace')],
		lexer: records({ fileName: `error-no-credential-${run}.ndjson` }),
		credential: null,
		...NOTHING,
		failed: [{ item: 0, error: /credential/i }, { item: 1, error: /credential/i }],
	})),
	...eitherWayOn((run) => ({
		name: 'records to a base URL without a scheme',
		items: [customer('ada'), customer('grace')],
		lexer: records({ fileName: `error-no-scheme-${run}.ndjson` }),
		credential: 'withoutScheme',
		...NOTHING,
		failed: [{ item: 0, error: /base URL/i }, { item: 1, error: /base URL/i }],
	})),
	...eitherWayOn(() => ({
		name: 'a check of records whose type fails',
		items: [customer('ada'), customer('grace')],
		lexer: { resource: 'record', operation: 'check', recordType: `={{ ${FAILING} }}` },
		...NOTHING,
		failed: [{ item: 0, error: /./ }, { item: 1, error: /./ }],
	})),
	...eitherWayOn(() => ({
		name: 'a check of records of no text as their type',
		items: [customer('ada')],
		lexer: { resource: 'record', operation: 'check', recordType: '={{ null }}' },
		...NOTHING,
		failed: [{ item: 0, error: /record type/i }],
	})),
	...eitherWayOn((run) => ({
		name: 'an upload URL without a credential',
		items: [{ json: { n: 1 } }, { json: { n: 2 } }],
		lexer: { operation: 'createUploadUrl', fileName: `error-url-${run}.csv` },
		credential: null,
		...NOTHING,
		failed: [{ item: 0, error: /credential/i }, { item: 1, error: /credential/i }],
	})),
	...eitherWayOn((run) => ({
		name: 'a token that Lexer does not know',
		items: [fileItem(`error-wrong-token-${run}.csv`)],
		credential: 'wrongToken',
		delivered: [],
		failed: [{ item: 0, error: /token/i }],
		asked: { s3: 0 },
	})),
	...eitherWayOn((run) => ({
		name: 'a base URL with a path that is not the API',
		items: [fileItem(`error-wrong-path-${run}.csv`)],
		credential: 'wrongPath',
		delivered: [],
		failed: [{ item: 0, error: /base URL/i }],
	})),
	{
		name: 'a name that fails for one item fails that one only',
		items: [fileItem('error-one-1.csv'), { ...fileItem('error-one-2.csv'), json: { bad: true } }, fileItem('error-one-3.csv')],
		lexer: { fileName: `={{ $json.bad ? ${FAILING} : $json.row }}` },
		delivered: [{ fileName: 'error-one-1.csv' }, { fileName: 'error-one-3.csv' }],
		failed: [{ item: 1, error: /./ }],
		asked: { api: 2, s3: 2 },
	},
	{
		name: 'options that fail for one item fail that one only',
		items: [fileItem('error-tries-1.csv'), { ...fileItem('error-tries-2.csv'), json: { tries: {} } }],
		lexer: { options: { maxTries: '={{ $json.tries ?? 3 }}' } },
		delivered: [{ fileName: 'error-tries-1.csv' }],
		failed: [{ item: 1, error: /Max Tries/ }],
		asked: { api: 1, s3: 1 },
	},
	{
		name: 'items without a file, or without the field, fail alone',
		items: [{ json: { n: 1 } }, fileItem('error-field.csv'), { json: { n: 3 }, files: { other: { name: 'error-other.csv', text: 'x' } } }],
		delivered: [{ fileName: 'error-field.csv' }],
		failed: [{ item: 0, error: /data/ }, { item: 2, error: /data/ }],
		asked: { api: 1, s3: 1 },
	},
	{
		name: 'files that the binary store has no more, or never had, fail alone',
		items: [
			fileItem('error-gone.csv', { raw: lost('filesystem-v2:workflows/none/executions/0/binary_data/00000000-0000-0000-0000-000000000000', 'error-gone.csv') }),
			fileItem('error-mode.csv', { raw: lost('s3:workflows/none', 'error-mode.csv') }),
			fileItem('error-id.csv', { raw: lost('nonsense', 'error-id.csv') }),
			fileItem('error-path.csv', { raw: lost('filesystem-v2:../../../../../../../etc/passwd', 'error-path.csv') }),
			fileItem('error-there.csv'),
		],
		delivered: [{ fileName: 'error-there.csv' }],
		failed: [0, 1, 2, 3].map((item) => ({ item, error: /read/ })),
		asked: { api: 1, s3: 1 },
	},
	{
		name: 'a row whose defined column fails does so alone',
		items: [{ json: { id: 'ada' } }, { json: {} }, { json: { id: 'grace' } }],
		lexer: records({
			fileName: 'error-column.ndjson',
			columns: { mappingMode: 'defineBelow', value: { 'link.customer_id': `={{ $json.id ?? ${FAILING} }}` }, schema: [] },
			options: { invalidRecords: 'skip' },
		}),
		delivered: [{ fileName: 'error-column.ndjson', records: { valid: 2 } }],
		failed: [{ item: 1, error: /./ }],
		stored: { 'error-column.ndjson': [{ link: { customer_id: 'ada' } }, { link: { customer_id: 'grace' } }] },
	},
	{
		name: 'an API that is no API ends in the error output',
		items: [fileItem('error-no-api.csv'), fileItem('error-is-api.csv')],
		faults: [api('error-no-api.csv', 'notJson', ALWAYS)],
		delivered: [{ fileName: 'error-is-api.csv' }],
		failed: [{ item: 0, error: /not JSON/ }],
	},
	{
		name: 'without continuing, an error stops the execution with its reason',
		items: [fileItem('error-stop.csv')],
		onError: 'stopWorkflow',
		credential: 'withoutScheme',
		stopped: /base URL/i,
		asked: { api: 0, s3: 0 },
	},
];

/**
 * @param {string} id
 * @param {string} fileName
 */
function lost(id, fileName) {
	return { id, data: id.split(':')[0], mimeType: 'text/csv', fileName, bytes: 4, fileSize: '4 B' };
}
