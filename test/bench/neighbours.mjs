import { setTimeout as sleep } from 'node:timers/promises';

import { openRunningLab } from '../e2e/lab.mjs';
import { Advice, formatSize, say, step } from '../e2e/progress.mjs';
import { startTarget } from '../e2e/target.mjs';
import { chain, lexer, manualTrigger, noOperation, readFiles } from '../e2e/workflows.mjs';
import { writeBinary } from '../e2e/files.mjs';
import { curlOnce } from './curl.mjs';
import { makePlace } from './place.mjs';

/** What other executions of the same n8n notice of a large upload, beside those during `curl -T` of the same file at the same rate. */

const SIZE_BYTES = 2 * 2 ** 30;
const BYTES_PER_SECOND = 100 * 2 ** 20;
const EXECUTIONS_PER_SECOND = 8;
const AT_MOST = 1.5;

async function main() {
	const place = await makePlace(2 * SIZE_BYTES);
	if (place === undefined) throw new Advice(`There is no room for twice ${formatSize(SIZE_BYTES)}.`);
	// n8n as a whole: where a disk is slow to write, executions wait for n8n's database, whoever uploads meanwhile.
	process.env.TMPDIR = place.dir;
	say(`n8n, the file and n8n's copy of it are in ${place.medium}.`);
	const lab = await openRunningLab(await startTarget({ s3: null, store: 'discard', bytesPerSecond: BYTES_PER_SECOND }));
	const source = await step(`Making a file of ${formatSize(SIZE_BYTES)}`, async () => await writeBinary(lab.instance.files, 'large.bin', SIZE_BYTES));
	const url = await publishSmall(lab);

	const withCurl = await step('During curl -T', async () => {
		const sink = /** @type {any} */ ({ sandbox: lab.sandbox });
		return await during(url, {
			before: async () => await sleep(5000),
			work: async () => void (await curlOnce({ dir: lab.instance.dir, files: [source.file], sink }, { thenMd5sum: false })),
		});
	});
	const withLexer = await step('During File > Upload in the same n8n', async () => {
		const asked = lab.sandbox.requests.length;
		let executionId = '';
		return await during(url, {
			// n8n copies the file into its store, which is not the node's doing.
			before: async () => {
				executionId = await lab.begin(chain('Large', [manualTrigger(), readFiles(source.file), lexer({})]));
				while (lab.sandbox.requests.length === asked) await sleep(20);
			},
			work: async () => {
				const execution = await lab.rest.ended(executionId);
				if (execution.status !== 'success') throw new Advice('The upload failed.');
			},
		});
	});
	await lab.close();
	await place.remove();
	for (const [name, share] of /** @type {const} */ ([['median', 0.5], ['95th percentile', 0.95]])) {
		const [beside, own] = [quantile(withCurl, share), quantile(withLexer, share)];
		const isOk = own <= AT_MOST * beside;
		say(`${isOk ? '✓' : '✗'} ${name} of ${EXECUTIONS_PER_SECOND} small executions a second: ${own.toFixed(0)} ms during the upload, ${beside.toFixed(0)} ms during curl: ${(own / beside).toFixed(2)} times (at most ${AT_MOST})`);
		if (!isOk) process.exitCode = 1;
	}
}

/** @param {Awaited<ReturnType<typeof openRunningLab>>} lab */
async function publishSmall({ rest, baseUrl }) {
	const parameters = { httpMethod: 'POST', path: 'small', responseMode: 'lastNode', options: {} };
	const webhook = { name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: /** @type {[number, number]} */ ([0, 0]), parameters, webhookId: 'small' };
	await rest.publish(await rest.createWorkflow(chain('Small', [webhook, noOperation()])));
	const url = `${baseUrl}/webhook/small`;
	while (!(await fetch(url, { method: 'POST' })).ok) await sleep(100);
	return url;
}

/**
 * Starts small executions at a steady rate, however long each takes, from before the work until its end.
 * They go on all the time, so that n8n has not put away what it runs them with.
 * @param {string} url
 * @param {{ before: () => Promise<void>, work: () => Promise<void> }} phases
 * @returns {Promise<number[]>} how long each took that began during the work, in ms
 */
async function during(url, { before, work }) {
	/** @type {Array<Promise<number>>} */
	const running = [];
	let isOver = false;
	const working = (async () => {
		await before();
		running.length = 0;
		await work();
	})().finally(() => {
		isOver = true;
	});
	const startedAt = performance.now();
	for (let count = 1; !isOver; count++) {
		running.push(timeOf(url));
		await sleep(Math.max(0, startedAt + (count * 1000) / EXECUTIONS_PER_SECOND - performance.now()));
	}
	await working;
	return await Promise.all(running);
}

/** @param {string} url */
async function timeOf(url) {
	const startedAt = performance.now();
	await (await fetch(url, { method: 'POST' })).text();
	return performance.now() - startedAt;
}

/** @param {number[]} values @param {number} share */
function quantile(values, share) {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

main().catch((error) => {
	console.error(error instanceof Advice ? error.message : error);
	process.exit(1);
});
