import { csv, customerLine, file, line } from '../case.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const ATTACHED = { attachRejected: true, invalidRecords: 'skip' };
const GRACE_LINE = line({ link: { email: 'grace@example.com' }, first_name: 'Grace' });
const BAD = { link: { email: 'no-address-of-anybody' }, first_name: 'Alan' };

/** What is attached of one record. */
const rejected = (/** @type {number} */ number, /** @type {string} */ path, /** @type {RegExp} */ rule, /** @type {unknown} */ record) => ({ number, problems: [{ path, rule }], record });

/** @type {Case[]} */
export const rejectedRecords = [
	csv({
		name: "rejected rows of a CSV file come out as they were, with what is wrong",
		options: ATTACHED,
		text: 'Link.Email;First Name\r\nada@example.com;Ada\r\nno-address;Alan\r\ngrace@example.com;Grace\r\n;Nobody\r\n',
		lines: [customerLine({ first_name: 'Ada' }), GRACE_LINE],
		records: { total: 4 },
		attached: [
			[
				rejected(2, 'link.email', /e-mail address/, { 'Link.Email': 'no-address', 'First Name': 'Alan' }),
				{ number: 4, problems: [{ rule: /./ }], record: { 'First Name': 'Nobody' } },
			],
		],
	}),
	csv({
		name: 'values that could not be converted come out as they stood in the file',
		options: ATTACHED,
		text: 'link.email,date_of_birth\nada@example.com,28/07/1990\nada@example.com,1990-07-28\nada@example.com,33082\n',
		lines: [customerLine({ date_of_birth: '1990-07-28' })],
		records: { total: 3 },
		attached: [[rejected(1, 'date_of_birth', /Date Order/, { 'link.email': 'ada@example.com', date_of_birth: '28/07/1990' }), rejected(3, 'date_of_birth', /Excel/, { date_of_birth: '33082' })]],
	}),
	csv({
		name: 'a row that a stray quote has spoilt comes out, too',
		options: ATTACHED,
		text: 'link.email,first_name\nada@example.com,"Ada "the Countess"\ngrace@example.com,Grace\n',
		lines: [GRACE_LINE],
		records: { total: 2 },
		attached: [[{ number: 1, problems: [{ rule: /quote/i }], record: (/** @type {unknown} */ record) => JSON.stringify(record).includes('the Countess') }]],
	}),
	file({
		name: 'rejected lines of NDJSON come out as the records that they are',
		fileName: 'data-rejected.ndjson',
		options: ATTACHED,
		text: `${customerLine({ first_name: 'Ada' })}\n${JSON.stringify(BAD)}\n${GRACE_LINE}\n`,
		lines: [customerLine({ first_name: 'Ada' }), GRACE_LINE],
		records: { total: 3 },
		attached: [[rejected(2, 'link.email', /e-mail address/, BAD)]],
	}),
	file({
		name: 'so do lines that are no JSON',
		fileName: 'data-rejected-text.ndjson',
		options: ATTACHED,
		text: `${customerLine({ first_name: 'Ada' })}\n{"link": {"email": "broken@example.com"\n${GRACE_LINE}\n`,
		lines: [customerLine({ first_name: 'Ada' }), GRACE_LINE],
		records: { total: 3 },
		attached: [[{ number: 2, problems: [{ rule: /JSON/ }], record: (/** @type {unknown} */ record) => JSON.stringify(record).includes('broken@') }]],
	}),
	file({
		name: 'and the rejected ones of a list',
		fileName: 'data-rejected.json',
		options: ATTACHED,
		text: JSON.stringify([BAD, { link: { email: 'grace@example.com' }, first_name: 'Grace' }], null, 2),
		lines: /"Grace"/,
		records: { total: 2, valid: 1 },
		attached: [[rejected(1, 'link.email', /e-mail address/, BAD)]],
	}),
	csv({
		name: 'where none is rejected, nothing is attached',
		options: ATTACHED,
		text: 'link.email,first_name\ngrace@example.com,Grace\n',
		lines: [GRACE_LINE],
		attached: [undefined],
	}),
	csv({
		name: 'nor is anything where no one has asked for it',
		text: 'link.email,first_name\ngrace@example.com,Grace\nno-address,Alan\n',
		lines: [GRACE_LINE],
		records: { total: 2 },
		attached: [undefined],
	}),
	csv({
		name: 'in combined binary mode they are among the files in the JSON',
		settings: { binaryMode: 'combined' },
		options: ATTACHED,
		text: 'link.email,first_name\nno-address,Alan\ngrace@example.com,Grace\n',
		lines: [GRACE_LINE],
		records: { total: 2 },
		attached: [[rejected(1, 'link.email', /e-mail address/, { first_name: 'Alan' })]],
	}),
];
