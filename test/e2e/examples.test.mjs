import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { MYSQL_CREDENTIAL, onMySql, onPostgres, POSTGRES_CREDENTIAL, reasonToSkip, tableName } from './databases.mjs';
import { writeText } from './files.mjs';
import { assertDelivered, errorOf, openRunningLab, storedRecords, storedText } from './lab.mjs';
import { postFiles } from './queue/sends.mjs';
import { ensureRuntime } from './runtime.mjs';
import { fillIn, itemsOf } from './workflows.mjs';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** @type {Record<string, string | false>} why an example is to be skipped, by its file's name */
const SKIP = {
	'changes-mysql-to-dataset.json': await reasonToSkip(MYSQL_CREDENTIAL),
	'changes-postgres-to-dataset.json': await reasonToSkip(POSTGRES_CREDENTIAL),
	'batches-postgres-to-dataset.json': await reasonToSkip(POSTGRES_CREDENTIAL),
	'mysql-to-csv-file.json': await reasonToSkip(MYSQL_CREDENTIAL),
	'rows-to-fix-report.json': await reasonToSkip(POSTGRES_CREDENTIAL),
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
	return await lab.run(fillIn(await withDatabases(name), { credentialId: lab.target.credential.id, replace }), trigger);
}

/** The example with the tests' own database servers. @param {string} name */
async function withDatabases(name) {
	const example = await readExample(name);
	for (const node of example.nodes) {
		if (node.type === 'n8n-nodes-base.postgres') node.credentials = { postgres: { id: POSTGRES_CREDENTIAL.id, name: POSTGRES_CREDENTIAL.name } };
		if (node.type === 'n8n-nodes-base.mySql') node.credentials = { mySql: { id: MYSQL_CREDENTIAL.id, name: MYSQL_CREDENTIAL.name } };
	}
	return example;
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
 * @param {(runtime: import('./runtime.mjs').Runtime, sql: string) => Promise<unknown>} onDatabase
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

	async 'mysql-to-csv-file.json'() {
		const runtime = await ensureRuntime();
		const table = tableName();
		await onMySql(
			runtime,
			`create table ${table} (id int, email varchar(200), total decimal(10,2), currency char(3), created_at datetime);
			insert into ${table} values (1, 'ada@example.com', 19.90, 'AUD', current_date - interval 10 hour),
				(2, 'bob@example.com', 5, 'AUD', current_date - interval 1 second), (3, 'cleo@example.com', 7, 'AUD', current_date)`,
		);
		const execution = await runExample('mysql-to-csv-file.json', { 'FROM purchases': `FROM ${table}` }, 'Every Night');
		await onMySql(runtime, `drop table ${table}`);
		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt, ...others] = itemsOf(execution, 'Delivered');
		assert.deepEqual(others, []);
		assert.match(String(receipt.json.fileName), /^commerce_purchases-\d{8}\.csv$/);
		const [header, ...rows] = (await storedText(receipt, lab.sandbox)).replace(/^\ufeff/, '').trimEnd().split(/\r?\n/);
		assert.equal(header, 'purchase_id,email,total,currency,created_at');
		assert.deepEqual(rows.map((row) => row.split(',').slice(0, 4)), [['1', 'ada@example.com', '19.90', 'AUD'], ['2', 'bob@example.com', '5.00', 'AUD']]);
	},

	async 'form-each-file.json'() {
		const workflow = fillIn(await readExample('form-each-file.json'), { credentialId: lab.target.credential.id });
		const id = await lab.rest.createWorkflow(workflow);
		await lab.rest.publish(id);
		const url = `${lab.baseUrl}/form/lexer-files`;
		while (!(await fetch(url)).ok) await sleep(200);
		const files = Object.entries({ 'a.csv': 'id\n1\n', 'b.csv': 'id\n2\n', 'empty.csv': '' });
		const posted = files.map(([name, text]) => ({ field: 'field-0', name, bytes: Buffer.from(text) }));
		assert.equal(await postFiles(url, posted), 200);
		let execution;
		while (execution === undefined) [execution] = await lab.rest.executionsOf(id);
		const ended = await lab.rest.ended(execution.id);
		await lab.rest.unpublish(id);
		assert.equal(ended.status, 'success', errorOf(ended));
		const delivered = itemsOf(ended, 'Delivered');
		assert.deepEqual(delivered.map(({ json }) => json.fileName), ['a.csv', 'b.csv']);
		assert.deepEqual(await Promise.all(delivered.map(async (item) => await storedText(item, lab.sandbox))), ['id\n1\n', 'id\n2\n']);
		assert.match(String(itemsOf(ended, 'Not Delivered')[0].json.error), /"empty\.csv" is empty/);
	},

	async 'batches-postgres-to-dataset.json'() {
		const runtime = await ensureRuntime();
		const table = tableName();
		await onPostgres(
			runtime,
			`create table ${table} as select id, case when id = 7 then 'no address' else 'c' || id || '@example.com' end as email,
				'C' as first_name, null::text as last_name, null::date as date_of_birth from generate_series(1, 25) as id`,
		);
		const example = fillIn(await withDatabases('batches-postgres-to-dataset.json'), {
			credentialId: lab.target.credential.id,
			replace: { 'FROM customers': `FROM ${table}` },
		});
		const loop = example.nodes.find(({ name }) => name === 'Loop Over Items');
		assert.ok(loop);
		loop.parameters.batchSize = 10;
		const execution = await lab.run(example);
		await onPostgres(runtime, `drop table ${table}`);
		assert.equal(execution.status, 'success', errorOf(execution));
		const receipts = itemsOf(execution, 'Delivered');
		const sent = await Promise.all(receipts.map(async (receipt) => await storedRecords(receipt, lab.sandbox)));
		assert.deepEqual(sent.map((records) => records.length), [9, 10, 5]);
		assert.equal(new Set(sent.flat().map(({ link }) => link.email)).size, 24);
		const [row, ...others] = itemsOf(execution, 'Rows to Fix');
		assert.deepEqual(others, []);
		assert.match(String(row.json.error), /link\.email must be an e-mail address/);
	},

	async 'rows-to-fix-report.json'() {
		const runtime = await ensureRuntime();
		const table = tableName();
		await onPostgres(
			runtime,
			`create table ${table} (id serial, email text, first_name text, updated_at timestamptz default now());
			insert into ${table} (email, first_name) values ('ada@example.com', 'Ada'), ('no address', 'Bob')`,
		);
		const replace = { 'FROM customers': `FROM ${table}` };
		const example = fillIn(await withDatabases('rows-to-fix-report.json'), { credentialId: lab.target.credential.id, replace });
		const execution = await lab.rest.ended(await lab.begin(example, 'Every Night'));
		await onPostgres(runtime, `drop table ${table}`);
		assert.equal(execution.status, 'success', errorOf(execution));
		assert.deepEqual((await storedRecords(itemsOf(execution, 'Delivered')[0], lab.sandbox)).map(({ link }) => link.email), ['ada@example.com']);
		const [report, ...others] = itemsOf(execution, 'Send Report');
		assert.deepEqual(others, []);
		const [header, row] = (await lab.instance.textOf(report.binary?.data ?? {})).replace(/^\ufeff/, '').split(/\r?\n/);
		assert.deepEqual(new Set(header.split(',')), new Set(['customer_id', 'link.email', 'first_name', 'error']));
		assert.match(row, /no address.*link\.email must be an e-mail address/);
		await lab.instance.deleteBinaryData();
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
		// The last needs a model, and is run by the tests of agents.
		assert.deepEqual(examples.sort(), [...Object.keys(CASES), 'agent-uploads-a-customer.json'].sort());
	});
});
