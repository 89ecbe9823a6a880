import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createInstance } from '../instance.mjs';
import { freePort, startN8n } from '../n8n-process.mjs';
import { prepare } from '../prepare.mjs';
import { deleteAtExit, exitCodeOf, exitWithParent, kill, stop } from '../processes.mjs';
import { startTarget } from '../target.mjs';
import { startServer } from '../template.mjs';
import { fillIn } from '../workflows.mjs';
import { createDatabase } from './ownDatabase.mjs';
import { startRedis } from './redis.mjs';

/** n8n in queue mode: a main and workers, each with a folder of its own, on a Redis and a database of their own. */

exitWithParent();

const READY_POLL_MS = 100;
const START_LIMIT_MS = 120_000;

/** Shorter than n8n's own (60, 10 and 30 s), so that a test need not wait for them. */
const LOCKS = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** How many executions a worker runs at once: n8n recommends no fewer. */
export const WORKER_CONCURRENCY = 5;

/** @typedef {Awaited<ReturnType<typeof openCluster>>} Cluster */
/** @typedef {Awaited<ReturnType<typeof startWorker>>} Worker */

/**
 * @typedef {object} Member of the cluster
 * @property {string} dir
 * @property {string} files
 */

/**
 * Starts all of it, with the package installed everywhere and the sandbox's credential.
 * @param {{ workers?: number, env?: NodeJS.ProcessEnv, sandbox?: import('../../sandbox/index.js').SandboxOptions }} [options]
 */
export async function openCluster({ workers: workerCount = 2, env: moreEnv = {}, sandbox: sandboxOptions } = {}) {
	const parts = await prepare();
	const { runtime, template } = parts;
	/** @type {Set<import('../../sandbox/index.js').LoggedRequest>} */
	const over = new Set();
	const target = await startTarget({ s3: null, onRequest: (request) => over.add(request), ...sandboxOptions });
	const [redis, database, instance] = await Promise.all([startRedis(), createDatabase(runtime), createInstance(parts)]);
	const shared = await mkdtemp(path.join(tmpdir(), 'lexer-shared-'));
	deleteAtExit(shared);
	const workerFolders = await Promise.all(Array.from({ length: workerCount }, async () => await copyFolder(instance.dir)));

	/** @type {NodeJS.ProcessEnv} */
	let env = {
		...database.env,
		...LOCKS,
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		...moreEnv,
	};
	const port = await freePort();
	/** @type {Awaited<ReturnType<typeof startServer>>} */
	let main;
	/** @type {Worker[]} */
	let workers = [];

	const startMain = async () => {
		main = await startServer(runtime, instance, { env, port, logFile: path.join(instance.dir, 'main.log') });
	};
	const startWorkers = async () => {
		workers = await Promise.all(workerFolders.map(async (folder) => await startWorker(runtime, folder, env)));
	};
	const stopAll = async () => {
		await Promise.all([main.child, ...workers.map(({ child }) => child)].map(async (child) => await stop(child)));
	};

	await startMain();
	await main.rest.setUpOwner(template.owner);
	const credentialId = await main.rest.createCredential(target.credential);
	await startWorkers();

	return {
		target,
		sandbox: target.sandbox,
		/** Whether the connection of a request to the sandbox has been closed. @param {import('../../sandbox/index.js').LoggedRequest} request */
		isOver: (request) => over.has(request),
		instance,
		redis,
		/** A folder that all of them can reach. */
		shared,
		rest: () => main.rest,
		main: () => main,
		workers: () => workers,
		webhookUrl: (/** @type {string} */ webhookPath) => `${main.baseUrl}/webhook/${webhookPath}`,

		/**
		 * Brings a workflow into n8n and sets its triggers to work.
		 * @param {import('../workflows.mjs').Workflow} workflow
		 * @returns {Promise<string>} its id
		 */
		async publish(workflow) {
			const id = await main.rest.createWorkflow(fillIn(workflow, { credentialId }));
			await main.rest.publish(id);
			const webhook = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.webhook');
			if (webhook) await untilListening(`${main.baseUrl}/webhook/${webhook.parameters.path}`);
			return id;
		},

		/** @param {string} executionId @returns {Promise<Worker | undefined>} the worker that runs it, or ran it */
		async workerOf(executionId) {
			for (const worker of workers) {
				if ((await worker.log()).includes(`Worker started execution ${executionId} `)) return worker;
			}
			return undefined;
		},

		/** Asks the main to end, and starts it again. @param {() => Promise<unknown>} [meanwhile] */
		async restartMain(meanwhile = async () => undefined) {
			await stop(main.child);
			await meanwhile();
			await startMain();
			await main.rest.logIn(template.owner);
		},

		/** Starts a worker anew in the place of one that is gone. @param {Worker} gone */
		async replace(gone) {
			workers = [...workers.filter((worker) => worker !== gone), await startWorker(runtime, gone, env)];
		},

		/** Asks a worker to end, for good. @param {Worker} worker */
		async dismiss(worker) {
			await stop(worker.child);
			workers = workers.filter((other) => other !== worker);
		},

		/** Waits until everybody has ended by themselves. @returns {Promise<number[]>} their exit codes */
		allGone: async () => await Promise.all([main, ...workers].map(async ({ child }) => await exitCodeOf(child))),

		/** Ends everybody and starts all again, with these settings beside the others. @param {NodeJS.ProcessEnv} changes */
		async restartAll(changes = {}) {
			await stopAll();
			env = { ...env, ...changes };
			await Promise.all([startMain(), startWorkers()]);
			await main.rest.logIn(template.owner);
		},

		async close() {
			await stopAll();
			await Promise.all([instance.dispose(), redis.close(), database.drop(), target.close()]);
			await Promise.all([shared, ...workerFolders.map(({ dir }) => dir)].map(async (dir) => await rm(dir, { recursive: true, force: true, maxRetries: 3 })));
		},
	};
}

/**
 * Waits until n8n has a webhook: it answers before that when it publishes a workflow. A request by another method
 * tells, and starts nothing.
 * @param {string} url of one that takes POST
 */
async function untilListening(url) {
	while (!(await (await fetch(url)).text()).includes('make a POST request')) await sleep(READY_POLL_MS);
}

/**
 * A folder like that one, with its packages and its key for credentials.
 * @param {string} original
 * @returns {Promise<Member>}
 */
async function copyFolder(original) {
	const dir = await mkdtemp(path.join(tmpdir(), 'lexer-worker-'));
	deleteAtExit(dir);
	const isDatabase = (/** @type {string} */ file) => path.basename(file).startsWith('database.sqlite');
	await cp(path.join(original, '.n8n'), path.join(dir, '.n8n'), { recursive: true, filter: (file) => !isDatabase(file) });
	const files = path.join(dir, 'files');
	await mkdir(files);
	return { dir, files };
}

/**
 * @param {import('../runtime.mjs').Runtime} runtime
 * @param {Member} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function startWorker(runtime, { dir, files }, env) {
	const logFile = path.join(dir, `worker-${Date.now()}.log`);
	const args = ['worker', `--concurrency=${WORKER_CONCURRENCY}`];
	const child = await startN8n(runtime, { dir, files }, args, { logFile, env });
	const log = async () => await readFile(logFile, 'utf8');
	const giveUpAt = performance.now() + START_LIMIT_MS;
	while (!(await log()).includes('n8n worker is now ready')) {
		assert.ok(child.exitCode === null && performance.now() < giveUpAt, `a worker did not start:\n${await log()}`);
		await sleep(READY_POLL_MS);
	}
	return { dir, files, child, log, kill: async () => await kill(child) };
}
