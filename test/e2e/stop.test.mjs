import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { writeBinary } from './files.mjs';
import { openRunningLab } from './lab.mjs';
import { startSlowTarget } from './target.mjs';
import { chain, lexer, manualTrigger, readFiles } from './workflows.mjs';

/** It lasts half a minute, and what waits in the sockets' buffers when it is stopped, a fraction of a second. */
const SIZE_BYTES = 512 * 2 ** 20;
const BYTES_PER_SECOND = 16 * 2 ** 20;
const PROMPT_MS = 1000;
/** Of a processor: n8n waiting for work takes a hundredth, a conversion that shares its machine with other tests a third. */
const AT_WORK_SHARE = 0.2;

/** @type {Awaited<ReturnType<typeof openRunningLab>>} */
let lab;
/** @type {() => void} */
let onUploadClosed;
/** @type {Promise<void>} */
const uploadClosed = new Promise((resolve) => {
	onUploadClosed = resolve;
});

before(async () => {
	lab = await openRunningLab(await startSlowTarget(BYTES_PER_SECOND, () => onUploadClosed()));
});
after(async () => await lab?.close());

test('stopping an execution ends its upload within a second', async (t) => {
	const source = await writeBinary(path.join(lab.instance.files, 'slow'), 'slow.bin', SIZE_BYTES);
	const executionId = await lab.begin(chain('Stopped', [manualTrigger(), readFiles(source.file), lexer({})]));
	while (!lab.sandbox.requests.some(({ target, status }) => target === 'api' && status === 201)) await sleep(50);
	await sleep(2000);

	const stoppedAt = Date.now();
	await lab.rest.stopExecution(executionId);
	const closed = await Promise.race([uploadClosed.then(() => 'closed'), sleep(PROMPT_MS, 'still open')]);

	t.diagnostic(`the upload's connection closed ${Date.now() - stoppedAt} ms after "stop"`);
	assert.equal(closed, 'closed');
	const execution = await lab.rest.ended(executionId);
	assert.equal(execution.status, 'canceled');
	assert.deepEqual(await lab.sandbox.list(), []);
	await lab.instance.deleteBinaryData();
});

/** Records of 1,000,000 bytes a piece, so many that to go through them takes the node many seconds. */
const PIECES = 400;
const hasProc = process.platform === 'linux';

for (const { phase, name, header, line, options } of [
	{
		phase: 'conversion of a CSV file',
		name: 'long.csv',
		header: 'link.email,first_name,custom_fields.tier\n',
		line: 'ada@example.com,Ada,gold\n',
		options: { convertCsv: true, invalidRecords: 'skip' },
	},
	{
		phase: 'check of an NDJSON file',
		name: 'long.ndjson',
		header: '',
		line: '{"link":{"email":"ada@example.com"},"first_name":"Ada","custom_fields":{"tier":"gold"}}\n',
		options: { invalidRecords: 'stop' },
	},
]) {
	test(`stopping an execution ends the ${phase} within a second`, { skip: hasProc ? false : 'it reads /proc' }, async (t) => {
		const piece = line.repeat(Math.ceil(1_000_000 / line.length));
		const folder = path.join(lab.instance.files, 'long');
		await mkdir(folder, { recursive: true });
		const file = path.join(folder, name);
		await pipeline(Readable.from([header, ...Array.from({ length: PIECES }, () => piece)]), createWriteStream(file));
		const fileBytes = header.length + PIECES * piece.length;
		const requests = lab.sandbox.requests.length;
		const workflow = chain(`Stopped ${phase}`, [manualTrigger(), readFiles(file), lexer({ recordType: 'customer_record', options })]);
		const executionId = await lab.begin(workflow);
		t.after(async () => await lab.instance.deleteBinaryData());
		while ((await lab.instance.storedBytes()) < fileBytes) await sleep(50);
		await sleep(2000);
		while ((await busyShare(500)) < AT_WORK_SHARE) assert.equal((await lab.rest.execution(executionId)).status, 'running', 'the node is not done');

		await lab.rest.stopExecution(executionId);
		await sleep(PROMPT_MS);
		const stored = await lab.instance.storedBytes();
		const busy = await busyShare(2000);

		t.diagnostic(`n8n used ${Math.round(busy * 100)} % of a processor in the two seconds after the first`);
		assert.equal(await lab.instance.storedBytes(), stored, 'nothing more is written');
		assert.ok(busy < AT_WORK_SHARE, 'n8n is at rest');
		assert.equal((await lab.rest.ended(executionId)).status, 'canceled');
		assert.equal(lab.sandbox.requests.length, requests, 'no upload was asked for');
	});
}

/**
 * @param {number} durationMs
 * @returns {Promise<number>} the part of that time that n8n had a processor busy
 */
async function busyShare(durationMs) {
	const [before, startedAt] = [await processorMs(), performance.now()];
	await sleep(durationMs);
	return ((await processorMs()) - before) / (performance.now() - startedAt);
}

/** @returns {Promise<number>} ms that n8n has had a processor: Linux counts them in hundredths of a second */
async function processorMs() {
	const fields = (await readFile(`/proc/${lab.pid}/stat`, 'utf8')).split(') ')[1].split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}
