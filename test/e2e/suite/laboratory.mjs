import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { writeBinary } from '../files.mjs';
import { errorOf, openRunningLab } from '../lab.mjs';
import { fillIn, TRIGGER } from '../workflows.mjs';
import { largeFileSizes, workflowOf } from './branches.mjs';
import { look } from './look.mjs';

/** Many times of what the workflow of all branches takes, for machines that do much else. */
const MAX_RUN_MS = 900_000;
/** Workflows that run beside the one of all branches. */
const ALONE_AT_ONCE = 3;
const POLL_MS = 300;
const MAX_ASKED = 5;
const MAX_LOG_CHARACTERS = 4000;

/** @typedef {Awaited<ReturnType<typeof openLaboratory>>} Laboratory */

/**
 * Asks again where n8n closed a connection that was about to be used again.
 * @template Answer
 * @param {() => Promise<Answer>} ask
 */
async function answered(ask) {
	for (let left = MAX_ASKED; left > 1; left--) {
		try {
			return await ask();
		} catch {
			await sleep(POLL_MS);
		}
	}
	return await ask();
}

/**
 * A running n8n with all that a suite of cases needs.
 * @param {object} parts
 * @param {string} parts.name of the workflow that has most branches
 * @param {import('../target.mjs').Target} parts.target
 * @param {Record<string, import('../target.mjs').Target>} [parts.targets] further ones, by the credential that leads to each
 * @param {import('../instance.mjs').Credential[]} [parts.credentials] beside the target's
 * @param {string[]} [parts.wrongTokens] which must not come out, as the targets' do not
 * @param {NodeJS.ProcessEnv} [parts.env] of n8n
 */
export async function openLaboratory({ name, target, targets = {}, credentials = [], wrongTokens = [], env }) {
	const lab = await openRunningLab(target, { env, credentials });
	const largeFiles = path.join(lab.instance.files, 'large');
	const tokens = [target, ...Object.values(targets)].map(({ sandbox }) => sandbox.token);
	const secrets = [...tokens, ...wrongTokens, 'X-Amz-', 'lexer-client-upload-au/'];

	/**
	 * @param {import('../workflows.mjs').Workflow} workflow
	 * @returns {Promise<import('../workflows.mjs').Execution>} stopped, where it would not end
	 */
	async function run(workflow) {
		const workflowId = await lab.rest.createWorkflow(fillIn(workflow, { credentialId: target.credential.id }));
		const id = await lab.rest.run(workflowId, TRIGGER);
		const giveUpAt = performance.now() + MAX_RUN_MS;
		while (['new', 'running', undefined].includes(await answered(async () => await lab.rest.statusOf(workflowId)))) {
			if (performance.now() > giveUpAt) await lab.rest.stopExecution(id);
			await sleep(POLL_MS);
		}
		return await answered(async () => await lab.rest.execution(id));
	}

	/**
	 * Runs all cases: most of them in one workflow, the others beside it.
	 * @param {import('./branches.mjs').NumberedCase[]} cases
	 * @returns {Promise<(one: import('./branches.mjs').NumberedCase) => Promise<import('./case.mjs').Seen>>}
	 */
	async function runAll(cases) {
		for (const { credential, faults = [] } of cases) sandboxOf(credential).faults.add(faults);
		for (const size of cases.flatMap(({ items }) => largeFileSizes(items))) await writeBinary(largeFiles, `${size}.bin`, size);
		const runsAlone = (/** @type {import('./branches.mjs').NumberedCase} */ { alone, settings, onError }) =>
			alone || settings !== undefined || onError === 'stopWorkflow';
		const together = cases.filter((one) => !runsAlone(one));
		const waiting = cases.filter(runsAlone);
		/** @type {Map<number, import('../workflows.mjs').Execution>} */
		const executions = new Map();
		/** @type {Set<string>} */
		const running = new Set();
		const runAlone = async () => {
			for (let one = waiting.shift(); one; one = waiting.shift()) {
				running.add(one.name);
				executions.set(one.number, await run(workflowOf(one.name, [one], largeFiles)));
				running.delete(one.name);
			}
		};
		try {
			const [execution] = await Promise.all([run(workflowOf(name, together, largeFiles)), ...Array.from({ length: ALONE_AT_ONCE }, runAlone)]);
			const hasBegun = Object.keys(execution.data?.resultData.runData ?? {}).length > 0;
			if (together.length > 0 && !hasBegun) throw new Error(`the workflow of all branches gave nothing: ${errorOf(execution)}`);
			const parts = { secrets, textOf: lab.instance.textOf };
			return async (one) => await look(one, executions.get(one.number) ?? execution, sandboxOf(one.credential), parts);
		} catch (cause) {
			const beside = `beside the workflow of all branches it ran: ${[...running].join('; ') || 'nothing'}`;
			throw new Error(`the cases did not run; ${beside}; n8n's log ends with\n${(await log()).slice(-MAX_LOG_CHARACTERS)}`, { cause });
		}
	}

	/** @returns {Promise<string>} what n8n's server has written */
	async function log() {
		const file = (await lab.instance.traces()).find((trace) => path.basename(trace) === 'server.log');
		return file === undefined ? '' : await readFile(file, 'utf8');
	}

	/** @param {string | null} [credential] */
	function sandboxOf(credential) {
		return (targets[credential ?? ''] ?? target).sandbox;
	}

	return {
		...lab,
		secrets,
		log,
		run,
		runAll,
		async close() {
			await lab.close();
			for (const { close } of Object.values(targets)) await close();
		},
	};
}
