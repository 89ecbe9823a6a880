import { mySql, MYSQL_CREDENTIAL, postgres, POSTGRES_CREDENTIAL, reasonToSkip } from '../../databases.mjs';
import { ADA, customerLine, upload } from '../case.mjs';
import { bigQuery, driverValues, snowflake } from '../sources.mjs';
import { eventsAt, TEN, TEN_ISO } from '../times.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const skipPostgres = await reasonToSkip(POSTGRES_CREDENTIAL);
const skipMySql = await reasonToSkip(MYSQL_CREDENTIAL);

/** @type {Case[]} */
export const databaseDates = [
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
		delivered: [{ records: { valid: 1, notes: (/** @type {unknown[]} */ list) => list?.length === 2 } }],
	}),
];
