import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, startN8n } from './n8n-process.mjs';
import { stop } from './processes.mjs';
import { Advice, step } from './progress.mjs';
import { createRest } from './rest.mjs';

/**
 * n8n's first start on a new user folder creates its database in half a minute. It is done once
 * a runtime, with the owner's account; every instance begins as a copy of that folder.
 */

const READY_POLL_MS = 200;

/**
 * @typedef {object} Template
 * @property {string} dir
 * @property {import('./rest.mjs').Owner} owner
 */

const NAME = 'template';

/** @param {string} folder of a runtime */
export const hasTemplate = (folder) => existsSync(path.join(folder, NAME));

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @returns {Promise<Template>}
 */
export async function ensureTemplate(runtime) {
	const dir = path.join(runtime.folder, NAME);
	if (!hasTemplate(runtime.folder)) {
		await step("Creating n8n's database and the owner's account (once)", () => create(runtime, dir));
	}
	return { dir, owner: JSON.parse(await readFile(path.join(dir, 'owner.json'), 'utf8')) };
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} dir
 */
async function create(runtime, dir) {
	const draft = `${dir}.${process.pid}`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { recursive: true });
	// n8n wants a digit and a capital letter in a password.
	const owner = { email: 'owner@n8n.example', password: `Lexer-${randomBytes(6).toString('hex')}-1` };
	await writeFile(path.join(draft, 'owner.json'), JSON.stringify(owner));

	const folder = { dir: draft, files: path.join(draft, 'files') };
	const logFile = path.join(runtime.folder, 'template.log');
	const { child, rest } = await startServer(runtime, folder, { logFile });
	await rest.setUpOwner(owner);
	await stop(child);
	await rm(path.join(draft, '.cache'), { recursive: true });
	// Two runs may have made one each: the first stays.
	await rename(draft, dir).catch(() => rm(draft, { recursive: true, force: true }));
}

/**
 * Starts `n8n start` and waits until it answers.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {import('./n8n-process.mjs').UserFolder} folder
 * @param {{ logFile: string, env?: NodeJS.ProcessEnv, port?: number }} options
 */
export async function startServer(runtime, folder, { logFile, env, port: wantedPort }) {
	const port = wantedPort ?? (await freePort());
	const baseUrl = `http://127.0.0.1:${port}`;
	const child = await startN8n(runtime, folder, ['start'], { logFile, env, port });
	/** @param {string} route */
	const answers = async (route) =>
		await fetch(`${baseUrl}${route}`).then(
			(response) => response.ok,
			() => false,
		);
	// n8n 1 is ready before its editor's part is.
	while (!((await answers('/healthz/readiness')) && (await answers('/rest/settings')))) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Advice(`n8n ended while it was starting; its output is in ${logFile}`);
		}
		await sleep(READY_POLL_MS);
	}
	return { child, baseUrl, rest: createRest(baseUrl, runtime) };
}
