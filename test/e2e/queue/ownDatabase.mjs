import { randomBytes } from 'node:crypto';

import { onPostgres, POSTGRES_CREDENTIAL } from '../databases.mjs';
import { isAlive } from '../processes.mjs';

const PREFIX = 'lexer_n8n_';

/**
 * A new database on the PostgreSQL server, for an n8n. Those of runs that were killed are dropped before.
 * @param {import('../runtime.mjs').Runtime} runtime
 */
export async function createDatabase(runtime) {
	const { rows } = await onPostgres(runtime, `select datname from pg_database where datname like '${PREFIX.replaceAll('_', '\\_')}%'`);
	for (const { datname } of rows) {
		if (!isAlive(Number(datname.slice(PREFIX.length).split('_')[0]))) await drop(datname);
	}
	const name = `${PREFIX}${process.pid}_${randomBytes(4).toString('hex')}`;
	await onPostgres(runtime, `create database ${name}`);
	const { host, port, user, password } = POSTGRES_CREDENTIAL.data;

	/** @param {string} database */
	async function drop(database) {
		await onPostgres(runtime, `drop database if exists ${database} with (force)`);
	}
	return {
		/** What n8n is told of it. @type {NodeJS.ProcessEnv} */
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: String(host),
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: String(user),
			DB_POSTGRESDB_PASSWORD: String(password),
			DB_POSTGRESDB_DATABASE: name,
		},
		drop: async () => await drop(name),
	};
}
