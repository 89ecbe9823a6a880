import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from '../n8n-process.mjs';
import { deleteAtExit, start, stop } from '../processes.mjs';
import { reasonToSkipProgram } from '../programs.mjs';

/** A Redis server of the test's own: one that may be restarted. */

const POLL_MS = 50;

/** Why tests that start one are to be skipped; false where they are not. */
export const reasonToSkipRedis = async () => await reasonToSkipProgram('redis-server', '--version');

/** @typedef {Awaited<ReturnType<typeof startRedis>>} Redis */

/** Starts one on a free port; what it was told it has written down, and knows again when it is restarted. */
export async function startRedis() {
	const dir = await mkdtemp(path.join(tmpdir(), 'lexer-redis-'));
	deleteAtExit(dir);
	const port = await freePort();
	const begin = async () => {
		const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes'];
		const process = start('redis-server', args, { logFile: path.join(dir, 'redis.log') });
		while (!(await answers(port))) {
			if (process.exitCode !== null) throw new Error(`redis-server ended while it was starting (exit code ${process.exitCode})`);
			await sleep(POLL_MS);
		}
		return process;
	};
	let server = await begin();
	return {
		port,
		/**
		 * @param {number} awayMs for how long nobody listens
		 * @param {() => Promise<unknown>} [meanwhile] what is waited for, longer than that if need be
		 */
		async restart(awayMs, meanwhile = async () => undefined) {
			await stop(server);
			await Promise.all([sleep(awayMs), meanwhile()]);
			server = await begin();
		},
		async close() {
			await stop(server);
			await rm(dir, { recursive: true, force: true });
		},
	};
}

/** @param {number} port */
async function answers(port) {
	return await new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'));
		socket.once('data', (data) => resolve(data.toString().startsWith('+PONG')));
		socket.once('error', () => resolve(false));
		socket.once('data', () => socket.destroy());
	});
}
