import { mySql, MYSQL_CREDENTIAL, postgres, POSTGRES_CREDENTIAL, reasonToSkip } from '../../databases.mjs';
import { ADA, check, csv, customer, customerLine, customers, prices, upload } from '../case.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const skipPostgres = await reasonToSkip(POSTGRES_CREDENTIAL);
const skipMySql = await reasonToSkip(MYSQL_CREDENTIAL);

const NOTHING = { emptyValues: 'NULL, \\N, N/A, #N/A' };
const NO_RECORD = { total: 0, skipped: 1 };

/** @type {Case[]} */
export const empty = [
	upload({
		name: 'values that stand for nothing are nothing, with blanks around them or without, in this spelling',
		conversion: NOTHING,
		...customers('last_name', [['NULL', undefined], ['\\N', undefined], ['N/A', undefined], [' #N/A ', undefined], ['Null', 'Null'], ['n/a', 'n/a'], ['NULLA', 'NULLA']]),
	}),
	upload({
		name: 'in fields of all kinds',
		conversion: NOTHING,
		rows: [customer({ date_of_birth: 'NULL', employee_flag: '\\N', mobile: 'N/A', 'custom_fields.tier': '#N/A', 'link.email': ADA, postcode: 'NULL' })],
		lines: [customerLine({})],
	}),
	upload({
		name: 'in numbers as well',
		conversion: NOTHING,
		...prices([['12.50', 12.5]]),
		rows: [{ product_id: 'p0', price: '12.50', description: 'N/A' }],
	}),
	upload({
		name: 'without the option they are values',
		rows: [customer({ last_name: 'NULL' }), customer({ date_of_birth: 'NULL' })],
		lines: [customerLine({ last_name: 'NULL' })],
		failed: [[1, /date_of_birth/]],
	}),
	upload({
		name: 'a query without rows, whose node gives one item all the same, sends nothing and is no error',
		skip: skipPostgres,
		rows: [{ ...postgres('select 1 as first_name where false'), alwaysOutputData: true }],
		records: NO_RECORD,
	}),
	upload({
		name: 'so it is with MySQL, with a dataset, and where On Error says stop',
		skip: skipMySql,
		onError: 'stopWorkflow',
		rows: [{ ...mySql('select 1 as first_name from dual where 1 = 0'), alwaysOutputData: true }],
		lexer: { destination: 'dataset', datasetId: 'a1b2c3d4', options: {} },
		records: NO_RECORD,
	}),
	upload({
		name: 'rows with nothing in them are skipped and counted',
		rows: [customer({ first_name: 'Ada' }), {}, { 'link.email': null, first_name: '', last_name: '   ' }, customer({ first_name: 'Grace' }), { 'custom_fields.tier': null }],
		lines: [customerLine({ first_name: 'Ada' }), customerLine({ first_name: 'Grace' })],
		records: { skipped: 3 },
	}),
	upload({
		name: 'a row of nothing but values that stand for nothing is no record',
		conversion: NOTHING,
		rows: [{ 'link.email': 'NULL', first_name: 'N/A', last_name: ' \\N' }, customer({ first_name: 'Ada' })],
		lines: [customerLine({ first_name: 'Ada' })],
		records: { skipped: 1 },
	}),
	upload({
		name: 'nor is a row of nothing in a record of no type',
		recordType: 'custom',
		rows: [{}, { a: '', b: null }, { a: 1 }],
		lines: ['{"a":1}'],
		records: { skipped: 2 },
	}),
	csv({
		name: 'lines of delimiters or blanks are no records',
		text: 'link.email;first_name;last_name\r\n;;\r\nada@example.com;Ada;Lovelace\r\n  ; ;\t\r\n\r\n   \r\ngrace@example.com;Grace;\r\n;;\r\n',
		lines: [customerLine({ first_name: 'Ada', last_name: 'Lovelace' }), '{"link":{"email":"grace@example.com"},"first_name":"Grace"}'],
		records: { skipped: (/** @type {number} */ count) => count >= 3 },
	}),
	csv({
		name: 'a file with a header and no record sends nothing and is no error',
		text: 'link.email,first_name\r\n',
		lexer: { destination: 'dataset', datasetId: 'a1b2c3d4' },
		records: { total: 0 },
	}),
	csv({
		name: 'nor does one whose lines have nothing in them, where invalid records stop',
		text: '\ufefflink.email;first_name\r\n;\r\n;\r\n',
		options: { invalidRecords: 'stop' },
		records: { total: 0, skipped: 2 },
	}),
	check({
		name: 'a check counts rows with nothing in them beside the others',
		rows: [{}, customer({ first_name: 'Ada' }), { first_name: null }],
		report: { total: 1, skipped: 2 },
	}),
	check({ name: 'a check of nothing is a report of nothing', rows: [{}], report: { total: 0, skipped: 1 } }),
];
