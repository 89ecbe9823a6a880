import { gzipSync } from 'node:zlib';

import type { INodeExecutionData } from 'n8n-workflow';

import { BINARY_MODES, type BinaryMode, clearBinaryData, type Run, runNode, storeBinary } from '../support/engine.cjs';
import { judgeOutcomes } from '../support/judgeOutcomes.cjs';

afterEach(async () => await clearBinaryData());

const run = async (parameters: object, items: INodeExecutionData[], more: Partial<Run> = {}) =>
	await runNode({ credential: { apiToken: 'none', baseUrl: 'http://127.0.0.1:9' }, parameters: parameters as Run['parameters'], items, ...more });

const checkRows = async (rows: object[], parameters: object = {}) => {
	const items = rows.map((json) => ({ json: json as INodeExecutionData['json'] }));
	const [{ json }] = await run({ resource: 'record', operation: 'check', ...parameters }, items);
	return json;
};

async function checkFiles(texts: Array<string | Buffer>, parameters: object = {}, more: Partial<Run> = {}, mode: BinaryMode = 'filesystem') {
	const items = await Promise.all(
		texts.map(async (text, index) => ({ json: {}, binary: { data: await storeBinary(mode, Buffer.from(text as string), { fileName: `file${index}` }) } })),
	);
	return await run({ resource: 'file', operation: 'check', ...parameters }, items, more);
}

describe('record:check', () => {
	it('says of each column which field it is, and what became of its values', async () => {
		const rows = [
			{ 'Link Email': 'x', 'E-Mail': 'JANE@example.com', mobile: '+61 491 570 006', date_of_birth: '1990-07-28', first_nmae: 'Jane', empty: '' },
			{ 'link.email': 'john@example.com', 'E-Mail': 'john@example.com', mobile: '61491570006', date_of_birth: '31/01/1990', first_nmae: null },
		];
		const { columns, missing } = await checkRows(rows);
		expect(columns).toEqual([
			{ name: 'Link Email', suggestion: 'link.email', filled: 1, converted: 0, invalid: 0 },
			{ name: 'E-Mail', field: 'email', filled: 2, converted: 1, invalid: 0 },
			{ name: 'mobile', field: 'mobile', filled: 2, converted: 1, invalid: 0 },
			{ name: 'date_of_birth', field: 'date_of_birth', filled: 2, converted: 0, invalid: 1 },
			{ name: 'first_nmae', suggestion: 'first_name', filled: 1, converted: 0, invalid: 0 },
			{ name: 'empty', filled: 0, converted: 0, invalid: 0 },
			{ name: 'link.email', field: 'link.email', filled: 1, converted: 0, invalid: 0 },
		]);
		expect(missing).toEqual([]);
	});

	it('counts an object that is wrong as a whole with all of its fields that have a value', async () => {
		const { columns } = await checkRows([
			{ 'link.email': 'jane@example.com', 'link.customer_id': '7', 'link.mobile': '', city: 'Perth' },
			{ 'link.email': 'jane@example.com', 'link.customer_id': '', 'link.mobile': '' },
		]);
		expect((columns as Array<{ name: string; invalid: number }>).map(({ name, invalid }) => [name, invalid])).toEqual([
			['link.email', 1],
			['link.customer_id', 1],
			['link.mobile', 0],
			['city', 0],
		]);
	});

	it('counts what is wrong with a field in the column that gave it', async () => {
		const rows = [{ 'link.customer_id': 1, email: 'good@x.co' }, { 'link.customer_id': 2, Email: 'bad' }, { 'link.customer_id': 3, email: '', Email: 'bad' }, { 'link.customer_id': 4, email: 'bad' }];
		const { columns } = await checkRows(rows);
		expect(columns).toContainEqual({ name: 'email', field: 'email', filled: 2, converted: 0, invalid: 1 });
		expect(columns).toContainEqual({ name: 'Email', field: 'email', filled: 2, converted: 0, invalid: 2 });
	});

	it('counts a required field that has no value in the column that is there for it', async () => {
		const { columns } = await checkRows([{ 'link.email': 'jane@example.com', email_id: '' }], { recordType: 'email_open' });
		expect(columns).toContainEqual({ name: 'email_id', field: 'email_id', filled: 0, converted: 0, invalid: 1 });
	});

	it("takes n8n's files in an item for no column", async () => {
		const { columns } = await checkRows([{ 'link.email': 'jane@example.com', _files: { data: { id: 'x', mimeType: 'text/csv' } } }]);
		expect(columns).toEqual([{ name: 'link.email', field: 'link.email', filled: 1, converted: 0, invalid: 0 }]);
	});

	it.each([
		['products[].quantty', 'products[].quantity'],
		['products[].qty', undefined],
		['payment_types[].nmae', 'payment_types[].name'],
		['producs', 'products'],
	])('suggests for %s what is meant among the parts of its list: %s', async (name, suggestion) => {
		const { columns, unknownFields } = await checkRows([{ purchase_id: 1, [name]: 1 }], { recordType: 'purchase' });
		expect((columns as Array<{ name: string; suggestion?: string }>).find((column) => column.name === name)?.suggestion).toBe(suggestion);
		expect((unknownFields as Array<{ suggestion?: string }>)[0].suggestion).toBe(suggestion);
	});

	it('names the required fields that no column gives', async () => {
		const json = await checkRows([{ 'link.email': 'jane@example.com', 'list.id': '7' }], { recordType: 'email_send' });
		expect(json.missing).toEqual(['action_at', 'email_id', 'list.name']);
	});

	it('counts duplicates, which it would send', async () => {
		const rows = ['a@x.co', 'b@x.co', 'A@x.co', 'nobody', 'nobody'].map((email) => ({ 'link.email': email }));
		expect(await checkRows(rows)).toMatchObject({ total: 5, valid: 3, invalid: 2, duplicates: 1 });
	});

	describe.each(['continueRegularOutput', 'continueErrorOutput'] as const)('with On Error set to %s', (onError) => {
		const value = { 'link.email': '={{ $json.to ? $json.to : $("Nowhere").item.json.to }}', 'products[].quantity': '={{ $json.quantity }}' };
		const checkMapped = async (rows: object[], names: Array<keyof typeof value>, parameters: object = {}) => {
			const mapped = { mappingMode: 'defineBelow', value: Object.fromEntries(names.map((name) => [name, value[name]])) };
			const items = rows.map((json) => ({ json: json as INodeExecutionData['json'] }));
			const output = await run({ resource: 'record', operation: 'check', columns: mapped, ...parameters }, items, { onError });
			expect(judgeOutcomes(items, output, onError)).toEqual([]);
			return output;
		};

		it('gives back the item alone whose expression fails, and reports on the others', async () => {
			const [failed, report, ...more] = await checkMapped([{ n: 1 }, { to: 'a@x.co' }, { to: 'nobody' }], ['link.email']);
			expect(more).toEqual([]);
			expect(failed).toMatchObject({ json: { error: expect.stringContaining("doesn't exist") }, pairedItem: { item: 0 } });
			expect(report).toMatchObject({ json: { total: 2, valid: 1, invalid: 1, first: [{ record: 3 }] }, pairedItem: [{ item: 1 }, { item: 2 }] });
		});

		it('does so with rows of records', async () => {
			const rows = [{ id: 1, to: 'a@x.co', quantity: 1 }, { id: 1 }, { id: 1, to: 'a@x.co', quantity: 2 }];
			const output = await checkMapped(rows, ['link.email', 'products[].quantity'], { recordType: 'purchase', conversion: { groupBy: 'id' } });
			expect(output.map(({ json, pairedItem }) => [json.error === undefined, json.rows, pairedItem])).toEqual([
				[true, 2, [{ item: 0 }, { item: 2 }]],
				[false, undefined, { item: 1 }],
			]);
			expect(output[0].json.byRule).toEqual([{ path: '', rule: 'may lack row 2, which cannot be read', records: 1 }]);
		});

		it('gives no report on no item', async () => {
			expect(await checkMapped([{ n: 1 }, { n: 2 }], ['link.email'])).toHaveLength(2);
		});
	});

	it('reports on the records of each type by themselves', async () => {
		const rows = [{ 'link.email': 'a@x.co', kind: 'customer_record' }, { product_id: 7, kind: 'product' }, { 'link.email': 'nobody', kind: 'customer_record' }, { 'link.email': 'a@x.co', kind: 'none' }];
		const items = rows.map((json) => ({ json }));
		const output = await run({ resource: 'record', operation: 'check', recordType: '={{ $json.kind }}' }, items, { onError: 'continueErrorOutput' });
		expect(judgeOutcomes(items, output, 'continueErrorOutput')).toEqual([]);
		expect(output.map(({ json, pairedItem }) => [json.recordType ?? json.error, json.total, json.first, pairedItem])).toEqual([
			['customer_record', 2, [{ record: 3, path: 'link.email', rule: 'must be an e-mail address' }], [{ item: 0 }, { item: 2 }]],
			['product', 1, expect.anything(), [{ item: 1 }]],
			[expect.stringContaining('is not one whose fields the node knows'), undefined, undefined, { item: 3 }],
		]);
		expect(output[1].json.first).not.toContainEqual(expect.objectContaining({ path: 'link' }));
	});

	it('takes an item with nothing in it for no record where its columns were to say the type', async () => {
		const check = async (rows: object[]) =>
			await run({ resource: 'record', operation: 'check', recordType: '={{ $json.kind }}' }, rows.map((json) => ({ json: json as INodeExecutionData['json'] })));
		expect(await check([{}])).toMatchObject([{ json: { total: 0, skipped: 1 }, pairedItem: [{ item: 0 }] }]);
		const [report, ...more] = await check([{}, { 'link.email': 'a@x.co', kind: 'customer_record' }]);
		expect([report.json.total, report.json.skipped, more]).toEqual([1, 1, []]);
		await expect(check([{ 'link.email': 'a@x.co' }])).rejects.toThrow();
	});

	it('names the item whose expression fails where On Error says stop', async () => {
		const columns = { mappingMode: 'defineBelow', value: { 'link.email': '={{ $json.to ? $json.to : $("Nowhere").item.json.to }}' } };
		await expect(checkRows([{ to: 'a@x.co' }, { n: 1 }], { columns })).rejects.toMatchObject({ context: { itemIndex: 1 } });
	});

	it('never tells a value', async () => {
		const json = await checkRows([{ 'link.email': 'hunter2secret', custom_fields: { 'jane@example.com': 'hunter2secret' } }]);
		expect(JSON.stringify(json)).not.toMatch(/hunter2|jane/);
	});
});

describe('file:check', () => {
	it('tells of a byte-order mark and of a column without a name as an upload does', async () => {
		const good = '{"link":{"email":"jane@example.com"}}\n';
		const files = ['\ufefflink.email\njane@example.com\n', Buffer.from(`\ufeff[${good}]`, 'utf16le'), ',link.email\n0,jane@example.com\n', good];
		const reports = await checkFiles(files);
		const mark = expect.stringContaining('byte-order mark') as string;
		expect(reports.map(({ json }) => json.warnings)).toEqual([[mark], [mark], [expect.stringContaining('"Unnamed: 0"')], undefined]);
	});

	const report = {
		fileName: 'file0',
		total: 2,
		valid: 1,
		invalid: 1,
		byRule: [{ path: 'link.email', rule: 'must be an e-mail address', records: 1 }],
		missing: [],
	};

	it.each<[string, string | Buffer, boolean]>([
		['CSV', 'link.email,city\njane@example.com,Perth\nnobody,\n', true],
		['CSV in UTF-16', Buffer.from('\ufefflink.email;city\r\njane@example.com;Perth\r\nnobody;\r\n', 'utf16le'), true],
		['compressed CSV', gzipSync('link.email,city\njane@example.com,Perth\nnobody,\n'), true],
		['NDJSON', '{"link":{"email":"jane@example.com"},"city":"Perth"}\n{"link":{"email":"nobody"},"city":""}\n', false],
		['NDJSON with a mark and a blank line', '\ufeff\n{"link":{"email":"jane@example.com"},"city":"Perth"}\n{"link":{"email":"nobody"}}\n', false],
		['JSON', '[{"link":{"email":"jane@example.com"},"city":"Perth"},\n{"link":{"email":"nobody"}}]', false],
		['compressed JSON', gzipSync('[{"link":{"email":"jane@example.com"},"city":"Perth"},{"link":{"email":"nobody"}}]'), false],
	])('reports on %s', async (_what, text) => {
		const [output, ...more] = await checkFiles([text]);
		expect(more).toEqual([]);
		expect(output.pairedItem).toEqual({ item: 0 });
		expect(output.json).toMatchObject(report);
		expect(output.json.columns).toEqual([
			{ name: 'link.email', field: 'link.email', filled: 2, converted: 0, invalid: 1 },
			{ name: 'city', field: 'city', filled: 1, converted: 0, invalid: 0 },
		]);
	});

	it.each(BINARY_MODES)('reads binary data in the mode %s', async (mode) => {
		const [{ json }] = await checkFiles(['link.email\njane@example.com\n'], {}, {}, mode);
		expect(json).toMatchObject({ total: 1, valid: 1, invalid: 0 });
	});

	it('takes the options for CSV', async () => {
		const parameters = { recordType: 'purchase', options: { csvDelimiter: '|', rules: 'jsonSchema' }, conversion: { dateOrder: 'dayFirst', encoding: 'windows-1252' } };
		const text = Buffer.from('link.customer_id|action_at|type|purchase_id|products|Stäte\n7|31/01/2026|ecommerce|1|[{"price_paid":1,"quantity":1}]|x\n', 'latin1');
		const [{ json }] = await checkFiles([text], parameters);
		expect(json).toMatchObject({ total: 1, valid: 1, invalid: 0, unknownFields: [{ name: 'Stäte', records: 1 }] });
		expect(json.columns).toContainEqual({ name: 'action_at', field: 'action_at', filled: 1, converted: 1, invalid: 0 });
	});

	it('counts duplicates, which it would send', async () => {
		const [{ json }] = await checkFiles(['link.email\na@x.co\nA@x.co\nb@x.co\n']);
		expect(json).toMatchObject({ total: 3, valid: 3, invalid: 0, duplicates: 1 });
	});

	it('counts links of an NDJSON file that differ in the last of sixteen digits as different ones', async () => {
		const [{ json }] = await checkFiles(['{"link":{"customer_id":9007199254740992}}\n{"link":{"customer_id":9007199254740993}}\n']);
		expect(json).toMatchObject({ total: 2, valid: 2 });
		expect(json).not.toHaveProperty('duplicates');
	});

	it('says nothing of names that may be values', async () => {
		const [{ json }] = await checkFiles(['link.email,2024,nmae\njane@example.com,1,2\n']);
		expect(json.columns).toEqual([
			{ name: 'link.email', field: 'link.email', filled: 1, converted: 0, invalid: 0 },
			{ name: 'column 2', filled: 1, converted: 0, invalid: 0 },
			{ name: 'nmae', filled: 1, converted: 0, invalid: 0 },
		]);
	});

	it.each<[string, string | Buffer, string]>([
		['no text', Buffer.from('PK\x03\x04 and so on'), '"file0" cannot be read: The file is a ZIP archive'],
		['a damaged gzip file', gzipSync('a\n1\n').subarray(0, -3), '"file0" cannot be read: It is a gzip file that ends before it is complete'],
		['a header with a name twice', 'a,a\n1,2\n', '"file0" cannot be read: In the header of the CSV file'],
	])('refuses %s, and goes on with the others where On Error says so', async (_what, text, message) => {
		await expect(checkFiles([text])).rejects.toThrow(message);
		const output = await checkFiles([text, 'link.email\njane@example.com\n'], {}, { onError: 'continueErrorOutput' });
		expect(output.map(({ json, pairedItem }) => [json.error ?? json.valid, pairedItem])).toEqual([
			[expect.stringContaining(message), { item: 0 }],
			[1, { item: 1 }],
		]);
	});

	it('reports on a file with nothing in it', async () => {
		const [{ json }] = await checkFiles(['']);
		expect(json).toMatchObject({ total: 0, valid: 0, invalid: 0, columns: [], missing: ['link'] });
	});

	it('reports on no more than 1,000 columns, and stays in time', async () => {
		const names = Array.from({ length: 5000 }, (_, index) => `name${index}`);
		const [{ json }] = await checkFiles([`link.email,${names.join(',')}\njane@example.com,${names.join(',')}\n`]);
		expect(json.columns).toHaveLength(1000);
	});
});
