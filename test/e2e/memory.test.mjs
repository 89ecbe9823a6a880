import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { writeBinary } from './files.mjs';
import { assertDelivered, openLab, succeeded } from './lab.mjs';
import { formatSize } from './progress.mjs';
import { chain, fillIn, itemsOf, lexer, manualTrigger, noOperation, readFiles } from './workflows.mjs';

const SIZE_BYTES = 2 * 2 ** 30;
const ALLOWED_BYTES = 64 * 2 ** 20;

/** @type {Awaited<ReturnType<typeof openLab>>} */
let lab;
before(async () => {
	lab = await openLab();
});
after(async () => await lab?.close());

test('a file of 2 GiB takes at most 64 MiB more memory than the same workflow without the upload', async (t) => {
	const source = await writeBinary(lab.instance.files, 'huge.bin', SIZE_BYTES);
	const withLexer = chain('With Lexer', [manualTrigger(), readFiles(source.file), lexer({})]);
	const without = chain('Without', [manualTrigger(), readFiles(source.file), noOperation()]);
	await lab.instance.importWorkflows([
		{ ...fillIn(withLexer, { credentialId: lab.target.credential.id }), id: 'withLexer' },
		{ ...without, id: 'without' },
	]);

	const base = await lab.instance.execute('without');
	const upload = await lab.instance.execute('withLexer');
	succeeded(base);
	const [item] = itemsOf(succeeded(upload), 'Lexer');

	const moreBytes = upload.peakRssBytes - base.peakRssBytes;
	t.diagnostic(
		`peak RSS ${formatSize(base.peakRssBytes)} without, ${formatSize(upload.peakRssBytes)} with the upload; ` +
			`2 GiB sent in ${item.json.durationMs} ms`,
	);
	await assertDelivered(item, source, lab.sandbox);
	assert.ok(moreBytes <= ALLOWED_BYTES, `${moreBytes} bytes more`);
	await rm(source.file);
});
