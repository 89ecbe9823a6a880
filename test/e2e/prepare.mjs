import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { pack } from './pack.mjs';
import { deleteAtExit } from './processes.mjs';
import { step } from './progress.mjs';
import { ensureRuntime, STEPS_TO_INSTALL, whereRuntimeIs } from './runtime.mjs';
import { ensureTemplate, hasTemplate } from './template.mjs';

/** Set where a tarball has been packed already, for several processes that test the same one. */
export const TARBALL_VARIABLE = 'LEXER_E2E_TARBALL';

/** @returns {Promise<number>} how many steps `prepare` will show */
export async function stepsToPrepare() {
	const { folder } = await whereRuntimeIs();
	const packing = process.env[TARBALL_VARIABLE] === undefined ? 1 : 0;
	return (existsSync(folder) ? 0 : STEPS_TO_INSTALL) + (hasTemplate(folder) ? 0 : 1) + packing;
}

/** All that an instance is made of: n8n, its empty database, and the packed package. */
export async function prepare() {
	const runtime = await ensureRuntime();
	const template = await ensureTemplate(runtime);
	const tarball = process.env[TARBALL_VARIABLE] ?? (await step('Building and packing the package', packIntoTemporaryFolder));
	return { runtime, template, tarball };
}

async function packIntoTemporaryFolder() {
	const folder = await mkdtemp(path.join(tmpdir(), 'lexer-pack-'));
	deleteAtExit(folder);
	return await pack(folder);
}
