import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DatasetLoad } from '../transport/uploadUrl';
import { inputError } from '../outcomes/errors';
import { isRecordType, RECORD_TYPES, recordTypeField } from './recordTypes';

/** Where Lexer takes the file: its team by hand, or a dataset by itself. */
export const destinationFields: INodeProperties[] = [
	{
		displayName: 'Destination',
		name: 'destination',
		type: 'options',
		noDataExpression: true,
		default: 'team',
		options: [
			{
				name: 'Dataset',
				value: 'dataset',
				description: 'Lexer loads the file into a dataset by itself',
			},
			{
				name: "Lexer's Team",
				value: 'team',
				description: "Lexer's team is told of the file and takes it from there",
			},
		],
		description: 'What happens with the file at Lexer',
	},
	{
		displayName: 'Dataset ID',
		name: 'datasetId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'a1b2c3d4',
		displayOptions: { show: { destination: ['dataset'] } },
		description: 'The ID that Lexer shows for the dataset',
	},
];

/** The destination of files: a dataset also needs to be told what their lines are. */
export const fileDestinationFields: INodeProperties[] = [
	...destinationFields,
	{ ...recordTypeField, displayOptions: { show: { destination: ['dataset'] } } },
];

/**
 * Reads the dataset that an item's file goes to; `undefined` stands for Lexer's team.
 *
 * @throws NodeOperationError where the dataset has no ID or the record type is not one of Lexer's
 */
export function readDataset(context: IExecuteFunctions, itemIndex: number): DatasetLoad | undefined {
	if (context.getNodeParameter('destination', itemIndex) !== 'dataset') return undefined;
	const datasetId = String(context.getNodeParameter('datasetId', itemIndex, '')).trim();
	const recordType = String(context.getNodeParameter('recordType', itemIndex));
	if (datasetId === '') {
		throw inputError(
			context.getNode(),
			itemIndex,
			'The dataset ID is empty',
			"Set Dataset ID to the one that Lexer shows for the dataset, or Destination to Lexer's Team.",
		);
	}
	if (!isRecordType(recordType)) {
		throw inputError(
			context.getNode(),
			itemIndex,
			'The record type is not one that Lexer loads into datasets',
			`Set Record Type to one of: ${RECORD_TYPES.map(({ value }) => value).join(', ')}.`,
		);
	}
	return { datasetId, recordType };
}
