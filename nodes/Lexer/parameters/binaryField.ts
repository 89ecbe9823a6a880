import type { INodeProperties } from 'n8n-workflow';

/** Which files of an item are meant. */
export const binaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field containing the file',
	description: 'Several names are separated by commas. An expression may also give the binary file itself.',
};
