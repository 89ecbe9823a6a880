import { ADA, check, csv, customer, customerLine, line, upload } from '../case.mjs';
import { bigQuery, cells, excel, extractedCsv, snowflake } from '../sources.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const ADA_LOVELACE = customerLine({ first_name: 'Ada', last_name: 'Lovelace' });

/** @type {Case[]} */
export const names = [
	upload({
		name: "Snowflake's upper-case names find their fields",
		rows: [
			snowflake(
				[['LINK.EMAIL', 'text'], ['FIRST_NAME', 'text'], ['LAST_NAME', 'text'], ['DATE_OF_BIRTH', 'date'], ['POSTCODE', 'fixed'], ['EMPLOYEE_FLAG', 'boolean'], ['CUSTOM_FIELDS', 'variant']],
				[
					['Ada@Example.com', 'Ada', 'Lovelace', '7513', '3000', '1', '{"TIER": "gold", "Since": [2019, 2020]}'],
					['grace@example.com', 'Grace', null, null, null, '0', null],
				],
			),
		],
		lines: [
			customerLine({ first_name: 'Ada', last_name: 'Lovelace', date_of_birth: '1990-07-28', postcode: '3000', employee_flag: true, custom_fields: { TIER: 'gold', Since: [2019, 2020] } }),
			line({ link: { email: 'grace@example.com' }, first_name: 'Grace', employee_flag: false }),
		],
	}),
	upload({
		name: "Excel's headers with blanks find their fields, and names below custom_fields stay",
		rows: excel([
			['Link.Email', 'First Name', ' Last  Name ', 'Date of Birth', 'Address 1', 'Post Code', 'Custom Fields.Favourite Colour'],
			[ADA, 'Ada', 'Lovelace', '1990-07-28', '1 St James Sq', '0800', 'teal'],
		]),
		lines: [customerLine({ first_name: 'Ada', last_name: 'Lovelace', date_of_birth: '1990-07-28', address_1: '1 St James Sq', postcode: '0800', custom_fields: { 'Favourite Colour': 'teal' } })],
	}),
	upload({
		name: "BigQuery's camelCase and nested records find their fields",
		rows: [
			bigQuery(
				[
					{ name: 'link', type: 'RECORD', fields: [{ name: 'email', type: 'STRING' }] },
					{ name: 'firstName', type: 'STRING' },
					{ name: 'dateOfBirth', type: 'DATE' },
					{ name: 'employeeFlag', type: 'BOOLEAN' },
					{ name: 'address1', type: 'STRING' },
					{ name: 'customFields', type: 'RECORD', fields: [{ name: 'memberSince', type: 'INTEGER' }, { name: 'vip', type: 'BOOLEAN' }] },
				],
				[[cells([ADA]), 'Ada', '1990-07-28', 'true', '1 St James Sq', cells(['2019', 'false'])]],
			),
		],
		also: ({ input }) => (Array.isArray(input[0]?.json.link) ? [] : ['BigQuery has given a record otherwise than before']),
		// The node gives a record as a list of one object.
		failed: [[0, /link/]],
	}),
	upload({
		name: "BigQuery's camelCase finds fields, with the types that its answers have",
		rows: [
			bigQuery(
				[
					{ name: 'linkEmail', type: 'STRING' },
					{ name: 'customerId', type: 'INTEGER' },
					{ name: 'firstName', type: 'STRING' },
					{ name: 'dateOfBirth', type: 'DATE' },
					{ name: 'employeeFlag', type: 'BOOLEAN' },
					{ name: 'address1', type: 'STRING' },
				].map((field, index) => (index === 0 ? { ...field, name: 'link.email' } : field)),
				[[ADA, '9007199254740993', 'Ada', '1990-07-28', 'true', '1 St James Sq'], ['grace@example.com', '7', null, null, 'false', null]],
			),
		],
		lines: [
			customerLine({ customer_id: '9007199254740993', first_name: 'Ada', date_of_birth: '1990-07-28', employee_flag: true, address_1: '1 St James Sq' }),
			line({ link: { email: 'grace@example.com' }, customer_id: '7', employee_flag: false }),
		],
	}),
	upload({
		name: 'names with hyphens, and in any mix of cases, find their fields',
		rows: [{ 'Link.Customer-ID': 'C-1', 'first-name': 'Ada', 'LAST-Name': 'Lovelace', 'Customer Type': 'retail', employeeFLAG: 'yes' }],
		lines: [line({ link: { customer_id: 'C-1' }, first_name: 'Ada', last_name: 'Lovelace', customer_type: 'retail', employee_flag: true })],
	}),
	upload({
		name: 'blanks that no one sees in a name do not matter',
		rows: [{ '\ufeffLink.Email': ADA, 'First\u00a0Name': 'Ada', '\tlast_name\r': 'Lovelace' }],
		lines: [ADA_LOVELACE],
	}),
	upload({
		name: "rows of n8n's Extract from File keep the byte-order mark in a name, which finds its field",
		rows: extractedCsv('\ufefflink.email,First Name,Last Name\r\nada@example.com,Ada,Lovelace\r\n'),
		lines: [ADA_LOVELACE],
	}),
	upload({
		name: "the parts of a purchase's objects and lists find their fields",
		recordType: 'purchase',
		rows: [
			{
				'Link.CustomerId': 7,
				PURCHASE_ID: 1001,
				'Action At': '2026-01-31T10:00:00Z',
				Type: 'ecommerce',
				Products: [{ 'Price Paid': 19.9, Quantity: 2, productReference: { ID: 'sku-1', idType: 'sku' } }],
				'Store.Name': 'Web',
				'STORE.TYPE': 'ecommerce',
				'store.Location.coordinate.Latitude': '-37.8136',
				'store.location.Coordinate.LONGITUDE': '144.9631',
			},
		],
		lines: [
			line({
				link: { customer_id: '7' },
				purchase_id: '1001',
				action_at: '2026-01-31T10:00:00Z',
				type: 'ecommerce',
				products: [{ price_paid: 19.9, quantity: 2, product_reference: { id: 'sku-1', id_type: 'sku' } }],
				store: { name: 'Web', type: 'ecommerce', location: { coordinate: { latitude: -37.8136, longitude: 144.9631 } } },
			}),
		],
	}),
	upload({
		name: "a product's options keep the names of their own",
		recordType: 'product',
		rows: [{ 'Product ID': 'p1', 'Options.Department': '["Women", "Shoes"]', 'options.Sub Category': ['Boots'] }],
		lines: [line({ product_id: 'p1', options: { Department: ['Women', 'Shoes'], 'Sub Category': ['Boots'] } })],
	}),
	upload({
		name: 'two columns of rows that come to one field are refused, and both are named',
		rows: [customer({ FIRST_NAME: 'Adelaide', firstName: 'Augusta' }), customer({ 'Link Email': null, first_name: 'Ada', last_name: 'Lovelace' })],
		lines: [ADA_LOVELACE],
		failed: [[0, /(?=.*FIRST_NAME)(?=.*firstName)/]],
	}),
	csv({
		name: 'two columns of a file that come to one field are refused, and both are named',
		text: 'Link.Email;Last Name;first_name;LAST_NAME\r\nada@example.com;Lovelace;Ada;Byronic\r\n',
		failed: [[0, /(?=.*Last Name)(?=.*LAST_NAME)/]],
	}),
	upload({
		name: "a dot nests only where the path is a field's",
		rows: [customer({ 'Order No.': 'A-17', 'Approx. spend': 12.5, 'v1.2 score': 3, 'store.name': 'Bourke St', '.hidden': 'x' })],
		lines: [customerLine({ 'Order No.': 'A-17', 'Approx. spend': 12.5, 'v1.2 score': 3, 'store.name': 'Bourke St', '.hidden': 'x' })],
		records: { unknownFields: ['Order No.', 'Approx. spend', 'v1.2 score', 'store.name', '.hidden'].map((name) => ({ name, records: 1 })) },
	}),
	csv({
		name: 'nor does it in the header of a file',
		text: 'link.email,Order No.,first_name\nada@example.com,A-17,Ada\n',
		lines: [customerLine({ 'Order No.': 'A-17', first_name: 'Ada' })],
		records: { unknownFields: [{ name: 'Order No.', records: 1 }] },
	}),
	upload({
		name: 'with exact names, only the very names are fields',
		conversion: { fieldNames: 'exact' },
		rows: [customer({ FIRST_NAME: 'Ada', last_name: 'Lovelace', employeeFlag: true })],
		lines: [customerLine({ FIRST_NAME: 'Ada', last_name: 'Lovelace', employeeFlag: true })],
		records: { unknownFields: [{ name: 'FIRST_NAME', records: 1, suggestion: 'first_name' }, { name: 'employeeFlag', records: 1, suggestion: 'employee_flag' }] },
	}),
	upload({
		name: 'with exact names, a link in other letters is none',
		conversion: { fieldNames: 'exact' },
		rows: [{ 'Link.Email': ADA, first_name: 'Ada' }],
		failed: [[0, /link/]],
	}),
	check({
		name: 'a check finds fields by the same names as an upload',
		rows: [{ 'LINK.EMAIL': ADA, 'Date Of Birth': 'no-date-at-all' }, { 'LINK.EMAIL': ADA, 'Date Of Birth': '1990-07-28' }],
		report: { total: 2, valid: 1, byRule: [{ path: 'date_of_birth', records: 1 }], first: [{ record: 1, path: 'date_of_birth' }] },
	}),
];
