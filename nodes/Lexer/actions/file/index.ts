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
				name: 'Upload',
				value: 'upload',
				action: 'Upload file',
				description: 'Send binary files from earlier nodes to Lexer',
			},
			{
				name: 'Check',
				value: 'check',
				action: 'Check file',
				description: "Check the records of CSV, NDJSON and JSON files against Lexer's rules, and send nothing",
			},
			{
				name: 'Create Upload URL',
				value: 'createUploadUrl',
				action: 'Create upload URL',
				description: 'Get a presigned URL for whoever sends the file. In a tool, the model of the AI agent then holds the URL.',
			},
		],
	},
	...upload.description,
	...createUploadUrl.description,
	...check.description,
];
