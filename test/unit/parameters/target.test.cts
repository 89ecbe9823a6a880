import type { IDataObject } from 'n8n-workflow';

import { readDataset } from '../../../nodes/Lexer/parameters/destination';
import { readFileName } from '../../../nodes/Lexer/parameters/fileTexts';
import { readRecordTargets } from '../../../nodes/Lexer/parameters/recordTarget';
import { readKnownRecordType, readRecordType, recordTypeWarnings } from '../../../nodes/Lexer/parameters/recordTypes';
import { contextFor } from '../../support/engine.cjs';

const GOOD = { destination: 'dataset', datasetId: 'a1b2c3d4', recordType: 'purchase', format: 'ndjson', fileName: '' };
type Name = keyof typeof GOOD;

/** A context whose every parameter is an expression that gives what the item's JSON says. */
function contextWith(rows: object[], parameters: IDataObject = {}) {
	const expressions = Object.fromEntries(Object.keys(GOOD).map((name) => [name, `={{ $json.${name} }}`]));
	const items = rows.map((row) => ({ json: { ...GOOD, ...row } as IDataObject }));
	return contextFor({
		credential: { apiToken: '', baseUrl: '' },
		parameters: { resource: 'record', operation: 'upload', ...expressions, ...parameters },
		items,
	});
}

function targetOf(row: object) {
	const { dataset, recordType, format, fileName } = readRecordTargets(contextWith([{}, row]))(1);
	return { dataset, recordType, format: format.extension, fileName };
}

/** What an expression may give in place of a text. */
const NO_TEXTS = [null, undefined, NaN, true, false, {}, { id: 'a' }, [], ['a'], new Date(0)];

it('is read for each item', () => {
	expect(targetOf({})).toEqual({ dataset: { datasetId: 'a1b2c3d4', recordType: 'purchase' }, recordType: 'purchase', format: 'ndjson', fileName: '' });
	expect(targetOf({ destination: 'team', format: ' csv ', fileName: ' a.csv ' })).toEqual({ dataset: undefined, recordType: 'purchase', format: 'csv', fileName: 'a.csv' });
});

it('is the same object for items that say the same', () => {
	const read = readRecordTargets(contextWith([{}, { datasetId: 'other' }, { datasetId: ' a1b2c3d4 ' }, { destination: 'team', datasetId: null }, { destination: 'team' }]));
	const targets = [0, 1, 2, 3, 4].map(read);
	expect(targets.map((target) => targets.indexOf(target))).toEqual([0, 1, 0, 3, 3]);
});

it('asks n8n for nothing twice where the parameters are texts or name fields', () => {
	const context = contextWith([{}, {}, {}], { destination: 'dataset', format: 'csv' });
	const asked = jest.spyOn(context, 'getNodeParameter');
	const read = readRecordTargets(context);
	read(0);
	const before = asked.mock.calls.length;
	[1, 2].forEach(read);
	expect(asked.mock.calls.length).toBe(before);
});

it.each([
	['abc', 'abc'],
	[' abc\n', 'abc'],
	['A-b_9', 'A-b_9'],
	['550e8400-e29b-41d4-a716-446655440000', '550e8400-e29b-41d4-a716-446655440000'],
	['eu.set:1~2', 'eu.set:1~2'],
	[12345678, '12345678'],
	[0, '0'],
])('takes the dataset ID %p', (datasetId, expected) => {
	expect(targetOf({ datasetId }).dataset?.datasetId).toBe(expected);
});

it.each<[Name, unknown[], string]>([
	[
		'datasetId',
		[...NO_TEXTS, '', '  ', 'a b', 'a/b', '/', 'a\\b', 'a\nb', 'a\u0007b', 'a\u200bb', '.', '..', '-a', 'ü', 'null', 'undefined', 'NaN', 'x[object Object]', 'a'.repeat(300)],
		'The dataset ID ',
	],
	['recordType', [...NO_TEXTS, '', ' ', 'cate gory', 'a/b', 7, '7', 'a-b', 'null', 'undefined', 'custom', 'a'.repeat(200)], 'The record type '],
	['destination', [...NO_TEXTS, '', 'Dataset', 'lexer', 1], 'The destination is not one of its choices'],
	['format', [...NO_TEXTS, '', 'xml', 'toString', 'constructor', 'CSV', 1], 'The format is not one that records can be written in'],
	['fileName', [...NO_TEXTS, 'a-[object Object].csv'], 'The file name is not a text'],
	[
		'fileName',
		['null', 'undefined', 'NaN', ' null ', 'null.ndjson', 'undefined.csv', 'null.csv.gz'],
		'The file name is what an expression writes for a missing value',
	],
])('refuses a %s that is none, with the number of its item', (name, values, message) => {
	for (const value of values) {
		let error: unknown;
		try {
			targetOf({ [name]: value });
		} catch (caught) {
			error = caught;
		}
		expect([value, error]).toEqual([value, expect.objectContaining({ message: expect.stringContaining(message), context: { itemIndex: 1 } })]);
	}
});

it('never says what an expression gave', () => {
	for (const name of ['datasetId', 'recordType', 'fileName', 'format', 'destination']) {
		for (const value of ['a private/value', { secret: 'a private value' }, ['a private value']]) {
			if (name === 'fileName' && typeof value === 'string') continue;
			let error: unknown;
			try {
				targetOf({ [name]: value });
			} catch (caught) {
				error = caught;
			}
			expect(error).toBeInstanceOf(Error);
			expect(JSON.stringify(error) + String(error)).not.toContain('private');
		}
	}
});

it.each([
	['', ''],
	[' a.csv ', 'a.csv'],
	[20260131, '20260131'],
	['nullable.csv', 'nullable.csv'],
	['Null.csv', 'Null.csv'],
	['null-customers.csv', 'null-customers.csv'],
])('reads the file name %p', (fileName, expected) => {
	expect(readFileName(contextWith([{ fileName }]), 0)).toBe(expected);
});

it('takes the file name "null.csv" from who writes it there', () => {
	expect(readFileName(contextWith([{}], { fileName: 'null.csv' }), 0)).toBe('null.csv');
});

it('takes a record type that only Lexer knows, and warns of it', () => {
	expect(targetOf({ recordType: ' category ' })).toMatchObject({ dataset: { recordType: 'category' }, recordType: 'category' });
	expect(recordTypeWarnings('category')).toEqual([expect.stringContaining('"category"')]);
	expect([...recordTypeWarnings('purchase'), ...recordTypeWarnings('custom')]).toEqual([]);
});

it('takes only a known record type where its fields are needed', () => {
	const context = contextWith([{}, { recordType: 'category' }, { recordType: 'custom' }]);
	expect(readKnownRecordType(context, 0)).toBe('purchase');
	for (const itemIndex of [1, 2]) expect(() => readKnownRecordType(context, itemIndex)).toThrow('The record type is not one whose fields the node knows');
});

it("looks at a dataset's ID only where the file goes to a dataset", () => {
	expect(targetOf({ destination: 'team', datasetId: { a: 1 } }).dataset).toBeUndefined();
});

it('is read by n8n where no faster way is given', () => {
	const context = contextWith([{}, { destination: 'team' }, { datasetId: null }]);
	expect(readDataset(context, 0)).toEqual({ datasetId: 'a1b2c3d4', recordType: 'purchase' });
	expect(readDataset(context, 1)).toBeUndefined();
	expect(() => readDataset(context, 2)).toThrow('The dataset ID is not a text');
	expect(readRecordType(context, 0)).toBe('purchase');
});
