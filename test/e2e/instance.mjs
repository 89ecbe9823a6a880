import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { installCommunityPackage } from './community-package.mjs';
import { runN8n } from './n8n-process.mjs';
import { deleteAtExit, stop } from './processes.mjs';
import { startServer } from './template.mjs';

/**
 * An n8n of its own: a user folder with the package installed, in which workflows run headless
 * or in a running server.
 * @typedef {Awaited<ReturnType<typeof createInstance>>} Instance
 */

/**
 * @typedef {object} Credential
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {Record<string, unknown>} data
 *
 * @typedef {object} HeadlessResult
 * @property {number} exitCode
 * @property {import('./workflows.mjs').Execution | undefined} execution undefined when n8n failed before it ran the workflow
 * @property {string} output all that the command printed
 * @property {number} peakRssBytes of n8n's main process
 */

/**
 * @param {object} parts
 * @param {import('./runtime.mjs').Runtime} parts.runtime
 * @param {import('./template.mjs').Template} parts.template
 * @param {string} parts.tarball the packed package
 * @param {string} [parts.files] the folder that workflows may read; default: one of the instance's own
 * @param {string} [parts.keptIn] the folder of an instance that stays; default: one that is deleted at the end
 */
export async function createInstance({ runtime, template, tarball, files: givenFiles, keptIn }) {
	const dir = keptIn ?? (await mkdtemp(path.join(tmpdir(), 'lexer-n8n-')));
	if (keptIn === undefined) deleteAtExit(dir);
	const files = givenFiles ?? path.join(dir, 'files');
	const logs = path.join(dir, 'logs');
	const n8nFolder = path.join(dir, '.n8n');
	const storage = path.join(n8nFolder, 'storage');
	if (!existsSync(n8nFolder)) await cp(path.join(template.dir, '.n8n'), n8nFolder, { recursive: true });
	await mkdir(files, { recursive: true });
	await mkdir(logs, { recursive: true });
	await installCommunityPackage(tarball, dir, path.join(logs, 'npm.log'));

	let runs = 0;
	/** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
	let server;

	/**
	 * @param {string} command
	 * @param {unknown} content
	 */
	async function importWith(command, content) {
		const input = path.join(dir, 'import.json');
		await writeFile(input, JSON.stringify(content));
		const logFile = path.join(logs, `${command.replace(':', '-')}.log`);
		const { exitCode } = await runN8n(runtime, { dir, files }, [command, '--input', input], { logFile });
		await rm(input);
		const output = await readFile(logFile, 'utf8');
		if (exitCode !== 0 || !output.includes('Successfully imported')) {
			throw new Error(`n8n ${command} failed (exit code ${exitCode}):\n${output}`);
		}
	}

	return {
		dir,
		/** Workflows may read files of this folder, and of no other. */
		files,
		owner: template.owner,

		/** @param {Credential[]} credentials */
		importCredentials: async (credentials) => await importWith('import:credentials', credentials),

		/** @param {Array<import('./workflows.mjs').Workflow & { id: string }>} workflows */
		importWorkflows: async (workflows) => await importWith('import:workflow', workflows),

		/**
		 * Runs a workflow headless. What n8n stored of its files is deleted afterwards.
		 * @param {string} workflowId
		 * @param {NodeJS.ProcessEnv} [env]
		 * @returns {Promise<HeadlessResult>}
		 */
		async execute(workflowId, env = {}) {
			runs += 1;
			const logFile = path.join(logs, `execute-${runs}.log`);
			const args = ['execute', '--id', workflowId, '--rawOutput'];
			const { exitCode, peakRssBytes } = await runN8n(runtime, { dir, files }, args, { logFile, env });
			await this.deleteBinaryData();
			const output = await readFile(logFile, 'utf8');
			return { exitCode, execution: findExecution(output), output, peakRssBytes };
		},

		/**
		 * Starts the server and logs in as the owner.
		 * @param {{ env?: NodeJS.ProcessEnv, port?: number, isNew?: boolean }} [options] `isNew`: on a database without an owner
		 */
		async start({ isNew = false, ...options } = {}) {
			server = await startServer(runtime, { dir, files }, { ...options, logFile: path.join(logs, 'server.log') });
			await (isNew ? server.rest.setUpOwner(template.owner) : server.rest.logIn(template.owner));
			return { baseUrl: server.baseUrl, rest: server.rest, pid: server.child.pid };
		},

		async stop() {
			if (server !== undefined) await stop(server.child);
			server = undefined;
		},

		/** @returns {Promise<number>} bytes of the files that n8n keeps of its executions */
		async storedBytes() {
			const files = await readdir(storage, { recursive: true });
			const sizes = await Promise.all(files.map(async (file) => await stat(path.join(storage, file)).catch(() => undefined)));
			return sizes.reduce((sum, entry) => sum + (entry?.isFile() ? entry.size : 0), 0);
		},

		/** n8n keeps every file of every execution: large ones would fill the disk. */
		async deleteBinaryData() {
			await rm(storage, { recursive: true, force: true });
			await mkdir(storage);
		},

		/**
		 * @param {{ data?: string, id?: string }} file a binary file of an item
		 * @returns {Promise<string>} its content
		 */
		async textOf({ data = '', id }) {
			if (id === undefined) return Buffer.from(data, 'base64').toString();
			return await readFile(path.join(storage, id.slice(id.indexOf(':') + 1)), 'utf8');
		},

		/**
		 * The files in which n8n keeps anything: its folder with the database, and its logs.
		 * @returns {Promise<string[]>}
		 */
		async traces() {
			const found = await readdir(dir, { recursive: true, withFileTypes: true });
			return found
				.filter((entry) => entry.isFile())
				.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
				.filter((file) => file.startsWith(n8nFolder) || file.startsWith(logs))
				.filter((file) => !file.includes(`${path.sep}node_modules${path.sep}`));
		},

		async dispose() {
			await this.stop();
			await rm(dir, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}

/**
 * `n8n execute` prints the execution as indented JSON between lines of its log.
 * @param {string} output
 * @returns {import('./workflows.mjs').Execution | undefined}
 */
function findExecution(output) {
	const lines = output.split('\n');
	const first = lines.indexOf('{');
	const last = lines.indexOf('}', first);
	if (first === -1 || last === -1) return undefined;
	return JSON.parse(lines.slice(first, last + 1).join('\n'));
}
