import { mySql, MYSQL_CREDENTIAL, postgres, POSTGRES_CREDENTIAL, reasonToSkip } from '../../databases.mjs';
import { ADA, allFailed, csv, customer, customerLine, line, prices, upload } from '../case.mjs';
import { snowflake } from '../sources.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const skipPostgres = await reasonToSkip(POSTGRES_CREDENTIAL);
const skipMySql = await reasonToSkip(MYSQL_CREDENTIAL);

const DIGITS_LOST = /digits.*return it as text/;

/** @param {unknown} price */
const priced = (price) => ({ product_id: 'p1', price });

/** @type {Case[]} */
export const numbers = [
	upload({
		name: 'a number in which digits may be lost is refused in an ID, as its text is not',
		rows: [customer({ customer_id: 9_007_199_254_740_992 }), customer({ customer_id: '9007199254740993' }), customer({ customer_id: 9_007_199_254_740_991 }), customer({ postcode: 2 ** 63 })],
		lines: [customerLine({ customer_id: '9007199254740993' }), customerLine({ customer_id: '9007199254740991' })],
		failed: [[0, DIGITS_LOST], [3, DIGITS_LOST]],
	}),
	upload({
		name: "Snowflake's whole numbers beyond 2^53 are refused, as its driver has cut them",
		rows: [snowflake([['LINK.CUSTOMER_ID', 'fixed'], ['FIRST_NAME', 'text']], [['9007199254740993', 'Ada'], ['9007199254740991', 'Grace'], ['123456789012345678901', 'Alan']])],
		lines: [line({ link: { customer_id: '9007199254740991' }, first_name: 'Grace' })],
		failed: [[0, /link\.customer_id.*digits.*return it as text/], [2, DIGITS_LOST]],
	}),
	upload({
		name: 'no number is written with an exponent into a text',
		rows: [customer({ postcode: 1e21 }), customer({ address_1: 0.0000001 }), customer({ address_1: 12.5 }), customer({ address_1: -0.1 })],
		lines: [customerLine({ address_1: '0.0000001' }), customerLine({ address_1: '12.5' }), customerLine({ address_1: '-0.1' })],
		failed: [[0, DIGITS_LOST]],
	}),
	upload({
		name: 'a text with decimals is refused for a whole number, and one with zeros is that number',
		recordType: 'product',
		rows: ['1.5', '2.0', 3, 2.5, '1e2', '-4', ' 5 '].map((quantity, index) => ({ product_id: `p${index}`, 'inventory.quantity': quantity })),
		lines: [[1, 2], [2, 3], [4, 100], [5, -4], [6, 5]].map(([index, quantity]) => line({ product_id: `p${index}`, inventory: { quantity } })),
		failed: [[0, /inventory\.quantity.*whole number/], [3, /inventory\.quantity.*whole number/]],
	}),
	upload({
		name: 'the quantities inside of a JSON column are whole numbers, too',
		recordType: 'purchase',
		rows: ['[{"quantity": "1.5", "price_paid": "2"}]', '[{"quantity": "2", "price_paid": "2.50", "product_reference": {"id": 12345678901234567, "id_type": "sku"}}]'].map((products) =>
			customer({ action_at: '2026-01-31T10:00:00Z', type: 'physical', purchase_id: 1, products })),
		lines: [
			`{"link":{"email":"${ADA}"},"action_at":"2026-01-31T10:00:00Z","type":"physical","purchase_id":"1","products":[{"quantity":2,"price_paid":2.5,"product_reference":{"id":"12345678901234567","id_type":"sku"}}]}`,
		],
		failed: [[0, /products\[0\]\.quantity.*whole number/]],
	}),
	upload({
		name: 'plain numbers are read in all the ways that programs write them',
		...prices([['12.50', 12.5], ['1e3', 1000], ['.5', 0.5], [' 7 ', 7], ['12.5000', 12.5], ['-3', -3], ['+4.', 4], [0, 0], ['0', 0], ['007', 7]]),
	}),
	upload({
		name: 'currencies, thousands and decimal commas are refused while numbers are plain, and the option is named',
		recordType: 'product',
		rows: ['$12.50', '1,234.50', '12,50', 'EUR 99', '1.234,50 €', '(15.00)', 'A$ 1,000', '12.50 USD'].map(priced),
		failed: allFailed(Array(8).fill(0), /price.*Numbers/),
	}),
	upload({
		name: 'numbers with commas between thousands are read without their currency',
		conversion: { numbers: '1,234.50' },
		...prices([['$1,234.50', 1234.5], ['1,234,567', 1234567], ['A$ 12', 12], ['USD 1,000.00', 1000], ['12.50 EUR', 12.5], ['£0.99', 0.99], ['-$5.00', -5], ['12.50', 12.5], [7.25, 7.25], ['¥1,000', 1000]]),
	}),
	upload({
		name: 'and those with dots between thousands',
		conversion: { numbers: '1.234,50' },
		...prices([['1.234,50 €', 1234.5], ['1.234.567', 1234567], ['12,5', 12.5], ['EUR 99,00', 99], ['-0,5', -0.5], ['1 234,50 kr', 1234.5], [7.25, 7.25]]),
	}),
	upload({
		name: 'a number written in the other way is refused, and never another number',
		conversion: { numbers: '1.234,50' },
		recordType: 'product',
		rows: ['1,234.50', '$1,234,567.89', '1.23.45', '12,5,0'].map(priced),
		failed: allFailed(Array(4).fill(0), /price/),
	}),
	upload({
		name: 'the way numbers are written does not touch texts',
		conversion: { numbers: '1.234,50' },
		rows: [customer({ first_name: '1.234,50', postcode: '1.234', address_1: '€ 5' })],
		lines: [customerLine({ first_name: '1.234,50', postcode: '1.234', address_1: '€ 5' })],
	}),
	upload({
		name: "PostgreSQL's exact numbers keep their digits, and NaN is no value",
		skip: skipPostgres,
		recordType: 'product',
		rows: [
			postgres(`select product_id, price from (values ('p0', numeric '19.90'), ('p1', numeric '12345678901234567.89'), ('p2', numeric '0.10000'), ('p3', 'NaN'::numeric)) as products(product_id, price)`),
		],
		lines: ['{"product_id":"p0","price":19.9}', '{"product_id":"p1","price":12345678901234567.89}', '{"product_id":"p2","price":0.1}', '{"product_id":"p3"}'],
		records: { notes: [{ field: 'price', records: 1, rule: /./ }] },
	}),
	upload({
		name: "PostgreSQL's floats that are no numbers are no values, too",
		skip: skipPostgres,
		recordType: 'product',
		rows: [postgres(`select 'p' || n as product_id, price from (values (0, 'NaN'::float8), (1, 'Infinity'), (2, 1.5)) as products(n, price)`)],
		lines: ['{"product_id":"p0"}', '{"product_id":"p1"}', '{"product_id":"p2","price":1.5}'],
		records: { notes: [{ field: 'price', records: 2, rule: /./ }] },
	}),
	upload({
		name: "PostgreSQL's money is refused as long as numbers are plain",
		skip: skipPostgres,
		recordType: 'product',
		rows: [postgres(`select 'p0' as product_id, 1234.5::money as price`)],
		failed: [[0, /price.*Numbers/]],
	}),
	upload({
		name: "and is a number where they are set to be written so",
		skip: skipPostgres,
		recordType: 'product',
		conversion: { numbers: '1,234.50' },
		rows: [postgres(`select 'p0' as product_id, 1234.5::money as price union all select 'p1', (-0.99)::money`)],
		lines: ['{"product_id":"p0","price":1234.5}', '{"product_id":"p1","price":-0.99}'],
	}),
	upload({
		name: "MySQL's big and exact numbers keep their digits",
		skip: skipMySql,
		recordType: 'product',
		rows: [mySql(`select cast(18446744073709551615 as unsigned) as product_id, cast('12.50' as decimal(30,10)) as price, 7 as \`inventory.quantity\` union all select 42, 0.1, '8'`)],
		lines: ['{"product_id":"18446744073709551615","price":12.5,"inventory":{"quantity":7}}', '{"product_id":"42","price":0.1,"inventory":{"quantity":8}}'],
	}),
	csv({
		name: 'a file with decimal commas is read by the way that is set',
		recordType: 'product',
		conversion: { numbers: '1.234,50' },
		text: 'Product ID;Price;Inventory.Quantity\r\np0;1.299,00 €;4\r\np1;0,99;\r\n',
		lines: ['{"product_id":"p0","price":1299,"inventory":{"quantity":4}}', '{"product_id":"p1","price":0.99}'],
	}),
];
