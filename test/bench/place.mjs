import { mkdir, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { deleteAtExit, isAlive } from '../e2e/processes.mjs';
import { availableBytes } from './machine.mjs';

/**
 * Where the files and n8n's copies of them are: in memory where that is possible, so that no write
 * to a disk competes with the upload.
 */

const TMPFS = '/dev/shm';
const TMPFS_MAGIC = 0x01021994;
const PREFIX = 'lexer-bench-';
/** For n8n, which holds a GiB in memory when it is the HTTP Request node's, and for everyone else. */
const HEADROOM_BYTES = 4 * 2 ** 30;

/**
 * @typedef {object} Place
 * @property {string} dir
 * @property {string} files what workflows may read
 * @property {string} storage n8n's copies
 * @property {'memory' | 'disk'} medium
 * @property {() => Promise<void>} remove
 */

/**
 * @param {number} neededBytes
 * @returns {Promise<Place | undefined>} nothing where there is no room
 */
export async function makePlace(neededBytes) {
	const parent = await chooseParent(neededBytes);
	if (parent === undefined) return undefined;
	const dir = await mkdtemp(path.join(parent, `${PREFIX}${process.pid}-`));
	deleteAtExit(dir);
	const [files, storage] = [path.join(dir, 'files'), path.join(dir, 'storage')];
	await mkdir(files);
	await mkdir(storage);
	return {
		dir,
		files,
		storage,
		medium: parent === TMPFS ? 'memory' : 'disk',
		remove: async () => await rm(dir, { recursive: true, force: true }),
	};
}

/** @param {number} neededBytes */
async function chooseParent(neededBytes) {
	await removeLeftovers();
	const shared = await statfs(TMPFS).catch(() => undefined);
	const fits = shared?.type === TMPFS_MAGIC && shared.bavail * shared.bsize >= neededBytes;
	if (fits && availableBytes() >= neededBytes + HEADROOM_BYTES) return TMPFS;
	const disk = await statfs(tmpdir());
	return disk.bavail * disk.bsize >= neededBytes + HEADROOM_BYTES ? tmpdir() : undefined;
}

/** A run that was killed could not delete its files, and those in memory would stay there. */
async function removeLeftovers() {
	for (const parent of [TMPFS, tmpdir()]) {
		const names = await readdir(parent).catch(() => []);
		for (const name of names) {
			const [, pid] = /^lexer-bench-(\d+)-/.exec(name) ?? [];
			if (pid && !isAlive(Number(pid))) await rm(path.join(parent, name), { recursive: true, force: true });
		}
	}
}
