import { ADA, allFailed, check, csv, customer, customerLine, customers, line, upload } from '../case.mjs';
import { excel } from '../sources.mjs';
import { eventsAt, TEN, TEN_ISO } from '../times.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

/** @type {Case[]} */
export const dates = [
	upload({
		name: 'compact dates are days, as numbers and as texts',
		...customers('date_of_birth', [[19900728, '1990-07-28'], ['19900728', '1990-07-28'], [' 20000229 ', '2000-02-29'], ['19900728.0', '1990-07-28']]),
	}),
	eventsAt({
		name: 'compact dates and times are times',
		times: [['20260131', '2026-01-31T00:00:00Z'], [20260131, '2026-01-31T00:00:00Z'], [20260131101500, '2026-01-31T10:15:00Z'], ['20260131T101500Z', '2026-01-31T10:15:00Z'], ['20260131T101500+1100', '2026-01-30T23:15:00Z']],
	}),
	eventsAt({
		name: 'times since 1970 are told apart in seconds, milliseconds, microseconds and nanoseconds',
		times: [[TEN, TEN_ISO], [String(TEN), TEN_ISO], [TEN * 1e3, TEN_ISO], [String(TEN * 1e6), TEN_ISO], [TEN * 1e6, TEN_ISO], [`${TEN}000000000`, TEN_ISO], ['1.7698536E9', TEN_ISO], ['1.7698536E12', TEN_ISO], [`${TEN}.0`, TEN_ISO]],
	}),
	eventsAt({
		name: 'times with a zone, however it is named, are what they say',
		times: [
			['2026-01-31 10:00:00 UTC', TEN_ISO],
			['2026-01-31 10:00:00 Z', TEN_ISO],
			['2026-07-01 10:00:00 Europe/Berlin', '2026-07-01T08:00:00Z'],
			['2026-01-31 10:00:00 Europe/Berlin', '2026-01-31T09:00:00Z'],
			['2026-01-31 10:00:00 America/New_York', '2026-01-31T15:00:00Z'],
			['2026-01-31 02:00:00.000 -0800', TEN_ISO],
			['2026-01-31 21:00:00+11', TEN_ISO],
			['2026-01-31T15:30:00+05:30', TEN_ISO],
			['Sat, 31 Jan 2026 10:00:00 GMT', TEN_ISO],
			['Sat Jan 31 2026 12:00:00 GMT+0200 (Eastern European Standard Time)', TEN_ISO],
		],
	}),
	upload({
		name: 'a zone whose abbreviation means several places is refused',
		recordType: 'email_open',
		rows: ['IST', 'CST', 'BST', 'Moon/Base'].map((zone) => customer({ action_at: `2026-03-14 15:09:26 ${zone}`, email_id: 'e1' })),
		failed: allFailed([1, 2, 3, 4], /action_at/),
	}),
	upload({
		name: "an Excel workbook's date cells are told to be Excel dates",
		rows: excel([
			['Link.Email', 'Date of Birth'],
			[ADA, new Date('1990-07-28T00:00:00Z')],
			[ADA, '1990-07-28'],
		]),
		lines: [customerLine({ date_of_birth: '1990-07-28' })],
		failed: [[0, /date_of_birth.*looks like an Excel date/]],
	}),
	upload({
		name: "so are an Excel workbook's times, and serials that have become texts",
		recordType: 'email_open',
		rows: [46053.4166666667, '46053.4166666667', '46053', 46053].map((action_at, index) => customer({ action_at, email_id: `e${index}` })),
		failed: allFailed([1, 2, 3, 4], /action_at.*looks like an Excel date/),
	}),
	csv({
		name: "and the serials in an Excel user's CSV file",
		text: 'Link.Email;Date of Birth\r\nada@example.com;33082\r\ngrace@example.com;1906-12-09\r\n',
		lines: [line({ link: { email: 'grace@example.com' }, date_of_birth: '1906-12-09' })],
		records: { total: 2 },
	}),
	upload({
		name: 'numbers that are no certain time are refused, and never become 1970',
		recordType: 'email_open',
		rows: [0, 1, '1', 45, 2026, '202601', 999_999, -5].map((action_at, index) => customer({ action_at, email_id: `e${index}` })),
		failed: allFailed(Array(8).fill(0), /action_at/),
	}),
	upload({
		name: 'days and months in an order that no one has set are refused, and the option is named',
		rows: ['28/07/1990', '28.07.1990', '07-28-1990', '5/6/1990', '28.7.1990', '1/2/1990 0:00'].map((date_of_birth) => customer({ date_of_birth })),
		failed: allFailed(Array(6).fill(0), /date_of_birth.*Date Order/),
	}),
	upload({
		name: 'with the day first, they are read so',
		conversion: { dateOrder: 'dayFirst' },
		...customers('date_of_birth', [['28/07/1990', '1990-07-28'], ['28.7.1990', '1990-07-28'], ['5-6-1990', '1990-06-05'], ['1990-07-28', '1990-07-28'], ['05/06/1990 00:00:00', '1990-06-05'], ['28 Jul 1990', '1990-07-28']]),
	}),
	eventsAt({
		name: 'with the month first, they are read so, with times of twelve hours',
		conversion: { dateOrder: 'monthFirst' },
		times: [['1/31/2026 10:00:00 AM', TEN_ISO], ['01/31/2026 10:00', TEN_ISO], ['12/31/2025 11:59 PM', '2025-12-31T23:59:00Z'], ['1/31/2026 12:30 am', '2026-01-31T00:30:00Z'], ['2026-01-31T10:00:00Z', TEN_ISO]],
	}),
	upload({
		name: 'a date that is none in the order that is set is refused, as are years of two digits',
		conversion: { dateOrder: 'dayFirst' },
		rows: ['07/28/1990', '31/02/1990', '28/07/90', '28-Jul-90'].map((date_of_birth) => customer({ date_of_birth })),
		failed: allFailed(Array(4).fill(0), /date_of_birth/),
	}),
	eventsAt({
		name: 'times without a zone are those of the timezone that is set, in summer and in winter',
		conversion: { timezone: 'Australia/Sydney' },
		times: [
			['2026-01-31 21:00:00', TEN_ISO],
			['2026-07-01T10:00:00', '2026-07-01T00:00:00Z'],
			['2026-07-01 10:00', '2026-07-01T00:00:00Z'],
			['2026-01-31T10:00:00Z', TEN_ISO],
			['2026-01-31 10:00:00+00', TEN_ISO],
			[TEN, TEN_ISO],
		],
	}),
	eventsAt({
		name: "or of the workflow's own",
		conversion: { timezone: 'workflow' },
		settings: { timezone: 'America/New_York' },
		times: [['2026-01-31 05:00:00', TEN_ISO], ['2026-07-01 05:00:00', '2026-07-01T09:00:00Z']],
	}),
	eventsAt({
		name: 'and of UTC where none is set, whatever zone n8n runs in',
		times: [['2026-01-31 10:00:00', TEN_ISO], ['2026-01-31T10:00', TEN_ISO], ['2026-01-31 10:00:00.000', TEN_ISO]],
	}),
	upload({
		name: 'a day is the same day in every timezone',
		conversion: { timezone: 'Pacific/Auckland' },
		...customers('date_of_birth', [['1990-07-28', '1990-07-28'], ['1990-07-28T00:00:00', '1990-07-28'], ['1990-07-28 00:00:00.000', '1990-07-28'], [19900728, '1990-07-28']]),
	}),
	check({
		name: 'a check reports dates by what is wrong with them',
		rows: ['28/07/1990', '5.6.1990', 33082, '1990-07-28', 'soon-ish'].map((date_of_birth) => customer({ date_of_birth })),
		report: {
			total: 5,
			valid: 1,
			byRule: [
				{ path: 'date_of_birth', rule: /Date Order/, records: 2 },
				{ path: 'date_of_birth', rule: /Excel/, records: 1 },
				{ path: 'date_of_birth', rule: /date/, records: 1 },
			],
		},
	}),
];
