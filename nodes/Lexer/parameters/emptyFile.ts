import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

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

export function readEmptyFile(context: IExecuteFunctions, itemIndex: number): EmptyFile {
	return (context.getNodeParameter('options', itemIndex, {}).emptyFile ?? 'error') as EmptyFile;
}
