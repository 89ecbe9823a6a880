import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { writeBinary, writeText } from './files.mjs';
import { assertDelivered, errorOf, openRunningLab } from './lab.mjs';
import { chain, itemsOf, lexer, manualTrigger, readFiles, TRIGGER } from './workflows.mjs';

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
before(async () => {
	lab = await openRunningLab();
});
after(async () => await lab?.close());

/** @param {string} name */
const folder = (name) => path.join(lab.instance.files, name);

describe('a real n8n uploads', () => {
	test('a CSV file of 29 bytes', async () => {
		const source = await writeText(folder('small'), 'customers-2026-01-31-1.csv', 'email,name\nal@example.com,Al\n');
		assert.equal(source.sizeBytes, 29);

		const execution = await lab.run(chain('Small', [manualTrigger(), readFiles(source.file), lexer({})]));

		assert.equal(execution.status, 'success', errorOf(execution));
		const [item, ...others] = itemsOf(execution, 'Lexer');
		await assertDelivered(item, source, lab.sandbox);
		assert.deepEqual(others, []);
		assert.equal(item.json.contentType, 'text/csv');
		assert.equal(item.json.attempts, 1);
		assert.deepEqual(item.pairedItem, { item: 0 });
	});

	test('50 MB with every byte value', async () => {
		const source = await writeBinary(folder('large'), 'export.bin', 50_000_000);

		const execution = await lab.run(chain('Large', [manualTrigger(), readFiles(source.file), lexer({})]));

		assert.equal(execution.status, 'success', errorOf(execution));
		await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
	});

	test('names with spaces, é, &, %2B and quotes', async () => {
		const names = ['with spaces.csv', 'café.csv', 'a&b=c.csv', 'a%2Bb.csv', `it's "quoted".csv`, 'plus+hash#.csv'];
		const sources = [];
		for (const name of names) sources.push(await writeText(folder('names'), name, `name\n${name}\n`));

		const execution = await lab.run(chain('Names', [manualTrigger(), readFiles(folder('names/*')), lexer({})]));

		assert.equal(execution.status, 'success', errorOf(execution));
		const items = itemsOf(execution, 'Lexer');
		assert.equal(items.length, names.length);
		for (const source of sources) {
			const item = items.find(({ json }) => json.fileName === source.name);
			await assertDelivered(item, source, lab.sandbox);
		}
	});

	test('25 items at once, in order', async () => {
		const sources = [];
		for (let index = 10; index < 35; index++) {
			sources.push(await writeText(folder('many'), `part-${index}.csv`, `part\n${index}\n`));
		}

		const execution = await lab.run(chain('Many', [manualTrigger(), readFiles(folder('many/*.csv')), lexer({})]));

		assert.equal(execution.status, 'success', errorOf(execution));
		const read = itemsOf(execution, 'Read Files').map(({ json }) => json.fileName);
		const sent = itemsOf(execution, 'Lexer');
		assert.deepEqual(sent.map(({ json }) => json.fileName), read);
		assert.deepEqual(sent.map(({ pairedItem }) => pairedItem), read.map((_, item) => ({ item })));
		for (const source of sources) {
			await assertDelivered(sent.find(({ json }) => json.fileName === source.name), source, lab.sandbox);
		}
	});

	test('two binary fields of one item', async () => {
		const first = await writeText(folder('two'), 'customers.csv', 'email\nada@example.com\n');
		const second = await writeText(folder('two'), 'purchases.csv', 'order\n1\n');
		const readFirst = readFiles(first.file, 'Read First');
		const readSecond = readFiles(second.file, 'Read Second');
		readSecond.parameters.options = { dataPropertyName: 'other' };
		const merge = {
			...manualTrigger(),
			name: 'Merge',
			type: 'n8n-nodes-base.merge',
			typeVersion: 3.2,
			parameters: { mode: 'combine', combineBy: 'combineByPosition', options: {} },
		};
		const workflow = chain('Two fields', [
			manualTrigger(),
			readFirst,
			merge,
			lexer({ binaryPropertyName: 'data,other' }),
		]);
		workflow.nodes.push(readSecond);
		workflow.connections[TRIGGER].main[0].push({ node: 'Read Second', type: 'main', index: 0 });
		workflow.connections['Read Second'] = { main: [[{ node: 'Merge', type: 'main', index: 1 }]] };

		const execution = await lab.run(workflow);

		assert.equal(execution.status, 'success', errorOf(execution));
		const items = itemsOf(execution, 'Lexer');
		assert.deepEqual(items.map(({ pairedItem }) => pairedItem), [{ item: 0 }, { item: 0 }]);
		await assertDelivered(items[0], first, lab.sandbox);
		await assertDelivered(items[1], second, lab.sandbox);
	});

	test('into a dataset', async () => {
		const source = await writeText(folder('dataset'), 'customers.csv', 'email\nada@example.com\n');
		const parameters = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };

		const execution = await lab.run(chain('Dataset', [manualTrigger(), readFiles(source.file), lexer(parameters)]));

		assert.equal(execution.status, 'success', errorOf(execution));
		const [item] = itemsOf(execution, 'Lexer');
		await assertDelivered(item, source, lab.sandbox);
		assert.deepEqual(item.json.destination, { datasetId: 'a1b2c3d4', recordType: 'customer_record' });
		const stored = await lab.sandbox.stored(Number(item.json.uploadId));
		assert.deepEqual(stored?.destination, {
			destination_type: 'dataset_load',
			dataset_id: 'a1b2c3d4',
			record_type: 'customer_record',
		});
	});
});

describe('a file of 0 bytes', () => {
	/** @param {string | undefined} emptyFile */
	async function runWith(emptyFile) {
		const source = await writeText(folder('empty'), 'empty.csv', '');
		const requestsBefore = lab.sandbox.requests.length;
		const options = emptyFile === undefined ? {} : { emptyFile };
		const workflow = chain('Empty', [manualTrigger(), readFiles(source.file), lexer({ options })]);
		const execution = await lab.run(workflow);
		return { source, execution, requests: lab.sandbox.requests.slice(requestsBefore) };
	}

	test('is an error by default, before any request', async () => {
		const { execution, requests } = await runWith(undefined);
		assert.equal(execution.status, 'error');
		assert.match(errorOf(execution), /"empty\.csv" is empty/);
		assert.deepEqual(requests, []);
	});

	test('is an error where the option says so', async () => {
		const { execution, requests } = await runWith('error');
		assert.equal(execution.status, 'error');
		assert.deepEqual(requests, []);
	});

	test('is skipped where the option says so', async () => {
		const { execution, requests } = await runWith('skip');
		assert.equal(execution.status, 'success', errorOf(execution));
		assert.deepEqual(itemsOf(execution, 'Lexer').map(({ json }) => json), [
			{ fileName: 'empty.csv', fileSize: 0, skipped: true },
		]);
		assert.deepEqual(requests, []);
	});

	test('is sent where the option says so', async () => {
		const { source, execution } = await runWith('upload');
		assert.equal(execution.status, 'success', errorOf(execution));
		await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
	});
});

describe('where one of three files cannot be sent', () => {
	/** @param {Partial<import('./workflows.mjs').WorkflowNode>} settings */
	async function runWith(settings) {
		const first = await writeText(folder('mixed'), 'a.csv', 'email\nada@example.com\n');
		await writeText(folder('mixed'), 'b-empty.csv', '');
		const last = await writeText(folder('mixed'), 'c.csv', 'email\ngrace@example.com\n');
		const workflow = chain('Mixed', [manualTrigger(), readFiles(folder('mixed/*.csv')), lexer({}, settings)]);
		return { first, last, execution: await lab.run(workflow) };
	}

	/** @param {import('./workflows.mjs').Item} item */
	const assertReason = (item) => assert.match(String(item.json.error), /"b-empty\.csv" is empty/);

	test('the run stops by default, and says which', async () => {
		const { execution } = await runWith({});
		assert.equal(execution.status, 'error');
		assert.match(errorOf(execution), /"b-empty\.csv" is empty/);
	});

	test('"continue" gives its reason in its place', async () => {
		const { first, last, execution } = await runWith({ onError: 'continueRegularOutput' });
		assert.equal(execution.status, 'success', errorOf(execution));
		const items = itemsOf(execution, 'Lexer');
		assert.equal(items.length, 3);
		await assertDelivered(items[0], first, lab.sandbox);
		assertReason(items[1]);
		await assertDelivered(items[2], last, lab.sandbox);
	});

	test('"continue using error output" gives its reason in the error branch', async () => {
		const { first, last, execution } = await runWith({ onError: 'continueErrorOutput' });
		assert.equal(execution.status, 'success', errorOf(execution));
		const delivered = itemsOf(execution, 'Lexer', 0);
		assert.equal(delivered.length, 2);
		await assertDelivered(delivered[0], first, lab.sandbox);
		await assertDelivered(delivered[1], last, lab.sandbox);
		const failed = itemsOf(execution, 'Lexer', 1);
		assert.equal(failed.length, 1);
		assertReason(failed[0]);
	});
});

test('createUploadUrl gives a URL that takes the file from someone else', async () => {
	const parameters = { operation: 'createUploadUrl', fileName: 'from-elsewhere.csv' };

	const execution = await lab.run(chain('URL only', [manualTrigger(), lexer(parameters)]));

	assert.equal(execution.status, 'success', errorOf(execution));
	const [{ json }] = itemsOf(execution, 'Lexer');
	assert.deepEqual(Object.keys(json).sort(), ['expiresAt', 'fileName', 'uploadId', 'url']);
	assert.equal(json.fileName, 'from-elsewhere.csv');
	assert.ok(Date.parse(String(json.expiresAt)) > Date.now());
	const answer = await fetch(String(json.url), { method: 'PUT', body: 'sent by fetch', headers: { 'content-type': 'text/csv' } });
	assert.equal(answer.status, 200);
	const stored = await lab.sandbox.stored(Number(json.uploadId));
	assert.equal(stored?.sizeBytes, 'sent by fetch'.length);
});
