import { mySql, MYSQL_CREDENTIAL, reasonToSkip } from '../../databases.mjs';
import { allFailed, csv, customer, customerLine, customers, line, upload } from '../case.mjs';
import { excel } from '../sources.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const skipMySql = await reasonToSkip(MYSQL_CREDENTIAL);

const MOBILE = '61491570006';

/** @param {string} field @param {number} records */
const note = (field, records) => [{ field, records, rule: /./ }];

/** @type {Case[]} */
export const phones = [
	upload({
		name: 'mobile numbers with a country code become its digits, however they are written',
		...customers(
			'mobile',
			['+61491570006', '+61 491 570 006', '0061 491 570 006', '(+61) 491-570-006', "'+61491570006", '="61491570006"', '61 491.570.006', '+61\u00a0491\u00a0570\u00a0006', '\u202a+61 491 570 006\u202c', '+61 (0)491 570 006', 61491570006, '61491570006.0'].map((number) => [number, MOBILE]),
		),
	}),
	upload({
		name: 'so does the mobile number that links',
		rows: ['+61 491 570 006', '+44 7700 900123'].map((number) => ({ 'link.mobile': number, first_name: 'Ada' })),
		lines: [MOBILE, '447700900123'].map((mobile) => line({ link: { mobile }, first_name: 'Ada' })),
	}),
	upload({
		name: 'and the numbers of SMS records',
		recordType: 'sms_send',
		rows: [{ 'link.mobile': '+61 491 570 006', action_at: '2026-01-31T10:00:00Z', sms_id: 's1', 'to.number': '+61 491 570 006', 'From.Number': '0061 491 570 157' }],
		lines: [line({ link: { mobile: MOBILE }, action_at: '2026-01-31T10:00:00Z', sms_id: 's1', to: { number: MOBILE }, from: { number: '61491570157' } })],
	}),
	upload({
		name: 'where they are to be kept, they are kept',
		conversion: { mobileNumbers: 'keep' },
		...customers('mobile', [['+61 491 570 006', '+61 491 570 006'], ['0491 570 006', '0491 570 006'], ["'+61491570006", "'+61491570006"], [61491570006, MOBILE]]),
	}),
	upload({
		name: 'national numbers are kept without a country, and counted in a note',
		...customers('mobile', [['0491 570 006', '0491 570 006'], ['0491570006', '0491570006'], ['(04) 9157 0006', '(04) 9157 0006'], ['+61 491 570 006', MOBILE]]),
		delivered: [{ records: { total: 4, valid: 4, notes: note('mobile', 3) } }],
	}),
	upload({
		name: 'with a country, national numbers become international ones, and those with a code stay',
		conversion: { phoneCountry: 'AU' },
		...customers('mobile', [['0491 570 006', MOBILE], ['0491570006', MOBILE], ['491570006', MOBILE], ['(04) 9157-0006', MOBILE], ['+61 491 570 006', MOBILE], ['0061 491 570 006', MOBILE], [MOBILE, MOBILE], [491570006, MOBILE], ['+44 7700 900123', '447700900123']]),
	}),
	...[
		['DE', '0151 23456789', '4915123456789'],
		['GB', '07700 900123', '447700900123'],
		['NZ', '021 123 4567', '64211234567'],
		['US', '(212) 555-0123', '12125550123'],
		['FR', '06 12 34 56 78', '33612345678'],
		['IT', '347 123 4567', '393471234567'],
	].map(([phoneCountry, number, international]) =>
		upload({ name: `so do those of ${phoneCountry}`, conversion: { phoneCountry }, ...customers('mobile', [[number, international]]) }),
	),
	upload({
		name: 'a number that a spreadsheet has rounded, or that is none, is kept and counted in a note',
		conversion: { phoneCountry: 'AU' },
		...customers('mobile', [['6.14E+10', '6.14E+10'], ['6.14915E+10', '6.14915E+10'], ['unknown', 'unknown'], ['0491 570 006', MOBILE]]),
		records: { notes: (/** @type {Array<{ field: string, records: number }>} */ list) => list?.every(({ field }) => field === 'mobile') && list.reduce((sum, { records }) => sum + records, 0) === 3 },
	}),
	upload({
		name: "an Excel workbook's numbers are read where the country is known, though their zero is lost",
		conversion: { phoneCountry: 'AU' },
		rows: excel([['Link.Email', 'Mobile'], ['ada@example.com', 491570006], ['ada@example.com', 61491570006], ['ada@example.com', '0491 570 006']]),
		lines: Array(3).fill(customerLine({ mobile: MOBILE })),
	}),
	upload({
		name: "MySQL's numbers are mobile numbers as well",
		skip: skipMySql,
		rows: [mySql(`select 'ada@example.com' as \`link.email\`, 61491570006 as mobile union all select 'ada@example.com', cast('61491570006' as decimal(20,0))`)],
		lines: Array(2).fill(customerLine({ mobile: MOBILE })),
	}),
	csv({
		name: 'the quotes and formulas of exporters come off numbers in files',
		text: `link.email,mobile,first_name\nada@example.com,'+61491570006,Ada\nada@example.com,"=""61491570006""",Ada\nada@example.com,="+61 491 570 006",Ada\n`,
		lines: Array(3).fill(customerLine({ mobile: MOBILE, first_name: 'Ada' })),
	}),
	upload({
		name: 'a country that is none is refused',
		conversion: { phoneCountry: '={{ "Australia" }}' },
		rows: [customer({ mobile: '0491 570 006' })],
		failed: allFailed([0], /Phone Country/),
	}),
];
