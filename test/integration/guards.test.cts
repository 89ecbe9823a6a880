import type { INodeExecutionData } from 'n8n-workflow';

import { type Run, storeBinary } from '../support/engine.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const GOOD = { 'link.email': 'jane@example.com' };
const BAD = { 'link.email': 'hunter2' };
const CONTINUE = { onError: 'continueErrorOutput' } as const;

const { run, sandbox } = runInSandbox();

const rowsOf = (rows: object[]) => rows.map((json) => ({ json: json as INodeExecutionData['json'] }));
const uploadRows = async (rows: object[], options: object, more: Partial<Run> = {}) =>
	await run({ resource: 'record', operation: 'upload', options: options as Run['parameters'] }, rowsOf(rows), more);

async function uploadFiles(texts: string[], options: object, more: Partial<Run> = {}, fileName = 'customers.csv') {
	const items = await Promise.all(
		texts.map(async (text) => ({ json: {}, binary: { data: await storeBinary('filesystem', Buffer.from(text), { fileName }) } })),
	);
	return await run({ resource: 'file', operation: 'upload', options: options as Run['parameters'] }, items, more);
}

describe('record:upload', () => {
	it.each<[string, object[], object, string]>([
		['more invalid records than are allowed', [BAD, GOOD, BAD, GOOD], { invalidRecords: 'skip', maxInvalidPercent: 25 }, "2 of 4 records are invalid, more than the 25% that 'Options > Max Invalid Percent' allows"],
		['any where none is allowed', [BAD, GOOD], { invalidRecords: 'skip', maxInvalidPercent: 0 }, "1 of 2 records is invalid, more than the 0% that 'Options > Max Invalid Percent' allows"],
		['fewer valid records than are asked for', [GOOD, BAD, GOOD], { invalidRecords: 'skip', minRecords: 3 }, "2 of 3 records are valid, fewer than the 3 that 'Options > Min Records' asks for"],
		['few records that are not checked', [GOOD, GOOD], { invalidRecords: 'off', minRecords: 3 }, "2 of 2 records are valid, fewer than the 3 that 'Options > Min Records' asks for"],
		['a query without rows', [{}], { minRecords: 1 }, "0 of 0 records are valid, fewer than the 1 that 'Options > Min Records' asks for"],
	])('asks Lexer for nothing, and says the counts and the limit, for %s', async (_what, rows, options, reason) => {
		await expect(uploadRows(rows, options)).rejects.toThrow(`Nothing was sent: ${reason}`);
		const output = await uploadRows(rows, options, CONTINUE);
		expect(output).toHaveLength(rows.length);
		for (const [item, { json, pairedItem }] of output.entries()) {
			expect(pairedItem).toEqual({ item });
			expect(json.error).toContain(reason);
		}
		expect(sandbox().requests).toEqual([]);
	});

	it('tells an invalid row what is wrong with it as well', async () => {
		const [bad, good] = await uploadRows([BAD, GOOD], { invalidRecords: 'skip', maxInvalidPercent: 10 }, CONTINUE);
		const guard = "1 of 2 records is invalid, more than the 10% that 'Options > Max Invalid Percent' allows";
		expect(bad.json.error).toBe(`Record 1 was not sent: link.email must be an e-mail address. Nothing was sent, because ${guard}`);
		expect(good.json.error).toBe(`Record 2 was not sent, because ${guard}`);
	});

	it('sends what is within the limits', async () => {
		const output = await uploadRows([BAD, GOOD, GOOD, GOOD], { invalidRecords: 'skip', maxInvalidPercent: '25', minRecords: '3' });
		expect(output).toHaveLength(1);
		expect(output[0].json.records).toEqual({ total: 4, valid: 3, invalid: 1 });
	});

	it('counts all records of a run, in however many files', async () => {
		const output = await uploadRows([GOOD, GOOD, GOOD], { minRecords: 3, maxRecordsPerFile: 1 });
		expect(output).toHaveLength(3);
	});

	it('counts a row that has no dataset to go to among the invalid ones', async () => {
		const rows = [{ ...GOOD, to: 'a1' }, { ...GOOD, to: '' }];
		const parameters = { resource: 'record', operation: 'upload', destination: 'dataset', datasetId: '={{ $json.to }}', options: { invalidRecords: 'skip', maxInvalidPercent: 10 } };
		const output = await run(parameters, rowsOf(rows), CONTINUE);
		expect(output[0].json.error).toContain('1 of 2 records is invalid, more than the 10%');
		expect(output[1].json.error).toContain('The dataset ID is empty');
		expect(sandbox().requests).toEqual([]);
	});

	it.each([
		[{ maxInvalidPercent: 101 }, "'Options > Max Invalid Percent' is not a percentage from 0 to 100"],
		[{ maxInvalidPercent: '5%' }, "'Options > Max Invalid Percent' is not a percentage from 0 to 100"],
		[{ minRecords: -1 }, "'Options > Min Records' is not a whole number of at least 0"],
		[{ minRecords: 2.5 }, "'Options > Min Records' is not a whole number of at least 0"],
	])('refuses %j', async (options, message) => {
		await expect(uploadRows([GOOD], { invalidRecords: 'skip', ...options })).rejects.toThrow(message);
		expect(sandbox().requests).toEqual([]);
	});
});

describe('file:upload', () => {
	const good = '{"link":{"email":"jane@example.com"}}\n';
	const bad = '{"link":{"email":"hunter2"}}\n';

	it.each<[string, string, object, string]>([
		['a CSV file', 'link.email\njane@example.com\nhunter2\n', { convertCsv: true, invalidRecords: 'skip', maxInvalidPercent: 10 }, "1 of 2 records is invalid, more than the 10% that 'Options > Max Invalid Percent' allows: record 2 (line 3): link.email must be an e-mail address"],
		['an NDJSON file', good + bad, { invalidRecords: 'skip', maxInvalidPercent: 10 }, "1 of 2 records is invalid, more than the 10% that 'Options > Max Invalid Percent' allows: record 2: link.email must be an e-mail address"],
		['an NDJSON file with nothing good', bad, { invalidRecords: 'skip', maxInvalidPercent: 10 }, '1 of 1 records is invalid, more than the 10%'],
		['a short NDJSON file', good, { invalidRecords: 'skip', minRecords: 2 }, "1 of 1 records is valid, fewer than the 2 that 'Options > Min Records' asks for"],
		['a header alone', 'link.email\n', { convertCsv: true, minRecords: 1 }, '0 of 0 records are valid, fewer than the 1'],
		['a file of 0 bytes', '', { convertCsv: true, minRecords: 1, emptyFile: 'skip' }, '0 of 0 records are valid, fewer than the 1'],
		['a file of 0 bytes that may go', '', { invalidRecords: 'stop', minRecords: 1, emptyFile: 'upload' }, '0 of 0 records are valid, fewer than the 1'],
	])('asks Lexer for nothing where %s breaks a guard', async (_what, text, options, reason) => {
		await expect(uploadFiles([text], options)).rejects.toThrow(`was not sent: ${reason}`);
		const [output, ...more] = await uploadFiles([text], options, CONTINUE);
		expect(more).toEqual([]);
		expect(output).toMatchObject({ json: { error: expect.stringContaining(reason) }, pairedItem: { item: 0 } });
		expect(sandbox().requests).toEqual([]);
	});

	it('sends the other files', async () => {
		const options = { invalidRecords: 'skip', minRecords: 2 };
		const output = await uploadFiles([good, good + good], options, CONTINUE, 'customers.ndjson');
		expect(output.map(({ json }) => json.records ?? json.error)).toEqual([
			expect.stringContaining('1 of 1 records is valid, fewer than the 2'),
			{ total: 2, valid: 2, invalid: 0 },
		]);
	});

	it('counts records that are of no type it knows', async () => {
		const parameters = { resource: 'file', operation: 'upload', recordType: 'custom', options: { invalidRecords: 'skip', minRecords: 3 } };
		const data = await storeBinary('filesystem', Buffer.from('{"a":1}\n{"a":2}\n'), { fileName: 'things.ndjson' });
		await expect(run(parameters, [{ json: {}, binary: { data } }])).rejects.toThrow('2 of 2 records are valid, fewer than the 3');
	});

	it('refuses a guard over records that nobody reads', async () => {
		await expect(uploadFiles([good], { minRecords: 1 })).rejects.toMatchObject({
			message: "'Options > Min Records' looks at records, but those of this file are not read",
			description: "Turn on 'Options > Convert CSV' for CSV files, or set 'Options > Invalid Records' for NDJSON and JSON files, or remove the option.",
		});
		expect(sandbox().requests).toEqual([]);
	});
});
