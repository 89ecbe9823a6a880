import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { RecordType, Rules } from '../records/recordTypes';
import { inputError } from '../outcomes/errors';
import { type InvalidRecords, invalidRecordsField, readInvalidRecords, readRules, rulesField } from './checkOptions';
import { type CUSTOM, readRecordType, recordTypeOrCustomField } from './recordTypes';

/** The options about the records in a file, for its `options` collection. */
export const recordOptionFields: INodeProperties[] = [
	{
		displayName: 'Convert CSV',
		name: 'convertCsv',
		type: 'boolean',
		default: false,
		description:
			"Whether to make NDJSON, which Lexer loads fastest, of CSV files on the way. The header names the fields: link.email stands for email inside link. Values become what the record type's fields want.",
	},
	{
		displayName: 'CSV Delimiter',
		name: 'csvDelimiter',
		type: 'string',
		default: '',
		placeholder: ';',
		displayOptions: { show: { convertCsv: [true] } },
		description: 'What stands between the cells of the CSV file. Empty: found out from the header. Write \\t for a tab.',
	},
	{
		...invalidRecordsField,
		default: 'off',
		description:
			"What to do with records of an NDJSON file, or of a converted CSV file, that break their record type's rules",
	},
	rulesField,
];

/**
 * A dataset's files have a record type in any case; others need one where an option looks at their
 * records. n8n cannot show a field only when an option is set.
 */
export const recordTypeOfTeamField: INodeProperties = {
	...recordTypeOrCustomField,
	displayOptions: { show: { destination: ['team'] } },
	hint: 'Used only by Options > Convert CSV and Invalid Records',
};

/** What the records of a file go through before it is sent. */
export interface RecordOptions {
	convertCsv: boolean;
	/** one character; without it, it is found out */
	delimiter: string | undefined;
	recordType: RecordType | typeof CUSTOM;
	rules: Rules;
	invalidRecords: InvalidRecords;
}

/**
 * Reads what an item's files go through; `undefined` where they are sent as they are.
 *
 * @throws NodeOperationError where an expression gave something that is no such option
 */
export function readRecordOptions(context: IExecuteFunctions, itemIndex: number): RecordOptions | undefined {
	const convertCsv = context.getNodeParameter('options', itemIndex, {}).convertCsv === true;
	const invalidRecords = readInvalidRecords(context, itemIndex, 'off');
	if (!convertCsv && invalidRecords === 'off') return undefined;
	const recordType = readRecordType(context, itemIndex);
	const delimiter = readDelimiter(context, itemIndex);
	return { convertCsv, delimiter, recordType, rules: readRules(context, itemIndex), invalidRecords };
}

function readDelimiter(context: IExecuteFunctions, itemIndex: number): string | undefined {
	const value = String(context.getNodeParameter('options', itemIndex, {}).csvDelimiter ?? '');
	const delimiter = value === '\\t' ? '\t' : value;
	if (delimiter === '') return undefined;
	if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
	const message = 'Options > CSV Delimiter is not one character that can stand between cells';
	throw inputError(context.getNode(), itemIndex, message, 'Set it to "," or ";" or "\\t" for a tab, or remove the option.');
}
