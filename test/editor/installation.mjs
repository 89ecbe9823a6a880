import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The commands of the README's installation, as they stand there. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} language
 * @returns {Promise<string>} the first block of code of the installation in this language
 */
async function commands(language) {
	const readme = await readFile(path.join(ROOT, 'README.md'), 'utf8');
	const installation = readme.slice(readme.indexOf('## Installation'), readme.indexOf('## Operations'));
	const [, block] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(installation) ?? [];
	if (block === undefined) throw new Error(`The README's installation has no block of ${language}`);
	return block;
}

/**
 * @param {string} script
 * @param {string} home
 */
async function inShell(script, home) {
	// npm keeps what it knows of its registry in the home of whoever runs the tests.
	const userconfig = process.env.npm_config_userconfig ?? path.join(process.env.HOME ?? '', '.npmrc');
	const cache = process.env.npm_config_cache ?? path.join(process.env.HOME ?? '', '.npm');
	const env = { ...process.env, HOME: home, npm_config_userconfig: userconfig, npm_config_cache: cache };
	await promisify(execFile)('sh', ['-ec', script], { cwd: ROOT, env, maxBuffer: 2 ** 26 });
}

/**
 * Types the README's commands for a self-hosted n8n.
 * @param {string} home the home of the user who runs n8n
 * @returns {Promise<string>} the folder that the package is in then
 */
export async function installByReadme(home) {
	await inShell(await commands('sh'), home);
	return path.join(home, '.n8n/nodes/node_modules/n8n-nodes-lexer');
}

/**
 * Does what the README's Dockerfile does to n8n's image, with `home` in place of the image's /home/node.
 * @param {string} home
 * @returns {Promise<string>} the folder that the package is in then
 */
export async function installByDockerfile(home) {
	const dockerfile = (await commands('dockerfile')).replaceAll('\\\n', '');
	const [, from, to] = /^COPY (\S+) (\S+)$/m.exec(dockerfile) ?? [];
	const [, run] = /^RUN (.+)$/m.exec(dockerfile) ?? [];
	const copied = path.join(home, from);
	const script = run.replaceAll(`${to}${from}`, copied).replaceAll('/home/node', home);
	await inShell(`cp ${from} ${copied}\n${script}`, home);
	await rm(copied);
	return path.join(home, '.n8n/nodes/node_modules/n8n-nodes-lexer');
}

/** Deletes the tarball that the commands leave in the clone. */
export async function cleanUp() {
	const { name, version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
	const tarball = path.join(ROOT, `${name}-${version}.tgz`);
	if (existsSync(tarball)) await rm(tarball);
}
