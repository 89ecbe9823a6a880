import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { writeBinary, writeText } from './files.mjs';
import { assertDelivered, errorOf, openRunningLab, storedRecords } from './lab.mjs';
import { N8N_MAJOR } from './runtime.mjs';
import { chain, itemsOf, lexer, manualTrigger, noOperation, readFiles, rows } from './workflows.mjs';

/** What has to work on every n8n, in each of its binary modes that need no other server and no licence. */

const MODES = { 1: ['default', 'filesystem'], 2: ['filesystem', 'database'] }[N8N_MAJOR] ?? [];

const DATASET = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };
const CSV = 'link.email,first_name\nADA@example.com,Ada\nnobody,Bob\n';
const ADA = { link: { email: 'ada@example.com' }, first_name: 'Ada' };
const PEOPLE = "return [{ json: { mail: 'ADA@example.com', name: 'Ada' } }, { json: { mail: 'nobody', name: 'Bob' } }];";
const BAD = /link\.email must be an e-mail address/;

for (const mode of MODES) {
	describe(`n8n ${N8N_MAJOR}, with binary data in ${mode} mode`, () => {
		/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
		let lab;
		before(async () => {
			lab = await openRunningLab(undefined, { env: { N8N_DEFAULT_BINARY_DATA_MODE: mode } });
		});
		after(async () => await lab?.close());

		/** @param {string} name */
		const folder = (name) => path.join(lab.instance.files, name);

		/** @param {string} name @param {string | Buffer} text */
		const write = async (name, text) => await writeText(folder(name.replace(/\W/g, '-')), name, text);

		/**
		 * @param {import('./workflows.mjs').WorkflowNode[]} nodes after the trigger
		 * @returns {Promise<import('./workflows.mjs').Execution>}
		 */
		async function run(...nodes) {
			const execution = await lab.run(chain('Everywhere', [manualTrigger(), ...nodes]));
			assert.equal(execution.status, 'success', errorOf(execution));
			return execution;
		}

		/**
		 * @param {import('./workflows.mjs').Execution} execution
		 * @returns {string[]} what n8n shows on the node after the run
		 */
		const hintsOf = (execution) => (execution.data?.resultData.runData.Lexer?.at(-1)?.hints ?? []).map(({ message }) => message);

		test('File > Upload delivers files of every kind and size', async () => {
			const small = await write('small.csv', 'email,name\nal@example.com,Al\n');
			const large = await writeBinary(folder('large'), 'large.bin', 12_000_000);
			const dataset = await write('customers.ndjson', `${JSON.stringify(ADA)}\n`);
			for (const [source, parameters] of /** @type {const} */ ([[small, {}], [large, {}], [dataset, DATASET]])) {
				const execution = await run(readFiles(source.file), lexer(parameters));
				await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
			}
		});

		test('File > Upload sends several files of an item, named by an expression', async () => {
			const source = await write('named.csv', 'email\nada@example.com\n');
			const execution = await run(readFiles(source.file), lexer({ binaryPropertyName: '={{ $binary.data }}' }));
			await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
		});

		test('Convert CSV makes NDJSON, leaves bad records out, attaches them, and hints at them', async () => {
			const source = await write('people.csv', CSV);
			const options = { convertCsv: true, invalidRecords: 'skip', attachRejected: true };
			const execution = await run(readFiles(source.file), lexer({ ...DATASET, options }));
			const [item] = itemsOf(execution, 'Lexer');
			assert.equal(item.json.fileName, 'people.ndjson');
			assert.deepEqual(await storedRecords(item, lab.sandbox), [ADA]);
			assert.ok(item.binary?.rejected, 'the rejected record is attached');
			assert.match(hintsOf(execution).join(), /record/);
		});

		test('gzip is sent as gzip', async () => {
			const source = await write('packed.csv', CSV.repeat(1000));
			const execution = await run(readFiles(source.file), lexer({ options: { compression: 'gzip' } }));
			const { json } = itemsOf(execution, 'Lexer')[0];
			assert.deepEqual([json.fileName, json.compression, json.uncompressedSize], ['packed.csv.gz', 'gzip', source.sizeBytes]);
		});

		test('File > Check reports, and sends nothing', async () => {
			const source = await write('checked.csv', CSV);
			const requests = lab.sandbox.requests.length;
			const execution = await run(readFiles(source.file), lexer({ operation: 'check', recordType: 'customer_record' }));
			const { total, valid, invalid } = itemsOf(execution, 'Lexer')[0].json;
			assert.deepEqual({ total, valid, invalid }, { total: 2, valid: 1, invalid: 1 });
			assert.equal(lab.sandbox.requests.length, requests);
		});

		test('File > Create Upload URL gives a URL that takes a file', async () => {
			const execution = await run(lexer({ operation: 'createUploadUrl', fileName: 'elsewhere.csv' }));
			const { url } = itemsOf(execution, 'Lexer')[0].json;
			assert.equal((await fetch(String(url), { method: 'PUT', body: 'email\n' })).status, 200);
		});

		const mapped = { mappingMode: 'defineBelow', value: { 'link.email': '={{ $json.mail }}', first_name: '={{ $json.name }}' } };

		test('Record > Upload takes fields from the resource mapper, and gives bad rows to the error output', async () => {
			const parameters = { resource: 'record', operation: 'upload', ...DATASET, columns: mapped, options: { invalidRecords: 'skip' } };
			const execution = await run(rows(PEOPLE), lexer(parameters, { onError: 'continueErrorOutput' }));
			const [receipt] = itemsOf(execution, 'Lexer', 0);
			assert.deepEqual(await storedRecords(receipt, lab.sandbox), [ADA]);
			const failed = itemsOf(execution, 'Lexer', 1);
			assert.deepEqual(failed.map(({ json }) => json.mail), ['nobody']);
			assert.match(String(failed[0].json.error), BAD);
		});

		test('Record > Upload maps rows by their names', async () => {
			const code = "return [{ json: { 'link.email': 'ada@example.com', first_name: 'Ada' } }];";
			const execution = await run(rows(code), lexer({ resource: 'record', operation: 'upload', recordType: 'customer_record' }));
			assert.deepEqual(await storedRecords(itemsOf(execution, 'Lexer')[0], lab.sandbox), [ADA]);
		});

		test('Record > Check reports, and hints', async () => {
			const execution = await run(rows(PEOPLE), lexer({ resource: 'record', operation: 'check', recordType: 'customer_record', columns: mapped }));
			assert.equal(itemsOf(execution, 'Lexer')[0].json.invalid, 1);
			assert.match(hintsOf(execution).join(), /record/);
		});

		test('a record that is wrong stops the run by default, before any request', async () => {
			const requests = lab.sandbox.requests.length;
			const workflow = chain('Stopped', [manualTrigger(), rows(PEOPLE), lexer({ resource: 'record', operation: 'upload', recordType: 'customer_record', columns: mapped })]);
			const execution = await lab.run(workflow);
			assert.equal(execution.status, 'error');
			assert.match(errorOf(execution), BAD);
			assert.equal(lab.sandbox.requests.length, requests);
		});

		/** @type {Array<['continueRegularOutput' | 'continueErrorOutput', number]>} */
		const outputs = [['continueRegularOutput', 0], ['continueErrorOutput', 1]];
		for (const [onError, output] of outputs) {
			test(`with On Error at ${onError}, a file that fails comes out with its reason and its bytes`, async () => {
				await writeText(folder(onError), 'a-empty.csv', '');
				const good = await writeText(folder(onError), 'b.csv', 'email\nada@example.com\n');
				const execution = await run(readFiles(path.join(folder(onError), '*.csv')), lexer({}, { onError }), noOperation());
				const failed = itemsOf(execution, 'Lexer', output).filter(({ json }) => json.error !== undefined);
				assert.match(String(failed[0].json.error), /"a-empty\.csv" is empty/);
				assert.equal(failed[0].binary?.data.fileName, 'a-empty.csv');
				await assertDelivered(itemsOf(execution, 'Lexer', 0).at(-1), good, lab.sandbox);
			});
		}

		test('what fails on the way is tried again, from its start', async () => {
			const source = await writeBinary(folder('again'), 'again.bin', 3_000_000);
			lab.sandbox.faults.add({ target: 's3', kind: 'resetAfter', bytes: 1_000_000 });
			lab.sandbox.faults.add({ target: 's3', kind: 'status', status: 503 });
			const execution = await run(readFiles(source.file), lexer({}));
			const [item] = itemsOf(execution, 'Lexer');
			await assertDelivered(item, source, lab.sandbox);
			assert.equal(item.json.attempts, 3);
		});

		test('an S3 that gives no MD5 is compared by its CRC-64, for which the file is read again', async () => {
			const source = await write('crc.csv', 'email\nada@example.com\n');
			lab.sandbox.faults.add({ target: 's3', kind: 'kmsEtag', crc64: true });
			const execution = await run(readFiles(source.file), lexer({}));
			assert.equal(itemsOf(execution, 'Lexer')[0].json.checksum, 'crc64nvme');
		});

		test('stopping the execution stops an upload', async () => {
			const source = await writeBinary(folder('stopped'), 'stopped.bin', 8_000_000);
			lab.sandbox.faults.add({ target: 's3', kind: 'rate', bytesPerSecond: 200_000 });
			const { length } = lab.sandbox.requests;
			const executionId = await lab.begin(chain('Stopped', [manualTrigger(), readFiles(source.file), lexer({})]));
			while (lab.sandbox.requests.length < length + 2) await sleep(50);
			await sleep(500);
			await lab.rest.stopExecution(executionId);
			assert.equal((await lab.rest.ended(executionId)).status, 'canceled');
			assert.deepEqual((await lab.sandbox.list()).filter(({ fileName }) => fileName === 'stopped.bin'), []);
		});

		if (N8N_MAJOR === 2) {
			test('files of combined binary mode are found in the JSON, and get into no record', async () => {
				const source = await write('combined.csv', 'email\nada@example.com\n');
				const workflow = chain('Combined', [manualTrigger(), readFiles(source.file), lexer({})]);
				const execution = await lab.run({ ...workflow, settings: { ...workflow.settings, binaryMode: 'combined' } });
				assert.equal(execution.status, 'success', errorOf(execution));
				await assertDelivered(itemsOf(execution, 'Lexer')[0], source, lab.sandbox);
			});
		}
	});
}
