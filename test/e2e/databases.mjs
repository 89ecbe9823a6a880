import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import path from 'node:path';

/** Real database servers on this machine, as the test machines have them: without passwords for us. */

export const POSTGRES_CREDENTIAL = {
	id: 'testPostgres',
	name: 'Postgres (test)',
	type: 'postgres',
	data: { host: '127.0.0.1', port: 5432, database: 'test', user: 'root', password: '', ssl: 'disable' },
};

export const MYSQL_CREDENTIAL = {
	id: 'testMySql',
	name: 'MySQL (test)',
	type: 'mySql',
	data: { host: '127.0.0.1', port: 3306, database: 'test', user: 'root', password: '', ssl: false },
};

/**
 * @param {import('./instance.mjs').Credential} credential
 * @returns {Promise<boolean>} whether its server listens
 */
async function isListening({ data }) {
	return await new Promise((resolve) => {
		const socket = connect({ host: String(data.host), port: Number(data.port) });
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}

/**
 * Why tests with this server are to be skipped; false where they are not.
 * @param {import('./instance.mjs').Credential} credential
 * @returns {Promise<string | false>}
 */
export async function reasonToSkip(credential) {
	if (await isListening(credential)) return false;
	const reason = `there is no ${credential.type} server on port ${credential.data.port}`;
	if (process.env.DATABASES_REQUIRED) throw new Error(`DATABASES_REQUIRED is set, and ${reason}`);
	return reason;
}

/**
 * n8n's node that runs a query.
 * @param {string} query
 * @returns {import('./workflows.mjs').WorkflowNode}
 */
export function postgres(query) {
	return {
		name: 'Query',
		type: 'n8n-nodes-base.postgres',
		typeVersion: 2.7,
		position: [0, 0],
		parameters: { operation: 'executeQuery', query, options: {} },
		credentials: { postgres: { id: POSTGRES_CREDENTIAL.id, name: POSTGRES_CREDENTIAL.name } },
	};
}

/**
 * @param {string} query
 * @param {number} [typeVersion] of the node: before 2.1 it gives dates as Dates
 * @returns {import('./workflows.mjs').WorkflowNode}
 */
export function mySql(query, typeVersion = 2.5) {
	return {
		name: 'Query',
		type: 'n8n-nodes-base.mySql',
		typeVersion,
		position: [0, 0],
		parameters: { operation: 'executeQuery', query, options: {} },
		credentials: { mySql: { id: MYSQL_CREDENTIAL.id, name: MYSQL_CREDENTIAL.name } },
	};
}

/** A name that nothing else in the server has. */
export function tableName() {
	return `lexer_${randomBytes(6).toString('hex')}`;
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} sql
 * @returns {Promise<{ rows: any[] }>}
 */
export async function onPostgres({ modules }, sql) {
	const { Client } = requireFrom(modules)('pg');
	const client = new Client({ ...POSTGRES_CREDENTIAL.data, ssl: false });
	await client.connect();
	try {
		return await client.query(sql);
	} finally {
		await client.end();
	}
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} sql
 */
export async function onMySql({ modules }, sql) {
	const { host, port, database, user } = MYSQL_CREDENTIAL.data;
	const client = await requireFrom(modules)('mysql2/promise').createConnection({ host, port, database, user, multipleStatements: true });
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

/**
 * n8n has the clients already.
 * @param {string} modules
 */
function requireFrom(modules) {
	return createRequire(path.join(modules, 'n8n-nodes-base', 'package.json'));
}
