import { checkRecord } from '../../../../nodes/Lexer/records/check/checkRecord';
import { expectLinear } from '../../../support/growth.cjs';
import { converting, silently } from './converting.cjs';

const toTime = converting('purchase', 'action_at');
const EXCEL = expect.stringContaining('looks like an Excel date') as string;
const UNCERTAIN = expect.stringContaining('not certain') as string;
const DATE_ORDER = expect.stringContaining('Date Order') as string;

describe('ISO 8601, with the liberties that people and programs take', () => {
	it.each([
		['2026-01-31T10:00:00Z', '2026-01-31T10:00:00Z'],
		['2026-01-31T10:00:00.123456789Z', '2026-01-31T10:00:00.123456789Z'],
		['2026-01-31 10:00:00', '2026-01-31T10:00:00Z'],
		['2026-01-31 10:00:00.1234567', '2026-01-31T10:00:00.1234567Z'],
		['2026-01-31 10:00', '2026-01-31T10:00:00Z'],
		['2026-01-31 9:05', '2026-01-31T09:05:00Z'],
		['2026-1-3 9:5:7', '2026-01-03T09:05:07Z'],
		['2026-01-31', '2026-01-31T00:00:00Z'],
		['2026-01-31Z', '2026-01-31T00:00:00Z'],
		['2026-01-31+11:00', '2026-01-30T13:00:00Z'],
		['2026-01-31t10:00:00z', '2026-01-31T10:00:00Z'],
		['2026-01-31T10:00:00,5Z', '2026-01-31T10:00:00.5Z'],
		['2026-01-31T10', '2026-01-31T10:00:00Z'],
		['2026-01-31T10:00:00+11', '2026-01-30T23:00:00Z'],
		['2026-01-31T10:00:00+1100', '2026-01-30T23:00:00Z'],
		['2026-01-31T10:00:00 +11:00', '2026-01-30T23:00:00Z'],
		['2026-01-31T10:00:00\u221203:30', '2026-01-31T13:30:00Z'],
		['2026-01-31 10:00:00-05', '2026-01-31T15:00:00Z'],
		['2026-01-31 10:00:00.0000000 +11:00', '2026-01-30T23:00:00.0000000Z'],
		['2026-01-31T10:00:00+11:00[Australia/Sydney]', '2026-01-30T23:00:00Z'],
		['2026-01-31T10:00:00Z[UTC]', '2026-01-31T10:00:00Z'],
		['  2026-01-31\u00a010:00:00\t', '2026-01-31T10:00:00Z'],
		['\u200e2026-01-31 10:00:00\u202fAM', '2026-01-31T10:00:00Z'],
		['\u0662\u0660\u0662\u0666-\u0660\u0661-\u0663\u0661', '2026-01-31T00:00:00Z'],
		['0001-01-02T00:00:00', '0001-01-02T00:00:00Z'],
		['9999-12-31 23:59:59', '9999-12-31T23:59:59Z'],
		['2024-02-29 10:00:00', '2024-02-29T10:00:00Z'],
	])('reads %s', (text, expected) => {
		expect(toTime(text)).toEqual(silently(expected));
	});
});

describe('compact dates, which would be times of 1970', () => {
	it.each([
		['20260131', '2026-01-31T00:00:00Z'],
		[20260131, '2026-01-31T00:00:00Z'],
		['20260131.0', '2026-01-31T00:00:00Z'],
		['2.0260131E7', '2026-01-31T00:00:00Z'],
		[20260131n, '2026-01-31T00:00:00Z'],
		['99991231', '9999-12-31T00:00:00Z'],
		['20260131T101500Z', '2026-01-31T10:15:00Z'],
		['20260131T101500', '2026-01-31T10:15:00Z'],
		['20260131T1015+1100', '2026-01-30T23:15:00Z'],
		['20260131 101500', '2026-01-31T10:15:00Z'],
		['20260131 10:15:00', '2026-01-31T10:15:00Z'],
		['20260131T10:15:00.5Z', '2026-01-31T10:15:00.5Z'],
		['20260131101500', '2026-01-31T10:15:00Z'],
		[20260131101500, '2026-01-31T10:15:00Z'],
		['20260131101500Z', '2026-01-31T10:15:00Z'],
		['20260131101500.0Z', '2026-01-31T10:15:00.0Z'],
		['20260131101500.25', '2026-01-31T10:15:00.25Z'],
		['20260131101500123', '2026-01-31T10:15:00.123Z'],
	])('reads %s', (value, expected) => {
		expect(toTime(value)).toEqual(silently(expected));
	});

	it.each([20261331, '20260231', '20261331101500', 20260131250000, '31012026101500', 260131, '0', 0, 1, -1, 2026, '202601'])(
		'refuses %s',
		(value) => {
			expect(toTime(value)).toEqual({ value, problems: [UNCERTAIN], notes: [] });
		},
	);

	it.each(['2026013110', 2026013110, '202601311015', 202601311015])('refuses %s, which can be a time since 1970 as well', (value) => {
		expect(toTime(value).problems).toEqual([expect.stringContaining('can be a compact date or a time since 1970')]);
	});

	it.each([46053, 46053.5, '46053', '46053.5', ' 46053.4166666667 ', '4.6053E4', 25569, 32874n])('says that %s looks like an Excel date', (value) => {
		expect(toTime(value).problems).toEqual([EXCEL]);
	});
});

describe('times since 1970, told apart as Lexer’s tool does', () => {
	it.each([
		[1769853600, '2026-01-31T10:00:00.000Z'],
		[1769853600.25, '2026-01-31T10:00:00.250Z'],
		[1769853600123, '2026-01-31T10:00:00.123Z'],
		[1769853600123456, '2026-01-31T10:00:00.123456Z'],
		[1769853600123456789n, '2026-01-31T10:00:00.123456789Z'],
		['1769853600', '2026-01-31T10:00:00.000Z'],
		['1769853600.0', '2026-01-31T10:00:00.000Z'],
		['1769853600123', '2026-01-31T10:00:00.123Z'],
		['1769853600123456', '2026-01-31T10:00:00.123456Z'],
		['1769853600123456789', '2026-01-31T10:00:00.123456789Z'],
		['1.7698536E9', '2026-01-31T10:00:00.000Z'],
		['1.7698536e+09', '2026-01-31T10:00:00.000Z'],
		['1.769853600123E12', '2026-01-31T10:00:00.123Z'],
		[1.7698536e18, '2026-01-31T10:00:00.000Z'],
		[20000000000, '2603-10-11T11:33:20.000Z'],
		[20000000001, '1970-08-20T11:33:20.001Z'],
		[-1500000000.25, '1922-06-20T21:19:59.750Z'],
		[-126230400000, '1966-01-01T00:00:00.000Z'],
		['/Date(1769853600000)/', '2026-01-31T10:00:00.000Z'],
		['/Date(1769853600000+1100)/', '2026-01-31T10:00:00.000Z'],
		['/Date(-1)/', '1969-12-31T23:59:59.999Z'],
	])('reads %s', (value, expected) => {
		expect(toTime(value)).toEqual(silently(expected));
	});

	it.each(['1_769_853_600', '\u0661\u0667\u0666\u0669\u0668\u0665\u0663\u0666\u0660\u0660', 1e300, '1e500', '9'.repeat(60), 4e20])(
		'refuses %s, which the tool would read as some time',
		(value) => {
			expect(toTime(value).problems).toEqual([UNCERTAIN]);
		},
	);
});

describe('dates in words', () => {
	it.each([
		['Sat, 31 Jan 2026 10:00:00 +0000', '2026-01-31T10:00:00Z'],
		['Sat, 31 Jan 2026 10:00:00 GMT', '2026-01-31T10:00:00Z'],
		['31 Jan 2026 21:00:00 +1100 (AEDT)', '2026-01-31T10:00:00Z'],
		['Jan 31 2026', '2026-01-31T00:00:00Z'],
		['Jan. 31, 2026', '2026-01-31T00:00:00Z'],
		['January 31st, 2026 10:00 am', '2026-01-31T10:00:00Z'],
		['Saturday, January 31, 2026 at 10:00:00 PM UTC', '2026-01-31T22:00:00Z'],
		['31 Jan 2026', '2026-01-31T00:00:00Z'],
		['31-JAN-2026', '2026-01-31T00:00:00Z'],
		['31-Jan-2026 10:15', '2026-01-31T10:15:00Z'],
		['31/Jan/2026:10:00:00 +0000', '2026-01-31T10:00:00Z'],
		['31JAN2026', '2026-01-31T00:00:00Z'],
		['31JAN2026:10:15:00', '2026-01-31T10:15:00Z'],
		['1 Sept 2026', '2026-09-01T00:00:00Z'],
		['2026-Jan-31', '2026-01-31T00:00:00Z'],
		['Jan  1 2026 12:00AM', '2026-01-01T00:00:00Z'],
		['Jan 15 2026  5:42:09:953PM', '2026-01-15T17:42:09.953Z'],
		['15 Jan 2026 17:37:13:163', '2026-01-15T17:37:13.163Z'],
		['Sat Jan 31 10:00:00 2026', '2026-01-31T10:00:00Z'],
		['Sat Jan 31 10:00:00 UTC 2026', '2026-01-31T10:00:00Z'],
		['Sat Jan 31 21:00:00 AEDT 2026', '2026-01-31T10:00:00Z'],
		['Sat Jan 31 2026 21:00:00 GMT+1100 (Australian Eastern Daylight Time)', '2026-01-31T10:00:00Z'],
		['2026-01-31-10.15.00.123456', '2026-01-31T10:15:00.123456Z'],
	])('reads %s', (text, expected) => {
		expect(toTime(text)).toEqual(silently(expected));
	});

	it.each(['31-JAN-26', 'Saturday, 31-Jan-26 10:00:00 GMT', 'Jan 31, 26'])('refuses %s for its year', (text) => {
		expect(toTime(text)).toEqual({ value: text, problems: [expect.stringContaining('year of four digits')], notes: [] });
	});
});

describe('zones', () => {
	it.each([
		['2026-01-31 10:00:00 UTC', '2026-01-31T10:00:00Z'],
		['2026-01-31 10:00:00.123456 UTC', '2026-01-31T10:00:00.123456Z'],
		['2026-01-31 10:00:00 +0000 UTC', '2026-01-31T10:00:00Z'],
		['2026-01-31 10:00:00.5 +1100 AEDT m=+0.012', '2026-01-30T23:00:00.5Z'],
		['2026-01-31 10:00:00.000 +1100', '2026-01-30T23:00:00.000Z'],
		['2026-01-31 10:00:00 GMT+11:00', '2026-01-30T23:00:00Z'],
		['2026-01-31 10:00:00 UTC-3', '2026-01-31T13:00:00Z'],
		['2026-01-31 10:00:00 AEST', '2026-01-31T00:00:00Z'],
		['2026-07-31 10:00:00 CEST', '2026-07-31T08:00:00Z'],
		['2026-01-31 10:00:00 Europe/Berlin', '2026-01-31T09:00:00Z'],
		['2026-07-31 10:00:00 europe/berlin', '2026-07-31T08:00:00Z'],
		['2026-01-31T10:00:00[America/Argentina/Buenos_Aires]', '2026-01-31T13:00:00Z'],
		['2026-01-31 10:00 Etc/GMT+5', '2026-01-31T15:00:00Z'],
		['1/31/2026 10:00:00 PM America/New_York', '2026-02-01T03:00:00Z'],
	])('reads %s', (text, expected) => {
		expect(toTime(text, { timezone: 'Asia/Tokyo', dateOrder: 'monthFirst' })).toEqual(silently(expected));
	});

	it.each(['2026-01-31 10:00:00 EST', '2026-01-31 10:00:00 IST', '2026-01-31 10:00:00 Europe/Atlantis', '2026-01-31 10:00:00 +1100 AEST'])(
		'refuses %s, whose zone can be several',
		(text) => {
			expect(toTime(text)).toEqual({ value: text, problems: [expect.stringContaining('time zone')], notes: [] });
		},
	);

	it.each([
		['2026-01-31T10:00:00', '2026-01-30T23:00:00Z'],
		['2026-07-31 10:00:00', '2026-07-31T00:00:00Z'],
		['2026-01-31', '2026-01-30T13:00:00Z'],
		[20260131, '2026-01-30T13:00:00Z'],
		['1890-01-01 10:00:00', '1889-12-31T23:55:08Z'],
		['2026-01-31T10:00:00Z', '2026-01-31T10:00:00Z'],
		[1769853600, '2026-01-31T10:00:00.000Z'],
		[new Date('2026-01-31T10:00:00Z'), '2026-01-31T10:00:00.000Z'],
	])('reads %s in the zone that is set where it names none', (value, expected) => {
		expect(toTime(value, { timezone: 'Australia/Sydney' })).toEqual(silently(expected));
	});

	it('tells a time that clocks skip, and counts it on from before', () => {
		expect(toTime('2026-10-04 02:30:00', { timezone: 'Australia/Sydney' })).toEqual({
			value: '2026-10-03T16:30:00Z',
			problems: [],
			notes: [expect.stringContaining('clocks skip')],
		});
	});

	it('tells a time that clocks show twice, and takes the first', () => {
		expect(toTime('2026-04-05 02:30:00', { timezone: 'Australia/Sydney' })).toEqual({
			value: '2026-04-04T15:30:00Z',
			problems: [],
			notes: [expect.stringContaining('clocks show twice')],
		});
		expect(toTime('2026-04-05 01:59:59', { timezone: 'Australia/Sydney' })).toEqual(silently('2026-04-04T14:59:59Z'));
		expect(toTime('2026-04-05 03:00:00', { timezone: 'Australia/Sydney' })).toEqual(silently('2026-04-04T17:00:00Z'));
	});

	it('begins a day at one o’clock where clocks skip midnight', () => {
		expect(toTime('2018-11-04', { timezone: 'America/Sao_Paulo' })).toEqual(silently('2018-11-04T03:00:00Z'));
	});

	it('agrees with Intl at each hour of the days on which clocks change', () => {
		for (const timezone of ['Australia/Lord_Howe', 'America/Sao_Paulo', 'Europe/London', 'Africa/Casablanca']) {
			const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
			for (let timeMs = Date.UTC(2018, 0, 1); timeMs < Date.UTC(2018, 11, 31); timeMs += 3 * 3_600_000) {
				const { value, notes } = toTime(format.format(timeMs), { timezone });
				const isFirst = notes.length === 0 || value === `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
				const found = notes.length > 0 && !isFirst ? new Date(timeMs) : new Date(value as string);
				expect(found).toEqual(new Date(timeMs));
			}
		}
	});
});

describe('day and month in digits', () => {
	it.each(['31/01/2026', '31.01.2026', '1/31/2026', '1/31/26', '01-02-2026', '31/01/2026 10:00', '13/25/2026'])(
		'asks for Date Order at %s',
		(text) => {
			expect(toTime(text)).toEqual({ value: text, problems: [DATE_ORDER], notes: [] });
		},
	);

	it.each([
		['dayFirst', '31/01/2026', '2026-01-31T00:00:00Z'],
		['dayFirst', '1.2.2026 10:00', '2026-02-01T10:00:00Z'],
		['dayFirst', '01-02-2026 10:00:00 PM', '2026-02-01T22:00:00Z'],
		['dayFirst', '31/01/2026, 10:00:00 am', '2026-01-31T10:00:00Z'],
		['monthFirst', '1/31/2026', '2026-01-31T00:00:00Z'],
		['monthFirst', '1/31/2026, 12:30:00\u202fAM', '2026-01-31T00:30:00Z'],
		['monthFirst', '01/02/2026 10:00:00.5 +11:00', '2026-01-01T23:00:00.5Z'],
		['dayFirst', '2026/01/31', '2026-01-31T00:00:00Z'],
		['monthFirst', '2026.01.31 10:00 AM', '2026-01-31T10:00:00Z'],
	] as const)('reads, with %s, %s', (dateOrder, text, expected) => {
		expect(toTime(text, { dateOrder })).toEqual(silently(expected));
	});

	it.each([
		['dayFirst', '1/31/2026', DATE_ORDER],
		['monthFirst', '31/1/2026', DATE_ORDER],
		['dayFirst', '13/25/2026', DATE_ORDER],
		['dayFirst', '31/01/26', expect.stringContaining('four digits')],
		['monthFirst', '1/31/26', expect.stringContaining('four digits')],
	] as const)('refuses, with %s, %s', (dateOrder, text, rule: unknown) => {
		expect(toTime(text, { dateOrder })).toEqual({ value: text, problems: [rule], notes: [] });
	});
});

it.each([
	'0000-00-00', '0000-00-00 00:00:00', '0000-00-00 00:00:00.000000', '0000-00-00T00:00:00Z', '00/00/0000', '00000000',
	'-0001-11-30T00:00:00.000000Z', 'infinity', '-infinity', 'Infinity', 'NaN', 'NaT', 'Invalid Date', 'Invalid DateTime',
	Infinity, -Infinity, NaN, new Date(NaN), { toISO: () => null },
])('takes %s for no date, and tells it', (value) => {
	expect(toTime(value)).toEqual({ value: undefined, problems: [], notes: ['is no date, and was left out'] });
});

it.each([null, undefined, ''])('takes %s for nothing', (value) => {
	expect(toTime(value)).toEqual(silently(undefined));
});

it.each([
	'2026-02-31 10:00:00', '2025-02-29', '2026-13-01T00:00:00Z', '2026-01-31 24:00:00', '2026-01-31 13:00 PM', '2026-01-31 10:00:60',
	'2026-01', '2026-W05-6', 'yesterday', '10:00', '31 Januar 2026', 'May 2026', '2026-01-31 10:00:00 and more', '0044-03-15 12:00:00+00 BC', '2026-01-31 02:00:00 +10:00 PM', '2026-01-31T10:00:00+25:00', '20260131100000.000000+600', '2026-01-31 10:00:00 -530', [], {}, 'x',
])('leaves %s for the check to refuse', (value) => {
	expect(toTime(value)).toMatchObject({ problems: [], notes: [] });
	const { value: action_at } = toTime(value);
	const record = { link: { mobile: '1' }, action_at, purchase_id: 'x', type: 'physical', products: [] };
	expect(checkRecord('purchase', 'uploadTool', record).map(({ path }) => path)).toEqual(['action_at']);
	expect(checkRecord('purchase', 'jsonSchema', record).map(({ path }) => path)).toEqual(['action_at']);
});

it.each(['9', '2026-01-31 ', '1/', 'Jan ', ' ', '\u202a', '1_', '0', '-', '\u0661'])('reads long texts of "%s" in time that grows with them', (part) => {
	expectLinear((size) => part.repeat(size), (text) => toTime(text), 200_000);
});
