import { isDeepStrictEqual } from 'node:util';

import { ADA, file, hinted } from '../case.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const PEOPLE = [
	{ link: { email: ADA }, first_name: 'Ada' },
	{ link: { email: 'grace@example.com' }, first_name: 'Grace' },
];
const BAD = { link: { email: 'no-address-of-anybody' }, first_name: 'Alan' };
const DATASET = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'customer_record' };
const STOP = { invalidRecords: 'stop' };
const SKIP = { invalidRecords: 'skip' };

const asList = (/** @type {unknown[]} */ records, /** @type {number} */ indent = 0) => JSON.stringify(records, null, indent);
/** As our own JSON format writes it: a record a line. */
const asOurList = (/** @type {unknown[]} */ records) => `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;

/**
 * The same records, as a list or one a line.
 * @param {unknown[]} records
 */
const holds = (records) => (/** @type {string} */ text) => isDeepStrictEqual(text?.trimStart().startsWith('[') ? JSON.parse(text) : text?.split('\n').filter(Boolean).map((line) => JSON.parse(line)), records);

let files = 0;

/**
 * @param {string} name
 * @param {string | Buffer} content
 * @param {Partial<Parameters<typeof file>[0]>} more
 * @returns {Case}
 */
function json(name, content, { fileName = `data-json${++files}.json`, ...more }) {
	return file({ name, fileName, bytes: Buffer.from(content), options: STOP, lines: /** @type {any} */ (holds(PEOPLE)), records: { total: 2 }, ...more });
}

/** @type {Case[]} */
export const jsonFiles = [
	json('a list on one line is a list of records', asList(PEOPLE), {}),
	json('so is one of a record a line, as our own JSON format writes it', asOurList(PEOPLE), {}),
	json('and one that is printed prettily', asList(PEOPLE, 2), {}),
	json('and one with Windows line ends and blanks around it', `\r\n  ${asList(PEOPLE, 4).replaceAll('\n', '\r\n')}\r\n \r\n`, {}),
	json('of a list with an invalid record nothing is sent, and the record is told by its number', asOurList([PEOPLE[0], BAD, PEOPLE[1]]), {
		lines: undefined,
		records: undefined,
		failed: [[0, /1 of 3 records is invalid: record 2\b.*link\.email/]],
	}),
	json('or the others are sent where it is skipped', asList([PEOPLE[0], BAD, PEOPLE[1]], 2), { options: SKIP, records: { total: 3, valid: 2 } }),
	json('objects one after another without line ends are records', PEOPLE.map((record) => JSON.stringify(record)).join(''), {}),
	json('so are objects that are printed prettily, one after another', PEOPLE.map((record) => JSON.stringify(record, null, '\t')).join('\n'), {}),
	json('of those, an invalid one is skipped', [PEOPLE[0], BAD, PEOPLE[1]].map((record) => JSON.stringify(record)).join(' '), { options: SKIP, records: { total: 3, valid: 2 } }),
	json('a file of one object is one record', JSON.stringify(PEOPLE[0], null, 2), { lines: /** @type {any} */ (holds([PEOPLE[0]])), records: { total: 1 } }),
	json('a list that breaks off is not sent', asList(PEOPLE, 2).slice(0, -20), { lines: undefined, records: undefined, failed: [[0, /JSON|read|record|end/i]] }),
	json('a list for a dataset is read as records, whatever Invalid Records says', asList([...PEOPLE], 2), { lexer: DATASET, options: {}, records: { total: 2 } }),
	json('the digits of large numbers are those of the file', `[{"link":{"customer_id":"1"},"custom_fields":{"n":12345678901234567890, "d": 1.10}}]`, {
		options: STOP,
		lines: /"n":\s*12345678901234567890,\s*"d":\s*1\.10?\b/,
		records: { total: 1 },
	}),
	json('a list of nothing has no record, and is no error', '[]\n', { lines: undefined, records: { total: 0 } }),
	json('lines with Windows ends, and blank ones between them, are records', `${JSON.stringify(PEOPLE[0])}\r\n\r\n   \n${JSON.stringify(PEOPLE[1])}\r\n`, {
		fileName: 'data-windows.ndjson',
		records: { total: 2, skipped: () => true },
	}),
	json('a byte-order mark is left out, and told', `\ufeff${PEOPLE.map((record) => `${JSON.stringify(record)}\n`).join('')}`, {
		fileName: 'data-mark.ndjson',
		lines: /** @type {any} */ ((/** @type {string} */ text) => !text?.startsWith('\ufeff') && holds(PEOPLE)(text)),
		also: ({ succeeded, hints }) => (/byte.order mark/i.test(JSON.stringify([succeeded[0]?.json, hints])) ? [] : ['the mark is not told']),
	}),
	json('so it is before a list', `\ufeff${asList(PEOPLE, 2)}`, {
		lines: /** @type {any} */ ((/** @type {string} */ text) => !text?.startsWith('\ufeff') && holds(PEOPLE)(text)),
		also: ({ succeeded, hints }) => (/byte.order mark/i.test(JSON.stringify([succeeded[0]?.json, hints])) ? [] : ['the mark is not told']),
	}),
	json('a file that is sent as it is keeps its mark, with a hint', `\ufeff${JSON.stringify(PEOPLE[0])}\n`, {
		fileName: 'data-kept-mark.ndjson',
		options: {},
		lines: /^\ufeff\{/,
		delivered: [{ fileName: 'data-kept-mark.ndjson', records: undefined }],
		also: ({ hints }) => (hints.some((hint) => /byte.order mark/i.test(hint)) ? [] : [`no hint tells the mark: ${JSON.stringify(hints)}`]),
	}),
	json('so does a CSV file', '\ufefflink.email\nada@example.com\n', {
		fileName: 'data-kept-mark.csv',
		options: {},
		lines: /^\ufefflink/,
		delivered: [{ fileName: 'data-kept-mark.csv', records: undefined }],
		also: ({ hints }) => (hints.some((hint) => /byte.order mark/i.test(hint)) ? [] : [`no hint tells the mark: ${JSON.stringify(hints)}`]),
	}),
	json('unknown fields of records in a file are told', asList([{ ...PEOPLE[0], frist_name: 'Augusta' }], 2), {
		lines: /** @type {any} */ (holds([{ ...PEOPLE[0], frist_name: 'Augusta' }])),
		records: { total: 1, unknownFields: [{ name: 'frist_name', records: 1, suggestion: 'first_name' }] },
		also: hinted('frist_name'),
	}),
	json('a list of no objects has no valid record', '[1, "two", null, ["three"]]', { lines: undefined, records: undefined, failed: [[0, /4 of 4 records are invalid/]] }),
];
