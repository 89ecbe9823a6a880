import type { INodeProperties } from 'n8n-workflow';

import type { Guards } from '../records/check/guards';
import type { InvalidRecords } from './checkOptions';
import { type ItemOptions, NEEDS_RECORDS, type NumberBounds, wholeNumber } from './readOption';

const maxInvalidPercentField: INodeProperties = {
	displayName: 'Max Invalid Percent',
	name: 'maxInvalidPercent',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: 100,
	displayOptions: { show: { invalidRecords: ['skip'] } },
	description: 'Nothing is sent where more records than so many percent are invalid. 100: however many.',
};

const minRecordsField: INodeProperties = {
	displayName: 'Min Records',
	name: 'minRecords',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 0,
	description: 'Nothing is sent where fewer records are valid. 0: however few.',
};

/** The guards of runs that nobody watches, for an `options` collection. */
export const guardFields: INodeProperties[] = [maxInvalidPercentField, minRecordsField];

const PERCENT: NumberBounds = { wanted: 'a percentage from 0 to 100', isWanted: (value) => value >= 0 && value <= 100 };

/**
 * @param invalidRecords what becomes of invalid records: where they are not skipped, no share of them is allowed for
 * @throws NodeOperationError where an expression gave something else
 */
export function readGuards(options: ItemOptions, invalidRecords: InvalidRecords): Guards {
	const maxInvalidPercent = options.number(maxInvalidPercentField, 100, PERCENT);
	return {
		maxInvalidPercent: invalidRecords === 'skip' ? maxInvalidPercent : 100,
		minRecords: options.number(minRecordsField, 0, wholeNumber(0)),
	};
}

/**
 * Refuses a guard over records that are not read: it would watch nothing.
 *
 * @throws NodeOperationError
 */
export function refuseGuardsOfUnread(options: ItemOptions, { minRecords }: Guards): void {
	if (minRecords > 0) throw options.refuseUse(minRecordsField, NEEDS_RECORDS);
}
