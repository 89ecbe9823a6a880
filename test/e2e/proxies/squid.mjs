import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from '../n8n-process.mjs';
import { deleteAtExit, start, stop } from '../processes.mjs';
import { reasonToSkipProgram } from '../programs.mjs';

/** Squid, the forward proxy that many companies have, from Debian's package. */

const SIGN_IN = '/usr/lib/squid/basic_ncsa_auth';
const POLL_MS = 50;

export const reasonToSkipSquid = async () => await reasonToSkipProgram('squid', '-v');

/**
 * @param {{ login?: { user: string, password: string } }} [options] login: else it answers 407
 */
export async function startSquid({ login } = {}) {
	const dir = await mkdtemp(path.join(tmpdir(), 'lexer-squid-'));
	deleteAtExit(dir);
	// Squid, started by root, works as a user of its own.
	await chmod(dir, 0o777);
	const port = await freePort();
	const users = path.join(dir, 'users');
	const accessLog = path.join(dir, 'access.log');
	if (login) await writeFile(users, `${login.user}:${execFileSync('openssl', ['passwd', '-apr1', login.password])}`);
	const rules = login
		? [`auth_param basic program ${SIGN_IN} ${users}`, 'acl signedIn proxy_auth REQUIRED', 'http_access allow signedIn', 'http_access deny all']
		: ['http_access allow all'];
	const settings = [
		`http_port 127.0.0.1:${port}`,
		'pid_filename none',
		`access_log stdio:${accessLog}`,
		`cache_log ${path.join(dir, 'cache.log')}`,
		'cache deny all',
		'netdb_filename none',
		'shutdown_lifetime 0 seconds',
		...rules,
	];
	const configuration = path.join(dir, 'squid.conf');
	await writeFile(configuration, `${settings.join('\n')}\n`);
	const logFile = path.join(dir, 'squid.log');
	const server = start('squid', ['-N', '-f', configuration], { logFile });
	while (!(await listens(port))) {
		if (server.exitCode !== null) throw new Error(`squid ended while it was starting:\n${await readFile(logFile, 'utf8')}`);
		await sleep(POLL_MS);
	}
	return {
		host: `127.0.0.1:${port}`,
		/** @returns {Promise<string[]>} what it was asked: status and method, as `TCP_TUNNEL/200 CONNECT` */
		async requests() {
			const lines = (await readFile(accessLog, 'utf8').catch(() => '')).trim().split('\n');
			const requests = lines.filter(Boolean).map((line) => line.split(/\s+/)).map((fields) => `${fields[3]} ${fields[5]}`);
			// Connections that asked for nothing, as that of the start.
			return requests.filter((request) => !request.startsWith('NONE_NONE/'));
		},
		async close() {
			await stop(server);
			await rm(dir, { recursive: true, force: true });
		},
	};
}

/** @param {number} port */
async function listens(port) {
	return await new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port });
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
