import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { writeBinary } from './files.mjs';
import { assertDelivered, openLab, succeeded } from './lab.mjs';
import { startSlowTarget } from './target.mjs';
import { chain, fillIn, itemsOf, lexer, manualTrigger, readFiles } from './workflows.mjs';

const BYTES_PER_SECOND = 2 ** 20;
/** n8n's own limit for a request is 300 s. */
const LASTS_SECONDS = 335;
const AT_LEAST_MS = 330_000;

/** @type {Awaited<ReturnType<typeof openLab>>} */
let lab;
before(async () => {
	lab = await openLab(await startSlowTarget(BYTES_PER_SECOND));
});
after(async () => await lab?.close());

test('an upload that takes more than 330 s completes, at the first attempt', async () => {
	const source = await writeBinary(lab.instance.files, 'slow.bin', LASTS_SECONDS * BYTES_PER_SECOND);
	const workflow = chain('Slow', [manualTrigger(), readFiles(source.file), lexer({})]);
	await lab.instance.importWorkflows([
		{ ...fillIn(workflow, { credentialId: lab.target.credential.id }), id: 'slow' },
	]);

	const [item] = itemsOf(succeeded(await lab.instance.execute('slow')), 'Lexer');

	await assertDelivered(item, source, lab.sandbox);
	assert.equal(item.json.attempts, 1);
	assert.ok(Number(item.json.durationMs) >= AT_LEAST_MS, `it took ${item.json.durationMs} ms`);
});
