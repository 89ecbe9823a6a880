import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { MYSQL_CREDENTIAL, onMySql, onPostgres, POSTGRES_CREDENTIAL, reasonToSkip, tableName } from './databases.mjs';
import { writeText } from './files.mjs';
import { assertDelivered, errorOf, openRunningLab, storedRecords } from './lab.mjs';
import { ensureRuntime } from './runtime.mjs';
import { fillIn, itemsOf } from './workflows.mjs';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** @type {Record<string, string | false>} why an example is to be skipped, by its file's name */
const SKIP = {
	'changes-mysql-to-dataset.json': await reasonToSkip(MYSQL_CREDENTIAL),
	'changes-postgres-to-dataset.json': await reasonToSkip(POSTGRES_CREDENTIAL),
	'nightly-postgres-to-dataset.json': await reasonToSkip(POSTGRES_CREDENTIAL),
	'order-lines-postgres-to-dataset.json': await reasonToSkip(POSTGRES_CREDENTIAL),
};

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
before(async () => {
	lab = await openRunningLab(undefined, { credentials: [POSTGRES_CREDENTIAL, MYSQL_CREDENTIAL] });
});
after(async () => await lab?.close());

/**
 * @param {string} name
 * @param {Record<string, string>} replace what each user sets to their own
 * @param {string} [trigger] the name of the node to start from
 */
async function runExample(name, replace, trigger) {
	const example = await readExample(name);
	for (const node of example.nodes) {
		if (node.type === 'n8n-nodes-base.postgres') node.credentials = { postgres: { id: POSTGRES_CREDENTIAL.id, name: POSTGRES_CREDENTIAL.name } };
		if (node.type === 'n8n-nodes-base.mySql') node.credentials = { mySql: { id: MYSQL_CREDENTIAL.id, name: MYSQL_CREDENTIAL.name } };
	}
	return await lab.run(fillIn(example, { credentialId: lab.target.credential.id, replace }), trigger);
}

/**
 * @param {string} name
 * @returns {Promise<import('./workflows.mjs').Workflow>}
 */
async function readExample(name) {
	return JSON.parse(await readFile(path.join(EXAMPLES, name), 'utf8'));
}

/**
 * Loads what changed, five times: after a failure nothing is lost, and what was delivered is not sent again.
 * @param {string} name
 * @param {(runtime: import('./runtime.mjs').Runtime, sql: string) => Promise<void>} onDatabase
 * @param {{ customers: string, loads: string, anHourAgo: string }} sql the columns of the two tables, and a time
 */
async function loadsWhatChanged(name, onDatabase, { customers, loads, anHourAgo }) {
	const runtime = await ensureRuntime();
	const [table, loadsTable] = [tableName(), tableName()];
	const run = async () => {
		const execution = await runExample(name, { 'FROM customers': `FROM ${table}`, lexer_loads: loadsTable }, 'Every Hour');
		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt] = itemsOf(execution, 'Lexer');
		const sent = receipt ? await storedRecords(receipt, lab.sandbox) : [];
		return { sent: sent.map(({ link }) => link.email), toFix: itemsOf(execution, 'Lexer', 1) };
	};
	const change = async (/** @type {string} */ sql) => await onDatabase(runtime, sql);
	await change(`create table ${loadsTable} (${loads})`);
	await change(`create table ${table} (${customers})`);
	try {
		await change(`insert into ${table} (email, updated_at) values ('ada@example.com', ${anHourAgo}), ('bob@example.com', ${anHourAgo})`);
		lab.sandbox.faults.add({ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch' });
		const failed = await run();
		assert.deepEqual([failed.sent, failed.toFix.length], [[], 2]);
		assert.deepEqual(await run(), { sent: ['ada@example.com', 'bob@example.com'], toFix: [] });
		assert.deepEqual(await run(), { sent: [], toFix: [] });
		// One change that comes after the last load, and one of a minute that is left to a later one.
		await change(`update ${loadsTable} set loaded_until = ${anHourAgo}`);
		await change(`insert into ${table} (email, updated_at) values ('cleo@example.com', ${anHourAgo.replace('60', '30')}), ('dan@example.com', ${anHourAgo.replace('60', '-60')})`);
		assert.deepEqual(await run(), { sent: ['cleo@example.com'], toFix: [] });
		assert.deepEqual(await run(), { sent: [], toFix: [] });
	} finally {
		await change(`drop table ${table}`);
		await change(`drop table ${loadsTable}`);
	}
}

/** What each example does, by its file's name. */
const CASES = {
	async 'upload-a-csv-file.json'() {
		const source = await writeText(lab.instance.files, 'customers-2026-01-31-1.csv', 'email\nada@example.com\n');
		const execution = await runExample('upload-a-csv-file.json', { '/home/node/.n8n-files': lab.instance.files });
		assert.equal(execution.status, 'success', errorOf(execution));
		await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
	},

	async 'http-download-to-lexer.json'() {
		const source = await writeText(lab.instance.files, 'purchases-2026-01-31-1.csv', 'order\n1\n');
		const server = createServer((_request, response) => {
			response.setHeader('content-type', 'text/csv');
			createReadStream(source.file).pipe(response);
		});
		await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
		const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
		const execution = await runExample('http-download-to-lexer.json', {
			'https://example.com': `http://127.0.0.1:${port}`,
		});
		server.closeAllConnections();
		server.close();
		assert.equal(execution.status, 'success', errorOf(execution));
		await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
	},

	async 'several-files-with-error-branch.json'() {
		const folder = path.join(lab.instance.files, 'several');
		const first = await writeText(folder, 'customers-2026-01-31-1.csv', 'email\nada@example.com\n');
		await writeText(folder, 'empty-2026-01-31-1.csv', '');
		const last = await writeText(folder, 'purchases-2026-01-31-1.csv', 'order\n1\n');
		const execution = await runExample('several-files-with-error-branch.json', { '/home/node/.n8n-files': folder });
		assert.equal(execution.status, 'success', errorOf(execution));
		const delivered = itemsOf(execution, 'Delivered');
		assert.equal(delivered.length, 2);
		await assertDelivered(delivered[0], first, lab.sandbox);
		await assertDelivered(delivered[1], last, lab.sandbox);
		const failed = itemsOf(execution, 'Not Delivered');
		assert.equal(failed.length, 1);
		assert.match(String(failed[0].json.error), /"empty-2026-01-31-1\.csv" is empty/);
	},

	async 'csv-file-to-dataset.json'() {
		const folder = path.join(lab.instance.files, 'dataset');
		await writeText(folder, 'customers-2026-01-31-1.csv', 'link.email,employee_flag\nADA@example.com,yes\n');
		const execution = await runExample('csv-file-to-dataset.json', { '/home/node/.n8n-files': folder });
		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt] = itemsOf(execution, 'Lexer');
		assert.deepEqual(receipt.json.destination, { datasetId: 'a1b2c3d4', recordType: 'customer_record' });
		assert.deepEqual(await storedRecords(receipt, lab.sandbox), [
			{ link: { email: 'ada@example.com' }, employee_flag: true },
		]);
	},

	async 'changes-postgres-to-dataset.json'() {
		await loadsWhatChanged('changes-postgres-to-dataset.json', onPostgres, {
			customers: 'id serial, email text, first_name text, last_name text, date_of_birth date, updated_at timestamptz',
			loads: 'name text primary key, loaded_until timestamptz not null',
			anHourAgo: "now() - interval '60 minutes'",
		});
	},

	async 'changes-mysql-to-dataset.json'() {
		await loadsWhatChanged('changes-mysql-to-dataset.json', onMySql, {
			customers: 'id int auto_increment primary key, email text, first_name text, last_name text, date_of_birth date, updated_at timestamp(6)',
			loads: 'name varchar(100) primary key, loaded_until datetime(6) not null',
			anHourAgo: 'now(6) - interval 60 minute',
		});
	},

	async 'order-lines-postgres-to-dataset.json'() {
		const runtime = await ensureRuntime();
		const [orders, lines] = [tableName(), tableName()];
		await onPostgres(
			runtime,
			`create table ${orders} (id int, email text, placed_at timestamptz default now(), currency char(3));
			create table ${lines} (id serial, order_id int, sku text, sku_type text default 'sku', quantity int, price_paid numeric(10,2));
			insert into ${orders} (id, email, currency) values (1, 'ada@example.com', 'AUD'), (2, 'bob@example.com', 'AUD'), (3, 'no address', 'AUD');
			insert into ${lines} (order_id, sku, quantity, price_paid) values (1, 'a', 1, 19.90), (2, 'b', 2, 0.10), (1, 'c', 3, 5), (3, 'a', 1, 1), (3, 'b', 1, 1)`,
		);
		const replace = { 'FROM orders': `FROM ${orders}`, 'JOIN order_lines': `JOIN ${lines}` };
		const execution = await runExample('order-lines-postgres-to-dataset.json', replace, 'Every Night');
		await onPostgres(runtime, `drop table ${orders}; drop table ${lines}`);
		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt] = itemsOf(execution, 'Delivered');
		assert.deepEqual(receipt.json.records, { rows: 5, total: 3, valid: 2, invalid: 1 });
		const sent = await storedRecords(receipt, lab.sandbox);
		const product = (/** @type {string} */ id, /** @type {number} */ quantity, /** @type {number} */ paid) => ({ product_reference: { id, id_type: 'sku' }, quantity, price_paid: paid });
		assert.deepEqual(sent.map(({ purchase_id, products }) => [purchase_id, products]), [
			['1', [product('a', 1, 19.9), product('c', 3, 5)]],
			['2', [product('b', 2, 0.1)]],
		]);
		const toFix = itemsOf(execution, 'Rows to Fix');
		assert.deepEqual(toFix.map(({ json }) => json.purchase_id), [3, 3]);
		for (const { json } of toFix) assert.match(String(json.error), /link\.email must be an e-mail address$/);
	},

	async 'nightly-postgres-to-dataset.json'() {
		const runtime = await ensureRuntime();
		const table = tableName();
		await onPostgres(
			runtime,
			`create table ${table} (id serial, email text, first_name text, last_name text, date_of_birth date, is_staff boolean,
				updated_at timestamptz default now());
			insert into ${table} (email, first_name, date_of_birth) values
				('ada@example.com', 'Ada', '1815-12-10'), ('no address', 'Bob', null)`,
		);
		const execution = await runExample('nightly-postgres-to-dataset.json', { 'FROM customers': `FROM ${table}` }, 'Every Night');
		await onPostgres(runtime, `drop table ${table}`);
		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt] = itemsOf(execution, 'Delivered');
		assert.deepEqual(await storedRecords(receipt, lab.sandbox), [
			{ link: { email: 'ada@example.com' }, first_name: 'Ada', date_of_birth: '1815-12-10' },
		]);
		const [row, ...others] = itemsOf(execution, 'Rows to Fix');
		assert.deepEqual(others, []);
		assert.equal(row.json.first_name, 'Bob');
		assert.match(String(row.json.error), /^Record 2 was not sent: link\.email must be an e-mail address$/);
	},
};

describe('the example', () => {
	for (const [name, run] of Object.entries(CASES)) {
		test(`${name} does what it says`, { skip: SKIP[name] ?? false }, run);
	}

	test('upload-a-csv-file.json says so where its sample file is missing', async () => {
		const execution = await runExample('upload-a-csv-file.json', { '/home/node/.n8n-files': path.join(lab.instance.files, 'nowhere') });
		assert.equal(execution.status, 'error');
		assert.match(errorOf(execution), /a binary file 'data', but none was found/);
	});

	test('is run here, whichever it is', async () => {
		const examples = (await readdir(EXAMPLES)).filter((name) => name.endsWith('.json'));
		assert.deepEqual(examples.sort(), Object.keys(CASES).sort());
	});
});
