import type { INodeProperties } from 'n8n-workflow';

import * as check from './check';
import { getRecordFields } from '../../parameters/columns';
import * as upload from './upload';

export { check, getRecordFields, upload };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['record'] } },
		default: 'upload',
		options: [
			{
				name: 'Upload',
				value: 'upload',
				action: 'Upload records',
				description: 'Make files of all items, check each, and send them to Lexer',
			},
			{
				name: 'Check',
				value: 'check',
				action: 'Check records',
				description: "Check all items against Lexer's rules, and send nothing",
			},
		],
	},
	...upload.description,
	...check.description,
];
