import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { chain, fillIn, lexer, manualTrigger, readFiles, rows } from '../e2e/workflows.mjs';
import { codeOfItems, writeCsv } from './customers.mjs';

/** How long the node keeps n8n's event loop to itself at most, with inputs that are large or unlucky. */

export const EVENT_LOOP = 'eventloop';
export const MAPPED_AUTOMATICALLY = '5,000 rows of 14 columns, mapped automatically';
export const MAPPED_BELOW = '5,000 rows of 14 columns, mapped below';

const MIB = 2 ** 20;
/** About 45 MB of CSV. */
const CSV_ROWS = 310_000;
const EMPTY_TEXTS = 64_000;
const QUOTES = 30_000;

const CHECKED = { invalidRecords: 'skip' };
const CUSTOMER = { recordType: 'customer_record' };
/** Fields of a customer that take any text. */
const FIELDS = [
	'link.email', 'customer_id', 'first_name', 'last_name', 'gender', 'mobile', 'address_1', 'city', 'state', 'postcode', 'country',
	'custom_fields.one', 'custom_fields.two', 'custom_fields.three',
];

/** @type {import('./sections.mjs').Section} */
export const EVENT_LOOP_SECTION = {
	name: EVENT_LOOP,
	title: "n8n's event loop while the node runs",
	quick: false,
	latencyMs: 0,
	fileCount: 1,
	fileBytes: 0,
	placeBytes: 700 * MIB,
	measuresDelay: true,
	makeFiles: async (folder) => [await writeCsv(folder, CSV_ROWS), await writeEmptyTexts(folder)],
	contenders: (contest) => {
		const [csv, emptyTexts] = contest.files;
		const convert = lexer({ ...CUSTOMER, options: { ...CHECKED, convertCsv: true } });
		const send = lexer({});
		const compress = lexer({ options: { compression: 'gzip' } });
		return [
			...['filesystem', 'database', 'default'].flatMap((mode) => [
				contender(contest, `45 MB of CSV as it is, binary mode ${mode}`, `csv${mode}`, [readFiles(csv), send], mode),
				contender(contest, `45 MB of CSV gzipped, binary mode ${mode}`, `gzip${mode}`, [readFiles(csv), compress], mode),
				contender(contest, `45 MB of CSV to NDJSON, binary mode ${mode}`, `convert${mode}`, [readFiles(csv), convert], mode),
			]),
			contender(contest, '200,000 rows', 'rows', [rows(codeOfItems(200_000)), recordUpload({})]),
			contender(contest, '100,000 rows, mapped below', 'below', [rows(codeOfFields(100_000)), recordUpload({ columns: below() })]),
			contender(contest, '5,000 rows, mapped below by an expression', 'expression', [
				rows(codeOfFields(5000)),
				recordUpload({ columns: below({ first_name: '={{ $json.field2.trim() }}' }) }),
			]),
			contender(contest, '1,000 rows with 60 KB of escaped quotes in JSON', 'quotes', [rows(codeOfQuotes(1000)), recordUpload({})]),
			contender(contest, `one NDJSON line of ${EMPTY_TEXTS} empty texts`, 'texts', [
				readFiles(emptyTexts),
				lexer({ ...CUSTOMER, options: CHECKED }),
			]),
			contender(contest, MAPPED_AUTOMATICALLY, 'automatically', [rows(codeOfFields(5000, FIELDS)), recordUpload({})]),
			contender(contest, MAPPED_BELOW, 'mapped', [rows(codeOfFields(5000)), recordUpload({ columns: below() })]),
		];
	},
};

/**
 * @param {import('./workflows.mjs').Contest} contest
 * @param {string} name
 * @param {string} id
 * @param {import('../e2e/workflows.mjs').WorkflowNode[]} nodes
 * @param {string} [binaryMode]
 * @returns {import('./sections.mjs').Contender}
 */
function contender({ id: contestId, sink }, name, id, nodes, binaryMode = 'filesystem') {
	const workflow = fillIn(chain(id, [manualTrigger(), ...nodes]), { credentialId: sink.credential.id });
	const env = { N8N_DEFAULT_BINARY_DATA_MODE: binaryMode };
	return { name, workflow: { ...workflow, id: `${contestId}${id}` }, timedNodes: ['Lexer'], env };
}

/** @param {import('../e2e/workflows.mjs').Json} parameters */
function recordUpload(parameters) {
	return lexer({ resource: 'record', operation: 'upload', ...CUSTOMER, options: CHECKED, ...parameters });
}

/** @param {Record<string, string>} [others] fields that are mapped by something else than a name */
function below(others = {}) {
	const value = Object.fromEntries(FIELDS.map((field, index) => [field, `={{ $json.field${index} }}`]));
	return { mappingMode: 'defineBelow', value: { ...value, ...others }, schema: [] };
}

/**
 * @param {number} count
 * @param {string[]} [names] of the columns
 * @returns {string} code that gives out rows of 14 short texts, the first an address
 */
function codeOfFields(count, names = FIELDS.map((_, index) => `field${index}`)) {
	return `const names = ${JSON.stringify(names)};
return Array.from({ length: ${count} }, (_, i) => ({
	json: Object.fromEntries(names.map((name, index) => [name, index === 0 ? \`customer\${i}@example.com\` : \`text \${i} \${index}\`])),
}));`;
}

/** @param {number} count */
function codeOfQuotes(count) {
	return `const custom_fields = JSON.stringify({ quotes: '"'.repeat(${QUOTES}) });
return Array.from({ length: ${count} }, (_, i) => ({ json: { 'link.email': \`customer\${i}@example.com\`, custom_fields } }));`;
}

/** @param {string} folder */
async function writeEmptyTexts(folder) {
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, 'empty-texts.ndjson');
	const record = { link: { email: 'customer@example.com' }, custom_fields: { texts: Array(EMPTY_TEXTS).fill('') } };
	await writeFile(file, `${JSON.stringify(record)}\n`);
	return file;
}
