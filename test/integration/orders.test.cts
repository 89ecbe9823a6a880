import type { INodeExecutionData } from 'n8n-workflow';

import { BINARY_MODES, binaryDataService, type Run, storeBinary } from '../support/engine.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const { run, sandbox, stored } = runInSandbox();

type Fields = Record<string, unknown>;

/** A line of an order, as a query gives it. */
function row(order: string, sku: string, quantity: unknown, more: Fields = {}): Fields {
	return {
		purchase_id: order,
		'link.customer_id': `c-${order}`,
		action_at: '2026-01-31T10:00:00Z',
		type: 'ecommerce',
		currency: 'AUD',
		'products[].product_reference.id': sku,
		'products[].product_reference.id_type': 'sku',
		'products[].quantity': quantity,
		'products[].price_paid': '19.90',
		...more,
	};
}

/** The purchase that lines make. */
function purchase(order: string, ...lines: Array<[sku: string, quantity: number]>): Fields {
	return {
		purchase_id: order,
		link: { customer_id: `c-${order}` },
		action_at: '2026-01-31T10:00:00Z',
		type: 'ecommerce',
		currency: 'AUD',
		products: lines.map(([id, quantity]) => ({ product_reference: { id, id_type: 'sku' }, quantity, price_paid: 19.9 })),
	};
}

const ROWS = [row('1', 'a', 1), row('2', 'b', 2), row('1', 'c', 3), row('3', 'd', 4), row('1', 'e', 5)];
const PURCHASES = [purchase('1', ['a', 1], ['c', 3], ['e', 5]), purchase('2', ['b', 2]), purchase('3', ['d', 4])];

const items = (rows: Fields[]) => rows.map((json): INodeExecutionData => ({ json: json as INodeExecutionData['json'] }));

const upload = async (rows: Fields[], parameters: object = {}, more: Partial<Run> = {}) =>
	await run({ resource: 'record', operation: 'upload', recordType: 'purchase', ...parameters } as Run['parameters'], items(rows), more);

const linesOf = async (receipt: INodeExecutionData) => (await stored(receipt)).toString().trim().split('\n').map((line) => JSON.parse(line) as Fields);
const pairsOf = ({ pairedItem }: INodeExecutionData) => [pairedItem].flat().map((pair) => (pair as { item: number }).item);
const CONTINUE = { onError: 'continueErrorOutput' } as const;

describe('record:upload', () => {
	it('makes one purchase of the lines of each order, in any order, and pairs all lines with the receipt', async () => {
		const [receipt, ...others] = await upload(ROWS);
		expect(others).toEqual([]);
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 3, invalid: 0 });
		expect(pairsOf(receipt)).toEqual([0, 1, 2, 3, 4]);
		expect(await linesOf(receipt)).toEqual(PURCHASES);
	});

	it('does the same with fields that are mapped below', async () => {
		const value = Object.fromEntries(Object.keys(ROWS[0]).map((name) => [name, `={{ $json["${name}"] }}`]));
		const more = { 'products[].quantity': '={{ $json["products[].quantity"] * 1 }}', 'products[].product_reference.id_type': 'sku' };
		const [receipt] = await upload(ROWS, { columns: { mappingMode: 'defineBelow', value: { ...value, ...more } } });
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 3, invalid: 0 });
		expect(await linesOf(receipt)).toEqual(PURCHASES);
	});

	it('finds the key in the item itself where what is mapped of it has none', async () => {
		const value = Object.fromEntries(Object.keys(ROWS[0]).map((name) => [name, name === 'purchase_id' ? 'the same' : `={{ $json["${name}"] }}`]));
		const rows = ROWS.map((one) => ({ ...one, 'Order No': one.purchase_id }));
		const [receipt] = await upload(rows, { columns: { mappingMode: 'defineBelow', value }, conversion: { groupBy: 'order_no' } });
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 3, invalid: 0 });
		expect(await linesOf(receipt)).toEqual(PURCHASES.map((one) => ({ ...one, purchase_id: 'the same' })));
	});

	it('takes dates of a driver for the same where they are', async () => {
		const rows = ROWS.map((one) => ({ ...one, action_at: new Date('2026-01-31T10:00:00Z') }));
		const [receipt] = await upload(rows as Fields[]);
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 3, invalid: 0 });
		rows[4].action_at = new Date('2026-01-31T10:00:01Z');
		await expect(upload(rows as Fields[])).rejects.toThrow('record 1 (row 1): action_at is not the same in all rows of the record');
	});

	it('begins anew where the first lines lack the list', async () => {
		const header = ({ purchase_id, currency, ...fields }: Fields) =>
			({ purchase_id, currency, ...Object.fromEntries(Object.entries(fields).filter(([name]) => !name.includes('[]'))) });
		const [receipt] = await upload([header(ROWS[0]), header(ROWS[1]), {}, ...ROWS], { options: { maxRecordsPerFile: 2 } });
		expect(receipt.json.records).toEqual({ rows: 6, total: 2, valid: 2, invalid: 0, skipped: 1 });
		expect(await linesOf(receipt)).toEqual(PURCHASES.slice(0, 2));
	});

	it('counts records, and not rows, for files that are full', async () => {
		const receipts = await upload(ROWS, { options: { maxRecordsPerFile: 2 } });
		expect(receipts.map(({ json }) => json.records)).toEqual([{ rows: 4, total: 2, valid: 2, invalid: 0 }, { rows: 1, total: 1, valid: 1, invalid: 0 }]);
		expect(receipts.map(pairsOf)).toEqual([[0, 1, 2, 4], [3]]);
	});

	it.each([
		['csv', /^purchase_id,.*,products\r\n1,.*,"\[\{""product_reference"":\{""id"":""a"",""id_type"":""sku""\},""quantity"":1,""price_paid"":19\.9\},.*\r\n2,/],
		['json', /^\[\n\{"purchase_id":"1".*\},\n\{"purchase_id":"2".*\]\n$/s],
	])('writes %s files as well', async (format, text) => {
		const [receipt] = await upload(ROWS, { format });
		expect((await stored(receipt)).toString()).toMatch(text);
	});

	it.each<[string, Fields, string]>([
		['says something else', { currency: 'NZD' }, 'currency is not the same in all rows of the record'],
		['is invalid', { 'products[].quantity': 0 }, 'products[2].quantity must be at least 1'],
		['cannot be converted', { 'products[].quantity': 'many' }, 'products[2].quantity must be a whole number'],
	])('lets no line of an order go where one of them %s', async (_what, fault, reason) => {
		const rows = [...ROWS.slice(0, 4), { ...ROWS[4], ...fault }];
		const output = await upload(rows, { options: { invalidRecords: 'skip' } }, CONTINUE);
		const [receipt, ...errors] = output;
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 2, invalid: 1 });
		expect(pairsOf(receipt)).toEqual([1, 3]);
		expect(await linesOf(receipt)).toEqual(PURCHASES.slice(1));
		expect(errors.map(pairsOf)).toEqual([[0], [2], [4]]);
		expect(errors.map(({ json }) => json.error)).toEqual([1, 3, 5].map((number) => `Row ${number} was not sent, as its record is invalid: ${reason}`));
	});

	it('gives every line of an order of thousands of bad lines the same short reason', async () => {
		const rows = Array.from({ length: 10_000 }, (_, index) => row('1', `sku${index}`, 'x'));
		const errors = await upload(rows, { options: { invalidRecords: 'skip' } }, CONTINUE);
		const texts = errors.map(({ json }) => json.error as string);
		expect(texts[9999]).toMatch(/^Row 10000 was not sent, as its record is invalid: products\[0\]\.quantity must be a whole number; products\[1\].*; and more$/);
		expect(new Set(texts.map((text) => text.slice(text.indexOf(':')))).size).toBe(1);
		expect(texts[0].length).toBeLessThan(1200);
	});

	it('sends nothing with stop, and gives every line its reason', async () => {
		const rows = [...ROWS, row('2', 'x', 1, { currency: 'EUR' })];
		const message = 'Nothing was sent: 1 of 3 records is invalid: record 2 (row 2): currency is not the same in all rows of the record';
		await expect(upload(rows)).rejects.toMatchObject({ message });
		const output = await upload(rows, {}, CONTINUE);
		expect(output.map(({ json }) => json.error)).toEqual([
			'Row 1 was not sent, because 1 of 3 records is invalid',
			'Row 2 was not sent, as its record is invalid: currency is not the same in all rows of the record',
			'Row 3 was not sent, because 1 of 3 records is invalid',
			'Row 4 was not sent, because 1 of 3 records is invalid',
			'Row 5 was not sent, because 1 of 3 records is invalid',
			'Row 6 was not sent, as its record is invalid: currency is not the same in all rows of the record',
		]);
		expect(sandbox().requests).toEqual([]);
	});

	it.each(['', null])('takes no line for part of another order where it does not say to which it belongs: %j', async (key) => {
		const rows = [row('1', 'a', 1), row('1', 'b', 2, { purchase_id: key }), row('1', 'c', 3, { purchase_id: key })];
		const [receipt, ...errors] = await upload(rows, { options: { invalidRecords: 'skip' } }, CONTINUE);
		expect(receipt.json.records).toEqual({ rows: 3, total: 3, valid: 1, invalid: 2 });
		expect(errors.map(pairsOf)).toEqual([[1], [2]]);
		expect(errors[0].json.error).toContain('purchase_id is empty');
	});

	it('lays what is wrong with a line to that line alone', async () => {
		const rows = [row('1', 'a', 1, { purchase_id: null }), row('2', 'b', 2, { action_at: '31/01/2026' }), row('3', 'c', 3)];
		const [receipt, ...errors] = await upload(rows, { options: { invalidRecords: 'skip' } }, CONTINUE);
		expect(receipt.json.records).toMatchObject({ total: 3, valid: 1, invalid: 2 });
		expect(errors[0].json.error).toContain('purchase_id is empty');
		expect(errors[0].json.error).not.toContain('action_at');
		expect(errors[1].json.error).toContain('action_at');
	});

	it.each([
		['product', { product_id: 'p', 'images[]': 'https://example.com/1.jpg' }],
		['custom', { id: 'p', 'lines[].sku': 'x' }],
	])('needs to know which rows make a record of the type %s', async (recordType, fields) => {
		await expect(upload([fields], { recordType })).rejects.toThrow('makes a list, and nothing says which rows make one record');
		const errors = await upload([fields, fields], { recordType }, CONTINUE);
		expect(errors.map(({ json }) => typeof json.error)).toEqual(['string', 'string']);
		expect(sandbox().requests).toEqual([]);
		const [key] = Object.keys(fields);
		const [receipt] = await upload([fields, fields], { recordType, conversion: { groupBy: key } });
		expect(receipt.json.records).toEqual({ rows: 2, total: 1, valid: 1, invalid: 0 });
	});

	const nested = (quantity: number, more: Fields = {}): Fields =>
		({ purchase_id: 'p', link: { customer_id: 5 }, type: 'ecommerce', action_at: '2026-01-31', 'products[].quantity': quantity, 'products[].price_paid': 1, ...more });

	it.each<[string, string, Fields]>([
		['a field of the record type', 'link.customer_id', {}],
		['another spelling of it', 'Link: Customer ID', { link: undefined, Link: { customerId: 5 } }],
		['a field of one\'s own', 'custom_fields.item.no', { custom_fields: { item: { no: 7 } } }],
		['a name with a dot', 'custom_fields.item.no', { custom_fields: { 'item.no': 7 } }],
	])('groups by what stands inside of an object as %s', async (_what, groupBy, held) => {
		const [receipt] = await upload([nested(1, held), nested(2, held)], { conversion: { groupBy } });
		expect(receipt.json.records).toEqual({ rows: 2, total: 1, valid: 1, invalid: 0 });
		const [{ products }] = await linesOf(receipt);
		expect(products).toMatchObject([{ quantity: 1 }, { quantity: 2 }]);
	});

	it('takes a key inside of an object for the same as one under a dotted name, and misses it where only other rows have it', async () => {
		const flat = nested(2, { link: undefined, 'link.customer_id': '5' });
		const parameters = { conversion: { groupBy: 'link.customer_id' }, options: { invalidRecords: 'skip' } };
		const [receipt, error] = await upload([nested(1), flat, nested(3, { link: { email: 'jane@example.com' } })], parameters, CONTINUE);
		expect(receipt.json.records).toEqual({ rows: 3, total: 2, valid: 1, invalid: 1 });
		expect(pairsOf(receipt)).toEqual([0, 1]);
		expect(error.json.error).toContain('link.customer_id is empty or no single value, and says which rows make one record');
	});

	it.each([
		['before', [0, 1, 2]],
		['after', [1, 0, 2]],
		['before and after', [0, 2, 1]],
	])('refuses all rows of a file where one makes a list and nothing says of which record, those without the list that come %s it as well', async (_where, order) => {
		const rows: Fields[] = [{ product_id: 1 }, { product_id: 1, 'images[]': 'https://example.com/1.jpg' }, { product_id: 3 }];
		const parameters = { recordType: '={{ $json.product_id ? "product" : "customer_record" }}', options: { invalidRecords: 'skip', maxRecordsPerFile: 1 } };
		const other = { 'link.email': 'jane@example.com' };
		const [receipt, ...errors] = await upload([...order.map((index) => rows[index]), other], parameters, CONTINUE);
		expect([receipt.json.records, pairsOf(receipt)]).toEqual([{ total: 1, valid: 1, invalid: 0 }, [3]]);
		expect(errors.map(pairsOf)).toEqual([[0], [1], [2]]);
		for (const { json } of errors) expect(json.error).toContain('nothing says which rows make one record');
		expect(sandbox().requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
	});

	it('refuses a key that is no column, and one that is a part of a list', async () => {
		await expect(upload(ROWS, { conversion: { groupBy: 'order_no' } })).rejects.toThrow("order_no is no column of the input, and says which rows make one record: see 'Conversion > Group By'");
		await expect(upload(ROWS, { conversion: { groupBy: 'products[].quantity' } })).rejects.toThrow("'Conversion > Group By' is not a column outside of lists");
		expect(sandbox().requests).toEqual([]);
	});

	it.each(['keepFirst', 'keepLast'])('looks for duplicates among records, with %s', async (duplicates) => {
		const byOrder = (rows: Fields[]) => rows.map((one, index) => ({ ...one, order: index < 3 ? 'x' : 'y', purchase_id: '1', 'link.customer_id': 'c' }));
		const [receipt] = await upload(byOrder(ROWS), { options: { duplicates }, conversion: { groupBy: 'order', unknownFields: 'drop' } });
		expect(receipt.json.records).toMatchObject({ rows: 5, total: 2, valid: 1, invalid: 0, duplicates: 1 });
		expect(pairsOf(receipt)).toEqual([0, 1, 2, 3, 4]);
		const [{ products }] = await linesOf(receipt);
		expect(products).toHaveLength(duplicates === 'keepFirst' ? 3 : 2);
	});

	it('counts the rows of a duplicate in the receipt of the file that has the kept record', async () => {
		const of = (order: string, rows: number[]) => rows.map((sku) => ({ ...row(order === 'y' ? '2' : '1', `${sku}`, 1), order }));
		const rows = [...of('x', [1, 2]), ...of('y', [3]), ...of('z', [4])];
		const parameters = { options: { duplicates: 'keepLast', maxRecordsPerFile: 1 }, conversion: { groupBy: 'order', unknownFields: 'drop' } };
		const receipts = await upload(rows, parameters);
		expect(receipts.map(({ json }) => json.records)).toMatchObject([{ rows: 1, total: 1, valid: 1 }, { rows: 3, total: 2, valid: 1, duplicates: 1 }]);
		expect(receipts.map(pairsOf)).toEqual([[2], [0, 1, 3]]);
	});

	it('stops at duplicate records, and says which rows they are', async () => {
		const rows = ROWS.map((one, index) => ({ ...one, order: index < 3 ? 'x' : 'y', purchase_id: '1', 'link.customer_id': 'c' }));
		const parameters = { options: { duplicates: 'stop' }, conversion: { groupBy: 'order', unknownFields: 'drop' } };
		await expect(upload(rows, parameters)).rejects.toThrow('1 of 2 records is a duplicate: record 2 (row 4) has the purchase_id of the record of row 1');
		const output = await upload(rows, parameters, CONTINUE);
		expect(output[4].json.error).toBe('Row 5 was not sent: its record has the purchase_id of the record of row 1');
	});

	it.each([0, 2])('sends no record that may lack a row that does not say where it goes, be it row %i', async (aimless) => {
		const parameters = { destination: 'dataset', datasetId: '={{ $json.ds }}', options: { invalidRecords: 'skip' }, conversion: { unknownFields: 'drop' } };
		const rows = ['1', '2', '1'].map((order, index) => ({ ...row(order, 'a', 1), ds: index === aimless ? null : 'd1' }));
		const output = await upload(rows, parameters, { onError: 'continueErrorOutput' });
		expect(output.map(({ json }) => json.error)).toEqual(
			[0, 1, 2].map((index) => expect.stringContaining(index === aimless ? 'ataset ID' : `may lack row ${aimless + 1}, which cannot be read`)),
		);
	});

	it.each([0, 2])('sends no record that may lack a row whose fields cannot be read, be it row %i', async (unread) => {
		const fields = Object.keys(ROWS[0]).map((name) => [name, `={{ $json["${name}"] }}`]);
		const value = { ...Object.fromEntries(fields), 'products[].quantity': '={{ $json["products[].quantity"] ? $json["products[].quantity"] : $("Nowhere").item.json.n }}' };
		const parameters = { columns: { mappingMode: 'defineBelow', value }, options: { invalidRecords: 'skip' } };
		const rows = ['1', '2', '1'].map((order, index) => row(order, 'a', index === unread ? 0 : 1));
		const output = await upload(rows, parameters, { onError: 'continueErrorOutput' });
		const reasonOf = (index: number) => `Row ${index + 1} was not sent, as its record is invalid: may lack row ${unread + 1}, which cannot be read`;
		expect(output.map(({ json }) => json.error)).toEqual([0, 1, 2].map((index) => (index === unread ? "Referenced node doesn't exist" : reasonOf(index))));
		expect(sandbox().requests).toEqual([]);
	});

	it('guards records, and not rows', async () => {
		await expect(upload(ROWS, { options: { minRecords: 4 } })).rejects.toThrow('3 of 3 records are valid, fewer than the 4');
		const bad = [...ROWS, row('3', 'x', 0)];
		const skip = { invalidRecords: 'skip' };
		await expect(upload(bad, { options: { ...skip, maxInvalidPercent: 33 } })).rejects.toThrow('1 of 3 records is invalid, more than the 33%');
		const [receipt] = await upload(bad, { options: { ...skip, maxInvalidPercent: 34 } });
		expect(receipt.json.records).toMatchObject({ rows: 6, total: 3, invalid: 1 });
	});

	it('keeps the types of an expression apart', async () => {
		const rows = [row('1', 'a', 1, { kind: 'purchase' }), row('1', 'b', -1, { kind: 'return', return_id: '1', 'products[].price_paid': -1 }), row('1', 'c', 2, { kind: 'purchase' })];
		const receipts = await upload(rows, { recordType: '={{ $json.kind }}', conversion: { unknownFields: 'drop' } });
		expect(receipts.map(({ json }) => (json.records as Fields).rows)).toEqual([2, 1]);
		expect(receipts.map(pairsOf)).toEqual([[0, 2], [1]]);
	});
});

describe('record:check', () => {
	const check = async (rows: Fields[], parameters: object = {}) =>
		await run({ resource: 'record', operation: 'check', recordType: 'purchase', ...parameters } as Run['parameters'], items(rows));

	it('reports records, and columns of lists by their names', async () => {
		const rows = [...ROWS.map((one) => ({ ...one })), row('3', 'x', 'many', { 'products[].qty': 1 }), { note: 'x', ...row('4', 'y', 1) }];
		for (const one of rows as Fields[]) delete one['products[].price_paid'];
		const [{ json }] = await check(rows);
		expect(json).toMatchObject({ rows: 7, total: 4, valid: 0, invalid: 4, missing: ['products[].price_paid'] });
		expect((json.columns as Fields[]).find(({ name }) => name === 'products[].quantity')).toEqual({
			name: 'products[].quantity', field: 'products[].quantity', filled: 7, converted: 0, invalid: 1,
		});
		expect((json.columns as Fields[]).find(({ name }) => name === 'products[].qty')).toMatchObject({ filled: 1 });
	});

	it('counts each record once, wherever its list begins', async () => {
		const [{ json }] = await check([{ purchase_id: '1', currency: 'AUD' }, ...ROWS]);
		expect(json).toMatchObject({ rows: 6, total: 3, valid: 2, invalid: 1 });
	});

	it('needs to know which rows make a record', async () => {
		await expect(check([{ product_id: 1, 'images[]': 'x' }], { recordType: 'product' })).rejects.toThrow('nothing says which rows make one record');
	});
});

describe.each(BINARY_MODES.filter((mode) => mode !== 'default'))('CSV files with binary data in the mode %s', (mode) => {
	const names = Object.keys(ROWS[0]);
	const csvOf = (rows: Fields[]) => [names, ...rows.map((one) => names.map((name) => String(one[name] ?? '')))].map((cells) => `${cells.join(',')}\n`).join('');
	const SORTED = [ROWS[0], ROWS[2], ROWS[4], ROWS[1], ROWS[3]];

	const runFile = async (operation: 'upload' | 'check', text: string, options: object = {}, parameters: object = {}, more: Partial<Run> = {}) => {
		const data = await storeBinary(mode, Buffer.from(text), { fileName: 'orders.csv' });
		const all = { resource: 'file', operation, recordType: 'purchase', ...parameters, options: operation === 'upload' ? { convertCsv: true, ...options } : options };
		return await run(all as Run['parameters'], [{ json: {}, binary: { data } }], more);
	};

	it('become purchases', async () => {
		const [receipt] = await runFile('upload', csvOf(SORTED), { invalidRecords: 'stop' });
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 3, invalid: 0 });
		expect(await linesOf(receipt)).toEqual(PURCHASES);
	});

	it('are checked', async () => {
		const [{ json }] = await runFile('check', csvOf(SORTED));
		expect(json).toMatchObject({ rows: 5, total: 3, valid: 3, invalid: 0, missing: [] });
		expect((json.columns as Fields[]).map(({ field }) => field)).toContain('products[].product_reference.id');
	});

	it('number their orders as they come, also where a line between has no key', async () => {
		const rows = [row('1', 'a', 'x'), row('', 'b', 1), row('2', 'c', 'x'), row('3', 'd', 1), row('', 'e', 1)];
		const [{ json }] = await runFile('check', csvOf(rows));
		expect((json.first as Fields[]).map(({ record, line, path }) => [record, line, path])).toEqual([
			[1, 2, 'products[0].quantity'],
			[2, 3, 'purchase_id'],
			[3, 4, 'products[0].quantity'],
			[5, 6, 'purchase_id'],
		]);
	});

	it('have to keep the lines of an order together', async () => {
		const reason = 'record 1 (line 4): purchase_id comes back after rows of other records: sort by purchase_id, so that the rows of a record follow one another';
		const rows = [...ROWS, row('5', 'z', 1)];
		await expect(runFile('upload', csvOf(rows), { invalidRecords: 'stop' })).rejects.toThrow(`"orders.csv" was not sent: 1 of 4 records is invalid: ${reason}`);
		expect(sandbox().requests).toEqual([]);
		const [{ json }] = await runFile('check', csvOf(rows));
		expect(json).toMatchObject({ rows: 6, total: 4, valid: 3, invalid: 1, first: [{ record: 1, line: 4, path: 'purchase_id' }] });
	});

	it.each(['keep', 'keepLast'])('lose no part of an order whose lines are scattered, with skip and %s', async (duplicates) => {
		const [receipt] = await runFile('upload', csvOf(ROWS), { invalidRecords: 'skip', duplicates, attachRejected: true });
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 2, invalid: 1 });
		expect(await linesOf(receipt)).toEqual(PURCHASES.slice(1));
		expect(receipt.binary?.rejected).toBeDefined();
	});

	it.each(['keepFirst', 'keepLast', 'stop'])('leave no order out in favour of one whose lines are scattered, with %s', async (duplicates) => {
		const rows = [row('1', 'a', 1), row('1', 'b', 2), row('1', 'c', 3)];
		const options = { invalidRecords: 'skip', duplicates };
		const text = csvOf(rows).split('\n').map((line, index) => (line && `${['till', 'x', 'y', 'x'][index]},${line}`)).join('\n');
		const [receipt] = await runFile('upload', text, options, { conversion: { groupBy: 'till', unknownFields: 'drop' } });
		const { unknownFields, ...counts } = receipt.json.records as Fields;
		expect(counts).toEqual({ rows: 3, total: 2, valid: 1, invalid: 1 });
		expect(unknownFields).toMatchObject([{ name: 'till' }]);
		expect(await linesOf(receipt)).toEqual([purchase('1', ['b', 2])]);
	});

	it('attach the lines of rejected orders, each once', async () => {
		const rows = [...SORTED.slice(0, 2), { ...SORTED[2], 'products[].quantity': 0 }, ...SORTED.slice(3)];
		const [receipt] = await runFile('upload', csvOf(rows), { invalidRecords: 'skip', attachRejected: true });
		expect(receipt.json.records).toEqual({ rows: 5, total: 3, valid: 2, invalid: 1 });
		const rejected = (await (await binaryDataService(mode)).getAsBuffer(receipt.binary!.rejected)).toString();
		const told = rejected.trim().split('\n').map((line) => JSON.parse(line) as Fields);
		expect(told.map(({ number, line, record }) => [number, line, (record as Fields)['products[].quantity']])).toEqual([[1, 2, '1'], [1, 3, '3'], [1, 4, '0']]);
		for (const { problems } of told) expect(problems).toEqual([{ path: 'products[2].quantity', rule: 'must be at least 1' }]);
	});

	it('lose no order to a row between that cannot be read', async () => {
		const lines = csvOf(SORTED).split('\n');
		const text = [...lines.slice(0, 2), '"1",c-1,"x"y,z', ...lines.slice(2)].join('\n');
		const [receipt] = await runFile('upload', text, { invalidRecords: 'skip' });
		expect(receipt.json.records).toMatchObject({ total: 4, valid: 2, invalid: 2 });
		expect(await linesOf(receipt)).toEqual(PURCHASES.slice(1));
	});

	it.each([
		['products[].tags[]', 'Column 1 of the CSV file is a list inside of a list, which rows cannot make'],
		['products[].quantity,Products[].Quantity', 'In the header of the CSV file, column 1 ("products[].quantity") and column 2 ("Products[].Quantity") are the same field'],
		['products,products[].quantity', 'column 2 ("products[].quantity") is a part of what column 1 ("products") is as a whole'],
	])('cannot have the header %s', async (header, message) => {
		const text = `${header},purchase_id\n1,1,1\n`;
		await expect(runFile('upload', text)).rejects.toThrow(message);
		await expect(runFile('check', text)).rejects.toThrow(message);
		expect(sandbox().requests).toEqual([]);
	});

	it('need to know which rows make a record', async () => {
		const text = 'product_id,images[]\n1,x\n';
		await expect(runFile('upload', text, {}, { recordType: 'product' })).rejects.toThrow("makes a list, and nothing says which rows make one record. Set 'Conversion > Group By'");
		const [receipt] = await runFile('upload', text, {}, { recordType: 'product', conversion: { groupBy: 'Product ID' } });
		expect(receipt.json.records).toEqual({ rows: 1, total: 1, valid: 1, invalid: 0 });
	});
});
