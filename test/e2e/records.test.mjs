import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { writeText } from './files.mjs';
import { errorOf, openRunningLab, storedRecords, storedText } from './lab.mjs';
import { chain, itemsOf, lexer, manualTrigger, noOperation, readFiles, rows } from './workflows.mjs';

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
before(async () => {
	lab = await openRunningLab();
});
after(async () => await lab?.close());

const DATASET = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };

/** 10,000 customers, of whom every 270th has a phone where an e-mail address should be. */
const CUSTOMERS = `return Array.from({ length: 10000 }, (_, index) => ({ json: {
	'link.email': index % 270 === 269 ? 'secret-' + index : 'Customer' + index + '@Example.com',
	first_name: 'Name ' + index,
	last_name: index % 3 === 0 ? null : 'Öztürk',
} }));`;

describe('a real n8n makes a dataset load of rows', () => {
	test('sends the 9,963 good ones of 10,000, and gives the 37 bad ones to the error branch', async () => {
		const workflow = chain('Rows', [
			manualTrigger(),
			rows(CUSTOMERS),
			lexer(
				{ resource: 'record', operation: 'upload', ...DATASET, options: { invalidRecords: 'skip' } },
				{ onError: 'continueErrorOutput' },
			),
			noOperation('Delivered'),
		]);
		workflow.nodes.push(noOperation('To Fix'));
		workflow.connections.Lexer.main.push([{ node: 'To Fix', type: 'main', index: 0 }]);

		const execution = await lab.run(workflow);

		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt, ...others] = itemsOf(execution, 'Delivered');
		assert.deepEqual(others, []);
		assert.deepEqual(receipt.json.records, { total: 10_000, valid: 9_963, invalid: 37 });
		assert.deepEqual(receipt.json.destination, { datasetId: 'a1b2c3d4', recordType: 'customer_record' });
		assert.equal(receipt.json.checksumVerified, true);
		const records = await storedRecords(receipt, lab.sandbox);
		assert.equal(records.length, 9_963);
		assert.deepEqual(records[0], { link: { email: 'customer0@example.com' }, first_name: 'Name 0' });
		assert.deepEqual(records[1], {
			link: { email: 'customer1@example.com' },
			first_name: 'Name 1',
			last_name: 'Öztürk',
		});
		assert.equal(records.at(-1).first_name, 'Name 9999');

		const rejected = itemsOf(execution, 'To Fix');
		assert.equal(rejected.length, 37);
		rejected.forEach(({ json }, index) => {
			const row = index * 270 + 269;
			assert.equal(json['link.email'], `secret-${row}`);
			assert.equal(json.first_name, `Name ${row}`);
			assert.equal(json.error, `Record ${row + 1} was not sent: link.email must be an e-mail address`);
		});
	});

	test('sends nothing by default where a row is bad, and says which', async () => {
		const requests = lab.sandbox.requests.length;

		const execution = await lab.run(
			chain('Stop', [manualTrigger(), rows(CUSTOMERS), lexer({ resource: 'record', operation: 'upload', ...DATASET })]),
		);

		assert.equal(execution.status, 'error');
		assert.match(errorOf(execution), /^Nothing was sent: 37 of 10000 records are invalid: record 270: link\.email must be/);
		assert.doesNotMatch(errorOf(execution), /secret-/);
		assert.equal(lab.sandbox.requests.length, requests);
	});

	test('checks them without sending anything', async () => {
		const requests = lab.sandbox.requests.length;

		const execution = await lab.run(
			chain('Check', [
				manualTrigger(),
				rows(CUSTOMERS),
				lexer({ resource: 'record', operation: 'check', recordType: 'customer_record' }),
			]),
		);

		assert.equal(execution.status, 'success', errorOf(execution));
		const [report, ...others] = itemsOf(execution, 'Lexer');
		assert.deepEqual(others, []);
		const problem = { path: 'link.email', rule: 'must be an e-mail address' };
		assert.deepEqual(report.json, {
			total: 10_000,
			valid: 9_963,
			invalid: 37,
			byRule: [{ ...problem, records: 37 }],
			first: Array.from({ length: 10 }, (_, index) => ({ record: index * 270 + 270, ...problem })),
			columns: [
				{ name: 'link.email', field: 'link.email', filled: 10_000, converted: 9_963, invalid: 37 },
				{ name: 'first_name', field: 'first_name', filled: 10_000, converted: 0, invalid: 0 },
				{ name: 'last_name', field: 'last_name', filled: 6_666, converted: 0, invalid: 0 },
			],
			missing: [],
		});
		assert.equal(lab.sandbox.requests.length, requests);
	});

	test('takes the fields that are defined below', async () => {
		const execution = await lab.run(
			chain('Defined', [
				manualTrigger(),
				rows(`return [{ json: { mail: ' Ada@Example.com', spent: '12345678901234567.10', at: '2026-01-31 10:00:00+11' } }];`),
				lexer({
					resource: 'record',
					operation: 'upload',
					destination: 'team',
					recordType: 'email_subscribe',
					columns: {
						mappingMode: 'defineBelow',
						value: {
							'link.email': '={{ $json.mail }}',
							action_at: '={{ $json.at }}',
							status: 'subscribed',
							email_id: '={{ 7 }}',
							'custom_fields.spent': '={{ $json.spent }}',
							'list.id': '',
						},
						schema: [
							{ id: 'action_at', displayName: 'Action At', type: 'dateTime', required: true, display: true, defaultMatch: false },
						],
					},
				}),
			]),
		);

		assert.equal(execution.status, 'success', errorOf(execution));
		const [record] = await storedRecords(itemsOf(execution, 'Lexer')[0], lab.sandbox);
		assert.deepEqual(record, {
			link: { email: 'ada@example.com' },
			action_at: '2026-01-30T23:00:00Z',
			status: 'subscribed',
			email_id: '7',
			custom_fields: { spent: '12345678901234567.10' },
		});
	});

	test('writes CSV in files of at most so many records', async () => {
		const execution = await lab.run(
			chain('Parts', [
				manualTrigger(),
				rows(`return ['a', 'b', 'c'].map((name) => ({ json: { link: { email: name + '@example.com' }, first_name: name } }));`),
				lexer({
					resource: 'record',
					operation: 'upload',
					fileName: 'customers-2026-01-31.csv',
					format: 'csv',
					options: { maxRecordsPerFile: 2 },
				}),
			]),
		);

		assert.equal(execution.status, 'success', errorOf(execution));
		const receipts = itemsOf(execution, 'Lexer');
		const texts = await Promise.all(receipts.map(async (receipt) => await storedText(receipt, lab.sandbox)));
		assert.deepEqual(
			receipts.map(({ json }, index) => [json.fileName, texts[index]]),
			[
				['customers_part1-2026-01-31.csv', 'link.email,first_name\r\na@example.com,a\r\nb@example.com,b\r\n'],
				['customers_part2-2026-01-31.csv', 'link.email,first_name\r\nc@example.com,c\r\n'],
			],
		);
	});
});

describe('a real n8n uploads the records of a file', () => {
	test('as NDJSON made of CSV in UTF-16, with line breaks in its cells', async () => {
		const text = '\ufeff"link.email";first_name;last_name\r\nADA@example.com;"Ada\r\nAugusta";Löve "L" lace\r\n';
		const folder = path.join(lab.instance.files, 'utf16');
		const { file } = await writeText(folder, 'customers-2026-01-31-1.csv', Buffer.from(text, 'utf16le'));

		const options = { convertCsv: true, invalidRecords: 'stop' };
		const execution = await lab.run(chain('CSV', [manualTrigger(), readFiles(file), lexer({ ...DATASET, options })]));

		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt] = itemsOf(execution, 'Lexer');
		assert.equal(receipt.json.fileName, 'customers-2026-01-31-1.ndjson');
		assert.equal(receipt.json.contentType, 'application/x-ndjson');
		assert.deepEqual(receipt.json.records, { total: 1, valid: 1, invalid: 0 });
		assert.deepEqual(await storedRecords(receipt, lab.sandbox), [
			{ link: { email: 'ada@example.com' }, first_name: 'Ada\r\nAugusta', last_name: 'Löve "L" lace' },
		]);
	});

	test('without its invalid lines and its byte-order mark', async () => {
		const good = '{"link": {"email": "ada@example.com"}}\n';
		const folder = path.join(lab.instance.files, 'ndjson');
		const { file } = await writeText(folder, 'customers.ndjson', `\ufeff${good}{"link": {}}\nnot JSON\n${good}`);

		const options = { invalidRecords: 'skip' };
		const execution = await lab.run(chain('NDJSON', [manualTrigger(), readFiles(file), lexer({ ...DATASET, options })]));

		assert.equal(execution.status, 'success', errorOf(execution));
		const [receipt] = itemsOf(execution, 'Lexer');
		assert.deepEqual(receipt.json.records, { total: 4, valid: 2, invalid: 2 });
		assert.equal(await storedText(receipt, lab.sandbox), good + good);
	});
});
