import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { type Guards, NO_GUARDS } from '../records/check/guards';
import { DEFAULT_CONVERSION } from '../records/convert/conversion';
import type { Duplicates } from '../records/duplicates/duplicates';
import type { RecordType, Rules } from '../records/recordTypes';
import { type InvalidRecords, invalidRecordsField, readInvalidRecords, readRules, rulesField } from './checkOptions';
import { type FileConversion, fileConversionField, readFileConversion, refuseHashOfUnconverted } from './conversion';
import { type Mattering, showWhere } from './display';
import { duplicatesField, readDuplicates, refuseDuplicatesOfUnread } from './duplicates';
import { guardFields, readGuards, refuseGuardsOfUnread } from './guards';
import { type ItemOptions, itemOptions } from './readOption';
import { readKnownRecordType, readRecordType, recordTypeOfTeamField } from './recordTypes';

const convertCsvField: INodeProperties = {
	displayName: 'Convert CSV',
	name: 'convertCsv',
	type: 'boolean',
	default: false,
	description:
		"Whether to make NDJSON, which Lexer loads fastest, of CSV files on the way. The header names the fields: link.email stands for email inside link. Values become what the record type's fields want.",
};

export const csvDelimiterField: INodeProperties = {
	displayName: 'CSV Delimiter',
	name: 'csvDelimiter',
	type: 'string',
	default: '',
	placeholder: 'e.g. ;',
	displayOptions: { show: { convertCsv: [true] } },
	description: 'What stands between the cells of the CSV file. Empty: found out from the header. Write \\t for a tab.',
};

const attachRejectedField: INodeProperties = {
	displayName: 'Attach Rejected Records',
	name: 'attachRejected',
	type: 'boolean',
	default: false,
	displayOptions: { hide: { invalidRecords: ['stop'] } },
	description:
		"Whether the receipt's item carries the records that were not sent as the binary field 'rejected': a line of JSON for each, with its number, its problems and the record itself. This is people's data, and n8n keeps it with the execution.",
};

/**
 * An option that looks at records. It is not hidden where nothing reads them: n8n's engine would drop what is set, and a
 * guard would be gone without a word, where now it is refused.
 */
const ofRecords = (field: INodeProperties): INodeProperties => ({
	...field,
	description: `${field.description?.replace(/\.$/, '')}. Only with 'Convert CSV' or 'Invalid Records'.`,
});

/** The options about the records in a file, for its `options` collection. */
export const recordOptionFields: INodeProperties[] = [
	ofRecords(attachRejectedField),
	convertCsvField,
	csvDelimiterField,
	ofRecords(duplicatesField),
	{
		...invalidRecordsField,
		default: 'off',
		description: "What to do with records of an NDJSON or JSON file, or of a converted CSV file, that break their record type's rules",
	},
	...guardFields.map((field) => (field.name === 'minRecords' ? ofRecords(field) : field)),
	ofRecords(rulesField),
];

/** What makes a file's records matter: elsewhere it is sent as it is. */
const CONVERTED: Mattering = ['/options.convertCsv', [true]];
const CHECKED: Mattering = ['/options.invalidRecords', ['skip', 'stop']];

/** A dataset's files have a record type in any case; others need one where an option looks at their records. */
export const recordTypeOfTeamsFilesFields = showWhere(recordTypeOfTeamField, 'options', [[CONVERTED], [CHECKED]]);

/** Hash Emails is seen where it is set: without Convert CSV it is refused. */
export const conversionOfSentFilesFields = showWhere(fileConversionField, 'options', [
	[CONVERTED],
	[CHECKED, { hint: "Without 'Options > Convert CSV' only Encoding is used" }],
	[['/conversion.hashEmails', [true]], { hint: "Used only with 'Options > Convert CSV'" }],
]);

/** What the records of a file go through before it is sent. */
export interface RecordOptions {
	convertCsv: boolean;
	/** one character; without it, it is found out */
	delimiter: string | undefined;
	/** One of Lexer's, `custom`, or one that the node does not know. */
	recordType: string;
	rules: Rules;
	invalidRecords: InvalidRecords;
	/** How names and values of CSV rows become those of records. */
	conversion: FileConversion;
	attachRejected: boolean;
	guards: Guards;
	duplicates: Duplicates;
}

/** What a file for a dataset goes through where no option asks for more: it is sent as it is, but for a list. */
export function sentAsItIs(recordType: string): RecordOptions {
	const conversion = { ...DEFAULT_CONVERSION, encoding: 'auto' } as const;
	return {
		convertCsv: false,
		delimiter: undefined,
		recordType,
		rules: 'uploadTool',
		invalidRecords: 'off',
		conversion,
		attachRejected: false,
		guards: NO_GUARDS,
		duplicates: 'keep',
	};
}

/**
 * Reads what an item's files go through; `undefined` where they are sent as they are.
 *
 * @throws NodeOperationError where an expression gave something that is no such option
 */
export function readRecordOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	options: ItemOptions = itemOptions(context, itemIndex),
): RecordOptions | undefined {
	const convertCsv = options.boolean(convertCsvField, false);
	if (!convertCsv) refuseHashOfUnconverted(context, itemIndex);
	const invalidRecords = readInvalidRecords(context, itemIndex, 'off', options);
	const rules = readRules(context, itemIndex, options);
	const delimiter = readDelimiter(options);
	const guards = readGuards(options, invalidRecords);
	if (!convertCsv && invalidRecords === 'off') {
		refuseGuardsOfUnread(options, guards);
		refuseDuplicatesOfUnread(options);
		return undefined;
	}
	const attachRejected = options.boolean(attachRejectedField, false);
	const conversion = readFileConversion(context, itemIndex);
	const recordType = readRecordType(context, itemIndex);
	return {
		convertCsv,
		delimiter,
		recordType,
		rules,
		invalidRecords,
		conversion,
		attachRejected,
		guards,
		duplicates: readDuplicates(options, recordType),
	};
}

/**
 * Reads how the records of an item's files are checked where nothing is sent.
 *
 * @param convertCsv whether the file is CSV
 * @throws NodeOperationError where an expression gave something that is no such option
 */
export function readFileCheckOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	convertCsv: boolean,
): RecordOptions & { recordType: RecordType } {
	const options = itemOptions(context, itemIndex);
	return {
		convertCsv,
		delimiter: readDelimiter(options),
		recordType: readKnownRecordType(context, itemIndex),
		rules: readRules(context, itemIndex, options),
		invalidRecords: 'skip',
		conversion: readFileConversion(context, itemIndex),
		attachRejected: false,
		guards: NO_GUARDS,
		duplicates: 'keep',
	};
}

/** A delimiter may be a blank: it is taken as it stands. */
function readDelimiter(options: ItemOptions): string | undefined {
	const text = options.text(csvDelimiterField);
	const delimiter = text === '\\t' ? '\t' : text;
	if (delimiter === '') return undefined;
	if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
	throw options.refuse(csvDelimiterField, 'one character that can stand between cells, such as "," or ";", or "\\t" for a tab');
}
