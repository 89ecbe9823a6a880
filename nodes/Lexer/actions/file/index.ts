import type { INodeProperties } from 'n8n-workflow';

import * as createUploadUrl from './createUploadUrl';
import * as upload from './upload';

export { createUploadUrl, upload };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['file'] } },
		default: 'upload',
		options: [
			{
				name: 'Upload',
				value: 'upload',
				action: 'Upload file',
				description: 'Send binary files from earlier nodes to Lexer',
			},
			{
				name: 'Create Upload URL',
				value: 'createUploadUrl',
				action: 'Create upload URL',
				description: 'Get a presigned URL for whoever sends the file',
			},
		],
	},
	...upload.description,
	...createUploadUrl.description,
];
