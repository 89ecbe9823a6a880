import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { createCsvWriter, type InputColumn } from '../records/write/csv';
import { createJsonListWriter, createNdjsonWriter } from '../records/write/json';
import type { RecordWriter } from '../records/write/RecordWriter';
import { choiceOf } from './judge';

/** A file format that records can be written in. */
export interface Format {
	extension: string;
	contentType: string;
	/** @param inputColumns those of the records so far: a CSV file has them all in its header */
	createWriter: (inputColumns: readonly InputColumn[]) => RecordWriter;
}

const FORMAT_NAMES = ['csv', 'json', 'ndjson'] as const;

const FORMATS: Record<(typeof FORMAT_NAMES)[number], Format> = {
	csv: { extension: 'csv', contentType: 'text/csv', createWriter: createCsvWriter },
	json: { extension: 'json', contentType: 'application/json', createWriter: createJsonListWriter },
	ndjson: { extension: 'ndjson', contentType: 'application/x-ndjson', createWriter: createNdjsonWriter },
};

export const formatField: INodeProperties = {
	displayName: 'Format',
	name: 'format',
	type: 'options',
	default: 'ndjson',
	options: [
		{ name: 'CSV', value: 'csv', description: 'One header for all records; nested fields have dotted names' },
		{ name: 'JSON', value: 'json', description: 'One list of all records' },
		{ name: 'NDJSON', value: 'ndjson', description: 'One record a line: what Lexer loads fastest' },
	],
	description: 'The format of the file',
};

/**
 * @param value the parameter's value for this item, where it is known already
 * @throws NodeOperationError where an expression gave something that is no format
 */
export function readFormat(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown = context.getNodeParameter('format', itemIndex, 'ndjson'),
): Format {
	const format = choiceOf(value, FORMAT_NAMES);
	if (format !== undefined) return FORMATS[format];
	const advice = `Set 'Format' to one of: ${FORMAT_NAMES.join(', ')}.`;
	throw inputError(context.getNode(), itemIndex, 'The format is not one that records can be written in', advice);
}
