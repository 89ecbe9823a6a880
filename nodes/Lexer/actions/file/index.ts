import type { INodeProperties } from 'n8n-workflow';

import * as check from './check';
import * as createUploadUrl from './createUploadUrl';
import * as upload from './upload';

export { check, createUploadUrl, upload };

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
				name: 'Check',
				value: 'check',
				action: 'Check the records of a file',
				description: "Check the records of CSV, NDJSON and JSON files against Lexer's rules, and send nothing",
			},
			{
				name: 'Create Upload URL',
				value: 'createUploadUrl',
				action: 'Create an upload URL',
				description: 'Get a presigned URL for whoever sends the file',
			},
			{
				name: 'Upload',
				value: 'upload',
				action: 'Upload a file',
				description: 'Send binary files from earlier nodes to Lexer',
			},
		],
	},
	...upload.description,
	...createUploadUrl.description,
	...check.description,
];
