import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';

/** Starts processes, each the leader of a group of its own, and ends every one of them with us. */

const ON_WINDOWS = process.platform === 'win32';
const GRACE_MS = 10_000;
const PARENT_CHECK_MS = 1000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Set<string>} */
const folders = new Set();

process.on('exit', () => {
	for (const child of running) signalGroup(child, 'SIGKILL');
	for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
for (const [signal, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]])) {
	process.once(signal, () => process.exit(code));
}

/**
 * Deletes the folder when this process ends, however it ends.
 * @param {string} folder
 */
export function deleteAtExit(folder) {
	folders.add(folder);
}

/** Ends this process, and so what it has started, when the one that started it is gone. */
export function exitWithParent() {
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) process.exit(1);
	}, PARENT_CHECK_MS).unref();
}

/**
 * @typedef {object} StartOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} logFile everything that the process prints is appended here
 */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {StartOptions} options
 */
export function start(command, args, { cwd, env, logFile }) {
	const log = openSync(logFile, 'a');
	try {
		const child = spawn(command, args, {
			cwd,
			env: env ?? process.env,
			detached: !ON_WINDOWS,
			shell: ON_WINDOWS && command === 'npm',
			stdio: ['ignore', log, log],
		});
		running.add(child);
		child.once('exit', () => running.delete(child));
		return child;
	} finally {
		closeSync(log);
	}
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code, -1 when a signal ended it
 */
export async function exitCodeOf(child) {
	if (child.exitCode !== null) return child.exitCode;
	if (child.signalCode !== null) return -1;
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? -1));
	});
}

/**
 * Asks the process to end, waits, and then makes it and everything that it started end.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
	const ended = exitCodeOf(child);
	const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
	child.kill('SIGTERM');
	await ended;
	clearTimeout(timer);
	signalGroup(child, 'SIGKILL');
}

/**
 * Ends the process and everything that it started at once, as a power cut does.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function kill(child) {
	const ended = exitCodeOf(child);
	signalGroup(child, 'SIGKILL');
	await ended;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
	if (child.pid === undefined) return;
	try {
		if (ON_WINDOWS) child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// Nobody of the group is left.
	}
}

/**
 * npm, as it was called by whoever runs us, without what it told its own scripts.
 * @param {string[]} args
 * @param {StartOptions} options
 */
export function startNpm(args, { cwd, env = {}, logFile }) {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^npm_(package_|lifecycle_|command$|config_local_prefix$|config_prefix$)|^INIT_CWD$/i.test(name),
	);
	const options = { cwd, env: { ...Object.fromEntries(inherited), ...env }, logFile };
	const cli = process.env.npm_execpath;
	if (cli?.endsWith('.js')) return start(process.execPath, [cli, ...args], options);
	return start('npm', args, options);
}

/**
 * @param {number} pid
 * @returns {boolean} whether there is such a process, anyone's
 */
export function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
