import { allFailed, csv, customer, customerLine, line, upload } from '../case.mjs';
import { driverValues } from '../sources.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const OFF = { invalidRecords: 'off' };

/** @type {Case[]} */
export const unchecked = [
	upload({
		name: 'what breaks a rule is sent as it is where nothing is checked',
		options: OFF,
		rows: [customer({ first_name: 'Ada' }), { 'link.email': 'no-address', employee_flag: 'perhaps' }, { first_name: 'without a link' }],
		lines: [customerLine({ first_name: 'Ada' }), line({ link: { email: 'no-address' }, employee_flag: 'perhaps' }), line({ first_name: 'without a link' })],
	}),
	upload({
		name: 'what no file can hold is reported, and does not stop the others',
		options: OFF,
		rows: [customer({ first_name: 'Ada' }), customer({ first_name: 'bro\u0000ken' }), customer({ first_name: 'half \ud83d' }), customer({ first_name: 'Grace' })],
		lines: [customerLine({ first_name: 'Ada' }), customerLine({ first_name: 'Grace' })],
		failed: [[1, /first_name/], [2, /first_name/]],
	}),
	upload({
		name: 'so it is with bytes and with columns at odds',
		options: OFF,
		rows: [driverValues(`return [
			{ 'link.email': 'ada@example.com', first_name: Buffer.from('Ada') },
			{ 'link.email': 'ada@example.com', FIRST_NAME: 'Adelaide', first_name: 'Augusta' },
			{ 'link.email': 'ada@example.com', first_name: 'Ada' },
		];`)],
		lines: [customerLine({ first_name: 'Ada' })],
		failed: [[0, /first_name.*bytes/], [1, /FIRST_NAME/]],
	}),
	upload({
		name: 'and where nothing can be written, nothing is sent',
		options: OFF,
		rows: [customer({ first_name: 'bro\u0000ken' })],
		failed: allFailed([0], /first_name/),
	}),
	csv({
		name: 'a row that a stray quote has spoilt is reported, and does not stop the file',
		options: OFF,
		text: 'link.email,first_name\nada@example.com,"Ada "the Countess"\nno-address,Grace\nada@example.com,Ada\n',
		lines: [line({ link: { email: 'no-address' }, first_name: 'Grace' }), customerLine({ first_name: 'Ada' })],
		records: { total: 3 },
	}),
	csv({
		name: 'so is a row that is longer than the header',
		options: OFF,
		text: 'link.email,first_name\nada@example.com,Ada\nada@example.com,Ada,more of it\n',
		lines: [customerLine({ first_name: 'Ada' })],
		records: { total: 2 },
	}),
];
