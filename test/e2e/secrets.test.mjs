import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { writeText } from './files.mjs';
import { errorOf, openRunningLab } from './lab.mjs';
import { ON_REAL_S3 } from './target.mjs';
import { chain, fillIn, itemsOf, lexer, manualTrigger, readFiles } from './workflows.mjs';

/** Whatever n8n can write, it writes. */
const TALKATIVE = { N8N_LOG_LEVEL: 'debug' };
const DELIVERED = 'delivered-marker.csv';
const REFUSED = 'refused-marker.csv';
const CUT_OFF = 'cut-off-marker.csv';

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
/** @type {Record<string, import('./workflows.mjs').Workflow>} */
const workflows = {};

before(async () => {
	lab = await openRunningLab(undefined, { env: TALKATIVE });
	for (const name of [DELIVERED, REFUSED, CUT_OFF]) {
		const { file } = await writeText(lab.instance.files, name, `name\n${name}\n`);
		workflows[name] = chain(name, [manualTrigger(), readFiles(file), lexer({ options: { maxTries: 2 } })]);
	}
	lab.sandbox.faults.add([
		// The storage refuses the URL; n8n asks for another one, in vain.
		{ target: 'api', kind: 'expiredUrl', match: { fileName: REFUSED }, times: null },
		// Not even an HTTP answer: an error of the socket, which axios hangs its whole request on.
		{ target: 'api', kind: 'resetAfter', bytes: 0, match: { fileName: CUT_OFF }, times: null },
	]);
});
after(async () => await lab?.close());

/**
 * @param {Buffer} bytes
 * @returns {string[]} those of the secrets that stand anywhere in them
 */
function secretsIn(bytes) {
	return secrets().filter((secret) => bytes.includes(secret));
}

function secrets() {
	// A signature's own value is only seen by the sandbox's storage, not in front of a real S3.
	const signatures = lab.sandbox.requests.map(({ url }) => /X-Amz-Signature=([0-9a-f]{64})/.exec(url ?? '')?.[1]);
	const known = signatures.filter((signature) => signature !== undefined);
	assert.ok(known.length > 0 || ON_REAL_S3, 'the sandbox has seen signatures');
	return ['X-Amz-Signature', 'X-Amz-Credential', lab.sandbox.token, ...known];
}

async function assertNoTrace() {
	const files = await lab.instance.traces();
	assert.ok(files.some((file) => file.endsWith('database.sqlite')), 'the database is searched');
	assert.ok(files.some((file) => file.endsWith('server.log')), 'the logs are searched');
	for (const file of files) {
		assert.deepEqual(secretsIn(await readFile(file)), [], `found in ${path.relative(lab.instance.dir, file)}`);
	}
}

/**
 * The search would find a secret: what is no secret is found.
 * @param {string} text
 */
async function assertRecorded(text) {
	const files = (await lab.instance.traces()).filter((file) => path.basename(file).startsWith('database.sqlite'));
	const contents = await Promise.all(files.map((file) => readFile(file)));
	assert.ok(contents.some((bytes) => bytes.includes(text)), `the database has ${text}`);
}

describe('neither the token nor an upload URL is left behind by', () => {
	test('a run that delivered', async () => {
		const execution = await lab.run(workflows[DELIVERED]);
		assert.equal(execution.status, 'success', errorOf(execution));
		const { md5 } = itemsOf(execution, 'Lexer')[0].json;
		assert.deepEqual(secretsIn(Buffer.from(JSON.stringify(execution))), []);
		await assertRecorded(String(md5));
		await assertNoTrace();
	});

	for (const name of [REFUSED, CUT_OFF]) {
		test(`a run that failed (${name})`, async () => {
			const execution = await lab.run(workflows[name]);
			assert.equal(execution.status, 'error');
			assert.deepEqual(secretsIn(Buffer.from(JSON.stringify(execution))), []);
			await assertRecorded(name);
			await assertNoTrace();
		});
	}

	test('headless runs that delivered and that failed', async () => {
		await lab.instance.stop();
		const names = [DELIVERED, REFUSED, CUT_OFF];
		await lab.instance.importWorkflows(
			names.map((name) => ({
				...fillIn(workflows[name], { credentialId: lab.target.credential.id }),
				id: path.parse(name).name,
			})),
		);
		for (const name of names) {
			const { exitCode, output } = await lab.instance.execute(path.parse(name).name, TALKATIVE);
			assert.equal(exitCode === 0, name === DELIVERED, `${name} ended with ${exitCode}`);
			assert.ok(output.includes(name));
			assert.deepEqual(secretsIn(Buffer.from(output)), []);
		}
		await assertNoTrace();
	});
});
