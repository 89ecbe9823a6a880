import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { RecordType } from '../records/recordTypes';
import { inputError } from '../outcomes/errors';

interface RecordTypeOption {
	name: string;
	value: RecordType;
}

/** Lexer's record types, as its upload API and its datasets name them. */
export const RECORD_TYPES: RecordTypeOption[] = [
	{ name: 'Customer Record', value: 'customer_record' },
	{ name: 'Email Bounce', value: 'email_bounce' },
	{ name: 'Email Click', value: 'email_click' },
	{ name: 'Email Open', value: 'email_open' },
	{ name: 'Email Send', value: 'email_send' },
	{ name: 'Email Subscribe', value: 'email_subscribe' },
	{ name: 'Product', value: 'product' },
	{ name: 'Purchase', value: 'purchase' },
	{ name: 'Return', value: 'return' },
	{ name: 'SMS Click', value: 'sms_click' },
	{ name: 'SMS Send', value: 'sms_send' },
	{ name: 'SMS Subscribe', value: 'sms_subscribe' },
];

/** Stands for records of no type that Lexer describes: nothing is known of their fields. */
export const CUSTOM = 'custom';

const RECORD_TYPES_AND_CUSTOM = [
	{ name: 'Custom', value: CUSTOM, description: 'Records of another kind, which are not checked' },
	...RECORD_TYPES,
];

export function isRecordType(value: string): value is RecordType {
	return RECORD_TYPES.some((option) => option.value === value);
}

/** What each line or item is to Lexer: one of its record types. */
export const recordTypeField: INodeProperties = {
	displayName: 'Record Type',
	name: 'recordType',
	type: 'options',
	default: 'customer_record',
	options: RECORD_TYPES,
	description: 'What each record is to Lexer. It decides which fields a record has.',
};

/** The same for records that may also be of no type that Lexer describes. */
export const recordTypeOrCustomField: INodeProperties = { ...recordTypeField, options: RECORD_TYPES_AND_CUSTOM };

/** @throws NodeOperationError where an expression gave something that is no record type */
export function readRecordType(context: IExecuteFunctions, itemIndex: number): RecordType | typeof CUSTOM {
	const recordType = String(context.getNodeParameter('recordType', itemIndex));
	if (isRecordType(recordType) || recordType === CUSTOM) return recordType;
	const message = 'The record type is not one that Lexer knows';
	throw inputError(context.getNode(), itemIndex, message, 'Choose the Record Type from its list.');
}
