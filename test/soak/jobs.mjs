import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { writeBinary, writeText } from '../e2e/files.mjs';
import { chain, lexer } from '../e2e/workflows.mjs';

/** What the soak lets n8n do: kinds of uploads, each a workflow that a webhook starts and that answers with its outcome. */

/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {string} extension of the files' names
 * @property {import('../e2e/files.mjs').SourceFile} [source] what is sent as it is
 * @property {number} [records] that are in it
 * @property {import('../e2e/workflows.mjs').Json} body what the webhook is posted, beside the file's name
 * @property {import('../e2e/workflows.mjs').Workflow} workflow
 */

const MIB = 2 ** 20;
const SIZES = [1, 1000, 100_000, 5 * MIB, 24 * MIB];
const CSV_ROWS = 4000;
const ROWS = 150;

/** Faults of a second or less must not make it wait for a minute. */
const OPTIONS = { stallTimeout: 5, maxTries: 4 };
const FILE_NAME = "={{ $('Webhook').first().json.body.name }}";
const TO_DATASET = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };

/**
 * @param {string} folder that workflows may read
 * @returns {Promise<Kind[]>}
 */
export async function makeKinds(folder) {
	const plain = SIZES.map(async (sizeBytes) => {
		const source = await writeBinary(folder, `${sizeBytes}.bin`, sizeBytes);
		return fileKind(`file of ${sizeBytes} bytes`, 'bin', source, {}, { source });
	});
	const csv = await writeText(folder, 'customers.csv', `link.email,first_name\n${Array.from({ length: CSV_ROWS }, (_, row) => `a${row}@example.com,Ada ${row}\n`).join('')}`);
	const convertCsv = { ...TO_DATASET, options: { ...OPTIONS, convertCsv: true, invalidRecords: 'skip' } };
	const rows = Array.from({ length: ROWS }, (_, row) => ({ 'link.email': `b${row}@example.com`, first_name: randomBytes(4).toString('hex') }));
	return [
		...(await Promise.all(plain)),
		fileKind('Convert CSV', 'ndjson', csv, convertCsv, { records: CSV_ROWS }),
		fileKind('gzip', 'csv', csv, { options: { ...OPTIONS, compression: 'gzip' } }),
		{
			name: 'rows',
			extension: 'ndjson',
			records: ROWS,
			body: { rows },
			workflow: workflowOf('rows', splitRows(), { resource: 'record', operation: 'upload', ...TO_DATASET }),
		},
	];
}

/**
 * @param {string} name
 * @param {string} extension
 * @param {import('../e2e/files.mjs').SourceFile} file
 * @param {import('../e2e/workflows.mjs').Json} parameters
 * @param {Partial<Kind>} [more]
 * @returns {Kind}
 */
function fileKind(name, extension, file, parameters, more = {}) {
	return { name, extension, body: {}, workflow: workflowOf(name, readFile(file.file), parameters), ...more };
}

/**
 * @param {string} name
 * @param {import('../e2e/workflows.mjs').WorkflowNode} from what gives the node its items
 * @param {import('../e2e/workflows.mjs').Json} parameters
 */
function workflowOf(name, from, parameters) {
	const send = lexer({ fileName: FILE_NAME, options: OPTIONS, ...parameters }, { onError: 'continueRegularOutput' });
	return chain(`Soak: ${name}`, [webhook(pathOf(name)), from, send]);
}

/** @param {string} name of a kind */
export function pathOf(name) {
	return `soak-${name.toLowerCase().replace(/\W+/g, '-')}`;
}

/** @param {string} at @returns {import('../e2e/workflows.mjs').WorkflowNode} */
function webhook(at) {
	const parameters = { httpMethod: 'POST', path: at, responseMode: 'lastNode', responseData: 'firstEntryJson', options: {} };
	return { name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], parameters, ...{ webhookId: at } };
}

/** @param {string} file @returns {import('../e2e/workflows.mjs').WorkflowNode} */
function readFile(file) {
	const parameters = { fileSelector: path.resolve(file), options: {} };
	return { name: 'Read File', type: 'n8n-nodes-base.readWriteFile', typeVersion: 1, position: [0, 0], parameters };
}

/** @returns {import('../e2e/workflows.mjs').WorkflowNode} */
function splitRows() {
	return { name: 'Rows', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [0, 0], parameters: { fieldToSplitOut: 'body.rows', options: {} } };
}
