import { open, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { writeBinary } from '../e2e/files.mjs';
import { curlEach, curlOnce } from './curl.mjs';
import { EVENT_LOOP_SECTION } from './eventLoopSection.mjs';
import { OPTION_SECTIONS } from './optionSections.mjs';
import { RECORD_SECTIONS } from './recordSections.mjs';
import { httpRequestWorkflow, lexerWorkflow, noOperationWorkflow } from './workflows.mjs';

/** What is measured: files, and who sends them. */

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {import('./workflows.mjs').StoredWorkflow} [workflow] run in n8n …
 * @property {string[]} [timedNodes] … where these nodes' times are added up; none for the workflow that does not upload
 * @property {() => Promise<{ ms: number }>} [run] or a command
 * @property {boolean} [sendsNothing] it has no upload
 * @property {NodeJS.ProcessEnv} [env] of n8n
 *
 * @typedef {object} Section
 * @property {string} name for `--section`
 * @property {string} title
 * @property {boolean} quick
 * @property {number} latencyMs
 * @property {number} [lineBytesPerSecond] of the line to the storage; without it, as fast as it takes
 * @property {number} fileCount
 * @property {number} fileBytes of each; 0 where the contenders make files of their own
 * @property {number} [records] that the files are made of
 * @property {boolean} [measuresDelay] for how long the node keeps n8n's event loop to itself
 * @property {string} [base] the contender that others are compared with, where it is about records
 * @property {number} placeBytes that the files and n8n's copies take
 * @property {(folder: string) => Promise<string[]>} makeFiles
 * @property {(contest: import('./workflows.mjs').Contest & import('./curl.mjs').Job) => Contender[]} contenders
 */

/** The names of contenders that the targets speak of. */
export const LEXER = 'Lexer node';
export const LEXER_UNVERIFIED = 'Lexer node, verifyChecksum off';
export const HTTP_REQUESTS = 'HTTP Request x 2 and Merge';
export const CURL = 'curl -T';
export const CURL_MD5SUM = 'curl -T, then md5sum';
export const NO_OPERATION = 'No Operation';
export const ONE_AFTER_ANOTHER = 'Lexer node, one after another';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const SMALL_FILES = 200;
const SMALL_BYTES = 1024;
const SMALL_LATENCY_MS = 50;
/** The node's default, and the most that are compared. */
export const IN_FLIGHT = [4, 16];
/**
 * A request takes the latency and a little more, so that batches at this distance do not overlap:
 * as many requests are in flight as the batch is large, and no more.
 */
const BATCH_INTERVAL_MS = SMALL_LATENCY_MS + 10;

/** @param {number} count */
export const lexerInFlight = (count) => `Lexer node, ${count} in flight`;
/** @param {number} count */
export const httpRequestsInFlight = (count) => `HTTP Request x 2 and Merge, ${count} in flight`;

/** @type {Section[]} */
export const SECTIONS = [
	{
		name: 'small',
		title: `${SMALL_FILES} files of 1 KiB, ${SMALL_LATENCY_MS} ms latency`,
		quick: true,
		latencyMs: SMALL_LATENCY_MS,
		fileCount: SMALL_FILES,
		fileBytes: SMALL_BYTES,
		placeBytes: 2 * SMALL_FILES * 8 * 1024,
		makeFiles: makeSmallFiles,
		contenders: (contest) => [
			lexerContender(contest, ONE_AFTER_ANOTHER, 'lexer1', { concurrency: 1 }),
			...IN_FLIGHT.flatMap((count) => [
				lexerContender(contest, lexerInFlight(count), `lexer${count}`, { concurrency: count }),
				httpContender(contest, httpRequestsInFlight(count), `http${count}`, {
					batchSize: count,
					batchInterval: BATCH_INTERVAL_MS,
				}),
			]),
			httpContender(contest, 'HTTP Request x 2 and Merge, all at once', 'httpAll'),
			{ name: 'curl, one after another', run: async () => await curlEach(contest) },
		],
	},
	largeSection('64MiB', '64 MiB', 64 * MIB, { quick: true }),
	largeSection('1GiB', '1 GiB', GIB, {}),
	largeSection('5GiB', '5 GiB', 5 * GIB, { sparse: true, withHttpRequests: false }),
	...RECORD_SECTIONS,
	...OPTION_SECTIONS,
	EVENT_LOOP_SECTION,
];

/**
 * @param {string} name
 * @param {string} title
 * @param {number} sizeBytes
 * @param {{ quick?: boolean, sparse?: boolean, withHttpRequests?: boolean }} options
 * @returns {Section}
 */
function largeSection(name, title, sizeBytes, { quick = false, sparse = false, withHttpRequests = true }) {
	return {
		name,
		title: `one file of ${title}${sparse ? ' (sparse)' : ''}`,
		quick,
		latencyMs: 0,
		fileCount: 1,
		fileBytes: sizeBytes,
		placeBytes: sparse ? sizeBytes : 2 * sizeBytes,
		makeFiles: async (folder) => [sparse ? await makeSparseFile(folder, sizeBytes) : await makeFile(folder, sizeBytes)],
		contenders: (contest) => [
			{ name: NO_OPERATION, workflow: noOperationWorkflow(contest, 'noop'), timedNodes: [] },
			lexerContender(contest, LEXER, 'lexer', {}),
			lexerContender(contest, LEXER_UNVERIFIED, 'lexerOff', { verifyChecksum: false }),
			...(withHttpRequests ? [httpContender(contest, HTTP_REQUESTS, 'http')] : []),
			{ name: CURL, run: async () => await curlOnce(contest, { thenMd5sum: false }) },
			{ name: CURL_MD5SUM, run: async () => await curlOnce(contest, { thenMd5sum: true }) },
		],
	};
}

/**
 * @param {import('./workflows.mjs').Contest} contest
 * @param {string} name
 * @param {string} id
 * @param {import('../e2e/workflows.mjs').Json} options
 * @returns {Contender}
 */
function lexerContender(contest, name, id, options) {
	return { name, workflow: lexerWorkflow(contest, id, options), timedNodes: ['Lexer'] };
}

/**
 * @param {import('./workflows.mjs').Contest} contest
 * @param {string} name
 * @param {string} id
 * @param {{ batchSize: number, batchInterval: number }} [batch]
 * @returns {Contender}
 */
function httpContender(contest, name, id, batch) {
	return { name, workflow: httpRequestWorkflow(contest, id, batch), timedNodes: ['Ask', 'Send'] };
}

/** @param {string} folder */
async function makeSmallFiles(folder) {
	await mkdir(folder, { recursive: true });
	const names = Array.from({ length: SMALL_FILES }, (_, index) => `small-${String(index).padStart(3, '0')}.csv`);
	for (const name of names) await writeFile(path.join(folder, name), 'email\n'.padEnd(SMALL_BYTES, `${name}@shop.example\n`));
	return names.map((name) => path.join(folder, name));
}

/**
 * @param {string} folder
 * @param {number} sizeBytes
 */
async function makeFile(folder, sizeBytes) {
	return (await writeBinary(folder, 'large.csv', sizeBytes)).file;
}

/**
 * Takes no room, and gives zeros when it is read.
 * @param {string} folder
 * @param {number} sizeBytes
 */
async function makeSparseFile(folder, sizeBytes) {
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, 'large.csv');
	const handle = await open(file, 'w');
	await handle.truncate(sizeBytes);
	await handle.close();
	return file;
}
