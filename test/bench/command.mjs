import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { exitCodeOf, start } from '../e2e/processes.mjs';

/**
 * Runs a command to its end; a failure shows what it printed.
 * @param {string} dir where its output is kept meanwhile
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] beside this process's
 * @returns {Promise<{ ms: number }>} how long it took
 */
export async function runCommand(dir, command, args, env = {}) {
	const logFile = path.join(dir, `${path.basename(command)}.log`);
	const startedAtMs = performance.now();
	const code = await exitCodeOf(start(command, args, { logFile, env: { ...process.env, ...env } }));
	const ms = performance.now() - startedAtMs;
	if (code !== 0) throw new Error(`${command} failed (exit code ${code}):\n${await readFile(logFile, 'utf8')}`);
	await rm(logFile, { force: true });
	return { ms };
}
