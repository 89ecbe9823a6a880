import type { INodeExecutionData } from 'n8n-workflow';

import { Lexer } from '../../nodes/Lexer/Lexer.node';
import { BINARY_MODES, binaryDataService, clearBinaryData, type Run, runNode, storeBinary } from '../support/engine.cjs';
import { type Sandbox, startSandbox } from '../sandbox/index.js';

const GOOD = { 'link.email': 'jane@example.com', first_name: 'Jane' };
const BAD = { 'link.email': 'hunter2', first_name: 'Mallory' };

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ s3: null });
});
afterAll(async () => await sandbox.close());
afterEach(async () => await clearBinaryData());

const itemsOf = (rows: object[]) => rows.map((json) => ({ json: json as INodeExecutionData['json'] }));

async function run(operation: string, items: INodeExecutionData[], parameters: Run['parameters'] = {}, more: Partial<Run> = {}) {
	const [resource, name] = operation.split(':');
	return await runNode({
		credential: { apiToken: sandbox.token, baseUrl: sandbox.apiUrl },
		parameters: { resource, operation: name, ...parameters },
		items,
		...more,
	});
}

const upload = async (rows: object[], parameters: Run['parameters'] = {}, more: Partial<Run> = {}) =>
	await run('record:upload', itemsOf(rows), parameters, more);

async function storedText({ json }: INodeExecutionData): Promise<string> {
	const stored = await sandbox.stored(json.uploadId as number);
	return (await stored!.body!()).toString();
}

const countRequests = () => sandbox.requests.length;

describe('record:upload', () => {
	it('makes one NDJSON file of all items, with nested fields and converted values', async () => {
		const rows = [
			{ ...GOOD, date_of_birth: null, gender: '' },
			{ link: { email: ' JOHN@Example.com ' }, last_name: 'Döe', opt_in: 'yes' },
		];
		const [output, ...more] = await upload(rows, { destination: 'dataset', datasetId: 'a1b2c3d4' });
		expect(more).toEqual([]);
		expect(output.json).toMatchObject({
			fileName: expect.stringMatching(/^a1b2c3d4_customer_record_\d{10}\.ndjson$/),
			contentType: 'application/x-ndjson',
			checksumVerified: true,
			destination: { datasetId: 'a1b2c3d4', recordType: 'customer_record' },
			records: { total: 2, valid: 2, invalid: 0 },
		});
		expect(output.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(await storedText(output)).toBe(
			'{"link":{"email":"jane@example.com"},"first_name":"Jane"}\n' +
				'{"link":{"email":"john@example.com"},"last_name":"Döe","opt_in":"yes"}\n',
		);
	});

	it("names a file for Lexer's team by what it holds and when it was made", async () => {
		const [output] = await upload([GOOD]);
		expect(output.json.fileName).toMatch(/^customer_record-\d{8}T\d{6}Z\.ndjson$/);
	});

	it.each([
		['csv', 'text/csv', 'link.email,first_name\r\njane@example.com,Jane\r\n'],
		['json', 'application/json', '[\n{"link":{"email":"jane@example.com"},"first_name":"Jane"}\n]\n'],
	])('writes %s', async (format, contentType, text) => {
		const [output] = await upload([GOOD], { format });
		expect(output.json).toMatchObject({ contentType, fileName: expect.stringMatching(new RegExp(`\\.${format}$`)) });
		expect(await storedText(output)).toBe(text);
	});

	it('sends records of a custom kind unchecked', async () => {
		const [output] = await upload([{ any: 'thing' }], { recordType: 'custom', fileName: 'things.ndjson' });
		expect(output.json).toMatchObject({ fileName: 'things.ndjson', records: { total: 1, valid: 1, invalid: 0 } });
	});

	it('splits the records into files of at most so many, each paired with its own items', async () => {
		const rows = [GOOD, BAD, GOOD, GOOD];
		const output = await upload(rows, {
			fileName: 'customers.ndjson',
			options: { maxRecordsPerFile: 2, invalidRecords: 'skip' },
		});
		expect(output.map(({ json, pairedItem }) => [json.fileName, json.records, pairedItem])).toEqual([
			['customers_part1.ndjson', { total: 3, valid: 2, invalid: 1 }, [{ item: 0 }, { item: 1 }, { item: 2 }]],
			['customers_part2.ndjson', { total: 1, valid: 1, invalid: 0 }, [{ item: 3 }]],
		]);
	});

	it('sends nothing where a record is invalid, and names the record, the field and the rule, never a value', async () => {
		const before = countRequests();
		const rows = [GOOD, ...Array.from({ length: 12 }, () => BAD)];
		const error = await upload(rows).catch((caught: Error) => caught as Error);
		expect(error).toMatchObject({
			message: expect.stringMatching(
				/^Nothing was sent: 12 of 13 records are invalid: record 2: link\.email must be an e-mail address \(also in 11 more: records 3, 4, 5, 6, …\)$/,
			),
			description: "Fix these records, or set 'Options > Invalid Records' to Skip Them to send the others.",
		});
		// n8n counts items from 0, which would contradict the numbers of the records.
		expect((error as unknown as { context: object }).context).not.toHaveProperty('itemIndex', expect.anything());
		expect(JSON.stringify(error)).not.toMatch(/hunter2|Mallory/);
		expect(countRequests()).toBe(before);
	});

	it('tells a newcomer how to name the column, and not to skip what is all there is', async () => {
		const rows = [{ email: 'jane@example.com' }, { email: 'john@example.com' }];
		await expect(upload(rows, { options: { invalidRecords: 'skip' } })).rejects.toMatchObject({
			message: 'Nothing was sent: 2 of 2 records are invalid: record 1: link is required (also in record 2)',
			description: 'Name the column with the e-mail address link.email (or another one link.customer_id, link.mobile, …). Fix these records.',
		});
		const output = await upload(rows, {}, { onError: 'continueRegularOutput' });
		expect(output.map(({ json }) => json.error)).toEqual(
			[1, 2].map((record) => `Record ${record} was not sent: link is required. Name the column with the e-mail address link.email (or another one link.customer_id, link.mobile, …)`),
		);
	});

	it('sends the good records and gives the bad ones as error items where it may go on', async () => {
		const output = await upload([BAD, GOOD, BAD], { options: { invalidRecords: 'skip' } }, { onError: 'continueErrorOutput' });
		expect(output).toEqual([
			{
				json: expect.objectContaining({ records: { total: 3, valid: 1, invalid: 2 } }),
				pairedItem: [{ item: 1 }],
			},
			{ json: { error: 'Record 1 was not sent: link.email must be an e-mail address' }, pairedItem: { item: 0 } },
			{ json: { error: 'Record 3 was not sent: link.email must be an e-mail address' }, pairedItem: { item: 2 } },
		]);
		expect(await storedText(output[0])).toBe('{"link":{"email":"jane@example.com"},"first_name":"Jane"}\n');
	});

	it('asks Lexer for nothing where all records are invalid', async () => {
		const before = countRequests();
		const options = { invalidRecords: 'skip' };
		const output = await upload([BAD, BAD], { options }, { onError: 'continueRegularOutput' });
		expect(output.map(({ json }) => json.error)).toEqual([
			'Record 1 was not sent: link.email must be an e-mail address',
			'Record 2 was not sent: link.email must be an e-mail address',
		]);
		await expect(upload([BAD, BAD], { options })).rejects.toThrow('Nothing was sent: 2 of 2 records are invalid');
		expect(countRequests()).toBe(before);
	});

	it.each<[string, object]>([['invalid', BAD], ['empty', { first_name: '' }]])('numbers no file for a target whose records are all %s', async (_what, row) => {
		const to = { destination: 'dataset', datasetId: '={{ $json.first_name === "Jane" ? "d1" : "d2" }}', fileName: 'alone.ndjson', options: { invalidRecords: 'skip' } };
		const output = await upload([GOOD, row], to);
		expect(output.map(({ json }) => [json.fileName, json.skipped])).toEqual([['alone.ndjson', undefined], ['alone.ndjson', true]]);
	});

	describe('where columns say of each item where it goes', () => {
		const to = { destination: 'dataset', datasetId: '={{ $json.dataset }}', recordType: '={{ $json.type }}', fileName: '={{ $json.file }}.ndjson' };
		const aimed = { ...GOOD, dataset: 'd1', type: 'customer_record', file: 'all' };

		it.each([[undefined, {}], [undefined, { dataset: null, type: '', file: ' ' }], ['continueErrorOutput' as const, {}]])(
			'takes an item with nothing in it for no record (On Error %s, %j)',
			async (onError, row) => {
				const before = countRequests();
				const [alone, ...more] = await upload([row], to, { onError });
				expect(more).toEqual([]);
				expect(alone).toMatchObject({ json: { fileSize: 0, skipped: true, records: { total: 0, skipped: 1 } }, pairedItem: [{ item: 0 }] });
				expect(alone.json.fileName).toMatch(/\.ndjson$/);
				expect(countRequests()).toBe(before);

				const [beside, ...none] = await upload([aimed, row], to, { onError });
				expect(none).toEqual([]);
				expect(beside).toMatchObject({ json: { fileName: 'all.ndjson', records: { total: 1, skipped: 1 } }, pairedItem: [{ item: 0 }, { item: 1 }] });
			},
		);

		it.each<[string, object, object]>([
			['an item with something in it', { first_name: 'Jane' }, {}],
			['a Dataset ID that is the same for all', {}, { datasetId: '', recordType: 'customer_record', fileName: 'all.ndjson' }],
			['a node that is not there', {}, { datasetId: '={{ $("Nowhere").item.json.dataset }}' }],
		])('still refuses %s', async (_what, row, parameters) => {
			await expect(upload([row], { ...to, ...parameters })).rejects.toThrow();
		});
	});

	it('counts the invalid records of a dataset that gets none of them where they do not come out by themselves', async () => {
		const to = { destination: 'dataset', datasetId: '={{ $json.first_name === "Jane" ? "d1" : "d2" }}', options: { invalidRecords: 'skip' } };
		const output = await upload([GOOD, BAD, BAD], to);
		expect(output.map(({ json, pairedItem }) => [json.uploadId === undefined, json.records, pairedItem])).toEqual([
			[false, { total: 1, valid: 1, invalid: 0 }, [{ item: 0 }]],
			[true, { total: 2, valid: 0, invalid: 2 }, [{ item: 1 }, { item: 2 }]],
		]);
		expect(output[1].json).toMatchObject({ fileName: expect.stringMatching(/^d2_customer_record_/), fileSize: 0, skipped: true });
		const continued = await upload([GOOD, BAD, BAD], to, { onError: 'continueErrorOutput' });
		expect(continued.map(({ json }) => json.error === undefined)).toEqual([true, false, false]);
	});

	describe('where records are not checked', () => {
		const off = { options: { invalidRecords: 'off' } };
		const unwritable = [{ ...GOOD, first_name: 'a\0b' }, { ...GOOD, FIRST_NAME: 'Janet' }, { ...GOOD, first_name: Buffer.from('Jane') }];

		it.each(['ndjson', 'csv', 'json'])('sends what can be written as %s, and gives what cannot as error items', async (format) => {
			const rows = [GOOD, ...unwritable, BAD];
			const output = await upload(rows, { ...off, format }, { onError: 'continueErrorOutput' });
			expect(output[0]).toMatchObject({ json: { records: { total: 5, valid: 2, invalid: 3 } }, pairedItem: [{ item: 0 }, { item: 4 }] });
			expect(output.slice(1)).toEqual([
				{ json: { error: expect.stringMatching(/^Record 2 was not sent: first_name has a character/) }, pairedItem: { item: 1 } },
				{ json: { error: expect.stringMatching(/^Record 3 was not sent: .*"first_name" and as "FIRST_NAME"/) }, pairedItem: { item: 2 } },
				{ json: { error: expect.stringMatching(/^Record 4 was not sent: first_name must not be bytes/) }, pairedItem: { item: 3 } },
			]);
			const text = await storedText(output[0]);
			expect(text).toContain('Jane');
			expect(text).toContain('hunter2');
			expect(text).not.toContain('Janet');
		});

		it('sends the others where On Error says stop, and counts what was left out', async () => {
			const [output, ...more] = await upload([GOOD, ...unwritable], off);
			expect(more).toEqual([]);
			expect(output.json.records).toEqual({ total: 4, valid: 1, invalid: 3 });
			expect(output.pairedItem).toHaveLength(4);
		});

		it('asks Lexer for nothing where nothing can be written', async () => {
			const before = countRequests();
			await expect(upload(unwritable, off)).rejects.toThrow('Nothing was sent: 3 of 3 records are invalid');
			const output = await upload(unwritable, off, { onError: 'continueRegularOutput' });
			expect(output.map(({ json }) => typeof json.error)).toEqual(['string', 'string', 'string']);
			expect(countRequests()).toBe(before);
		});
	});

	it('takes the columns that are defined below, with their exact values', async () => {
		const [output] = await run('record:upload', itemsOf([{ mail: 'jane@example.com', spend: '12345678901234567.89' }]), {
			recordType: 'customer_record',
			columns: {
				mappingMode: 'defineBelow',
				value: { 'link.email': '={{ $json.mail }}', 'custom_fields.spend': '={{ $json.spend }}' },
				schema: [
					{ id: 'link.email', displayName: 'Link: Email', required: false, defaultMatch: false, display: true, type: 'string' },
					{ id: 'custom_fields.spend', displayName: 'Spend', required: false, defaultMatch: false, display: true, type: 'number' },
				],
			},
		});
		expect(await storedText(output)).toBe(
			'{"link":{"email":"jane@example.com"},"custom_fields":{"spend":"12345678901234567.89"}}\n',
		);
	});

	it.each([
		[{ recordType: 'custom', destination: 'dataset', datasetId: 'a1' }, 'The record type is not one that Lexer loads into datasets'],
		[{ recordType: 'in voice' }, 'The record type is not a name that a record type can have'],
		[{ format: 'xlsx' }, 'The format is not one that records can be written in'],
		[{ fileName: 'a/b.ndjson' }, 'The file name contains a slash or a backslash'],
		[{ fileName: '={{ $json.nothing + ".ndjson" }}' }, 'The file name is what an expression writes for a missing value'],
		[{ fileName: '={{ String(null) }}' }, 'The file name is what an expression writes for a missing value'],
		[{ options: { maxRecordsPerFile: -1 } }, "'Options > Max Records per File' is not a whole number of at least 0"],
		[{ options: { rules: 'none' } }, "'Options > Rules' is not one of its choices"],
		[{ columns: { mappingMode: 'defineBelow', value: {} } }, 'No column has a value'],
	])('refuses %j before any request', async (parameters, message) => {
		const before = countRequests();
		await expect(upload([GOOD], parameters as Run['parameters'])).rejects.toThrow(message);
		expect(countRequests()).toBe(before);
	});
});

describe('record:check', () => {
	it('reports what is wrong, and sends nothing', async () => {
		const before = countRequests();
		const [output, ...more] = await run('record:check', itemsOf([GOOD, BAD, {}]));
		expect(more).toEqual([]);
		expect(output).toEqual({
			json: {
				total: 2,
				valid: 1,
				invalid: 1,
				byRule: [{ path: 'link.email', rule: 'must be an e-mail address', records: 1 }],
				first: [{ record: 2, path: 'link.email', rule: 'must be an e-mail address' }],
				skipped: 1,
				columns: [
					{ name: 'link.email', field: 'link.email', filled: 2, converted: 0, invalid: 1 },
					{ name: 'first_name', field: 'first_name', filled: 2, converted: 0, invalid: 0 },
				],
				missing: [],
			},
			pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
		});
		expect(countRequests()).toBe(before);
	});
});

describe.each(BINARY_MODES)('file:upload of records with binary data in the mode %s', (mode) => {
	const uploadFile = async (text: string | Buffer, options: object, parameters: object = {}, fileName = 'customers.csv') => {
		const data = await storeBinary(mode, Buffer.from(text as string), { fileName, mimeType: 'text/csv' });
		return await run('file:upload', [{ json: {}, binary: { data } }], { ...parameters, options } as Run['parameters']);
	};
	const good = '{"link":{"email":"jane@example.com"}}\n';
	const bad = '{"link":{"email":"hunter2"}}\n';

	it('makes NDJSON of a CSV file in UTF-16 with a byte-order mark', async () => {
		const text = '\ufefflink.email;first_name\r\n"jane@example.com";"Jane\nÄnne"\r\n';
		const [output] = await uploadFile(Buffer.from(text, 'utf16le'), { convertCsv: true });
		expect(output.json).toMatchObject({
			fileName: 'customers.ndjson',
			contentType: 'application/x-ndjson',
			checksumVerified: true,
			records: { total: 1, valid: 1, invalid: 0 },
		});
		expect(await storedText(output)).toBe('{"link":{"email":"jane@example.com"},"first_name":"Jane\\nÄnne"}\n');
	});

	it.each([
		['a CSV file', '\ufefflink.email\njane@example.com\n', 'customers.csv', {}, /byte-order mark \(BOM\), and/],
		['lines for a dataset', `\ufeff${good}`, 'customers.ndjson', { destination: 'dataset', datasetId: 'a1b2c3d4' }, /byte-order mark/],
		['a file in UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'customers.json', {}, /byte-order mark \(BOM\) of UTF-16/],
		['a file without a mark', good, 'customers.ndjson', {}, undefined],
		['a picture that begins like UTF-16', Buffer.from([0xff, 0xfe, 0, 1]), 'photo.bin', {}, undefined],
		['a file of one byte', '\u0041', 'a.csv', {}, undefined],
	])('sends %s as it is, and warns of its mark if it has one', async (_what, content, fileName, parameters, warning) => {
		const [output] = await uploadFile(content, {}, parameters, fileName);
		expect(output.json.warnings).toEqual(warning && [expect.stringMatching(warning)]);
		expect(output.json).toMatchObject({ checksumVerified: true });
		expect(await storedText(output)).toBe(content.toString());
	});

	it('warns once of a file that is sent again', async () => {
		sandbox.faults.add({ target: 's3', kind: 'status', status: 503, code: 'SlowDown' });
		const [output] = await uploadFile(`\ufeff${good}`, {});
		expect(output.json).toMatchObject({ attempts: 2, warnings: [expect.stringContaining('byte-order mark')] });
	});

	it('leaves out the invalid lines of an NDJSON file, and a byte-order mark', async () => {
		const options = { invalidRecords: 'skip' };
		const [output] = await uploadFile(`\ufeff${good}${bad}${good}`, options, {}, 'customers.ndjson');
		expect(output.json).toMatchObject({ fileName: 'customers.ndjson', records: { total: 3, valid: 2, invalid: 1 } });
		expect(await storedText(output)).toBe(good + good);
	});

	it('sends an NDJSON file without invalid lines as it is', async () => {
		const [output] = await uploadFile(good.trimEnd(), { invalidRecords: 'stop' }, {}, 'customers.ndjson');
		expect(output.json).toMatchObject({ contentType: 'text/csv', records: { total: 1, valid: 1, invalid: 0 } });
		expect(await storedText(output)).toBe(good.trimEnd());
	});

	it.each([
		['an invalid record', good + bad, { invalidRecords: 'stop' }, '"customers.csv" was not sent: 1 of 2 records is invalid: record 2: link.email must be an e-mail address'],
		['only invalid records', bad, { invalidRecords: 'skip' }, '"customers.csv" was not sent: 1 of 1 records is invalid'],
		['an invalid row', 'link.email\nhunter2\n', { convertCsv: true, invalidRecords: 'stop' }, '"customers.csv" was not sent: 1 of 1 records is invalid'],
		['a row that is too long', 'link.email,first_name\njane@example.com,Jane,x\n', { convertCsv: true }, '"customers.csv" was not sent: 1 of 1 records is invalid: record 1 (line 2): has 3 cells where the header has 2'],
		['an open quote', 'link.email\n"jane', { convertCsv: true }, '"customers.csv" was not sent: 1 of 1 records is invalid: record 1 (line 2): has a quote that no other closes'],
		['a name twice', 'a,a\n1,2\n', { convertCsv: true }, 'cannot be read: In the header of the CSV file, column 1 ("a") and column 2 ("a") are the same field, a'],
		['a delimiter of two characters', 'a\n1\n', { convertCsv: true, csvDelimiter: '||' }, "'Options > CSV Delimiter' is not one character"],
	])('refuses a file with %s before any request', async (_what, text, options, message) => {
		const before = countRequests();
		await expect(uploadFile(text, options)).rejects.toThrow(message);
		expect(countRequests()).toBe(before);
	});

	it('tells of Convert CSV where a CSV file is read as JSON', async () => {
		await expect(uploadFile('link.email\njane@example.com\n', { invalidRecords: 'stop' })).rejects.toMatchObject({
			message: expect.stringContaining('record 1: must be JSON'),
			description: expect.stringContaining("turn on 'Options > Convert CSV'"),
		});
	});

	it('sends nothing for a CSV file with a header alone, and says so', async () => {
		const before = countRequests();
		const [output] = await uploadFile('link.email\n', { convertCsv: true });
		expect(output.json).toEqual({ fileName: 'customers.ndjson', fileSize: 0, skipped: true, records: { total: 0, valid: 0, invalid: 0 } });
		expect(countRequests()).toBe(before);
	});

	it("warns of an index without a name, and costs no record for it", async () => {
		const [output] = await uploadFile(',link.email\n0,jane@example.com\n', { convertCsv: true, invalidRecords: 'stop' });
		expect(output.json).toMatchObject({ records: { total: 1, valid: 1, unknownFields: [{ name: 'Unnamed: 0', records: 1 }] }, warnings: [expect.stringContaining('has no name in the header')] });
	});

	it('takes cells that a row lacks for empty', async () => {
		const [output] = await uploadFile('link.email,first_name\njane@example.com\n', { convertCsv: true });
		expect(await storedText(output)).toBe('{"link":{"email":"jane@example.com"}}\n');
	});

	it('sends the rows that can be read where nothing is checked, and counts the others', async () => {
		const text = 'link.email,first_name\njane@example.com,"Jane "the\nhunter2,Mallory\njane@example.com,Jane,more\n';
		const [output] = await uploadFile(text, { convertCsv: true, attachRejected: true });
		expect(output.json.records).toEqual({ total: 3, valid: 1, invalid: 2 });
		expect(await storedText(output)).toBe('{"link":{"email":"hunter2"},"first_name":"Mallory"}\n');
		expect(output.binary?.rejected).toBeDefined();
	});

	it('does so with the records of a list that a dataset is to get', async () => {
		const destination = { destination: 'dataset', datasetId: 'a1b2c3d4' };
		const [output] = await uploadFile('[{"link":{"email":"hunter2"}},{"link":6,},{"link":5}]', {}, destination, 'list.json');
		expect(output.json.records).toEqual({ total: 3, valid: 2, invalid: 1 });
		expect(await storedText(output)).toBe('{"link":{"email":"hunter2"}}\n{"link":5}\n');
	});

	it('attaches the rejected records where that is asked for', async () => {
		const options = { convertCsv: true, invalidRecords: 'skip', attachRejected: true };
		const [output] = await uploadFile('link.email\njane@example.com\nnobody\n', options);
		expect(output.binary?.rejected).toMatchObject({ fileName: 'rejected_customers.ndjson', mimeType: 'application/x-ndjson' });
	});
});

const COPIES = { database: 0, filesystem: 1 };

it.each(BINARY_MODES.flatMap((mode) => (mode === 'default' ? [] : ([[mode, COPIES[mode]]] as const))))('in %s mode, writes what it makes of a file into the binary store %i times, and sends it as often as it must', async (mode, copies) => {
	const data = await storeBinary(mode, Buffer.from('link.email\njane@example.com\nnobody\n'), { fileName: 'customers.csv' });
	const store = jest.spyOn(await binaryDataService(mode), 'store');
	sandbox.faults.add({ target: 's3', kind: 'status', status: 503, code: 'SlowDown' });
	const parameters = { resource: 'file', operation: 'upload', options: { convertCsv: true, invalidRecords: 'skip' } };
	const [output] = await upload([], {}, { items: [{ json: {}, binary: { data } }], parameters });
	expect(output.json).toMatchObject({ attempts: 2, checksumVerified: true, records: { total: 2, valid: 1, invalid: 1 } });
	expect(await storedText(output)).toBe('{"link":{"email":"jane@example.com"}}\n');
	expect(store).toHaveBeenCalledTimes(copies);
	store.mockRestore();
});

it('lets no bad file end n8n, however early it fails', async () => {
	for (let run = 0; run < 100; run++) {
		const data = await storeBinary('filesystem', Buffer.from('a,a\n1,2\n'), { fileName: 'twice.csv' });
		const items = [{ json: {}, binary: { data } }];
		await expect(upload([], {}, { items, parameters: { resource: 'file', operation: 'upload', options: { convertCsv: true } } })).rejects.toThrow(
			'"twice.csv" cannot be read',
		);
	}
});

it('offers the fields of the chosen record type', async () => {
	const { getRecordFields } = new Lexer().methods.resourceMapping;
	const fieldsOf = async (recordType: string) =>
		(await getRecordFields.call({ getCurrentNodeParameter: () => recordType } as never)).fields;
	expect(await fieldsOf('custom')).toEqual([]);
	expect(await fieldsOf('purchase')).toContainEqual(
		expect.objectContaining({ id: 'purchase_id', required: true, removed: false, type: 'string' }),
	);
	expect(await fieldsOf('purchase')).toContainEqual(
		expect.objectContaining({ id: 'currency', removed: true, description: 'ISO 4217 code such as AUD' }),
	);
});
