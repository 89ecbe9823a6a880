import type { INodeProperties } from 'n8n-workflow';

import type { Duplicates } from '../records/duplicates/duplicates';
import { isKeyed, KEYED_RECORD_TYPES } from '../records/duplicates/keys';
import { type ItemOptions, NEEDS_RECORDS } from './readOption';

const CHOICES: Duplicates[] = ['keep', 'keepFirst', 'keepLast', 'stop'];

export const duplicatesField: INodeProperties = {
	displayName: 'Duplicates',
	name: 'duplicates',
	type: 'options',
	default: 'keep',
	displayOptions: { show: { '/recordType': [...KEYED_RECORD_TYPES] } },
	options: [
		{ name: 'Keep', value: 'keep', description: 'Send all of them, and do not look for them' },
		{
			name: 'Keep the First',
			value: 'keepFirst',
			description: 'Leave out records that have the key of an earlier one, and count them',
		},
		{
			name: 'Keep the Last',
			value: 'keepLast',
			description: 'Leave out records that have the key of a later one, and count them. The records are read twice.',
		},
		{ name: 'Stop With an Error', value: 'stop', description: 'Send nothing, and say which they are' },
	],
	description:
		'What to do with valid records that have the same key: of customers the link, of products the reference, of purchases and returns the ID',
};

/**
 * What becomes of duplicates in a run of items: one choice for all of them, taken from the first.
 *
 * @throws NodeOperationError where an expression gave another value
 */
export function readRunDuplicates(options: ItemOptions): Duplicates {
	return options.choice(duplicatesField, CHOICES, 'keep');
}

/** @throws NodeOperationError where an expression gave another value, or the records have no key */
export function readDuplicates(options: ItemOptions, recordType: string): Duplicates {
	const duplicates = readRunDuplicates(options);
	if (duplicates === 'keep' || isKeyed(recordType)) return duplicates;
	throw options.refuseUse(duplicatesField, {
		what: 'compares keys, and this record type has none',
		advice: 'Only customer records, products, purchases and returns have one: set it to Keep',
	});
}

/**
 * Refuses to look for duplicates among records that are not read.
 *
 * @throws NodeOperationError
 */
export function refuseDuplicatesOfUnread(options: ItemOptions): void {
	if (readRunDuplicates(options) === 'keep') return;
	throw options.refuseUse(duplicatesField, NEEDS_RECORDS);
}
