import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { exitCodeOf, startNpm } from './processes.mjs';
import { Advice } from './progress.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the package and packs it the way it is published.
 * @param {string} folder where the tarball goes
 * @returns {Promise<string>} the tarball
 */
export async function pack(folder) {
	await mkdir(folder, { recursive: true });
	const logFile = path.join(folder, 'pack.log');
	await npm(['run', 'build'], logFile);
	await npm(['pack', '--ignore-scripts', '--pack-destination', folder], logFile);
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack left no tarball in ${folder}`);
	return path.join(folder, tarball);
}

/**
 * @param {string[]} args
 * @param {string} logFile
 */
async function npm(args, logFile) {
	const code = await exitCodeOf(startNpm(args, { cwd: ROOT, logFile }));
	if (code !== 0) throw new Advice(`npm ${args[0]} failed (exit code ${code}); its output is in ${logFile}`);
}
