import { inTimezone } from '../../../support/inTimezone.cjs';
import { converting, silently } from './converting.cjs';

const toDay = converting('customer_record', 'date_of_birth');
const toTime = converting('purchase', 'action_at');
const toFree = converting('customer_record', 'custom_fields.joined');
const NO_DATE = { value: undefined, problems: [], notes: ['is no date, and was left out'] };

/** A Date as mysql2 makes it of year, month and day. */
const mysqlDate = (year: number, month: number, day: number) => new Date(year, month - 1, day);

describe.each([
	['fields of days', toDay],
	['fields of times', toTime],
	['free fields', toFree],
])('in %s', (_name, convert) => {
	it.each([
		["mysql2's Date of 0000-00-00", mysqlDate(0, 0, 0)],
		['the same in UTC', new Date(Date.UTC(0, -1, 0))],
		["mysql2's Date of a zero datetime", new Date('0000-00-00 00:00:00')],
		["SQL Server's least date", new Date('0001-01-01T00:00:00Z')],
		["the same where the driver reads it as one of here", new Date('0001-01-01T00:00:00')],
	])('%s is no value, and told', (_what, date) => {
		expect(convert(date)).toEqual(NO_DATE);
	});
});

describe.each([
	['fields of days', toDay],
	['fields of times', toTime],
])('in %s', (_name, convert) => {
	it.each([
		'-0001-11-30', '-0001-11-30 00:00:00', '-0001-11-30T00:00:00+00:00', '-0001-11-30T00:00:00.000000Z', '0002-11-30', '0002-11-30 00:00:00.0',
		'0001-01-01', '0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00.0000000', '0001-01-01 00:00:00 +0000 UTC', '0001-01-01T00:00:00+10:00',
		'00010101', '01/01/0001 00:00:00', '1/1/0001 12:00:00 AM', '01.01.0001 00:00:00', '0000-12-31T13:55:08.000Z', '0001-01-01T04:56:02.000Z',
		'/Date(-62135596800000)/', '-62135596800', '1899-11-30T00:00:00.000Z',
	])('%s is no value, and told', (text) => {
		expect(convert(text)).toEqual(NO_DATE);
	});

	it.each(['2020-00-00', '0000-05-12', '0000-12-31', '2026-02-30'])('%s is a part of a date, and left for the check to refuse', (text) => {
		expect(convert(text)).toEqual(silently(text));
	});
});

it.each([
	['1899-11-30', '1899-11-30'],
	['1899-12-30T00:00:00.000Z', '1899-12-30'],
	['1899-11-29', '1899-11-29'],
	['1815-12-10', '1815-12-10'],
	['0090-07-28', '0090-07-28'],
	['0001-01-02', '0001-01-02'],
	['1900-01-01', '1900-01-01'],
])('the day %s is a day', (text, day) => {
	expect(toDay(text)).toEqual(silently(day));
});

it.each([
	['0000-00-00', '0000-00-00'],
	['0001-01-01', '0001-01-01'],
])('a text in a free field stays the text that it is: %s', (text, same) => {
	expect(toFree(text)).toEqual(silently(same));
});

const record = (timezone: string, value: string) =>
	inTimezone(timezone, `recordConverter('customer_record')({ date_of_birth: ${value}, city: ${value}, custom_fields: { day: ${value} } }).record`);

it.each(['Australia/Sydney', 'Asia/Beirut', 'America/New_York', 'Europe/Amsterdam', 'UTC'])('so it is wherever n8n runs: %s', (timezone) => {
	expect(record(timezone, 'new Date(0, -1, 0)')).toEqual({});
	expect(record(timezone, 'new Date("0001-01-01T00:00:00")')).toEqual({});
	const asJson = `recordConverter('customer_record')(JSON.parse(JSON.stringify({ date_of_birth: new Date(0, -1, 0), 'link.mobile': '1' }))).record`;
	expect(inTimezone(timezone, asJson)).toEqual({ link: { mobile: '1' } });
});

describe("Snowflake's driver", () => {
	const sfDate = (iso: string, text: string) => `Object.assign(new Date(${JSON.stringify(iso)}), { toJSON: () => ${JSON.stringify(text)} })`;

	it.each(['Australia/Sydney', 'Asia/Beirut', 'America/New_York', 'UTC'])('gives days at midnight in UTC, which are those days in every field in %s', (timezone) => {
		const all = (day: string) => ({ date_of_birth: day, city: day, custom_fields: { day } });
		expect(record(timezone, sfDate('2025-03-30T00:00:00Z', '2025-03-30'))).toEqual(all('2025-03-30'));
		expect(record(timezone, sfDate('1815-12-10T00:00:00Z', '12/10/1815'))).toEqual(all('1815-12-10'));
	});

	it('gives times that are times in free fields, at midnight as well', () => {
		const value = sfDate('2025-03-30T00:00:00Z', '2025-03-30 00:00:00.000 +0000');
		const { custom_fields } = record('Australia/Sydney', value) as { custom_fields: object };
		expect(custom_fields).toEqual({ day: '2025-03-30T00:00:00.000Z' });
	});
});
