import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorOf } from '../lab.mjs';

/** What n8n says of executions, held against what the sandbox was asked and has stored. */

const POLL_MS = 200;
const UNFINISHED = ['new', 'running', 'waiting'];

/**
 * Waits until it is so; fails where it does not become so in time.
 * @param {() => boolean} isSo
 * @param {number} [limitMs]
 */
export async function until(isSo, limitMs = 60_000) {
	const giveUpAt = performance.now() + limitMs;
	while (!isSo()) {
		assert.ok(performance.now() < giveUpAt, `this did not come true in ${limitMs} ms: ${isSo}`);
		await sleep(POLL_MS / 4);
	}
}

/**
 * Waits until so many executions of a workflow are there and all of them have ended.
 * @param {import('./cluster.mjs').Cluster} cluster
 * @param {string} workflowId
 * @param {number} count
 * @param {number} [limitMs]
 */
export async function ended(cluster, workflowId, count, limitMs = 90_000) {
	const giveUpAt = performance.now() + limitMs;
	for (;;) {
		const executions = await cluster.rest().executionsOf(workflowId);
		if (executions.length >= count && executions.every(({ status }) => !UNFINISHED.includes(status))) return executions;
		const statuses = executions.map(({ id, status }) => `${id} ${status}`).join(', ');
		assert.ok(performance.now() < giveUpAt, `not all of ${count} executions ended in ${limitMs} ms: ${statuses}`);
		await sleep(POLL_MS);
	}
}

/**
 * The requests for files whose names the execution's id begins.
 * @param {import('./cluster.mjs').Cluster} cluster
 * @param {string} executionId
 */
export function requestsOf({ sandbox }, executionId) {
	const ofIt = sandbox.requests.filter(({ fileName }) => fileName?.startsWith(`${executionId}-`));
	return {
		asked: ofIt.filter(({ target }) => target === 'api'),
		puts: ofIt.filter(({ target }) => target === 's3'),
		stored: ofIt.filter(({ stored }) => stored),
	};
}

/**
 * @param {import('./cluster.mjs').Cluster} cluster
 * @param {Array<{ id: string, status: string }>} executions
 */
export async function assertAllSucceeded(cluster, executions) {
	const failed = executions.find(({ status }) => status !== 'success');
	if (failed) assert.fail(`execution ${failed.id} ended as ${failed.status}: ${errorOf(await cluster.rest().execution(failed.id))}`);
}

/**
 * Each execution asked once and delivered once, and what it delivered is a file that was sent, each once.
 * @param {import('./cluster.mjs').Cluster} cluster
 * @param {Array<{ id: string, status: string }>} executions
 * @param {Map<string, Buffer>} sent by name
 */
export async function assertEachDeliveredOnce(cluster, executions, sent) {
	await assertAllSucceeded(cluster, executions);
	const names = [];
	for (const { id } of executions) {
		const { asked, stored } = requestsOf(cluster, id);
		assert.deepEqual([asked.length, stored.length], [1, 1], `execution ${id} asks once and delivers once`);
		const object = await cluster.sandbox.stored(stored[0].uploadId ?? 0);
		const name = object?.fileName.slice(`${id}-`.length) ?? '';
		names.push(name);
		assert.ok(sent.get(name)?.equals(await object?.body?.() ?? Buffer.of()), `${name} arrived as it was sent`);
	}
	assert.deepEqual(names.sort(), [...sent.keys()].sort());
}

/**
 * @param {string} name
 * @param {number} count
 * @param {number} [sizeBytes]
 * @returns {Map<string, Buffer>} files by name, no two alike
 */
export function makeFiles(name, count, sizeBytes = 2000) {
	const names = Array.from({ length: count }, (_, index) => `${name}-${index}.csv`);
	return new Map(names.map((file) => [file, Buffer.from(`${file}\n`.repeat(Math.ceil(sizeBytes / (file.length + 1))))]));
}
