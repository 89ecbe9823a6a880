import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

import { prepare, TARBALL_VARIABLE } from './prepare.mjs';
import { Advice, say } from './progress.mjs';
import { N8N_MAJOR } from './runtime.mjs';
import { ON_REAL_S3 } from './target.mjs';

/**
 * Runs the end-to-end tests, or those whose names, with their folders', begin with the words given:
 * `run.mjs memory stop`.
 * What they share is made once, before the first of them. `N8N_VERSION=1` runs them on n8n 1.
 */

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** It waits for minutes, with little to do: so it begins first, and the others run beside it. */
const FIRST = 'slow.test.mjs';
const FILES_AT_ONCE = 2;
/** What n8n 1 is tested with where nothing else is asked for. */
const ON_N8N_1 = ['everywhere'];
/** Their cases are what the sandbox's storage does. */
const SANDBOX_ONLY = ['outcomes', 'data'];

async function main() {
	const words = process.argv.slice(2);
	if (N8N_MAJOR === 1 && words.length === 0) words.push(...ON_N8N_1);
	const { tarball } = await prepare();
	process.env[TARBALL_VARIABLE] = tarball;

	const names = (await readdir(HERE, { recursive: true }))
		.filter((name) => name.endsWith('.test.mjs'))
		.filter((name) => !ON_REAL_S3 || !SANDBOX_ONLY.includes(path.dirname(name)))
		.filter((name) => words.length === 0 || words.some((word) => name.startsWith(word)))
		.sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || a.localeCompare(b));
	if (names.length === 0) throw new Advice(`No test's name begins with ${words.join(' or ')}.`);
	say(`Uploads go to ${ON_REAL_S3 ? `the S3 at ${process.env.S3_ENDPOINT}` : 'the sandbox'}.\n`);

	const tests = run({ files: names.map((name) => path.join(HERE, name)), concurrency: FILES_AT_ONCE });
	tests.on('test:fail', ({ todo }) => {
		// What the node cannot do yet is reported, and is no failure.
		if (todo === undefined || todo === false) process.exitCode = 1;
	});
	tests.compose(new spec()).pipe(process.stdout);
}

main().catch((error) => {
	console.error(error instanceof Advice ? error.message : error);
	process.exit(1);
});
