import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import * as file from './actions/file';
import * as record from './actions/record';
import { execute } from './actions/router';

/** The node as n8n loads it: what the panel shows, and the way to the operations. */
export class Lexer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lexer',
		name: 'lexer',
		icon: { light: 'file:lexer.svg', dark: 'file:lexer.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Upload files and records to the Lexer customer data platform',
		defaults: { name: 'Lexer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'lexerApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				default: 'file',
				options: [
					{ name: 'File', value: 'file' },
					{ name: 'Record', value: 'record' },
				],
			},
			...file.description,
			...record.description,
		],
	};

	methods = { resourceMapping: { getRecordFields: record.getRecordFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await execute.call(this)];
	}
}
