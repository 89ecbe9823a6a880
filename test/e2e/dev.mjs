import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { createInstance } from './instance.mjs';
import { portFor } from './n8n-process.mjs';
import { prepare } from './prepare.mjs';
import { Advice, say, step } from './progress.mjs';
import { startTarget } from './target.mjs';

const HELP = `Runs a real n8n with the node in it, and builds the node anew when one of its files changes: n8n takes it
up by itself, and the editor shows it after a reload of the page. Uploads go to a sandbox on this machine.

npm run dev -- [options]
  --port N     n8n's port (default: 5678, or any that is free)
  --help       prints this

Workflows and credentials stay in .n8n-dev until you delete it.`;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOME = path.join(ROOT, '.n8n-dev');

async function main() {
	const options = readOptions();
	if (options.help) return say(HELP);
	const port = await portFor(options.port);
	const instance = await createInstance({ ...(await prepare()), keptIn: HOME });
	const target = await startTarget();
	await step('Importing the credential of the sandbox', () => instance.importCredentials([target.credential]));
	const { baseUrl } = await step("Starting n8n's editor", () => instance.start({ port, env: { N8N_DEV_RELOAD: 'true' } }));
	say(`
  Editor    ${baseUrl}
  E-mail    ${instance.owner.email}
  Password  ${instance.owner.password}
  Files     ${instance.files}
  Arrived   ${target.sandbox.apiUrl}/_sandbox/objects

  Change a file of nodes/ or credentials/, and reload the page. Ctrl-C ends n8n and the sandbox.
`);
	build(path.join(HOME, '.n8n/nodes/node_modules/n8n-nodes-lexer/dist'));
}

/** @param {string} folder from which n8n runs the package */
function build(folder) {
	const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
	const child = spawn(process.execPath, [tsc, '--watch', '--preserveWatchOutput', '--outDir', folder], { cwd: ROOT, stdio: 'inherit' });
	process.once('exit', () => child.kill());
}

function readOptions() {
	try {
		return parseArgs({ options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }).values;
	} catch (error) {
		throw new Advice(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
	}
}

main().catch((error) => {
	console.error(error instanceof Advice ? `\n${error.message}` : error);
	// The sandbox and n8n may still run, and would keep this process alive.
	process.exit(1);
});
