import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { exitCodeOf, start } from './processes.mjs';
import { Advice } from './progress.mjs';

/** Starts n8n's commands on a user folder, alone with this machine: nothing is asked of n8n's servers. */

const GUARD = fileURLToPath(new URL('guard.cjs', import.meta.url));

/**
 * @typedef {object} UserFolder
 * @property {string} dir what N8N_USER_FOLDER is set to
 * @property {string} files the folder whose files workflows may read
 */

/** @returns {Promise<number>} a port that nothing listens on */
export async function freePort() {
	return await listenOnce(0);
}

/** @param {number} port */
async function isFree(port) {
	return await listenOnce(port).then(
		() => true,
		() => false,
	);
}

const EDITOR_PORT = 5678;

/**
 * @param {string} [wanted] a port as somebody typed it; default: n8n's usual one where it is free
 * @returns {Promise<number>} a port that n8n's editor can have
 */
export async function portFor(wanted) {
	if (wanted === undefined) return (await isFree(EDITOR_PORT)) ? EDITOR_PORT : await freePort();
	const port = Number(wanted);
	if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Advice(`--port must be a number from 1 to 65535, not "${wanted}".`);
	if (!(await isFree(port))) throw new Advice(`Another program listens on port ${port}. Give --port another one.`);
	return port;
}

/** @param {number} wantedPort */
async function listenOnce(wantedPort) {
	const server = createServer();
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(wantedPort, '127.0.0.1', () => resolve(undefined));
	});
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/**
 * @param {UserFolder} folder
 * @param {number} port
 * @param {number} brokerPort
 * @returns {NodeJS.ProcessEnv}
 */
function environment({ dir, files }, port, brokerPort) {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|NODE_OPTIONS$|NODE_V8_COVERAGE$|NODE_TEST_CONTEXT$|npm_)/i.test(name),
	);
	return {
		...Object.fromEntries(inherited),
		N8N_USER_FOLDER: dir,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RESTRICT_FILE_ACCESS_TO: files,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	};
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {UserFolder} folder
 * @param {string[]} args
 * @param {{ logFile: string, env?: NodeJS.ProcessEnv, port?: number }} options
 */
export async function startN8n(runtime, folder, args, { logFile, env = {}, port }) {
	return start(runtime.node, ['--require', GUARD, runtime.cli, ...args], {
		// n8n reads a .env file of the folder that it is started in.
		cwd: folder.dir,
		env: { ...environment(folder, port ?? (await freePort()), await freePort()), ...runtime.env, ...env },
		logFile,
	});
}

/**
 * Runs one of n8n's commands to its end.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {UserFolder} folder
 * @param {string[]} args
 * @param {{ logFile: string, env?: NodeJS.ProcessEnv }} options
 */
export async function runN8n(runtime, folder, args, { logFile, env = {} }) {
	const peakRssFile = path.join(folder.dir, `peak-rss-${path.basename(logFile)}`);
	const child = await startN8n(runtime, folder, args, {
		logFile,
		env: { ...env, LEXER_E2E_PEAK_RSS_FILE: peakRssFile },
	});
	const exitCode = await exitCodeOf(child);
	const peakRssBytes = Number(await readFile(peakRssFile, 'utf8').catch(() => NaN));
	await rm(peakRssFile, { force: true });
	return { exitCode, peakRssBytes };
}
