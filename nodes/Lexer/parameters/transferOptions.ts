import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';

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
	const stallTimeout = Number(options.stallTimeout ?? 60);
	if (!Number.isFinite(stallTimeout) || stallTimeout <= 0) {
		throw notUsable(context, itemIndex, 'Stall Timeout', 'a number above 0');
	}
	return {
		maxTries: readWholeNumber(context, itemIndex, 'maxTries', { displayName: 'Max Tries', fallback: 5, min: 1 }),
		stallTimeoutMs: stallTimeout * 1000,
		verifyChecksum: options.verifyChecksum !== false,
	};
}

/** The files in flight at once: one number for the whole run, taken from the first item. */
export function readConcurrency(context: IExecuteFunctions): number {
	return readWholeNumber(context, 0, 'concurrency', { displayName: 'Concurrency', fallback: 4, min: 1 });
}

/** @throws NodeOperationError where an expression gave something that is no such number */
export function readWholeNumber(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	{ displayName, fallback, min }: { displayName: string; fallback: number; min: number },
): number {
	const value = Number(context.getNodeParameter('options', itemIndex, {})[name] ?? fallback);
	if (Number.isInteger(value) && value >= min) return value;
	throw notUsable(context, itemIndex, displayName, `a whole number of at least ${min}`);
}

function notUsable(context: IExecuteFunctions, itemIndex: number, displayName: string, wanted: string) {
	const message = `Options > ${displayName} is not a number that can be used`;
	return inputError(context.getNode(), itemIndex, message, `Set it to ${wanted}, or remove the option.`);
}
