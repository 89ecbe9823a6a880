import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { runCommand } from './command.mjs';

/** Lexer's help page's way: one curl command asks for the URL, another one sends the file. */

/**
 * @typedef {object} Job
 * @property {string} dir where notes may be left
 * @property {string[]} files
 * @property {import('./sink.mjs').Sink} sink
 */

/**
 * @param {Job} job with one file
 * @param {{ thenMd5sum: boolean }} options
 * @returns {Promise<{ ms: number }>} the time of `curl -T` alone, or with `md5sum` after it
 */
export async function curlOnce({ dir, files: [file], sink }, { thenMd5sum }) {
	const url = await ask(dir, file, sink);
	const startedAtMs = performance.now();
	await put(dir, file, url);
	if (thenMd5sum) await runCommand(dir, 'md5sum', [file]);
	return { ms: performance.now() - startedAtMs };
}

/**
 * Both commands for each file, one file after another.
 * @param {Job} job
 */
export async function curlEach({ dir, files, sink }) {
	const startedAtMs = performance.now();
	for (const file of files) await put(dir, file, await ask(dir, file, sink));
	return { ms: performance.now() - startedAtMs };
}

/**
 * @param {string} dir
 * @param {string} file
 * @param {import('./sink.mjs').Sink} sink
 * @returns {Promise<string>} the upload URL
 */
async function ask(dir, file, { sandbox }) {
	const answer = path.join(dir, 'answer.json');
	const headers = ['--header', `Auth-Api-Token: ${sandbox.token}`, '--header', 'Content-Type: application/json'];
	const body = JSON.stringify({ filename: path.basename(file) });
	await curl(dir, ['--output', answer, ...headers, '--data', body, `${sandbox.apiUrl}/v1/uploads`]);
	return JSON.parse(await readFile(answer, 'utf8')).url;
}

/**
 * @param {string} dir
 * @param {string} file
 * @param {string} url
 */
async function put(dir, file, url) {
	await curl(dir, ['-T', file, url]);
}

/**
 * @param {string} dir
 * @param {string[]} args
 */
async function curl(dir, args) {
	await runCommand(dir, 'curl', ['--silent', '--show-error', '--fail', '--noproxy', '*', ...args]);
}
