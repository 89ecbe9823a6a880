import { mySql, MYSQL_CREDENTIAL, postgres, POSTGRES_CREDENTIAL, reasonToSkip } from '../../databases.mjs';
import { ADA, allFailed, check, csv, customer, customerLine, customers, events, line, upload } from '../case.mjs';
import { bigQuery, driverValues, excel, snowflake } from '../sources.mjs';

/** @typedef {import('../../cases/case.mjs').Case} Case */

const skipPostgres = await reasonToSkip(POSTGRES_CREDENTIAL);
const skipMySql = await reasonToSkip(MYSQL_CREDENTIAL);

/** 31 January 2026, 10:00:00 UTC, in seconds since 1970. */
const TEN = 1_769_853_600;
const TEN_ISO = '2026-01-31T10:00:00.000Z';

/** The same time, however many zeros are written behind the second. */
function at(/** @type {string} */ iso) {
	const [, time, decimals = ''] = /** @type {RegExpExecArray} */ (/^(.*?)(?:\.(\d*?)0*)?Z$/.exec(iso));
	return new RegExp(`^${time}${decimals === '' ? '(\\.0+)?' : `\\.${decimals}0*`}Z$`);
}

/**
 * Events whose times may be written with or without zeros behind the second.
 * @param {Parameters<typeof upload>[0] & { times: Array<[unknown, string]> }} given
 */
function eventsAt({ times, rows, ...given }) {
	const fileName = `data-times-${given.name.replace(/\W+/g, '-')}.ndjson`;
	const expected = times.map(([, iso], index) => ({ email_id: `e${index}`, action_at: at(iso) }));
	return upload({ ...events(times), ...(rows && { rows }), ...given, fileName, stored: { [fileName]: expected } });
}


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
	upload({
		name: "PostgreSQL's dates are the same days in date fields and in free ones, skipped midnights too",
		skip: skipPostgres,
		rows: [
			postgres(`select 'ada@example.com' as "link.email", day as date_of_birth, day as "custom_fields.joined"
				from (values (date '1990-07-28'), (date '2025-03-30'), (date '1815-12-10'), (date '2026-10-25')) as days(day)`),
		],
		lines: ['1990-07-28', '2025-03-30', '1815-12-10', '2026-10-25'].map((day) => customerLine({ date_of_birth: day, custom_fields: { joined: day } })),
	}),
	eventsAt({
		name: "PostgreSQL's times with a zone are what they say",
		skip: skipPostgres,
		rows: [
			postgres(`select 'ada@example.com' as "link.email", moment as action_at, 'e' || row_number() over () - 1 as email_id
				from (values (timestamptz '2026-01-31 10:00:00Z'), (timestamptz '2026-01-31 21:00:00+11'), (timestamptz '2026-01-30 22:00:00Z')) as moments(moment)`),
		],
		times: [['', TEN_ISO], ['', TEN_ISO], ['', '2026-01-30T22:00:00Z']],
	}),
	upload({
		name: "PostgreSQL's infinity is no value, told in a note, and stops no other row",
		skip: skipPostgres,
		rows: [
			postgres(`select 'ada@example.com' as "link.email", day as date_of_birth
				from (values (date 'infinity'), (date '-infinity'), (date '1990-07-28')) as days(day)`),
		],
		lines: [customerLine({}), customerLine({}), customerLine({ date_of_birth: '1990-07-28' })],
		records: { notes: [{ field: 'date_of_birth', records: 2, rule: /./ }] },
	}),
	upload({
		name: "MySQL's zero dates are no value, told in a note, and stop no other row",
		skip: skipMySql,
		rows: [
			mySql(`select 'ada@example.com' as \`link.email\`, str_to_date('0000-00-00', '%Y-%m-%d') as date_of_birth
				union all select 'ada@example.com', date '1990-07-28' union all select 'ada@example.com', '0000-00-00 00:00:00'`),
		],
		lines: [customerLine({}), customerLine({ date_of_birth: '1990-07-28' }), customerLine({})],
		records: { notes: [{ field: 'date_of_birth', records: 2, rule: /./ }] },
	}),
	upload({
		name: "MySQL's dates from an older version of its node are the same days, and its zero dates no value",
		skip: skipMySql,
		rows: [
			mySql(
				`select 'ada@example.com' as \`link.email\`, date '1990-07-28' as date_of_birth, date '2025-03-30' as \`custom_fields.joined\`
				union all select 'ada@example.com', date '2025-03-30', date '1990-07-28'
				union all select 'ada@example.com', str_to_date('0000-00-00', '%Y-%m-%d'), null`,
				2,
			),
		],
		lines: [
			customerLine({ date_of_birth: '1990-07-28', custom_fields: { joined: '2025-03-30' } }),
			customerLine({ date_of_birth: '2025-03-30', custom_fields: { joined: '1990-07-28' } }),
			customerLine({}),
		],
		records: { notes: [{ field: 'date_of_birth', records: 1, rule: /./ }] },
	}),
	eventsAt({
		name: "MySQL's datetimes are times of the timezone that is set",
		skip: skipMySql,
		conversion: { timezone: 'Europe/Berlin' },
		rows: [
			mySql(`select 'ada@example.com' as \`link.email\`, timestamp '2026-01-31 11:00:00' as action_at, 'e0' as email_id
				union all select 'ada@example.com', timestamp '2026-07-01 10:00:00', 'e1'`),
		],
		times: [['', TEN_ISO], ['', '2026-07-01T08:00:00Z']],
	}),
	upload({
		name: "Snowflake's dates are days, from the texts of its node",
		rows: [snowflake([['LINK.EMAIL', 'text'], ['DATE_OF_BIRTH', 'date'], ['CUSTOM_FIELDS.JOINED', 'date']], [[ADA, '7513', '20177'], [ADA, '-56270', null]])],
		lines: [customerLine({ date_of_birth: '1990-07-28', custom_fields: { JOINED: '2025-03-30' } }), customerLine({ date_of_birth: '1815-12-10' })],
	}),
	upload({
		name: "and from the driver's own dates, of an older version",
		rows: [snowflake([['LINK.EMAIL', 'text'], ['DATE_OF_BIRTH', 'date'], ['CUSTOM_FIELDS.JOINED', 'date']], [[ADA, '7513', '20177'], [ADA, '-56270', null]], 1)],
		lines: [customerLine({ date_of_birth: '1990-07-28', custom_fields: { JOINED: '2025-03-30' } }), customerLine({ date_of_birth: '1815-12-10' })],
	}),
	...[1.1, 1].map((version) =>
		eventsAt({
			name: `Snowflake's timestamps of all three kinds are times, in version ${version} of its node`,
			rows: [
				snowflake(
					[['LINK.EMAIL', 'text'], ['ACTION_AT', version === 1 ? 'timestamp_ltz' : 'timestamp_ntz', 9], ['EMAIL_ID', 'text']],
					[[ADA, `${TEN}.000000000`, 'e0']],
					version,
				),
			],
			times: [['', TEN_ISO]],
		}),
	),
	eventsAt({
		name: "Snowflake's timestamps with a zone are what they say",
		rows: [snowflake([['LINK.EMAIL', 'text'], ['ACTION_AT', 'timestamp_tz', 3], ['EMAIL_ID', 'text']], [[ADA, `${TEN}.000 1020`, 'e0'], [ADA, `${TEN}.000 2100`, 'e1']])],
		times: [['', TEN_ISO], ['', TEN_ISO]],
	}),
	...[2, 2.1].map((version) =>
		eventsAt({
			name: `BigQuery's timestamps and datetimes are times, in version ${version} of its node`,
			rows: [
				bigQuery(
					[{ name: 'link.email', type: 'STRING' }, { name: 'action_at', type: 'TIMESTAMP' }, { name: 'email_id', type: 'STRING' }],
					[[ADA, '1.7698536E9', 'e0'], [ADA, '1.76985360025E9', 'e1']],
					version,
				),
			],
			times: [['', TEN_ISO], ['', '2026-01-31T10:00:00.250Z']],
		}),
	),
	upload({
		name: "SQL Server's dates, which begin in UTC, are days, and its times are times",
		recordType: 'customer_record',
		rows: [
			driverValues(`return [
				{ 'link.email': 'ada@example.com', date_of_birth: new Date('1990-07-28T00:00:00Z'), 'custom_fields.seen': new Date('2026-01-31T10:00:00.123Z') },
				{ 'link.email': 'ada@example.com', date_of_birth: new Date('1815-12-10T00:00:00Z') },
			];`),
		],
		lines: [customerLine({ date_of_birth: '1990-07-28', custom_fields: { seen: '2026-01-31T10:00:00.123Z' } }), customerLine({ date_of_birth: '1815-12-10' })],
	}),
	upload({
		name: 'a Date at a time of the day is no day, and is refused in a field of days',
		rows: [driverValues(`return [{ 'link.email': 'ada@example.com', date_of_birth: new Date('1990-07-28T13:14:15Z') }];`)],
		failed: [[0, /date_of_birth/]],
	}),
	upload({
		name: 'an invalid Date is no value, told in a note',
		rows: [driverValues(`return [{ 'link.email': 'ada@example.com', date_of_birth: new Date(NaN), 'custom_fields.joined': new Date(NaN) }];`)],
		delivered: [{ records: { valid: 1, notes: (/** @type {unknown[]} */ list) => list.length === 2 } }],
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
