import type { IDataObject, ILoadOptionsFunctions, INodeExecutionData } from 'n8n-workflow';

import { getRecordFields, readColumns } from '../../../nodes/Lexer/parameters/columns';
import { contextFor } from '../../support/engine.cjs';

function contextWith(columns: unknown, rows: object[]) {
	const parameters = { resource: 'record', operation: 'upload', columns } as IDataObject;
	const items = rows.map((json): INodeExecutionData => ({ json: json as IDataObject }));
	return contextFor({ credential: { apiToken: '', baseUrl: '' }, parameters, items });
}

/** The fields of each row, or the words of what was refused. */
function read(columns: unknown, rows: object[]): unknown[] {
	const columnsOf = readColumns(contextWith(columns, rows));
	return rows.map((_, itemIndex) => {
		try {
			return columnsOf(itemIndex);
		} catch (error) {
			return (error as Error).message;
		}
	});
}

const below = (value: unknown, more: object = {}) => ({ mappingMode: 'defineBelow', value, ...more });

describe('Map Automatically', () => {
	it.each([
		['as the editor saves it', { mappingMode: 'autoMapInputData', value: null }],
		['where the parameter is missing', undefined],
		['where the mode is missing', {}],
		['by an expression', { mappingMode: '={{ "autoMapInputData" }}', value: {} }],
	])('takes the items as they are, %s', (_, columns) => {
		const rows = [{ a: 1 }, { b: { c: null } }];
		expect(read(columns, rows)).toEqual(rows);
	});
});

describe('Map Each Column Manually', () => {
	it('reads each field of each item', () => {
		const value = {
			'link.email': '={{ $json.mail }}',
			first_name: '={{ $json.name.split(" ")[0] }}',
			'custom_attributes.a "quoted" \\ [name]': '={{ $json.mail.length }}',
			source: 'shop',
			currency: '=AUD',
			opt_in: true,
			products: '={{ $json.products }}',
		};
		const rows = [{ mail: 'jane@example.com', name: 'Jane Doe', products: [{ id: 1 }] }, { mail: 'joe@example.com', name: 'Joe' }];
		const same = { source: 'shop', currency: 'AUD', opt_in: true };
		const counted = 'custom_attributes.a "quoted" \\ [name]';
		expect(read(below(value), rows)).toEqual([
			{ 'link.email': 'jane@example.com', first_name: 'Jane', [counted]: 16, ...same, products: [{ id: 1 }] },
			{ 'link.email': 'joe@example.com', first_name: 'Joe', [counted]: 15, ...same, products: undefined },
		]);
	});

	it('reads references without asking n8n, however many items there are', () => {
		const context = contextWith(below({ a: '={{ $json.a }}', b: '={{ $json["b c"] }}', c: 'same' }), [{ a: 1 }, { a: 2 }, { a: 3 }]);
		const asked = jest.spyOn(context, 'getNodeParameter');
		const columnsOf = readColumns(context);
		expect([0, 1, 2].map((itemIndex) => columnsOf(itemIndex).a)).toEqual([1, 2, 3]);
		expect(asked.mock.calls.map(([path]) => path)).toEqual(['columns.mappingMode', 'columns.value["c"]']);
	});

	it('asks n8n for the one field that needs it, not for all', () => {
		const context = contextWith(below({ a: '={{ $json.a }}', b: '={{ $json.a + 1 }}' }), [{ a: 1 }, { a: 2 }]);
		const asked = jest.spyOn(context, 'getNodeParameter');
		const columnsOf = readColumns(context);
		expect([0, 1].map(columnsOf)).toEqual([{ a: 1, b: 2 }, { a: 2, b: 3 }]);
		expect(asked.mock.calls.map(([path]) => path)).toEqual(['columns.mappingMode', 'columns.value["b"]', 'columns.value["b"]']);
	});

	it('keeps the digits and the type of a value, whatever the schema of the mapper says', () => {
		const schema = [{ id: 'n', displayName: 'N', required: true, defaultMatch: false, display: true, type: 'number' }];
		expect(read(below({ n: '={{ $json.n }}' }, { schema }), [{ n: '12345678901234567.89' }, { n: 'many' }])).toEqual([
			{ n: '12345678901234567.89' },
			{ n: 'many' },
		]);
	});

	it('leaves out what nobody gave a value, as the editor saves untouched fields', () => {
		const value = { 'link.email': '={{ $json.mail }}', employee_flag: null, first_name: '', last_name: undefined };
		expect(read(below(value), [{ mail: 'a' }])).toEqual([{ 'link.email': 'a' }]);
	});

	it('keeps false, 0 and what an expression gives, which somebody did set', () => {
		const value = { flag: false, count: 0, none: '={{ null }}', missing: '={{ $json.missing }}' };
		expect(read(below(value), [{ other: 1 }])).toEqual([{ flag: false, count: 0, none: null, missing: undefined }]);
	});

	it('gives no field for an item with nothing in it, where expressions made nothing of it', () => {
		const value = { 'link.email': '={{ $json.mail }}', country: 'AU' };
		expect(read(below(value), [{}, { mail: null }, { mail: null, id: 0 }])).toEqual([{}, {}, { 'link.email': null, country: 'AU' }]);
		expect(read(below({ country: 'AU' }), [{}])).toEqual([{ country: 'AU' }]);
	});

	it('sends a field that has a value though the schema says that it was removed', () => {
		const schema = [{ id: 'a', displayName: 'A', required: false, defaultMatch: false, display: true, type: 'string', removed: true }];
		expect(read(below({ a: '={{ $json.a }}' }, { schema }), [{ a: 1 }])).toEqual([{ a: 1 }]);
	});

	it('takes ordinary fields of unusual names', () => {
		const value = { toString: '={{ $json.a }}', valueOf: 'fixed', 'a]b': '={{ $json.a + 2 }}' };
		const [fields] = read(below(value), [{ a: 1 }]) as [object];
		expect(Object.entries(fields)).toEqual([['toString', 1], ['valueOf', 'fixed'], ['a]b', 3]]);
	});

	it('lets an expression look at the fields beside it', () => {
		expect(read(below({ a: '={{ $json.a }}', b: '={{ $parameter["&a"] + 1 }}' }), [{ a: 1 }])).toEqual([{ a: 1, b: 2 }]);
	});

	it.each([
		['the fields', below('={{ $json.fields }}')],
		['the fields by more than a name', below('={{ Object.assign({}, $json.fields) }}')],
		['the whole parameter', '={{ ({ mappingMode: "defineBelow", value: $json.fields }) }}'],
		['the whole parameter by its name', '={{ $json.columns }}'],
		['the mode', { mappingMode: '={{ "defineBelow" }}', value: { a: '={{ $json.fields.a }}' } }],
	])('may be given by an expression: %s', (_, columns) => {
		expect(read(columns, [1, 2].map((a) => ({ fields: { a }, columns: below({ a }) })))).toEqual([{ a: 1 }, { a: 2 }]);
	});

	it.each([
		['nothing', below(null)],
		['no fields', below({})],
		['only untouched fields', below({ a: null, b: '' })],
		['an expression that gives null', below('={{ null }}')],
		['an expression that gives a text', below('={{ "a" }}')],
		['an expression that gives a list', below('={{ [1] }}')],
		['an expression that gives no fields', below('={{ ({}) }}')],
	])('refuses %s', (_, columns) => {
		expect(read(columns, [{}])).toEqual(['No column has a value']);
	});

	it.each([
		['a mode that there is not', { mappingMode: 'byName', value: {} }],
		['an expression that gives null', '={{ null }}'],
		['an expression that gives fields in place of the parameter', '={{ ({ a: 1 }) }}'],
	])('refuses %s', (_, columns) => {
		expect(read(columns, [{}])).toEqual(["'Mapping Column Mode' is not one of its choices"]);
	});

	it('gives the error of one item to that item', () => {
		const value = { a: '={{ $json.a }}', b: '={{ $json.b ? $("Nowhere").item.json.b : 1 }}' };
		expect(read(below(value), [{ a: 1 }, { a: 2, b: true }])).toEqual([{ a: 1, b: 1 }, expect.stringContaining('Referenced node')]);
	});
});

describe('the fields that the mapper shows', () => {
	const fieldsOf = async (recordType: string) => {
		const { fields } = await getRecordFields.call({ getCurrentNodeParameter: () => recordType } as unknown as ILoadOptionsFunctions);
		return new Map(fields.map((field) => [field.id, field]));
	};

	it('have their real name beside the friendly one', async () => {
		expect((await fieldsOf('customer_record')).get('link.email')?.displayName).toBe('Link: Email (link.email)');
	});

	it.each([
		['purchase', 'products', 'Products (products: [{ price_paid, quantity, … }])'],
		['purchase', 'custom_fields', 'Custom Fields (custom_fields: { name: value })'],
		['product', 'images', 'Images (images: ["…"])'],
	])('show what JSON they take: %s, %s', async (recordType, id, label) => {
		expect((await fieldsOf(recordType)).get(id)?.displayName).toBe(label);
	});

	it.each([
		['customer_record', 'employee_flag'],
		['product', 'availability.available'],
		['product', 'inventory.tracked'],
	])('let somebody choose true, false or nothing: %s, %s', async (recordType, id) => {
		expect((await fieldsOf(recordType)).get(id)).toMatchObject({
			type: 'options',
			options: [
				{ name: 'True', value: true },
				{ name: 'False', value: false },
			],
		});
	});

	it('offer the parts of lists, of which one row gives one item, and ask for no list as a whole', async () => {
		const fields = await fieldsOf('purchase');
		expect(fields.get('products[].quantity')).toMatchObject({ displayName: 'Products: Quantity (products[].quantity)', type: 'number', required: false, removed: true });
		expect(fields.get('products')).toMatchObject({ required: false, removed: false });
		expect(fields.get('purchase_id')).toMatchObject({ required: true, removed: false });
	});

	it('are none for a record type without a schema', async () => {
		expect((await fieldsOf('custom')).size).toBe(0);
	});
});
