// Makes sure that the dependencies of package-lock.json are installed, so that every command
// of this package works as the first one typed in a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = `${root}/node_modules/.installed-from`;
const wanted = createHash('sha256').update(readFileSync(`${root}/package-lock.json`)).digest('hex');
const installed = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';

if (Number(process.versions.node.split('.')[0]) < 20) {
	console.error(`Node ${process.versions.node} is too old: this package needs Node 20 or later.`);
	process.exit(1);
}
if (installed !== wanted) {
	console.log('Installing dependencies (about 1 GB, one to two minutes the first time) …');
	// The engine's native modules are only built for other databases and sandboxes than the tests use.
	const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (npm.status !== 0) {
		console.error('npm ci failed: check that the npm registry can be reached, then run the command again.');
		process.exit(1);
	}
	writeFileSync(stampFile, wanted);
}
