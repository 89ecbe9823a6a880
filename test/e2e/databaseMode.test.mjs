import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { POSTGRES_CREDENTIAL, reasonToSkip } from './databases.mjs';
import { writeBinary, writeText } from './files.mjs';
import { createInstance } from './instance.mjs';
import { assertDelivered, errorOf, storedRecords } from './lab.mjs';
import { prepare } from './prepare.mjs';
import { exitWithParent } from './processes.mjs';
import { createDatabase } from './queue/ownDatabase.mjs';
import { startTarget } from './target.mjs';
import { chain, fillIn, itemsOf, lexer, manualTrigger, readFiles } from './workflows.mjs';

exitWithParent();

/** The most that n8n can give of a file in PostgreSQL; see nodes/Lexer/source/binarySource.ts. */
const MOST_BYTES = 268_435_443;
const skip = await reasonToSkip(POSTGRES_CREDENTIAL);

/** @type {import('./target.mjs').Target} */
let target;
/** @type {import('./instance.mjs').Instance} */
let instance;
/** @type {Awaited<ReturnType<typeof createDatabase>>} */
let database;
/** @type {ReturnType<typeof import('./rest.mjs').createRest>} */
let rest;
let credentialId = '';
before(async () => {
	if (skip) return;
	const parts = await prepare();
	[target, instance, database] = await Promise.all([startTarget(), createInstance(parts), createDatabase(parts.runtime)]);
	const env = { ...database.env, N8N_DEFAULT_BINARY_DATA_MODE: 'database' };
	({ rest } = await instance.start({ env, isNew: true }));
	credentialId = await rest.createCredential(target.credential);
});
after(async () => {
	await instance?.dispose();
	await database?.drop();
	await target?.close();
});

/** @param {import('./workflows.mjs').WorkflowNode[]} nodes after the trigger */
async function run(...nodes) {
	const id = await rest.createWorkflow(fillIn(chain('Database mode', [manualTrigger(), ...nodes]), { credentialId }));
	return await rest.ended(await rest.run(id, 'Manual Trigger'));
}

describe('n8n on PostgreSQL, with binary data in its database', { skip }, () => {
	test('delivers a file of 8 MB', async () => {
		const source = await writeBinary(path.join(instance.files, 'good'), 'good.bin', 8_000_000);
		const execution = await run(readFiles(source.file), lexer({}));
		assert.equal(execution.status, 'success', errorOf(execution));
		assert.match(String(itemsOf(execution, 'Read Files')[0].binary?.data.id), /^database:/);
		await assertDelivered(itemsOf(execution, 'Lexer')[0], source, target.sandbox);
	});

	test('converts CSV', async () => {
		const source = await writeText(path.join(instance.files, 'csv'), 'people.csv', 'link.email\nada@example.com\n');
		const options = { convertCsv: true };
		const parameters = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record', options };
		const execution = await run(readFiles(source.file), lexer(parameters));
		assert.equal(execution.status, 'success', errorOf(execution));
		assert.deepEqual(await storedRecords(itemsOf(execution, 'Lexer')[0], target.sandbox), [{ link: { email: 'ada@example.com' } }]);
	});

	test('refuses a file that n8n cannot give, before any request, and n8n goes on', async () => {
		const large = await writeBinary(path.join(instance.files, 'large'), 'large.bin', MOST_BYTES + 1);
		const small = await writeText(path.join(instance.files, 'small'), 'small.csv', 'email\nada@example.com\n');
		const requests = target.sandbox.requests.length;
		for (let time = 0; time < 3; time++) {
			const execution = await run(readFiles(large.file), lexer({}));
			assert.equal(execution.status, 'error');
			assert.match(errorOf(execution), /"large\.bin" is larger than the 268 MB.*in its database.*"filesystem".*"s3"/s);
		}
		assert.equal(target.sandbox.requests.length, requests);
		// Each read that never ends would have kept one of n8n's two connections.
		const execution = await run(readFiles(small.file), lexer({}));
		await assertDelivered(itemsOf(execution, 'Lexer')[0], small, target.sandbox);
	});
});
