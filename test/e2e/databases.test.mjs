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

describe('order lines of Postgres', { skip: skipPostgres }, () => {
	const ORDERS = 30_000;
	const LINES = 100_000;

	/** @param {string} query @param {string} recordType @param {import('./workflows.mjs').Json} [parameters] */
	async function load(query, recordType, parameters = {}) {
		const upload = { resource: 'record', operation: 'upload', destination: 'dataset', datasetId: 'a1b2c3d4', recordType, options: { invalidRecords: 'skip' }, ...parameters };
		const node = { ...lexer(upload), onError: /** @type {const} */ ('continueErrorOutput') };
		const execution = await lab.run(chain('Orders', [manualTrigger(), postgres(query), node]));
		assert.equal(execution.status, 'success', errorOf(execution));
		const receipts = itemsOf(execution, 'Lexer');
		assert.equal(receipts.length, 1);
		const lexerMs = execution.data?.resultData.runData.Lexer.at(-1)?.executionTime;
		return { receipt: receipts[0], errors: itemsOf(execution, 'Lexer', 1), lexerMs };
	}

	test(`${LINES} rows become ${ORDERS} purchases, and all rows of those at odds come out`, async (context) => {
		const table = tableName();
		context.after(async () => await onPostgres(runtime, `drop table if exists ${table}`));
		await onPostgres(
			runtime,
			`create table ${table} as select n as line_id, (n * 7919 % ${ORDERS}) + 1 as order_id, 'AUD' as currency, 'sku-' || n as sku,
				(n % 5) + 1 as quantity, cast(((n % 100000) + 10) / 100.0 as numeric(12,2)) as paid from generate_series(1, ${LINES}) n;
			update ${table} set currency = 'NZD' where line_id in (select max(line_id) from ${table} where order_id <= 10 group by order_id)`,
		);
		const lines = `select order_id as purchase_id, 'ada@example.com' as "link.email", timestamptz '2026-01-31 10:00:00Z' as action_at, 'ecommerce' as type, currency,
			sku as "products[].product_reference.id", 'sku' as "products[].product_reference.id_type", quantity as "products[].quantity",
			paid as "products[].price_paid" from ${table} order by line_id`;
		const customers = `select order_id as customer_id, 'ada' || line_id || '@example.com' as "link.email", timestamptz '2026-01-31 10:00:00Z' as "custom_fields.at", 'f' as gender, currency as country,
			sku as first_name, 'sku' as last_name, quantity as "custom_fields.quantity", paid as "custom_fields.paid" from ${table} order by line_id`;

		const asCustomers = await load(customers, 'customer_record');
		assert.deepEqual(asCustomers.receipt.json.records, { total: LINES, valid: LINES, invalid: 0 });
		const { receipt, errors, lexerMs } = await load(lines, 'purchase');
		context.diagnostic(`${LINES} rows take ${lexerMs} ms as purchases, and ${asCustomers.lexerMs} ms as customers`);

		assert.deepEqual(receipt.json.records, { rows: LINES, total: ORDERS, valid: ORDERS - 10, invalid: 10 });
		const text = await storedText(receipt, lab.sandbox);
		const sent = text.trimEnd().split('\n').map((record) => JSON.parse(record));
		assert.equal(sent.length, ORDERS - 10);
		const sentLines = sent.flatMap(({ products }) => products);
		assert.equal(sentLines.length + errors.length, LINES);
		// To the cent: each price is written with the digits that the database has.
		const numberOf = (/** @type {{ product_reference: { id: string } }} */ { product_reference: { id } }) => Number(id.slice(4));
		for (const product of sentLines) assert.equal(product.price_paid, ((numberOf(product) % 100_000) + 10) / 100);
		assert.deepEqual([...new Set(errors.map(({ json }) => json.purchase_id))].sort((one, other) => Number(one) - Number(other)), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		for (const { json } of errors) assert.match(String(json.error), /^Row \d+ was not sent, as its record is invalid: currency is not the same in all rows of the record$/);
		assert.equal(new Set(errors.map(({ json }) => json['products[].product_reference.id'])).size, errors.length);
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
