import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Files to send, and what is known of them.
 * @typedef {object} SourceFile
 * @property {string} file
 * @property {string} name
 * @property {number} sizeBytes
 * @property {string} md5
 */

const BLOCK_BYTES = 8 * 2 ** 20;

/**
 * @param {string} folder made where it is missing
 * @param {string} name
 * @param {string | Buffer} text
 * @returns {Promise<SourceFile>}
 */
export async function writeText(folder, name, text) {
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, name);
	await writeFile(file, text);
	return await describeFile(file);
}

/**
 * A file in which every byte value occurs, in no order, and no two blocks are alike.
 * @param {string} folder
 * @param {string} name
 * @param {number} sizeBytes
 * @returns {Promise<SourceFile>}
 */
export async function writeBinary(folder, name, sizeBytes) {
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, name);
	const block = seededBlock();
	const handle = await open(file, 'w');
	try {
		for (let written = 0; written < sizeBytes; written += BLOCK_BYTES) {
			block.writeUInt32LE(written / BLOCK_BYTES);
			await handle.write(block, 0, Math.min(BLOCK_BYTES, sizeBytes - written));
		}
	} finally {
		await handle.close();
	}
	return await describeFile(file);
}

/** The same bytes every time, from a small linear congruential generator. */
function seededBlock() {
	const block = Buffer.alloc(BLOCK_BYTES);
	let state = 20260131;
	for (let index = 0; index < BLOCK_BYTES; index++) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		block[index] = state >>> 24;
	}
	return block;
}

/**
 * @param {string} file
 * @returns {Promise<SourceFile>}
 */
async function describeFile(file) {
	const { size } = await stat(file);
	return { file, name: path.basename(file), sizeBytes: size, md5: await hashFile(file, 'md5') };
}

/**
 * @param {string} file
 * @param {string} algorithm
 */
export async function hashFile(file, algorithm) {
	const hash = createHash(algorithm);
	for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(chunk);
	return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {Promise<number>} what all in it takes on the disk
 */
export async function bytesIn(folder) {
	let bytes = 0;
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) bytes += await bytesIn(file);
		// For small files that is more than they hold.
		else bytes += (await lstat(file)).blocks * 512;
	}
	return bytes;
}
