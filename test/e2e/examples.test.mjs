import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { writeText } from './files.mjs';
import { assertDelivered, errorOf, openRunningLab } from './lab.mjs';
import { fillIn, itemsOf } from './workflows.mjs';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
before(async () => {
	lab = await openRunningLab();
});
after(async () => await lab?.close());

/**
 * @param {string} name
 * @param {Record<string, string>} replace what each user sets to their own
 */
async function runExample(name, replace) {
	/** @type {import('./workflows.mjs').Workflow} */
	const example = JSON.parse(await readFile(path.join(EXAMPLES, name), 'utf8'));
	return await lab.run(fillIn(example, { credentialId: lab.target.credential.id, replace }));
}

/** What each example does, by its file's name. */
const CASES = {
	async 'upload-a-csv-file.json'() {
		const source = await writeText(lab.instance.files, 'customers-2026-01-31-1.csv', 'email\nada@example.com\n');
		const execution = await runExample('upload-a-csv-file.json', { '/home/node/.n8n-files': lab.instance.files });
		assert.equal(execution.status, 'success', errorOf(execution));
		await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
	},

	async 'http-download-to-lexer.json'() {
		const source = await writeText(lab.instance.files, 'purchases-2026-01-31-1.csv', 'order\n1\n');
		const server = createServer((_request, response) => {
			response.setHeader('content-type', 'text/csv');
			createReadStream(source.file).pipe(response);
		});
		await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
		const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
		const execution = await runExample('http-download-to-lexer.json', {
			'https://example.com': `http://127.0.0.1:${port}`,
		});
		server.closeAllConnections();
		server.close();
		assert.equal(execution.status, 'success', errorOf(execution));
		await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
	},

	async 'several-files-with-error-branch.json'() {
		const folder = path.join(lab.instance.files, 'several');
		const first = await writeText(folder, 'customers-2026-01-31-1.csv', 'email\nada@example.com\n');
		await writeText(folder, 'empty-2026-01-31-1.csv', '');
		const last = await writeText(folder, 'purchases-2026-01-31-1.csv', 'order\n1\n');
		const execution = await runExample('several-files-with-error-branch.json', { '/home/node/.n8n-files': folder });
		assert.equal(execution.status, 'success', errorOf(execution));
		const delivered = itemsOf(execution, 'Delivered');
		assert.equal(delivered.length, 2);
		await assertDelivered(delivered[0], first, lab.sandbox);
		await assertDelivered(delivered[1], last, lab.sandbox);
		const failed = itemsOf(execution, 'Not Delivered');
		assert.equal(failed.length, 1);
		assert.match(String(failed[0].json.error), /"empty-2026-01-31-1\.csv" is empty/);
	},
};

describe('the example', () => {
	for (const [name, run] of Object.entries(CASES)) test(`${name} does what it says`, run);

	test('is run here, whichever it is', async () => {
		const examples = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.json'));
		assert.deepEqual(examples.sort(), Object.keys(CASES).sort());
	});
});
