import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { POSTGRES_CREDENTIAL, reasonToSkip } from './databases.mjs';
import { openCluster } from './queue/cluster.mjs';
import { assertAllSucceeded, assertEachDeliveredOnce, ended, makeFiles, requestsOf, until } from './queue/ledger.mjs';
import { reasonToSkipRedis } from './queue/redis.mjs';
import { asSubWorkflow, bySubWorkflow, onSchedule, oneAfterTheOther, onWebhook, postFiles } from './queue/sends.mjs';

const EXECUTIONS = 40;
const MIB = 2 ** 20;
const skip = (await reasonToSkip(POSTGRES_CREDENTIAL)) || (await reasonToSkipRedis());

/** @type {import('./queue/cluster.mjs').Cluster} */
let cluster;
before(async () => {
	if (!skip) cluster = await openCluster();
});
after(async () => await cluster?.close());

/**
 * Posts files to a workflow, all at once.
 * @param {string} webhookPath
 * @param {Map<string, Buffer>} files
 */
async function post(webhookPath, files) {
	const statuses = [...files].map(async ([name, bytes]) => await postFiles(cluster.webhookUrl(webhookPath), [{ name, bytes }]));
	assert.deepEqual(new Set(await Promise.all(statuses)), new Set([200]));
}

/**
 * A workflow with a webhook, and its only execution, which sends its file at one MiB a second.
 * @param {string} name
 * @param {number} seconds
 */
async function beginSlowly(name, seconds) {
	const workflowId = await cluster.publish(onWebhook(name));
	cluster.sandbox.faults.add({ target: 's3', kind: 'rate', bytesPerSecond: MIB });
	await post(name, makeFiles(name, 1, seconds * MIB));
	await until(() => cluster.sandbox.requests.some(({ target, fileName }) => target === 's3' && fileName?.endsWith(`-${name}-0.csv`)));
	// Bytes move by now.
	await sleep(1500);
	const [{ id: executionId }] = await cluster.rest().executionsOf(workflowId);
	return { workflowId, executionId };
}

describe('n8n in queue mode, with two workers', { skip }, () => {
	for (const mode of ['database', 'filesystem']) {
		describe(`and binary data in ${mode} mode`, () => {
			before(async () => {
				if (mode === 'filesystem') {
					await cluster.restartAll({ N8N_DEFAULT_BINARY_DATA_MODE: mode, N8N_BINARY_DATA_STORAGE_PATH: cluster.shared });
				}
			});

			test(`${EXECUTIONS} files that are posted to a webhook at once are each delivered once, by both workers`, async () => {
				const workflowId = await cluster.publish(onWebhook(`${mode}-posted`));
				const files = makeFiles('posted', EXECUTIONS, 200_000);
				await post(`${mode}-posted`, files);
				const executions = await ended(cluster, workflowId, EXECUTIONS);
				await assertEachDeliveredOnce(cluster, executions, files);
				const workers = await Promise.all(executions.map(async ({ id }) => await cluster.workerOf(id)));
				assert.deepEqual(new Set(workers), new Set(cluster.workers()));
			});

			test(`${EXECUTIONS} files that a sub-workflow sends are each delivered once`, async () => {
				const sub = await cluster.publish(asSubWorkflow());
				const caller = await cluster.publish(bySubWorkflow(`${mode}-caller`, sub));
				const files = makeFiles('handed-on', EXECUTIONS);
				await post(`${mode}-caller`, files);
				await assertAllSucceeded(cluster, await ended(cluster, caller, EXECUTIONS));
				await assertEachDeliveredOnce(cluster, await ended(cluster, sub, EXECUTIONS), files);
			});
		});
	}

	test(`${EXECUTIONS} executions that schedules start deliver once each`, async () => {
		const workflowIds = await Promise.all(Array.from({ length: 5 }, async () => await cluster.publish(onSchedule())));
		for (const workflowId of workflowIds) {
			while ((await cluster.rest().executionsOf(workflowId)).length < EXECUTIONS / workflowIds.length) await sleep(200);
			await cluster.rest().unpublish(workflowId);
		}
		for (const workflowId of workflowIds) {
			for (const { id, status } of await ended(cluster, workflowId, EXECUTIONS / workflowIds.length)) {
				const { asked, stored } = requestsOf(cluster, id);
				assert.deepEqual([id, status, asked.length, stored.length], [id, 'success', 1, 1]);
			}
		}
	});

	test('an execution that is stopped ends its upload within seconds, whichever worker it is on', async (t) => {
		const { workflowId, executionId } = await beginSlowly('stopped', 60);
		const stoppedAt = performance.now();
		await cluster.rest().stopExecution(executionId);
		await until(() => requestsOf(cluster, executionId).puts.some(cluster.isOver), 8000);
		t.diagnostic(`the upload's connection closed ${Math.round(performance.now() - stoppedAt)} ms after "stop"`);
		assert.deepEqual((await ended(cluster, workflowId, 1)).map(({ status }) => status), ['canceled']);
		assert.deepEqual(requestsOf(cluster, executionId).stored, []);
	});

	test('a restart of Redis in the midst of it loses nothing and sends nothing twice', async () => {
		const workflowId = await cluster.publish(onWebhook('redis-restarted'));
		const files = makeFiles('redis-restarted', 20);
		cluster.sandbox.faults.add({ target: 's3', kind: 'latency', ms: 3000, times: files.size });
		await post('redis-restarted', files);
		await sleep(1000);
		await cluster.redis.restart(3000);
		await assertEachDeliveredOnce(cluster, await ended(cluster, workflowId, files.size), files);
	});

	test('a restart of the main in the midst of it loses nothing and sends nothing twice', async () => {
		const workflowId = await cluster.publish(onWebhook('main-restarted'));
		const files = makeFiles('main-restarted', 20);
		cluster.sandbox.faults.add({ target: 's3', kind: 'latency', ms: 3000, times: files.size });
		await post('main-restarted', files);
		await cluster.restartMain();
		await assertEachDeliveredOnce(cluster, await ended(cluster, workflowId, files.size), files);
		const more = makeFiles('afterwards', 5);
		await post('main-restarted', more);
		const executions = await ended(cluster, workflowId, files.size + more.size);
		await assertEachDeliveredOnce(cluster, executions, new Map([...files, ...more]));
	});

	test('a worker that is killed in mid-upload leaves an execution that failed, and nobody sends its file again', async (t) => {
		const { workflowId, executionId } = await beginSlowly('killed', 30);
		const worker = await cluster.workerOf(executionId);
		assert.ok(worker, 'a worker runs it');
		await worker.kill();
		const killedAt = performance.now();
		const [{ status }, ...others] = await ended(cluster, workflowId, 1);
		t.diagnostic(`n8n said "${status}" ${Math.round((performance.now() - killedAt) / 1000)} s after the kill`);
		assert.ok(['error', 'crashed'].includes(status), status);
		assert.deepEqual(others, []);
		await cluster.replace(worker);
		// As long as a lock and a check for stalled jobs take: a job that somebody took up again would have begun by now.
		await sleep(6000);
		const { asked, stored } = requestsOf(cluster, executionId);
		assert.deepEqual([asked.length, stored.length], [1, 0]);
		assert.equal((await cluster.rest().executionsOf(workflowId)).length, 1);
	});

	test('where Redis is away for longer than n8n bears, the log tells what had been delivered', async (t) => {
		const workflowId = await cluster.publish(oneAfterTheOther('crashed'));
		cluster.sandbox.faults.add({ target: 's3', kind: 'rate', bytesPerSecond: MIB / 10, match: { fileName: 'late.csv' } });
		const late = { field: 'late', name: 'late.csv', bytes: Buffer.alloc(50 * MIB, 'x\n') };
		await postFiles(cluster.webhookUrl('crashed'), [{ name: 'first.csv', bytes: Buffer.from('id\n1\n') }, late]);
		await until(() => cluster.sandbox.requests.some(({ target, fileName }) => target === 's3' && fileName === 'late.csv'));
		const [{ id }] = await cluster.rest().executionsOf(workflowId);
		const worker = await cluster.workerOf(id);

		const awayAt = performance.now();
		await cluster.redis.restart(0, async () => assert.deepEqual(new Set(await cluster.allGone()), new Set([1])));
		t.diagnostic(`n8n ended itself ${Math.round((performance.now() - awayAt) / 1000)} s after Redis went away`);
		await cluster.restartAll();

		const [{ status }] = await ended(cluster, workflowId, 1);
		t.diagnostic(`n8n said "${status}" afterwards`);
		assert.ok(['error', 'crashed'].includes(status), status);
		const lines = (await worker?.log())?.split('\n').filter((line) => line.includes('Lexer: delivered')) ?? [];
		const first = cluster.sandbox.requests.find(({ fileName, stored }) => fileName === 'first.csv' && stored);
		const told = `Lexer: delivered "first.csv", 5 bytes, upload ID ${first?.uploadId} (execution ${id}, node "Lexer")`;
		assert.deepEqual(lines.filter((line) => line.includes(`(execution ${id},`)), [told]);
	});
});
