import assert from 'node:assert/strict';

import { createInstance } from './instance.mjs';
import { prepare } from './prepare.mjs';
import { exitWithParent } from './processes.mjs';
import { startTarget } from './target.mjs';
import { fillIn, TRIGGER } from './workflows.mjs';

/** What the tests share: an n8n with the credential of a target, and how a receipt is checked. */

// Whoever ends the test runner ends the tests' n8n.
exitWithParent();

/**
 * @param {import('./target.mjs').Target} [givenTarget] default: one of its own
 * @param {import('./instance.mjs').Credential[]} [credentials] beside the target's
 */
export async function openLab(givenTarget, credentials = []) {
	const target = givenTarget ?? (await startTarget());
	const instance = await createInstance(await prepare());
	await instance.importCredentials([target.credential, ...credentials]);
	return {
		target,
		sandbox: target.sandbox,
		instance,
		async close() {
			await instance.dispose();
			await target.close();
		},
	};
}

/**
 * The same with n8n's server running: `run` is "Execute workflow" in its editor.
 * @param {import('./target.mjs').Target} [givenTarget]
 * @param {{ env?: NodeJS.ProcessEnv, credentials?: import('./instance.mjs').Credential[] }} [options]
 */
export async function openRunningLab(givenTarget, { env, credentials } = {}) {
	const lab = await openLab(givenTarget, credentials);
	const { rest, pid, baseUrl } = await lab.instance.start({ env });
	return {
		...lab,
		rest,
		pid,
		baseUrl,
		/**
		 * @param {import('./workflows.mjs').Workflow} workflow
		 * @param {string} [trigger] the name of the node to start from
		 * @returns {Promise<string>} the execution's id
		 */
		async begin(workflow, trigger = TRIGGER) {
			const id = await rest.createWorkflow(fillIn(workflow, { credentialId: lab.target.credential.id }));
			return await rest.run(id, trigger);
		},
		/**
		 * @param {import('./workflows.mjs').Workflow} workflow
		 * @param {string} [trigger] the name of the node to start from
		 * @returns {Promise<import('./workflows.mjs').Execution>} as n8n has recorded it
		 */
		async run(workflow, trigger) {
			const execution = await rest.ended(await this.begin(workflow, trigger));
			await lab.instance.deleteBinaryData();
			return execution;
		},
	};
}

/**
 * The receipt of a delivered file says what the source is, and the server has stored just that.
 * @param {import('./workflows.mjs').Item | undefined} item
 * @param {import('./files.mjs').SourceFile} source
 * @param {import('../sandbox/index.js').Sandbox} sandbox
 */
export async function assertDelivered(item, source, sandbox) {
	const receipt = item?.json ?? {};
	const { uploadId, fileName, fileSize, md5, checksumVerified } = receipt;
	assert.deepEqual(
		{ fileName, fileSize, md5, checksumVerified },
		{ fileName: source.name, fileSize: source.sizeBytes, md5: source.md5, checksumVerified: true },
	);
	assert.ok(typeof uploadId === 'number', 'the receipt has the upload ID');
	const stored = await sandbox.stored(uploadId);
	assert.deepEqual(
		{ fileName: stored?.fileName, sizeBytes: stored?.sizeBytes, md5: stored?.md5 },
		{ fileName: source.name, sizeBytes: source.sizeBytes, md5: source.md5 },
	);
}

/**
 * @param {import('./workflows.mjs').Item | undefined} item a receipt
 * @param {import('../sandbox/index.js').Sandbox} sandbox
 * @returns {Promise<string>} what the server has stored for it
 */
export async function storedText(item, sandbox) {
	const stored = await sandbox.stored(/** @type {number} */ (item?.json.uploadId));
	assert.ok(stored?.body, 'the server has stored the file');
	return (await stored.body()).toString('utf8');
}

/**
 * @param {import('./workflows.mjs').Item | undefined} item the receipt of an NDJSON file
 * @param {import('../sandbox/index.js').Sandbox} sandbox
 * @returns {Promise<any[]>} its records
 */
export async function storedRecords(item, sandbox) {
	const lines = (await storedText(item, sandbox)).split('\n');
	assert.equal(lines.pop(), '', 'the last line has an end');
	return lines.map((line) => JSON.parse(line));
}

/**
 * @param {import('./workflows.mjs').Execution} execution
 * @returns {string} the message and description of the error that ended it
 */
export function errorOf(execution) {
	const error = execution.data?.resultData.error;
	return [error?.message, error?.description].filter(Boolean).join('\n');
}

/**
 * @param {import('./instance.mjs').HeadlessResult} result
 * @returns {import('./workflows.mjs').Execution}
 */
export function succeeded({ execution, output }) {
	const lastLines = output.trim().split('\n').slice(-30).join('\n');
	assert.equal(execution?.status, 'success', execution ? errorOf(execution) : lastLines);
	return execution;
}
