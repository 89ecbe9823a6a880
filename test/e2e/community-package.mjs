import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { exitCodeOf, startNpm } from './processes.mjs';

/**
 * Installs a tarball into a user folder with the steps of n8n's own CommunityPackagesService
 * (n8n 2.41), which differ only in that it takes the tarball from the npm registry.
 * @param {string} tarball
 * @param {string} userFolder
 * @param {string} logFile
 */
export async function installCommunityPackage(tarball, userFolder, logFile) {
	const nodesFolder = path.join(userFolder, '.n8n', 'nodes');
	const { name } = JSON.parse(await readFromTarball(tarball, 'package/package.json'));
	const packageFolder = path.join(nodesFolder, 'node_modules', name);
	await mkdir(packageFolder, { recursive: true });
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', packageFolder, '--strip-components=1']);

	const manifestFile = path.join(packageFolder, 'package.json');
	const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
	for (const kind of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete manifest[kind];
	await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
	const args = [
		'install',
		'--audit=false',
		'--fund=false',
		'--bin-links=false',
		'--install-strategy=shallow',
		'--ignore-scripts=true',
		'--package-lock=false',
	];
	const code = await exitCodeOf(startNpm(args, { cwd: packageFolder, logFile }));
	if (code !== 0) throw new Error(`npm install of ${name} failed (exit code ${code}); its output is in ${logFile}`);

	const ledger = { name: 'installed-nodes', private: true, dependencies: { [name]: manifest.version } };
	await writeFile(path.join(nodesFolder, 'package.json'), JSON.stringify(ledger, null, 2));
}

/**
 * @param {string} tarball
 * @param {string} file
 */
async function readFromTarball(tarball, file) {
	const { stdout } = await promisify(execFile)('tar', ['-xzOf', tarball, file]);
	return stdout;
}
