import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isAlive } from './processes.mjs';
import { step } from './progress.mjs';

/**
 * Only one process installs at a time; a lock whose owner is gone is taken over.
 * @param {string} folder
 */
export async function takeLock(folder) {
	const file = path.join(folder, 'lock');
	const mine = String(process.pid);
	const release = async () => await rm(file, { force: true });
	const tryOnce = async () => {
		const owner = await readFile(file, 'utf8').catch(() => '');
		if (owner !== '' && !isAlive(Number(owner))) await rm(file, { force: true });
		const made = await writeFile(file, mine, { flag: 'wx' }).then(
			() => true,
			(/** @type {NodeJS.ErrnoException} */ error) => {
				if (error.code !== 'EEXIST') throw error;
				return false;
			},
		);
		if (!made) return false;
		// Someone who found the same dead owner may have removed our file just now.
		await sleep(300);
		return (await readFile(file, 'utf8').catch(() => '')) === mine;
	};
	if (await tryOnce()) return release;
	await step('Waiting for another run that is installing n8n', async () => {
		while (!(await tryOnce())) await sleep(1000);
	});
	return release;
}
