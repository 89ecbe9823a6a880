import { csvFiles } from './csv.mjs';
import { databaseDates } from './databaseDates.mjs';
import { dates } from './dates.mjs';
import { empty } from './empty.mjs';
import { jsonFiles } from './json.mjs';
import { names } from './names.mjs';
import { numbers } from './numbers.mjs';
import { orders } from './orders.mjs';
import { phones } from './phones.mjs';
import { programs } from './programs.mjs';
import { rejectedRecords } from './rejected.mjs';
import { types } from './types.mjs';
import { unchecked } from './unchecked.mjs';
import { unknown } from './unknown.mjs';

/** All cases, by what they are about. @type {Array<{ theme: string, cases: import('../../suite/case.mjs').Case[] }>} */
export const CASES = [
	{ theme: 'names of columns find their fields', cases: names },
	{ theme: 'unknown fields are told', cases: unknown },
	{ theme: 'dates are what they mean, or are reported', cases: dates },
	{ theme: "dates of databases' drivers", cases: databaseDates },
	{ theme: 'numbers are what they mean, or are reported', cases: numbers },
	{ theme: 'mobile numbers', cases: phones },
	{ theme: 'empty means empty', cases: empty },
	{ theme: 'types that JSON lacks', cases: types },
	{ theme: 'CSV as it is', cases: csvFiles },
	{ theme: 'files as programs write them', cases: programs },
	{ theme: 'orders from rows', cases: orders },
	{ theme: 'JSON files', cases: jsonFiles },
	{ theme: 'rejected records of files are not lost', cases: rejectedRecords },
	{ theme: 'records that are not checked', cases: unchecked },
];
