import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { writeBinary } from './files.mjs';
import { openRunningLab } from './lab.mjs';
import { startSlowTarget } from './target.mjs';
import { chain, lexer, manualTrigger, readFiles } from './workflows.mjs';

/** It lasts half a minute, and what waits in the sockets' buffers when it is stopped, a fraction of a second. */
const SIZE_BYTES = 512 * 2 ** 20;
const BYTES_PER_SECOND = 16 * 2 ** 20;
const PROMPT_MS = 1000;

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
/** @type {() => void} */
let onUploadClosed;
/** @type {Promise<void>} */
const uploadClosed = new Promise((resolve) => {
	onUploadClosed = resolve;
});

before(async () => {
	lab = await openRunningLab(await startSlowTarget(BYTES_PER_SECOND, () => onUploadClosed()));
});
after(async () => await lab?.close());

test('stopping an execution ends its upload within a second', async (t) => {
	const source = await writeBinary(path.join(lab.instance.files, 'slow'), 'slow.bin', SIZE_BYTES);
	const executionId = await lab.begin(chain('Stopped', [manualTrigger(), readFiles(source.file), lexer({})]));
	while (!lab.sandbox.requests.some(({ target, status }) => target === 'api' && status === 201)) await sleep(50);
	await sleep(2000);

	const stoppedAt = Date.now();
	await lab.rest.stopExecution(executionId);
	const closed = await Promise.race([uploadClosed.then(() => 'closed'), sleep(PROMPT_MS, 'still open')]);

	t.diagnostic(`the upload's connection closed ${Date.now() - stoppedAt} ms after "stop"`);
	assert.equal(closed, 'closed');
	const execution = await lab.rest.ended(executionId);
	assert.equal(execution.status, 'canceled');
	assert.deepEqual(await lab.sandbox.list(), []);
});
