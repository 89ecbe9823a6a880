import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chain, fillIn, lexer, manualTrigger, noOperation, readFiles, rows } from '../e2e/workflows.mjs';
import { runCommand } from './command.mjs';
import { codeOfItems, writeCsv, writeNdjson } from './customers.mjs';

/** Customer records: checked and converted from files, and made into files. */

/** The names of contenders that the targets speak of. */
export const CHECK = 'check NDJSON';
export const CONVERT = 'CSV to checked NDJSON';
export const UPLOAD_TOOL = "Lexer's upload.py validate";
export const CONVERTER = "Lexer's csv_to_ndjson.py";
export const RECORDS_TO_CSV = 'Lexer node, record:upload of CSV';
const RECORDS_TO_NDJSON = 'Lexer node, record:upload of NDJSON';
export const CONVERT_TO_FILE = 'Convert to File (CSV), Lexer node';
export const NO_OPERATION_ON_RECORDS = 'No Operation';
export const CHECKED_UPLOAD = 'Lexer node, invalidRecords skip';
export const CONVERTED_UPLOAD = 'Lexer node, convertCsv';

const MIB = 2 ** 20;
const FEW = 200_000;
const MANY = 2_000_000;
const PASS_RECORDS = fileURLToPath(new URL('passRecords.mjs', import.meta.url));

/**
 * A checkout of Lexer's public repository of schemas, whose Python tools then run beside ours, and the
 * Python that has what they need (pydantic 1, requests; Debian: python3-pydantic, python3-requests).
 */
const { LEXER_SCHEMAS, PYTHON = 'python3' } = process.env;

/** @type {import('./sections.mjs').Section[]} */
export const RECORD_SECTIONS = [
	fileSection('records', FEW, true),
	fileSection('manyRecords', MANY, false),
	{
		name: 'items',
		title: `${FEW} items of 14 columns into an uploaded file`,
		quick: false,
		latencyMs: 0,
		fileCount: 1,
		fileBytes: 0,
		records: FEW,
		base: CONVERT_TO_FILE,
		placeBytes: 512 * MIB,
		makeFiles: async () => [],
		contenders: (contest) => [
			itemsContender(contest, CONVERT_TO_FILE, 'convertCsv', [convertToFile('csv'), lexer({})]),
			itemsContender(contest, 'Convert to File (JSON), Lexer node', 'convertJson', [convertToFile('toJson'), lexer({})]),
			itemsContender(contest, RECORDS_TO_CSV, 'recordsCsv', [recordUpload('csv')]),
			itemsContender(contest, RECORDS_TO_NDJSON, 'recordsNdjson', [recordUpload('ndjson')]),
		],
	},
	memorySection('ndjsonMemory', 'NDJSON', writeNdjson, CHECKED_UPLOAD, { invalidRecords: 'skip' }),
	memorySection('csvMemory', 'CSV', writeCsv, CONVERTED_UPLOAD, { convertCsv: true, invalidRecords: 'skip' }),
];

/**
 * @param {string} name
 * @param {number} records
 * @param {boolean} besideLexers
 * @returns {import('./sections.mjs').Section}
 */
function fileSection(name, records, besideLexers) {
	const tools = besideLexers && LEXER_SCHEMAS !== undefined;
	return {
		name,
		title: `${records} customer records from a file, each program as a whole${tools ? '' : " (set LEXER_SCHEMAS to see Lexer's tools beside them)"}`,
		quick: false,
		latencyMs: 0,
		fileCount: 2,
		fileBytes: 0,
		records,
		base: tools ? UPLOAD_TOOL : CHECK,
		placeBytes: records * 1000,
		makeFiles: async (folder) => [await writeNdjson(folder, records), await writeCsv(folder, records)],
		contenders: ({ dir, files: [ndjson, csv] }) => {
			const type = ['--record-type', 'customer_record'];
			const lexers = (/** @type {string} */ program, /** @type {string[]} */ args) =>
				runCommand(dir, PYTHON, [path.join(LEXER_SCHEMAS ?? '', 'examples', program), ...args, ...type], {
					PYTHONPATH: LEXER_SCHEMAS,
				});
			const converted = path.join(dir, 'converted.ndjson');
			return [
				local(CHECK, () => runCommand(dir, process.execPath, [PASS_RECORDS, 'checkJson', ndjson])),
				local(CONVERT, () => runCommand(dir, process.execPath, [PASS_RECORDS, 'convertCsv', csv])),
				...(tools
					? [
							local(UPLOAD_TOOL, () => lexers('file_upload_api/upload.py', ['validate', '--local-filename', ndjson])),
							local(CONVERTER, () =>
								lexers('csv_to_ndjson/csv_to_ndjson.py', ['--input-file', csv, '--output-file', converted]),
							),
						]
					: []),
			];
		},
	};
}

/**
 * What n8n's memory grows by, with a file of many records.
 * @param {string} name
 * @param {string} format
 * @param {(folder: string, count: number) => Promise<string>} write
 * @param {string} contender
 * @param {import('../e2e/workflows.mjs').Json} options
 * @returns {import('./sections.mjs').Section}
 */
function memorySection(name, format, write, contender, options) {
	return {
		name,
		title: `a file of ${MANY} customer records in ${format}`,
		quick: false,
		latencyMs: 0,
		fileCount: 1,
		fileBytes: 0,
		records: MANY,
		base: contender,
		// The file, n8n's copy, and what is made of it.
		placeBytes: 3 * MANY * 400,
		makeFiles: async (folder) => [await write(folder, MANY)],
		contenders: (contest) => {
			const read = [manualTrigger(), readFiles(contest.files[0])];
			const noop = { ...chain('noop', [...read, noOperation()]), id: `${contest.id}noop` };
			const checked = chain('checked', [...read, lexer({ recordType: 'customer_record', options })]);
			return [
				{ name: NO_OPERATION_ON_RECORDS, workflow: noop, timedNodes: [] },
				{ name: contender, workflow: stored(contest, checked, 'checked'), timedNodes: ['Lexer'] },
			];
		},
	};
}

/**
 * @param {import('./workflows.mjs').Contest} contest
 * @param {string} name
 * @param {string} id
 * @param {import('../e2e/workflows.mjs').WorkflowNode[]} nodes after the one that gives out the items
 * @returns {import('./sections.mjs').Contender}
 */
function itemsContender(contest, name, id, nodes) {
	const workflow = chain(id, [manualTrigger(), rows(codeOfItems(FEW)), ...nodes]);
	return { name, workflow: stored(contest, workflow, id), timedNodes: nodes.map((node) => node.name) };
}

/**
 * @param {import('./workflows.mjs').Contest} contest
 * @param {import('../e2e/workflows.mjs').Workflow} workflow
 * @param {string} id
 */
function stored({ id: contestId, sink }, workflow, id) {
	return { ...fillIn(workflow, { credentialId: sink.credential.id }), id: `${contestId}${id}` };
}

/** @param {string} format */
function recordUpload(format) {
	return lexer({ resource: 'record', operation: 'upload', recordType: 'customer_record', format });
}

/** @param {string} operation */
function convertToFile(operation) {
	return {
		...noOperation('Convert to File'),
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: { operation, options: { fileName: 'customers.csv' } },
	};
}

/**
 * A contender that sends nothing anywhere.
 * @param {string} name
 * @param {() => Promise<{ ms: number }>} run
 * @returns {import('./sections.mjs').Contender}
 */
function local(name, run) {
	return { name, run, sendsNothing: true };
}
