import { ADA, check, csv, hinted, line, upload } from '../case.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */
/** @typedef {import('../../suite/case.mjs').Json} Json */

const HEADER = { 'link.email': ADA, action_at: '2026-01-31T10:00:00Z', type: 'physical' };

/** A row of an order. @param {string | number | null} id @param {Json} fields */
const row = (id, fields) => ({ purchase_id: id, ...HEADER, ...fields });

/** @param {string} sku @param {unknown} quantity @param {unknown} [paid] */
const lineOf = (sku, quantity, paid = '19.90') => ({
	'products[].product_reference.id': sku,
	'products[].product_reference.id_type': 'sku',
	'products[].quantity': quantity,
	'products[].price_paid': paid,
});

/** @param {string} sku @param {number} quantity @param {number} [paid] */
const product = (sku, quantity, paid = 19.9) => ({ product_reference: { id: sku, id_type: 'sku' }, quantity, price_paid: paid });

/** @param {string} id @param {Json} fields */
const purchaseLine = (id, fields) => line({ purchase_id: id, link: { email: ADA }, action_at: '2026-01-31T10:00:00Z', type: 'physical', ...fields });

const AT_ODDS = /currency is not the same in all rows/;

/** @type {Case[]} */
export const orders = [
	upload({
		name: 'rows of an order become one purchase, in any order and with any type of key',
		recordType: 'purchase',
		rows: [row(1, lineOf('a', 1)), row('2', lineOf('b', '2')), row('1', lineOf('c', 3, 0.1))],
		lines: [purchaseLine('1', { products: [product('a', 1), product('c', 3, 0.1)] }), purchaseLine('2', { products: [product('b', 2)] })],
		delivered: [{ records: { rows: 3, total: 2, valid: 2, invalid: 0 } }],
	}),
	upload({
		name: 'names of lists are as flexible as others',
		recordType: 'purchase',
		rows: [row('1', { 'PRODUCTS[].QUANTITY': 1, 'Products[].Price Paid': 2, 'Payment Types[].Name': 'card' })],
		lines: [purchaseLine('1', { products: [{ quantity: 1, price_paid: 2 }], payment_types: [{ name: 'card' }] })],
	}),
	upload({
		name: 'an order without lines has an empty list',
		recordType: 'purchase',
		rows: [row('1', { 'products[].quantity': null, 'products[].price_paid': '' }), row('2', { 'products[].quantity': 1, 'products[].price_paid': 1 })],
		lines: [purchaseLine('1', { products: [] }), purchaseLine('2', { products: [{ quantity: 1, price_paid: 1 }] })],
	}),
	upload({
		name: 'all rows of an order that says two things come out, and no other',
		recordType: 'purchase',
		rows: [row('1', { currency: 'AUD', ...lineOf('a', 1) }), row('2', { currency: 'AUD', ...lineOf('b', 1) }), row('1', { currency: 'NZD', ...lineOf('c', 1) })],
		lines: [purchaseLine('2', { currency: 'AUD', products: [product('b', 1)] })],
		failed: [[0, AT_ODDS], [2, AT_ODDS]],
		records: { rows: 3, total: 2, valid: 1 },
		also: hinted('1 of 2 records is invalid', 'currency'),
	}),
	upload({
		name: 'a bad row takes its order with it',
		recordType: 'purchase',
		rows: [row('1', lineOf('a', 1)), row('1', lineOf('b', 0)), row('1', lineOf('c', 1))],
		failed: [[0, /products\[1\]\.quantity must be at least 1/], [1, /quantity/], [2, /quantity/]],
	}),
	upload({
		name: 'a row without a key is nobody else\'s',
		recordType: 'purchase',
		rows: [row('1', lineOf('a', 1)), row(null, lineOf('b', 1)), row('', lineOf('c', 1))],
		lines: [purchaseLine('1', { products: [product('a', 1)] })],
		failed: [[1, /purchase_id is empty/], [2, /purchase_id is empty/]],
		records: { rows: 3, total: 3, valid: 1 },
	}),
	upload({
		name: 'the key may be a column that is dropped, and lists may be of single values',
		recordType: 'product',
		conversion: { groupBy: 'Item No', unknownFields: 'drop' },
		rows: ['1', '2'].map((image) => ({ item_no: 7, product_id: 'p', 'images[]': `https://example.com/${image}.jpg`, 'options.sizes[]': image })),
		lines: [line({ product_id: 'p', images: ['https://example.com/1.jpg', 'https://example.com/2.jpg'], options: { sizes: ['1', '2'] } })],
		records: { rows: 2, total: 1, valid: 1, unknownFields: [{ name: 'item_no', records: 1 }] },
	}),
	upload({
		name: 'other record types need to be told the key',
		recordType: 'product',
		rows: [{ product_id: 'p', 'images[]': 'https://example.com/1.jpg' }],
		failed: [[0, /nothing says which rows make one record/]],
	}),
	upload({
		name: 'lists inside of lists are refused',
		recordType: 'purchase',
		rows: [row('1', { ...lineOf('a', 1), 'products[].taxes[].rate': 10 })],
		failed: [[0, /products\[\]\.taxes\[\]\.rate is a list inside of a list/]],
	}),
	csv({
		name: 'the rows of a file become purchases',
		recordType: 'purchase',
		text: [
			'purchase_id,link.email,action_at,type,products[].quantity,products[].price_paid',
			'1,ada@example.com,2026-01-31T10:00:00Z,physical,1,0.10',
			'1,ADA@example.com,2026-01-31T10:00:00Z,physical,2,12345678901234567.89',
			'2,ada@example.com,2026-01-31T10:00:00Z,physical,,',
		].join('\n'),
		lines: [
			'{"purchase_id":"1","link":{"email":"ada@example.com"},"action_at":"2026-01-31T10:00:00Z","type":"physical","products":[{"quantity":1,"price_paid":0.1},{"quantity":2,"price_paid":12345678901234567.89}]}',
			purchaseLine('2', { products: [] }),
		],
		records: { rows: 3 },
	}),
	csv({
		name: 'no part of an order goes whose rows in a file are scattered',
		recordType: 'purchase',
		text: [
			'purchase_id;link.email;action_at;type;products[].quantity;products[].price_paid',
			...['1', '2', '1', '3'].map((id) => `${id};ada@example.com;2026-01-31T10:00:00Z;physical;1;1`),
		].join('\n'),
		lines: ['2', '3'].map((id) => purchaseLine(id, { products: [{ quantity: 1, price_paid: 1 }] })),
		records: { rows: 4, total: 3, valid: 2 },
		also: hinted('(line 4)', 'sort by purchase_id'),
	}),
	csv({
		name: 'a file is refused whose header makes lists inside of lists',
		recordType: 'purchase',
		text: 'purchase_id,products[].taxes[].rate\n1,2\n',
		failed: [[0, /Column 2 of the CSV file is a list inside of a list/]],
	}),
	check({
		name: 'a check counts records, and names the columns of lists',
		recordType: 'purchase',
		rows: [row('1', lineOf('a', 1)), row('1', lineOf('b', 1)), row('2', { ...lineOf('c', 'many'), 'products[].qty': 1 })],
		report: {
			total: 2,
			valid: 1,
			rows: 3,
			unknownFields: [{ name: 'products[].qty', records: 1 }],
			columns: (/** @type {Array<{ name: string, field?: string, filled: number, invalid: number }>} */ columns) =>
				columns?.some(({ name, field, filled, invalid }) => name === 'products[].quantity' && field === name && filled === 3 && invalid === 1),
		},
	}),
];
