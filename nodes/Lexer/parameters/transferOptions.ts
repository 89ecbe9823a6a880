import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { type ItemOptions, itemOptions, wholeNumber } from './readOption';

const maxTriesField: INodeProperties = {
	displayName: 'Max Tries',
	name: 'maxTries',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 5,
	description: 'How often one file is sent at most before the node gives up on it',
};

const DEFAULT_STALL_TIMEOUT_SECONDS = 60;

/** Where no option says otherwise. */
export const DEFAULT_STALL_TIMEOUT_MS = DEFAULT_STALL_TIMEOUT_SECONDS * 1000;

const stallTimeoutField: INodeProperties = {
	displayName: 'Stall Timeout (Seconds)',
	name: 'stallTimeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_STALL_TIMEOUT_SECONDS,
	description: 'How long a try may go on without any progress. An upload that moves is never cut, however long it takes.',
};

const verifyChecksumField: INodeProperties = {
	displayName: 'Verify Checksum',
	name: 'verifyChecksum',
	type: 'boolean',
	default: true,
	description: 'Whether to compare the checksum of what was sent with the one that the storage reports',
};

/** The options of every operation that sends files, for its `options` collection. */
export const transferOptionFields: INodeProperties[] = [maxTriesField, stallTimeoutField, verifyChecksumField];

export const concurrencyField: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 4,
	description: 'How many files are sent at the same time',
};

export interface TransferOptions {
	maxTries: number;
	stallTimeoutMs: number;
	verifyChecksum: boolean;
}

/** @throws NodeOperationError where an option is not what it has to be */
export function readTransferOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	options: ItemOptions = itemOptions(context, itemIndex),
): TransferOptions {
	return {
		maxTries: options.number(maxTriesField, 5, wholeNumber(1)),
		stallTimeoutMs: options.number(stallTimeoutField, DEFAULT_STALL_TIMEOUT_SECONDS, ABOVE_0) * 1000,
		verifyChecksum: options.boolean(verifyChecksumField, true),
	};
}

/** The files in flight at once: one number for the whole run, taken from the first item. */
export function readConcurrency(context: IExecuteFunctions): number {
	return itemOptions(context, 0).number(concurrencyField, 4, wholeNumber(1));
}

const ABOVE_0 = { wanted: 'a number above 0', isWanted: (value: number) => value > 0 };
