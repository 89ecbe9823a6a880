import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { createCsvWriter } from '../records/write/csv';
import { createJsonListWriter, createNdjsonWriter } from '../records/write/json';
import type { RecordWriter } from '../records/write/RecordWriter';

/** A file format that records can be written in. */
export interface Format {
	extension: string;
	contentType: string;
	createWriter: () => RecordWriter;
}

export const FORMATS: Record<string, Format | undefined> = {
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

/** @throws NodeOperationError where an expression gave something that is no format */
export function readFormat(context: IExecuteFunctions, itemIndex: number): Format {
	const format = FORMATS[String(context.getNodeParameter('format', itemIndex, 'ndjson'))];
	if (format !== undefined) return format;
	const advice = `Set Format to one of: ${Object.keys(FORMATS).join(', ')}.`;
	throw inputError(context.getNode(), itemIndex, 'The format is not one that records can be written in', advice);
}
