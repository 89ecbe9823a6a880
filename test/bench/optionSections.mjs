import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createGzip } from 'node:zlib';

import { chain, fillIn, lexer, manualTrigger, noOperation, readFiles, rows } from '../e2e/workflows.mjs';
import { codeOfItems, codeOfOrderLines, writeCsv, writeDuplicates, writeNdjson } from './customers.mjs';
import { NO_OPERATION_ON_RECORDS } from './recordSections.mjs';

/** What single options cost or gain, beside the same without them. */

/** The names of contenders that the targets speak of. */
export const NO_OPTION = 'without the option';
export const COMPRESSED = 'compression gzip';
export const KEEPS_FIRST = 'duplicates keepFirst';
export const KEEPS_LAST = 'duplicates keepLast';
export const AS_CUSTOMERS = 'rows as customers';
export const AS_PURCHASES = 'order lines as purchases';
export const BOMB = 'a bomb';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const RECORD_BYTES = 400;
/** 10 MB/s. */
const SLOW_LINE = 10_000_000;

const { BENCH_RECORDS } = process.env;

/** @param {number} usual */
const size = (usual) => Number(BENCH_RECORDS ?? usual);

/** @typedef {import('../e2e/workflows.mjs').Json} Json */

/** @type {import('./sections.mjs').Section[]} */
export const OPTION_SECTIONS = [
	fileSection('gzip', size(2_000_000), writeNdjson, { [NO_OPTION]: {}, [COMPRESSED]: { options: { compression: 'gzip' } } }),
	{
		...fileSection('slowLine', size(2_000_000), writeNdjson, { [NO_OPTION]: {}, [COMPRESSED]: { options: { compression: 'gzip' } } }),
		lineBytesPerSecond: SLOW_LINE,
	},
	fileSection('duplicates', size(1_000_000), writeDuplicates, {
		[NO_OPTION]: checked({}),
		[KEEPS_FIRST]: checked({ duplicates: 'keepFirst' }),
		[KEEPS_LAST]: checked({ duplicates: 'keepLast' }),
	}),
	fileSection('hashEmails', size(200_000), writeCsv, {
		[NO_OPTION]: checked({ convertCsv: true }),
		'conversion hashEmails': { ...checked({ convertCsv: true }), conversion: { hashEmails: true } },
	}),
	{
		...common('orders', size(100_000), AS_CUSTOMERS),
		placeBytes: 512 * MIB,
		makeFiles: async () => [],
		contenders: (contest) => [
			itemsContender(contest, AS_CUSTOMERS, 'customers', codeOfItems(size(100_000)), 'customer_record'),
			itemsContender(contest, AS_PURCHASES, 'purchases', codeOfOrderLines(size(100_000)), 'purchase'),
		],
	},
	{
		...common('bomb', 1, BOMB),
		title: 'a GiB of zeros in a gzip file of a MiB, which is refused',
		placeBytes: 16 * MIB,
		makeFiles: async (folder) => [await writeBomb(folder)],
		contenders: (contest) => [
			{ name: NO_OPERATION_ON_RECORDS, workflow: noOperationWorkflow(contest), timedNodes: [] },
			{ ...fileContender(contest, BOMB, checked({}), { onError: 'continueRegularOutput' }), sendsNothing: true },
		],
	},
];

/** @param {Json} options */
function checked(options) {
	return { recordType: 'customer_record', options: { invalidRecords: 'skip', ...options } };
}

/**
 * @param {string} name
 * @param {number} records
 * @param {string} base
 */
function common(name, records, base) {
	return { name, title: `${name}: ${records} records`, quick: false, latencyMs: 0, fileCount: 1, fileBytes: 0, records, base };
}

/**
 * A file of records, sent by the node with each of several parameters.
 * @param {string} name
 * @param {number} records
 * @param {(folder: string, count: number) => Promise<string>} write
 * @param {Record<string, Json>} parameters by the names of contenders
 * @returns {import('./sections.mjs').Section}
 */
function fileSection(name, records, write, parameters) {
	return {
		...common(name, records, NO_OPTION),
		placeBytes: 3 * records * RECORD_BYTES,
		makeFiles: async (folder) => [await write(folder, records)],
		contenders: (contest) => [
			{ name: NO_OPERATION_ON_RECORDS, workflow: noOperationWorkflow(contest), timedNodes: [] },
			...Object.entries(parameters).map(([contender, given]) => fileContender(contest, contender, given)),
		],
	};
}

/** @typedef {import('./workflows.mjs').Contest & import('./curl.mjs').Job} Contest */

/**
 * @param {Contest} contest
 * @param {string} name
 * @param {Json} parameters
 * @param {Partial<import('../e2e/workflows.mjs').WorkflowNode>} [settings]
 * @returns {import('./sections.mjs').Contender}
 */
function fileContender(contest, name, parameters, settings) {
	const workflow = chain(name, [manualTrigger(), readFiles(contest.files[0]), lexer(parameters, settings)]);
	return { name, workflow: stored(contest, workflow, name), timedNodes: ['Lexer'] };
}

/** @param {Contest} contest */
function noOperationWorkflow(contest) {
	return stored(contest, chain('noop', [manualTrigger(), readFiles(contest.files[0]), noOperation()]), 'noop');
}

/**
 * @param {Contest} contest
 * @param {string} name
 * @param {string} id
 * @param {string} code of the node that gives out the items
 * @param {string} recordType
 * @returns {import('./sections.mjs').Contender}
 */
function itemsContender(contest, name, id, code, recordType) {
	const node = lexer({ resource: 'record', operation: 'upload', recordType });
	return { name, workflow: stored(contest, chain(id, [manualTrigger(), rows(code), node]), id), timedNodes: ['Lexer'] };
}

/**
 * @param {Contest} contest
 * @param {import('../e2e/workflows.mjs').Workflow} workflow
 * @param {string} name
 */
function stored({ id, sink }, workflow, name) {
	return { ...fillIn(workflow, { credentialId: sink.credential.id }), id: `${id}${name.replaceAll(/\W/g, '')}` };
}

/** @param {string} folder */
async function writeBomb(folder) {
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, 'bomb.ndjson.gz');
	const gzip = createGzip();
	const written = once(gzip.pipe(createWriteStream(file)), 'close');
	const zeros = Buffer.alloc(MIB);
	for (let bytes = 0; bytes < GIB; bytes += zeros.length) if (!gzip.write(zeros)) await once(gzip, 'drain');
	gzip.end();
	await written;
	return file;
}
