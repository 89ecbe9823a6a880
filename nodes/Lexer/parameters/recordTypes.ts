import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { RecordType } from '../records/recordTypes';
import { inputError } from '../outcomes/errors';
import { EXPRESSION } from './display';
import { readText } from './readText';

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
	{ name: 'Custom', value: CUSTOM, description: "Records of another kind, for Lexer's team: they are not checked" },
	...RECORD_TYPES,
];

/** Whether it is one of Lexer's record types that the node knows. */
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

const PARAMETER = { name: 'recordType', displayName: 'Record Type', subject: 'The record type' };

/** What a dataset takes: every record there has one of Lexer's types. */
export const recordTypeOfDatasetField: INodeProperties = {
	...recordTypeField,
	displayOptions: { show: { destination: ['dataset'] } },
};

/** The same for what goes to Lexer's team, which may also be of no type that Lexer describes. */
export const recordTypeOfTeamField: INodeProperties = {
	...recordTypeField,
	options: RECORD_TYPES_AND_CUSTOM,
	// Not shown by "show": where 'Destination' is an expression, that would show this one as well.
	displayOptions: { hide: { destination: ['dataset', EXPRESSION] } },
};

/** A name as Lexer's record types have them; Lexer adds new ones, which are sent on as they are. */
const RECORD_TYPE_NAME = /^[a-z][a-z\d_]{0,99}$/i;

/**
 * An item's record type: one of Lexer's that the node knows, `custom`, or one that only Lexer knows.
 *
 * @param value the parameter's value for this item, where it is known already
 * @throws NodeOperationError where an expression gave what cannot be the name of one
 */
export function readRecordType(context: IExecuteFunctions, itemIndex: number, value?: unknown): string {
	const recordType = readText(context, itemIndex, PARAMETER, value);
	if (RECORD_TYPE_NAME.test(recordType) && !isMissingName(recordType)) return recordType;
	throw notARecordType(context, itemIndex, recordType === '' ? 'is empty' : 'is not a name that a record type can have');
}

/**
 * The same where nothing could be said of another one.
 *
 * @param value the parameter's value for this item, where it is known already
 * @throws NodeOperationError where it is not one of those that the node knows
 */
export function readKnownRecordType(context: IExecuteFunctions, itemIndex: number, value?: unknown): RecordType {
	const recordType = readRecordType(context, itemIndex, value);
	if (isRecordType(recordType)) return recordType;
	throw notARecordType(context, itemIndex, 'is not one whose fields the node knows');
}

/** What a receipt warns of. */
export function recordTypeWarnings(recordType: string): string[] {
	if (recordType === CUSTOM || isRecordType(recordType)) return [];
	return [`The record type "${recordType}" is not one that this version of the node knows: its records were sent unchecked.`];
}

/** Whether a text is what an expression writes for a value that is not there. */
export function isMissingName(text: string): boolean {
	return text === 'null' || text === 'undefined' || text === 'NaN';
}

function notARecordType(context: IExecuteFunctions, itemIndex: number, what: string) {
	const advice = "Choose 'Record Type' from its list, or look at its expression.";
	return inputError(context.getNode(), itemIndex, `The record type ${what}`, advice);
}
