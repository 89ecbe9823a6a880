import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { inputError } from '../errors';

/** The options of every operation that sends files, for its `options` collection. */
export const transferOptionFields: INodeProperties[] = [
	{
		displayName: 'Max Tries',
		name: 'maxTries',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 5,
		description: 'How often one file is sent at most before the node gives up on it',
	},
	{
		displayName: 'Stall Timeout',
		name: 'stallTimeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'Seconds without any progress after which a try is given up. An upload that moves is never cut, however long it takes.',
	},
	{
		displayName: 'Verify Checksum',
		name: 'verifyChecksum',
		type: 'boolean',
		default: true,
		description: 'Whether to compare the MD5 of what was sent with the one that the storage reports',
	},
];

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

/** @throws NodeOperationError where an expression gave something that is no such number */
export function readTransferOptions(context: IExecuteFunctions, itemIndex: number): TransferOptions {
	const options = context.getNodeParameter('options', itemIndex, {});
	return {
		maxTries: readNumber(context, itemIndex, options, 'maxTries', 'Max Tries', 5),
		stallTimeoutMs: readNumber(context, itemIndex, options, 'stallTimeout', 'Stall Timeout', 60) * 1000,
		verifyChecksum: options.verifyChecksum !== false,
	};
}

/** The files in flight at once: one number for the whole run, taken from the first item. */
export function readConcurrency(context: IExecuteFunctions): number {
	const options = context.getNodeParameter('options', 0, {});
	return readNumber(context, 0, options, 'concurrency', 'Concurrency', 4);
}

function readNumber(
	context: IExecuteFunctions,
	itemIndex: number,
	options: IDataObject,
	name: string,
	displayName: string,
	fallback: number,
): number {
	const value = Number(options[name] ?? fallback);
	const wholeNumbersOnly = name !== 'stallTimeout';
	const valid = wholeNumbersOnly ? Number.isInteger(value) && value >= 1 : Number.isFinite(value) && value > 0;
	if (valid) return value;
	throw inputError(
		context.getNode(),
		itemIndex,
		`Options > ${displayName} is not a number that can be used`,
		`Set it to ${wholeNumbersOnly ? 'a whole number of at least 1' : 'a number above 0'}, or remove the option.`,
	);
}
