import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Rules } from '../records/recordTypes';
import { type ItemOptions, itemOptions } from './readOption';

/** What becomes of records that break their record type's rules. */
export type InvalidRecords = 'off' | 'stop' | 'skip';

const INVALID_RECORDS: InvalidRecords[] = ['off', 'stop', 'skip'];
const RULES: Rules[] = ['uploadTool', 'jsonSchema'];

export const invalidRecordsField: INodeProperties = {
	displayName: 'Invalid Records',
	name: 'invalidRecords',
	type: 'options',
	default: 'stop',
	options: [
		{ name: 'Do Not Check', value: 'off', description: 'Send all records that can be written, and count the others' },
		{
			name: 'Skip Them',
			value: 'skip',
			description: "Send the valid records and count the others. With 'On Error' set to continue, those come out with their reason.",
		},
		{ name: 'Stop With an Error', value: 'stop', description: 'Send nothing, and say what is wrong' },
	],
	description: "What to do with records that break their record type's rules",
};

export const rulesField: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'options',
	default: 'uploadTool',
	options: [
		{
			name: 'JSON Schema',
			value: 'jsonSchema',
			description: "As strict as Lexer's published JSON Schemas: every value has its field's type already",
		},
		{
			name: 'Upload Tool',
			value: 'uploadTool',
			description: "As Lexer's own upload tool decides: what converts to a field's type is taken",
		},
	],
	description: 'Whose verdict on a record counts',
};

/** @throws NodeOperationError where an expression gave another value */
export function readInvalidRecords(
	context: IExecuteFunctions,
	itemIndex: number,
	fallback: InvalidRecords,
	options: ItemOptions = itemOptions(context, itemIndex),
): InvalidRecords {
	return options.choice(invalidRecordsField, INVALID_RECORDS, fallback);
}

/** @throws NodeOperationError where an expression gave another value */
export function readRules(context: IExecuteFunctions, itemIndex: number, options: ItemOptions = itemOptions(context, itemIndex)): Rules {
	return options.choice(rulesField, RULES, 'uploadTool');
}
