import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { Advice, say } from '../e2e/progress.mjs';
import { ensureRuntime } from '../e2e/runtime.mjs';
import { findChromium } from './browser.mjs';

const HELP = `Goes a newcomer's way through n8n's editor, looks at every panel of the node, and takes pictures.

npm run test:editor -- [options] [words that names of tests begin with]
  --pictures   keeps the pictures in docs/images, where README and docs show them
  --help       prints this

It needs Chromium, in one of its usual places or in the variable CHROMIUM. Where there is none it is skipped,
and with EDITOR_REQUIRED=1 it fails.`;

const HERE = path.dirname(fileURLToPath(import.meta.url));
const IMAGES = path.resolve(HERE, '../../docs/images');

async function main() {
	const { values, positionals } = readArguments();
	if (values.help) return say(HELP);
	if (findChromium() === undefined) {
		const reason = 'There is no Chromium on this machine (Debian: apt-get install -y chromium; or set CHROMIUM to one).';
		if (process.env.EDITOR_REQUIRED) throw new Advice(reason);
		return say(`Skipped: the tests in n8n's editor. ${reason}`);
	}
	await ensureRuntime();
	const pictures = values.pictures ? IMAGES : await mkdtemp(path.join(tmpdir(), 'lexer-pictures-'));
	if (values.pictures && positionals.length === 0) await rm(IMAGES, { recursive: true, force: true });
	process.env.LEXER_PICTURES = pictures;
	say(`Pictures go to ${pictures}\n`);

	const names = (await readdir(HERE))
		.filter((name) => name.endsWith('.test.mjs'))
		.filter((name) => positionals.length === 0 || positionals.some((word) => name.startsWith(word)));
	if (names.length === 0) throw new Advice(`No test's name begins with ${positionals.join(' or ')}.`);
	const tests = run({ files: names.map((name) => path.join(HERE, name)), concurrency: 1 });
	tests.on('test:fail', () => (process.exitCode = 1));
	tests.compose(new spec()).pipe(process.stdout);
}

function readArguments() {
	try {
		return parseArgs({ allowPositionals: true, options: { pictures: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
	} catch (error) {
		throw new Advice(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
	}
}

main().catch((error) => {
	console.error(error instanceof Advice ? error.message : error);
	process.exit(1);
});
