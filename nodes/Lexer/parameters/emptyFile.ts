import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { type ItemOptions, itemOptions } from './readOption';

/** What becomes of a file of 0 bytes. */
export type EmptyFile = 'error' | 'skip' | 'upload';

export const emptyFileField: INodeProperties = {
	displayName: 'Empty File',
	name: 'emptyFile',
	type: 'options',
	default: 'error',
	options: [
		{ name: 'Skip', value: 'skip', description: 'Send nothing, and say so in the output' },
		{ name: 'Stop With an Error', value: 'error' },
		{ name: 'Upload', value: 'upload', description: 'Send the file with its 0 bytes' },
	],
	description: 'What to do with a file of 0 bytes',
};

/** @throws NodeOperationError where an expression gave another value */
export function readEmptyFile(
	context: IExecuteFunctions,
	itemIndex: number,
	options: ItemOptions = itemOptions(context, itemIndex),
): EmptyFile {
	return options.choice(emptyFileField, ['error', 'skip', 'upload'], 'error');
}
