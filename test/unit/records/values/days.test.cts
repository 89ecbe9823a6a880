import { checkRecord } from '../../../../nodes/Lexer/records/check/checkRecord';
import { inTimezone } from '../../../support/inTimezone.cjs';
import { converting, silently } from './converting.cjs';

const toDay = converting('customer_record', 'date_of_birth');

it.each([
	['1990-07-28', '1990-07-28'],
	['1990-7-8', '1990-07-08'],
	['1990/07/28', '1990-07-28'],
	['19900728', '1990-07-28'],
	[19900728, '1990-07-28'],
	['19900728T000000Z', '1990-07-28'],
	['19900728000000', '1990-07-28'],
	['28 Jul 1990', '1990-07-28'],
	['July 28, 1990', '1990-07-28'],
	['1990-07-28T00:00:00.000Z', '1990-07-28'],
	['1990-07-28 00:00:00', '1990-07-28'],
	['1990-07-28 00:00:00.0000000 +10:00', '1990-07-28'],
	['1990-07-28T00:00:00+10:00', '1990-07-28'],
	['1990-07-28 00:00:00 UTC', '1990-07-28'],
	['1990-07-28 12:00:00 AM', '1990-07-28'],
	['Sat Jul 28 1990 00:00:00 GMT+1000 (Australian Eastern Standard Time)', '1990-07-28'],
	['1990-07-28+10:00', '1990-07-28'],
	[649123200, '1990-07-28'],
	[649123200000, '1990-07-28'],
	[-86400000000, '1967-04-07'],
	['6.491232E8', '1990-07-28'],
	[new Date('1990-07-28'), '1990-07-28'],
	[{ toISO: () => '1990-07-28T00:00:00.000+10:00' }, '1990-07-28'],
])('takes %s for a day', (value, expected) => {
	expect(toDay(value, { timezone: 'America/New_York' })).toEqual(silently(expected));
});

it.each([
	['dayFirst', '28/07/1990', '1990-07-28'],
	['dayFirst', '28.7.1990 00:00:00', '1990-07-28'],
	['monthFirst', '7/28/1990', '1990-07-28'],
	['monthFirst', '7/28/1990 12:00:00 AM', '1990-07-28'],
] as const)('takes, with %s, %s for a day', (dateOrder, value, expected) => {
	expect(toDay(value, { dateOrder })).toEqual(silently(expected));
});

it.each([
	['28/07/1990', 'Date Order'],
	[33082, 'looks like an Excel date'],
	['33082.0', 'looks like an Excel date'],
	[0, 'not certain'],
	['1990', 'not certain'],
	['28-JUL-90', 'four digits'],
	['28-JUL-1990 00:00:00 EST', 'time zone'],
])('refuses %s', (value, words) => {
	expect(toDay(value)).toEqual({ value, problems: [expect.stringContaining(words)], notes: [] });
});

it.each(['0000-00-00', '00/00/0000', 'infinity', Infinity, new Date(NaN)])('takes %s for no date, and tells it', (value) => {
	expect(toDay(value)).toEqual({ value: undefined, problems: [], notes: ['is no date, and was left out'] });
});

it.each([
	'1990-07-28T13:00:00Z', '1990-07-28 10:00', 'Jul 28 1990 10:00 AM', '19900728101500', 649166400, '649166400', '1990-02-30', 'summer',
	new Date('1990-07-28T13:00:01Z'),
])('leaves %s for the check to refuse', (value) => {
	const { value: date_of_birth, problems, notes } = toDay(value);
	expect({ problems, notes }).toEqual({ problems: [], notes: [] });
	for (const rules of ['uploadTool', 'jsonSchema'] as const) {
		expect(checkRecord('customer_record', rules, { link: { mobile: '1' }, date_of_birth })).toEqual([
			{ path: 'date_of_birth', rule: 'must be a date such as 2024-01-31' },
		]);
	}
});

describe('Dates of drivers', () => {
	const converted = (timezone: string, date: string) =>
		inTimezone(
			timezone,
			`recordConverter('customer_record')({ date_of_birth: ${date}, city: ${date}, custom_fields: { day: ${date} }, other: ${date} }).record`,
		);
	const everywhere = (text: string) => ({ date_of_birth: text, city: text, custom_fields: { day: text }, other: text });

	it.each([
		['Australia/Sydney', 'new Date(2026, 0, 31)', '2026-01-31'],
		['America/Los_Angeles', 'new Date(2026, 0, 31)', '2026-01-31'],
		['America/Sao_Paulo', 'new Date(2018, 10, 4)', '2018-11-04'],
		['America/Sao_Paulo', 'new Date(2018, 10, 4, 1)', '2018-11-04'],
		['America/Havana', 'new Date(2018, 2, 11)', '2018-03-11'],
		['Asia/Kolkata', 'new Date(1899, 11, 31)', '1899-12-31'],
		['Australia/Sydney', 'new Date("0090-07-28T00:00:00")', '0090-07-28'],
		['UTC', 'new Date(2026, 0, 31)', '2026-01-31'],
		['Pacific/Apia', 'new Date(2011, 11, 31)', '2011-12-31'],
	])('at midnight in %s are that day in every field: %s', (timezone, date, expected) => {
		expect(converted(timezone, date)).toEqual(everywhere(expected));
	});

	it.each([
		['Australia/Sydney', 'new Date("2026-01-31T10:00:00Z")', '2026-01-31T10:00:00.000Z'],
		['America/Sao_Paulo', 'new Date(2018, 10, 5, 1)', '2018-11-05T03:00:00.000Z'],
	])('at another time in %s are that time: %s', (timezone, date, expected) => {
		expect(converted(timezone, date)).toEqual(everywhere(expected));
	});

	it('at midnight in UTC are days in fields of days, and times in the others', () => {
		expect(converted('Australia/Sydney', 'new Date("2026-01-31")')).toEqual({
			...everywhere('2026-01-31T00:00:00.000Z'),
			date_of_birth: '2026-01-31',
		});
	});

	it('are times in fields of times', () => {
		const code = `recordConverter('purchase')({ action_at: new Date(2026, 0, 31) }).record`;
		expect(inTimezone('Australia/Sydney', code)).toEqual({ action_at: '2026-01-30T13:00:00.000Z' });
	});
});
