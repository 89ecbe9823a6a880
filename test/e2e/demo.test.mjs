import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { writeBinary, writeText } from './files.mjs';
import { prepare, TARBALL_VARIABLE } from './prepare.mjs';
import { deleteAtExit } from './processes.mjs';

const DEMO = fileURLToPath(new URL('demo.mjs', import.meta.url));

/** @type {NodeJS.ProcessEnv} */
let env;
/** @type {string} */
let folder;
before(async () => {
	const { tarball } = await prepare();
	folder = await mkdtemp(path.join(tmpdir(), 'lexer-demo-'));
	deleteAtExit(folder);
	env = { ...process.env, [TARBALL_VARIABLE]: tarball, INIT_CWD: folder };
});

/** @param {string[]} args */
async function runDemo(...args) {
	return await new Promise((resolve) => {
		execFile(process.execPath, [DEMO, ...args], { env }, (error, stdout, stderr) =>
			resolve({ code: error ? error.code : 0, stdout, stderr }),
		);
	});
}

describe('the demo', () => {
	test("sends the example's file and compares what arrived", async () => {
		const { code, stdout, stderr } = await runDemo();
		assert.equal(code, 0, stdout + stderr);
		assert.match(stdout, /upload ID +\d+/);
		assert.match(stdout, /MD5 +[0-9a-f]{32} \(verified/);
		assert.match(stdout, /✓ identical/);
		assert.match(stdout, /Done in \d/);
		const steps = [...stdout.matchAll(/^✓ \[(\d+)\/(\d+)\]/gm)].map(([, at, all]) => [Number(at), Number(all)]);
		assert.deepEqual(steps, steps.map((_, index) => [index + 1, steps.length]), 'each step says which it is of how many');
		assert.ok(steps.length >= 4);
	});

	test('sends another file, whatever its name', async () => {
		const source = await writeBinary(folder, 'we*ird {é} $file (1).bin', 3_000_001);
		const { code, stdout, stderr } = await runDemo('--file', source.name);
		assert.equal(code, 0, stdout + stderr);
		assert.ok(stdout.includes(source.md5));
		assert.match(stdout, /✓ identical/);
	});

	test('says what to do where it fails', async () => {
		const missing = await runDemo('--file', 'missing.csv');
		assert.equal(missing.code, 1);
		assert.match(missing.stderr, /There is no file .*missing\.csv/);

		const badPort = await runDemo('--port', 'eighty');
		assert.equal(badPort.code, 1);
		assert.match(badPort.stderr, /--port must be a number from 1 to 65535/);

		const { name } = await writeText(folder, 'empty.csv', '');
		const empty = await runDemo('--file', name);
		assert.equal(empty.code, 1);
		assert.match(empty.stderr, /"empty\.csv" is empty/);
	});

	test('explains itself', async () => {
		const { code, stdout } = await runDemo('--help');
		assert.equal(code, 0);
		assert.match(stdout, /--editor[^]*--port/);
	});
});
