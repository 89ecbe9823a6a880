import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import {
	MYSQL_CREDENTIAL,
	mySql,
	onMySql,
	onPostgres,
	postgres,
	POSTGRES_CREDENTIAL,
	reasonToSkip,
	tableName,
} from './databases.mjs';
import { errorOf, openRunningLab, storedText } from './lab.mjs';
import { ensureRuntime } from './runtime.mjs';
import { chain, itemsOf, lexer, manualTrigger } from './workflows.mjs';

// East of Greenwich, dates that pass through a local midnight would show the day before.
const ZONE = 'Australia/Sydney';

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
/** @type {import('./runtime.mjs').Runtime} */
let runtime;
const skipPostgres = await reasonToSkip(POSTGRES_CREDENTIAL);
const skipMySql = await reasonToSkip(MYSQL_CREDENTIAL);
before(async () => {
	if (skipPostgres && skipMySql) return;
	runtime = await ensureRuntime();
	lab = await openRunningLab(undefined, { env: { TZ: ZONE }, credentials: [POSTGRES_CREDENTIAL, MYSQL_CREDENTIAL] });
});
after(async () => await lab?.close());

/**
 * @param {import('./workflows.mjs').WorkflowNode} query
 * @param {string} recordType
 * @returns {Promise<string[]>} the lines that arrived
 */
async function upload(query, recordType) {
	const parameters = { resource: 'record', operation: 'upload', destination: 'dataset', datasetId: 'a1b2c3d4', recordType };
	const execution = await lab.run(chain('Rows', [manualTrigger(), query, lexer(parameters)]));
	assert.equal(execution.status, 'success', errorOf(execution));
	const [receipt, ...others] = itemsOf(execution, 'Lexer');
	assert.deepEqual(others, []);
	return (await storedText(receipt, lab.sandbox)).trimEnd().split('\n');
}

describe("rows of n8n's Postgres node", { skip: skipPostgres }, () => {
	test('arrive as customers with exact values', async (context) => {
		const table = tableName();
		context.after(async () => await onPostgres(runtime, `drop table if exists ${table}`));
		await onPostgres(
			runtime,
			`create table ${table} ("link.email" text, "link.customer_id" bigint, customer_id bigint, first_name varchar(80),
				last_name text, date_of_birth date, postcode int, employee_flag boolean, updated timestamptz, custom_fields jsonb);
			insert into ${table} values
				(' ADA@Example.com ', 9007199254740993, 9007199254740993, 'Ada "Countess", née', 'O''Neil\n& Söhne', '1815-12-10', 3000, true,
					'2026-01-31 10:00:00.123+11', '{"tier": "gold", "points": 12.50, "tags": ["a", null]}'),
				('bob@example.com', null, null, '', null, '2000-02-29', null, false, null, null)`,
		);

		const columns = `"link.email", first_name, last_name, customer_id, date_of_birth, postcode, employee_flag, custom_fields`;
		assert.deepEqual(await upload(postgres(`select ${columns} from ${table} order by date_of_birth`), 'customer_record'), [
			'{"link":{"email":"ada@example.com"},"first_name":"Ada \\"Countess\\", née","last_name":"O\'Neil\\n& Söhne",' +
				'"customer_id":"9007199254740993","date_of_birth":"1815-12-10","postcode":"3000","employee_flag":true,' +
				'"custom_fields":{"tags":["a",null],"tier":"gold","points":12.5}}',
			'{"link":{"email":"bob@example.com"},"date_of_birth":"2000-02-29","employee_flag":false}',
		]);
	});

	test('arrive as purchases with exact values', async (context) => {
		const table = tableName();
		context.after(async () => await onPostgres(runtime, `drop table if exists ${table}`));
		await onPostgres(
			runtime,
			`create table ${table} ("link.customer_id" bigint, purchase_id int, action_at timestamptz, type text, currency char(3),
				products jsonb, payment_types json, "store.name" text, "store.type" text, "store.location.coordinate.latitude" numeric(22,18),
				"store.location.coordinate.longitude" double precision, "custom_fields.total" numeric(38,10));
			insert into ${table} values (9007199254740993, 7, '2026-01-31 10:00:00+11', 'ecommerce', 'AUD',
				'[{"quantity": 2, "price_paid": 19.90, "product_reference": {"id": "sku-1", "id_type": "sku"}}]',
				'[{"name": "card", "total": 39.80}]', 'Web', 'ecommerce', -37.813600000000000123, 144.9631, 1234567890123456789012345678.0123456789)`,
		);

		assert.deepEqual(await upload(postgres(`select * from ${table}`), 'purchase'), [
			'{"link":{"customer_id":"9007199254740993"},"purchase_id":"7","action_at":"2026-01-30T23:00:00.000Z","type":"ecommerce",' +
				'"currency":"AUD","products":[{"quantity":2,"price_paid":19.9,"product_reference":{"id":"sku-1","id_type":"sku"}}],' +
				'"payment_types":[{"name":"card","total":39.8}],"store":{"name":"Web","type":"ecommerce",' +
				'"location":{"coordinate":{"latitude":-37.813600000000000123,"longitude":144.9631}}},' +
				'"custom_fields":{"total":"1234567890123456789012345678.0123456789"}}',
		]);
	});
});

describe("rows of n8n's MySQL node", { skip: skipMySql }, () => {
	test('arrive as customers with exact values', async (context) => {
		const table = tableName();
		context.after(async () => await onMySql(runtime, `drop table if exists ${table}`));
		await onMySql(
			runtime,
			`create table ${table} (\`link.email\` varchar(200), customer_id bigint unsigned, first_name text, date_of_birth date,
				postcode smallint, employee_flag tinyint(1), custom_fields json) character set utf8mb4;
			insert into ${table} values
				('ADA@example.com', 18446744073709551615, 'Ada 🎉', '1815-12-10', 3000, 1, '{"tier": "gold"}'),
				('bob@example.com', 42, null, null, null, 0, null)`,
		);

		assert.deepEqual(await upload(mySql(`select * from ${table} order by \`link.email\``), 'customer_record'), [
			'{"link":{"email":"ada@example.com"},"customer_id":"18446744073709551615","first_name":"Ada 🎉",' +
				'"date_of_birth":"1815-12-10","postcode":"3000","employee_flag":true,"custom_fields":{"tier":"gold"}}',
			'{"link":{"email":"bob@example.com"},"customer_id":"42","employee_flag":false}',
		]);
	});

	test('arrive as purchases with exact values', async (context) => {
		const table = tableName();
		context.after(async () => await onMySql(runtime, `drop table if exists ${table}`));
		await onMySql(
			runtime,
			`create table ${table} (\`link.customer_id\` int, purchase_id varchar(20), action_at datetime(3), type varchar(20),
				products json, \`store.name\` text, \`store.type\` text, \`store.location.coordinate.latitude\` decimal(9,6),
				\`store.location.coordinate.longitude\` double);
			insert into ${table} values (7, 'P-1', '2026-01-31 10:00:00.250', 'physical',
				'[{"quantity": 1, "price_paid": 0.10}]', 'Bourke St', 'physical', -37.8136, 144.9631)`,
		);

		// A datetime has no zone: Lexer takes it as UTC.
		assert.deepEqual(await upload(mySql(`select * from ${table}`), 'purchase'), [
			'{"link":{"customer_id":"7"},"purchase_id":"P-1","action_at":"2026-01-31T10:00:00.250Z","type":"physical",' +
				'"products":[{"quantity":1,"price_paid":0.1}],"store":{"name":"Bourke St","type":"physical",' +
				'"location":{"coordinate":{"latitude":-37.8136,"longitude":144.9631}}}}',
		]);
	});
});
