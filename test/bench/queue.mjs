import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';

import { Advice, formatDuration, say, step } from '../e2e/progress.mjs';
import { openCluster, WORKER_CONCURRENCY } from '../e2e/queue/cluster.mjs';
import { ended, makeFiles } from '../e2e/queue/ledger.mjs';
import { onWebhook, postFiles } from '../e2e/queue/sends.mjs';

/** How much faster two workers of n8n's queue mode are than one: where they wait for the network, and where they work. */

const LIMIT_MS = 10 * 60_000;
const LOADS = [
	{ name: '60 files of 100 KB, 1 s of latency', path: 'waiting', count: 60, sizeBytes: 100_000, latencyMs: 1000, atLeast: 1.7 },
	{ name: '200 files of 1 MB, 50 ms of latency', path: 'working', count: 200, sizeBytes: 1_000_000, latencyMs: 50 },
];

async function main() {
	const cluster = await step('Starting n8n in queue mode with two workers', async () => await openCluster({ sandbox: { store: 'discard' } }));
	say(`Each worker runs ${WORKER_CONCURRENCY} executions at once; this machine has ${cpus().length} processors.\n`);
	const workflows = new Map();
	for (const { path } of LOADS) workflows.set(path, await cluster.publish(onWebhook(path)));
	// The first executions of a worker load what it needs.
	for (const { path } of LOADS) await run(cluster, { ...LOADS[0], path, count: 10, latencyMs: 0 }, workflows.get(path), 0);

	const two = [];
	for (const load of LOADS) two.push(await step(`Two workers: ${load.name}`, async () => await run(cluster, load, workflows.get(load.path), 10)));
	await cluster.dismiss(cluster.workers()[0]);
	for (const [index, load] of LOADS.entries()) {
		const one = await step(`One worker: ${load.name}`, async () => await run(cluster, load, workflows.get(load.path), 10 + load.count));
		const times = one.ms / two[index].ms;
		say(`${load.name}: ${formatDuration(one.ms)} with one worker (${inWords(one)}), ${formatDuration(two[index].ms)} with two (${inWords(two[index])}): ${times.toFixed(2)} times as fast`);
		if (load.atLeast === undefined) continue;
		say(`${times >= load.atLeast ? '✓' : '✗'} at least ${load.atLeast} times`);
		if (times < load.atLeast) process.exitCode = 1;
	}
	await cluster.close();
}

/**
 * @param {import('../e2e/queue/cluster.mjs').Cluster} cluster
 * @param {typeof LOADS[number]} load
 * @param {string} workflowId
 * @param {number} before executions that the workflow has had
 */
async function run(cluster, { path, count, sizeBytes, latencyMs }, workflowId, before) {
	cluster.sandbox.faults.clear();
	if (latencyMs > 0) cluster.sandbox.faults.add(/** @type {const} */ (['api', 's3']).map((target) => ({ target, kind: 'latency', ms: latencyMs, times: null })));
	const url = cluster.webhookUrl(path);
	const [startedAt, busyBefore, n8nBefore] = [performance.now(), processorMs(), await n8nMs(cluster)];
	const delivered = () => cluster.sandbox.requests.filter(({ stored }) => stored).length;
	const goal = delivered() + count;
	await Promise.all([...makeFiles(path, count, sizeBytes)].map(async ([name, bytes]) => await postFiles(url, [{ name, bytes }])));
	while (delivered() < goal) {
		if (performance.now() - startedAt > LIMIT_MS) throw new Advice(`only ${delivered() + count - goal} of ${count} files were delivered`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	const ms = performance.now() - startedAt;
	const busyAfter = processorMs();
	const ofN8n = ((await n8nMs(cluster)) - n8nBefore) / count;
	// n8n lists no more than the newest hundred.
	await ended(cluster, workflowId, Math.min(100, before + count), LIMIT_MS);
	return { ms, ofN8n, busy: (busyAfter.busy - busyBefore.busy) / (busyAfter.all - busyBefore.all) };
}

/** What all processors together have worked, and been there for, in ms. */
function processorMs() {
	const times = cpus().map((cpu) => cpu.times);
	const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
	return { all, busy: all - times.reduce((sum, { idle }) => sum + idle, 0) };
}

/**
 * What the main and its workers have had of the processors, in ms: Linux counts in hundredths of a second.
 * @param {import('../e2e/queue/cluster.mjs').Cluster} cluster
 */
async function n8nMs(cluster) {
	const times = [cluster.main(), ...cluster.workers()].map(async ({ child }) => {
		const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => ') ');
		const fields = stat.split(') ')[1].split(' ');
		return (Number(fields[11]) + Number(fields[12])) * 10;
	});
	return (await Promise.all(times)).reduce((sum, ms) => sum + ms, 0);
}

/** @param {{ busy: number, ofN8n: number }} run */
function inWords({ busy, ofN8n }) {
	return `the machine ${Math.round(busy * 100)} % busy, n8n ${Math.round(ofN8n)} ms of a processor a file`;
}

main().catch((error) => {
	console.error(error instanceof Advice ? error.message : error);
	process.exit(1);
});
