import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { formatDuration, say, step } from '../e2e/progress.mjs';
import { succeeded } from '../e2e/lab.mjs';
import { loadNow } from './machine.mjs';

/**
 * @typedef {object} Run
 * @property {number} ms of the upload alone
 * @property {number} [peakRssBytes] of n8n
 * @property {number} [worstDelayMs] for which n8n's event loop waited
 * @property {number} [worstWorkMs] the processor worked for it meanwhile
 * @property {number} [idleDelayMs] the same while n8n did nothing: it is the machine's
 * @property {number} inFlight the most requests that the sink had at once
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {Run[]} runs
 *
 * @typedef {object} SectionResult
 * @property {string} name
 * @property {string} title
 * @property {number} totalBytes
 * @property {number} fileCount
 * @property {number} [records]
 * @property {string} [base]
 * @property {'memory' | 'disk'} medium
 * @property {number} loadAverage after the last run
 * @property {Result[]} results
 */

/**
 * Lets every contender run, in turns, so that what else the machine does meets all of them.
 * @param {object} parts
 * @param {import('./sections.mjs').Section} parts.section
 * @param {import('./sections.mjs').Contender[]} parts.contenders
 * @param {import('../e2e/instance.mjs').Instance} parts.instance
 * @param {import('./sink.mjs').Sink} parts.sink
 * @param {import('./place.mjs').Place} parts.place
 * @param {number} parts.runs
 * @returns {Promise<SectionResult>}
 */
export async function measureSection({ section, contenders, instance, sink, place, runs }) {
	const { name, title, fileCount, fileBytes, records, base } = section;
	const totalBytes = fileCount * fileBytes;
	say(`\n${title}, in ${place.medium}`);
	const results = contenders.map((contender) => ({ name: contender.name, runs: /** @type {Run[]} */ ([]) }));
	for (let run = 1; run <= runs; run++) {
		for (const [index, contender] of contenders.entries()) {
			await step(`${run}/${runs} ${contender.name}`, async (detail) => {
				const uploads = contender.timedNodes?.length === 0 || contender.sendsNothing ? 0 : fileCount;
				await sink.take();
				if (section.lineBytesPerSecond !== undefined && uploads > 0) sink.slowDown(section.lineBytesPerSecond);
				const outcome = contender.workflow ? await runWorkflow(instance, contender, place, section.measuresDelay ?? false) : await contender.run?.();
				if (outcome === undefined) throw new Error(`${contender.name} has nothing to run`);
				const { inFlight, ...received } = await sink.take();
				// A time that a retry is part of, or that stands for less than all files, means nothing.
				const bytes = fileBytes > 0 ? uploads * fileBytes : received.bytes;
				const wanted = { files: uploads, bytes, requests: 2 * uploads };
				if (JSON.stringify(received) !== JSON.stringify(wanted)) {
					throw new Error(`${contender.name}: ${JSON.stringify(received)} came, not ${JSON.stringify(wanted)}`);
				}
				results[index].runs.push({ ...outcome, inFlight });
				if (contender.timedNodes?.length !== 0) detail(`measured ${formatDuration(outcome.ms)}`);
			});
		}
	}
	return { name, title, totalBytes, fileCount, records, base, medium: place.medium, loadAverage: loadNow(), results };
}

/**
 * @param {import('../e2e/instance.mjs').Instance} instance
 * @param {import('./sections.mjs').Contender} contender
 * @param {import('./place.mjs').Place} place
 * @param {boolean} measuresDelay
 */
async function runWorkflow(instance, { workflow, timedNodes = [], env }, place, measuresDelay) {
	const delayFile = path.join(place.dir, 'delay.json');
	const result = await instance.execute(workflow?.id ?? '', {
		N8N_RESTRICT_FILE_ACCESS_TO: place.files,
		N8N_BINARY_DATA_STORAGE_PATH: place.storage,
		...profiling(),
		...(measuresDelay && probing(delayFile)),
		...env,
	});
	await rm(place.storage, { recursive: true, force: true });
	await mkdir(place.storage);
	const { data } = succeeded(result);
	if (measuresDelay) return { ...(await takeDelay(delayFile)), peakRssBytes: result.peakRssBytes };
	const times = timedNodes.map((node) => {
		// n8n's own clock around the node: neither its start nor the reading of the file is in it.
		const [run] = /** @type {Array<{ executionTime?: number }>} */ (data?.resultData.runData[node] ?? []);
		if (run?.executionTime === undefined) throw new Error(`n8n did not say how long ${node} took`);
		return run.executionTime;
	});
	return { ms: times.reduce((sum, time) => sum + time, 0), peakRssBytes: result.peakRssBytes };
}

/** Node's own options for n8n, such as `--cpu-prof`, to find out where the time goes. */
function profiling() {
	const { LEXER_BENCH_NODE_OPTIONS: options } = process.env;
	return options ? { NODE_OPTIONS: options } : {};
}

/** What has n8n's process measure its event loop. @param {string} delayFile */
function probing(delayFile) {
	const probe = fileURLToPath(new URL('delayProbe.cjs', import.meta.url));
	const { NODE_OPTIONS = '' } = profiling();
	return { NODE_OPTIONS: `${NODE_OPTIONS} --require ${JSON.stringify(probe)}`.trim(), LEXER_BENCH_DELAY_FILE: delayFile };
}

/** @param {string} delayFile */
async function takeDelay(delayFile) {
	/** @type {{ durationMs: number, worstDelayMs: number, worstWorkMs: number, idleDelayMs: number }} */
	const { durationMs, ...delays } = JSON.parse(await readFile(delayFile, 'utf8'));
	await rm(delayFile);
	return { ms: durationMs, ...delays };
}

/** @param {import('./place.mjs').Place} place @param {import('./sections.mjs').Section} section */
export function filesFolder(place, section) {
	return path.join(place.files, section.name);
}
