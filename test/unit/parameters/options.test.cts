import type { IDataObject } from 'n8n-workflow';

import { readInvalidRecords, readRules } from '../../../nodes/Lexer/parameters/checkOptions';
import { readEmptyFile } from '../../../nodes/Lexer/parameters/emptyFile';
import { readRecordOptions } from '../../../nodes/Lexer/parameters/fileRecordOptions';
import { readContentType } from '../../../nodes/Lexer/parameters/fileTexts';
import { readConcurrency, readTransferOptions } from '../../../nodes/Lexer/parameters/transferOptions';
import { contextFor } from '../../support/engine.cjs';

const FILE = { resource: 'file', operation: 'upload' };

/** A context whose items' options are what their JSON says: expressions, as people write them. */
function contextWith(options: IDataObject, parameters: IDataObject = FILE) {
	const expressions = Object.fromEntries(Object.keys(options).map((name) => [name, `={{ $json.${name} }}`]));
	const items = [{ json: {} }, { json: options }];
	return contextFor({ credential: { apiToken: '', baseUrl: '' }, parameters: { ...parameters, options: expressions }, items });
}

const transfer = (options: IDataObject) => readTransferOptions(contextWith(options), 1);
const records = (options: IDataObject) => readRecordOptions(contextWith(options), 1);

it('have their defaults where nobody added them', () => {
	expect(transfer({})).toEqual({ maxTries: 5, stallTimeoutMs: 60_000, verifyChecksum: true });
	expect(records({})).toBeUndefined();
	const context = contextWith({});
	expect(readConcurrency(context)).toBe(4);
	expect(readContentType(context, 0)).toBeUndefined();
	expect(readEmptyFile(context, 0)).toBe('error');
	expect(readInvalidRecords(context, 0, 'stop')).toBe('stop');
	expect(readRules(context, 0)).toBe('uploadTool');
});

it('say what they say, as texts too', () => {
	expect(transfer({ maxTries: ' 3 ', stallTimeout: '0.5', verifyChecksum: 'false' })).toEqual({ maxTries: 3, stallTimeoutMs: 500, verifyChecksum: false });
	expect(transfer({ verifyChecksum: 'true' }).verifyChecksum).toBe(true);
	expect(records({ convertCsv: 'false' })).toBeUndefined();
	expect(records({ convertCsv: 'true', csvDelimiter: '\\t', invalidRecords: ' skip ', rules: 'jsonSchema' })).toMatchObject({
		convertCsv: true,
		delimiter: '\t',
		recordType: 'customer_record',
		rules: 'jsonSchema',
		invalidRecords: 'skip',
	});
	expect(records({ convertCsv: 1, csvDelimiter: ' ' })?.delimiter).toBe(' ');
	expect(readEmptyFile(contextWith({ emptyFile: ' upload ' }), 1)).toBe('upload');
});

it.each([
	['text/csv', 'text/csv'],
	[' text/csv ; charset=utf-8 ', 'text/csv ; charset=utf-8'],
	['application/vnd.ms-excel', 'application/vnd.ms-excel'],
	['', undefined],
	['  ', undefined],
])('read the content type %j', (contentType, expected) => {
	expect(readContentType(contextWith({ contentType }), 1)).toBe(expected);
});

type Read = (context: ReturnType<typeof contextWith>) => unknown;
const ofTransfer: Read = (context) => readTransferOptions(context, 1);
const ofRecords: Read = (context) => readRecordOptions(context, 1);

it.each<[string, string, Read, unknown[]]>([
	['Max Tries', 'maxTries', ofTransfer, ['', null, 0, -1, 2.5, '2.5', 'two', true, {}, [3], '1e400', 1e17]],
	['Stall Timeout (Seconds)', 'stallTimeout', ofTransfer, ['', null, 0, -1, '0', '-5', '1 minute', false, {}, []]],
	['Verify Checksum', 'verifyChecksum', ofTransfer, ['', null, 2, 'maybe', {}, []]],
	['Convert CSV', 'convertCsv', ofRecords, ['', null, 2, 'csv', {}, []]],
	['CSV Delimiter', 'csvDelimiter', ofRecords, [null, '||', '"', '\n', true, {}, []]],
	['Invalid Records', 'invalidRecords', ofRecords, ['', null, 'Skip', 'none', 0, false, {}, ['off']]],
	['Rules', 'rules', ofRecords, ['', null, 'toString', 'UploadTool', 1, {}]],
	['Content Type', 'contentType', (context) => readContentType(context, 1), [null, 'csv', 'text/csv\r\nX: 1', 'text/ü', 'text/csv; ü', 'text /csv', true, {}, ['text/csv']]],
	['Empty File', 'emptyFile', (context) => readEmptyFile(context, 1), ['', null, 'SKIP', 'ignore', false, {}]],
])('name Options > %s and the item where an expression gave what it cannot be', (label, name, read, values) => {
	for (const value of [...values, undefined]) {
		const context = contextWith({ convertCsv: true, [name]: value } as IDataObject);
		let error: unknown;
		try {
			read(context);
		} catch (caught) {
			error = caught;
		}
		expect([value, error]).toEqual([value, expect.objectContaining({ message: expect.stringContaining(`'Options > ${label}' is not `), context: { itemIndex: 1 } })]);
	}
});
