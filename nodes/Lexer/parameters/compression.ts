import type { INodeProperties } from 'n8n-workflow';

import type { ItemOptions } from './readOption';

/** How a file is compressed on its way. */
export type Compression = 'none' | 'gzip';

export const compressionField: INodeProperties = {
	displayName: 'Compression',
	name: 'compression',
	type: 'options',
	default: 'none',
	options: [
		{
			name: 'Gzip',
			value: 'gzip',
			description: 'A twelfth of the size for customers as NDJSON. Ask Lexer first whether your dataset takes it.',
		},
		{ name: 'None', value: 'none', description: 'Send files as they are' },
	],
	description: 'How to compress files before they are sent',
};

/** @throws NodeOperationError where an expression gave another value */
export function readCompression(options: ItemOptions): Compression {
	return options.choice(compressionField, ['none', 'gzip'], 'none');
}
