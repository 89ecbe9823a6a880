import assert from 'node:assert/strict';

import { createInstance } from './instance.mjs';
import { prepare } from './prepare.mjs';
import { exitWithParent } from './processes.mjs';
import { startTarget } from './target.mjs';
import { fillIn, TRIGGER } from './workflows.mjs';

/** What the tests share: an n8n with the credential of a target, and how a receipt is checked. */

// Whoever ends the test runner ends the tests' n8n.
exitWithParent();

/** @param {import('./target.mjs').Target} [givenTarget] default: one of its own */
export async function openLab(givenTarget) {
	const target = givenTarget ?? (await startTarget());
	const instance = await createInstance(await prepare());
	await instance.importCredentials([target.credential]);
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
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export async function openRunningLab(givenTarget, options) {
	const lab = await openLab(givenTarget);
	const { rest } = await lab.instance.start(options);
	return {
		...lab,
		rest,
		/**
		 * @param {import('./workflows.mjs').Workflow} workflow
		 * @returns {Promise<string>} the execution's id
		 */
		async begin(workflow) {
			const id = await rest.createWorkflow(fillIn(workflow, { credentialId: lab.target.credential.id }));
			return await rest.run(id, TRIGGER);
		},
		/**
		 * @param {import('./workflows.mjs').Workflow} workflow
		 * @returns {Promise<import('./workflows.mjs').Execution>} as n8n has recorded it
		 */
		async run(workflow) {
			const execution = await rest.ended(await this.begin(workflow));
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
