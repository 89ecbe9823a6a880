import type { INodeExecutionData } from 'n8n-workflow';

import { BINARY_MODES, type Run, storeBinary } from '../support/engine.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const { run, sandbox, stored } = runInSandbox();

async function citiesSent(receipt: INodeExecutionData): Promise<string[]> {
	const lines = (await stored(receipt)).toString().trim().split('\n');
	return lines.map((line) => (JSON.parse(line) as { city: string }).city);
}

const jane = (city: string) => ({ 'link.email': 'jane@example.com', city });
const john = (city: string) => ({ 'link.email': 'john@example.com', city });
const BAD = { 'link.email': 'hunter2', city: 'x' };

const upload = async (rows: object[], options: object, parameters: object = {}, more: Partial<Run> = {}) =>
	await run(
		{ resource: 'record', operation: 'upload', ...parameters, options } as Run['parameters'],
		rows.map((json) => ({ json: json as INodeExecutionData['json'] })),
		more,
	);

describe('record:upload', () => {
	it.each([
		['keep', ['1', '2', '3', '4'], { total: 4, valid: 4, invalid: 0 }],
		['keepFirst', ['1', '2'], { total: 4, valid: 2, invalid: 0, duplicates: 2 }],
		['keepLast', ['3', '4'], { total: 4, valid: 2, invalid: 0, duplicates: 2 }],
	])('with %s sends %j, and pairs all rows with the receipt', async (duplicates, sent, records) => {
		const output = await upload([jane('1'), john('2'), jane('3'), john('4')], { duplicates });
		expect(output).toHaveLength(1);
		expect(output[0].json.records).toEqual(records);
		expect(output[0].pairedItem).toEqual([0, 1, 2, 3].map((item) => ({ item })));
		expect(await citiesSent(output[0])).toEqual(sent);
	});

	it('sends nothing with stop, and says which they are, never a value', async () => {
		const rows = [jane('1'), john('2'), jane('3')];
		const message = 'Nothing was sent: 1 of 3 records is a duplicate: record 3 has the link of record 1';
		await expect(upload(rows, { duplicates: 'stop' })).rejects.toMatchObject({ message });
		const output = await upload(rows, { duplicates: 'stop' }, {}, { onError: 'continueErrorOutput' });
		expect(output.map(({ json }) => json.error)).toEqual([
			'Record 1 was not sent, because 1 of 3 records is a duplicate',
			'Record 2 was not sent, because 1 of 3 records is a duplicate',
			'Record 3 was not sent: it has the link of record 1',
		]);
		expect(sandbox().requests).toEqual([]);
	});

	it('lets no invalid record take the place of a valid one', async () => {
		const options = { duplicates: 'keepLast', invalidRecords: 'skip' };
		const rows = [{ ...jane('1') }, { ...jane('2'), employee_flag: 'perhaps' }, BAD];
		const [output] = await upload(rows, options);
		expect(output.json.records).toEqual({ total: 3, valid: 1, invalid: 2 });
		expect(await citiesSent(output)).toEqual(['1']);
	});

	it.each(['keepFirst', 'keepLast'])('pairs a row with the file that has the kept record, with %s', async (duplicates) => {
		const rows = [jane('1'), john('2'), jane('3'), john('4'), { 'link.email': 'kim@example.com', city: '5' }];
		const output = await upload(rows, { duplicates, maxRecordsPerFile: 1 });
		const pairs = output.map(({ pairedItem }) => (pairedItem as Array<{ item: number }>).map(({ item }) => item));
		expect(pairs).toEqual([[0, 2], [1, 3], [4]]);
		const [two, one] = [{ total: 2, valid: 1, invalid: 0, duplicates: 1 }, { total: 1, valid: 1, invalid: 0 }];
		expect(output.map(({ json }) => json.records)).toEqual([two, two, one]);
	});

	it.each(['keepFirst', 'keepLast'])('counts a duplicate in the receipt of the file that has the kept record, whichever came first, with %s', async (duplicates) => {
		const output = await upload([jane('1'), john('2'), jane('3')], { duplicates, maxRecordsPerFile: 1 });
		const told = output.map(({ json, pairedItem }) => [json.records, (pairedItem as Array<{ item: number }>).map(({ item }) => item)]);
		const ofJane = [{ total: 2, valid: 1, invalid: 0, duplicates: 1 }, [0, 2]];
		const ofJohn = [{ total: 1, valid: 1, invalid: 0 }, [1]];
		expect(told).toEqual(duplicates === 'keepFirst' ? [ofJane, ofJohn] : [ofJohn, ofJane]);
	});

	it('counts a record as invalid where the one in whose place it was left out cannot be written', async () => {
		const parameters = { format: 'csv', recordType: 'customer_record' };
		const odd = { link: { email: 'jane@example.com' }, custom_fields: { 'a.b': 'x', a: { b: 'y' } } };
		const [receipt, ...errors] = await upload([jane('1'), john('2'), odd], { duplicates: 'keepLast', invalidRecords: 'skip' }, parameters, { onError: 'continueErrorOutput' });
		expect(receipt.json.records).toEqual({ total: 3, valid: 1, invalid: 2 });
		expect(errors.map(({ json }) => json.error)).toEqual([
			'Record 1 was not sent: is a duplicate of record 3, which could not be sent',
			'Record 3 was not sent: has two fields that are one column of a CSV file, or too many fields',
		]);
	});

	it('finds none among the records of different files', async () => {
		const output = await upload([{ ...jane('1'), to: 'a' }, { ...jane('2'), to: 'b' }], { duplicates: 'keepFirst' }, { destination: 'dataset', datasetId: '={{ $json.to }}' });
		expect(output.map(({ json }) => (json.records as { valid: number }).valid)).toEqual([1, 1]);
	});

	it('gives every row its own reason where the file is not delivered', async () => {
		sandbox().faults.add({ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch' });
		const output = await upload([jane('1'), jane('2')], { duplicates: 'keepFirst' }, {}, { onError: 'continueErrorOutput' });
		expect(output.map(({ json, pairedItem }) => [typeof json.error, pairedItem])).toEqual([
			['string', { item: 0 }],
			['string', { item: 1 }],
		]);
	});

	it('refuses what it cannot do for the record type, by an expression', async () => {
		const parameters = { recordType: '={{ "email_open" }}' };
		await expect(upload([{ 'link.email': 'jane@example.com' }], { duplicates: 'keepFirst' }, parameters)).rejects.toThrow(
			`'Options > Duplicates' compares keys, and this record type has none`,
		);
	});

	it.each(['first', '', true])('refuses %j', async (duplicates) => {
		await expect(upload([jane('1')], { duplicates })).rejects.toThrow(`'Options > Duplicates' is not one of its choices: keep, keepFirst, keepLast, stop`);
	});
});

describe.each(BINARY_MODES)('file:upload with binary data in the mode %s', (mode) => {
	const csv = 'link.email,city\njane@example.com,1\njohn@example.com,2\nJANE@example.com,3\n';
	const ndjson = '{"link":{"email":"jane@example.com"},"city":"1"}\n{"link":{"email":"john@example.com"},"city":"2"}\n{"link":{"email":"JANE@example.com"},"city":"3"}\n';

	const uploadFile = async (text: string, fileName: string, options: object, parameters: object = {}) => {
		const data = await storeBinary(mode, Buffer.from(text), { fileName });
		const all = { resource: 'file', operation: 'upload', ...parameters, options } as Run['parameters'];
		return await run(all, [{ json: {}, binary: { data } }]);
	};

	it.each<[string, string, object, string[]]>([
		['the first in a CSV file', csv, { convertCsv: true, duplicates: 'keepFirst' }, ['1', '2']],
		['the last in a CSV file', csv, { convertCsv: true, duplicates: 'keepLast' }, ['2', '3']],
		['the first in an NDJSON file', ndjson, { invalidRecords: 'skip', duplicates: 'keepFirst' }, ['1', '2']],
		['the last in an NDJSON file', ndjson, { invalidRecords: 'stop', duplicates: 'keepLast' }, ['2', '3']],
	])('keeps %s', async (_what, text, options, sent) => {
		const [output] = await uploadFile(text, 'customers.x', options);
		expect(output.json.records).toEqual({ total: 3, valid: 2, invalid: 0, duplicates: 1 });
		expect(await citiesSent(output)).toEqual(sent);
	});

	it.each<[string, string, object, string]>([
		['a CSV file', csv, { convertCsv: true }, 'record 3 (line 4) has the link of record 1'],
		['an NDJSON file', ndjson, { invalidRecords: 'skip' }, 'record 3 has the link of record 1'],
	])('does not send %s with stop', async (_what, text, options, message) => {
		await expect(uploadFile(text, 'customers.x', { ...options, duplicates: 'stop' })).rejects.toThrow(
			`"customers.x" was not sent: 1 of 3 records is a duplicate: ${message}`,
		);
		expect(sandbox().requests).toEqual([]);
	});

	it.each(['keepFirst', 'keepLast', 'stop'])('takes ids that differ in the last of twenty digits for different ones, with %s', async (duplicates) => {
		const order = (id: string) => `{"purchase_id":${id},"link":{"customer_id":"c"},"action_at":"2026-01-31T00:00:00Z","type":"ecommerce","products":[{"quantity":1,"price_paid":1}]}\n`;
		const text = order('12345678901234567890') + order('12345678901234567891');
		const [output] = await uploadFile(text, 'orders.ndjson', { invalidRecords: 'skip', duplicates }, { recordType: 'purchase' });
		expect(output.json.records).toEqual({ total: 2, valid: 2, invalid: 0 });
		expect((await stored(output)).toString()).toBe(text);
	});

	it('sends an NDJSON file without duplicates as it is', async () => {
		const text = ndjson.split('\n').slice(0, 2).join('\n');
		const [output] = await uploadFile(text, 'customers.ndjson', { invalidRecords: 'stop', duplicates: 'stop' });
		expect((await stored(output)).toString()).toBe(text);
	});

	it('refuses to look for them among records that nobody reads', async () => {
		await expect(uploadFile(ndjson, 'customers.ndjson', { duplicates: 'keepFirst' })).rejects.toThrow(`'Options > Duplicates' looks at records, but those of this file are not read`);
	});
});
