import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DatasetLoad } from '../transport/uploadUrl';
import { inputError } from '../outcomes/errors';
import type { ReadForItem } from './itemParameter';
import { choiceOf } from './judge';
import { readText } from './readText';
import { CUSTOM, isMissingName, readRecordType, RECORD_TYPES, recordTypeOfDatasetField } from './recordTypes';

const DESTINATIONS = ['dataset', 'team'] as const;

/** Where Lexer takes the file: its team by hand, or a dataset by itself. */
export const destinationFields: INodeProperties[] = [
	{
		displayName: 'Destination',
		name: 'destination',
		type: 'options',
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
		placeholder: 'e.g. a1b2c3d4',
		displayOptions: { show: { destination: ['dataset'] } },
		hint: 'In Lexer: Manage > Datasets > the dataset > view',
		description: 'The ID that Lexer shows for the dataset. Lexer sets a new dataset up before it takes files.',
	},
];

/** The destination of files: a dataset also needs to be told what their lines are. */
export const fileDestinationFields: INodeProperties[] = [...destinationFields, recordTypeOfDatasetField];

/** What says which dataset an item's file goes to, each read only where it counts. */
export interface DatasetParameters {
	destination: ReadForItem;
	datasetId: ReadForItem;
	recordType: ReadForItem;
}

/**
 * Reads the dataset that an item's file goes to; `undefined` stands for Lexer's team.
 *
 * @param parameters their values, where there is a faster way to read them than n8n's
 * @throws NodeOperationError where the dataset has no ID, or the record type is none that a dataset takes
 */
export function readDataset(context: IExecuteFunctions, itemIndex: number, parameters?: DatasetParameters): DatasetLoad | undefined {
	const destination = parameters ? parameters.destination(itemIndex) : context.getNodeParameter('destination', itemIndex);
	switch (choiceOf(destination, DESTINATIONS)) {
		case 'team':
			return undefined;
		case 'dataset': {
			const datasetId = readDatasetId(context, itemIndex, parameters?.datasetId(itemIndex));
			const recordType = readRecordType(context, itemIndex, parameters?.recordType(itemIndex));
			if (recordType !== CUSTOM) return { datasetId, recordType };
			const message = 'The record type is not one that Lexer loads into datasets';
			const advice = `Set 'Record Type' to one of: ${RECORD_TYPES.map(({ value }) => value).join(', ')}.`;
			throw inputError(context.getNode(), itemIndex, message, advice);
		}
		default: {
			const advice = `Set 'Destination' to one of: ${DESTINATIONS.join(', ')}.`;
			throw inputError(context.getNode(), itemIndex, 'The destination is not one of its choices', advice);
		}
	}
}

/** Letters, digits, hyphens and underscores, and what other systems put into IDs; it also becomes part of a file's name. */
const DATASET_ID = /^[a-z\d_][a-z\d_.:~-]{0,199}$/i;

function readDatasetId(context: IExecuteFunctions, itemIndex: number, value: unknown): string {
	const parameter = { name: 'datasetId', displayName: 'Dataset ID', subject: 'The dataset ID' };
	const datasetId = readText(context, itemIndex, parameter, value);
	if (DATASET_ID.test(datasetId) && !isMissingName(datasetId)) return datasetId;
	const what = datasetId === '' ? 'is empty' : 'is not one that a dataset can have';
	const advice =
		"Set 'Dataset ID' to the one that Lexer shows under Manage > Datasets > the dataset > view, or 'Destination' to Lexer's Team.";
	throw inputError(context.getNode(), itemIndex, `The dataset ID ${what}`, advice);
}
