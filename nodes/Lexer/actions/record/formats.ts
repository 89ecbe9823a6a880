import type { INodeProperties } from 'n8n-workflow';

import { csvText } from '../../records/write/csv';
import { jsonArrayText, ndjsonText } from '../../records/write/json';

/** A file format that records can be written in. */
export interface Format {
	extension: string;
	contentType: string;
	/** The records as text, some at a time. */
	write: (records: Iterable<object>) => Iterable<string>;
}

export const FORMATS: Record<string, Format | undefined> = {
	csv: { extension: 'csv', contentType: 'text/csv', write: csvText },
	json: { extension: 'json', contentType: 'application/json', write: jsonArrayText },
	ndjson: { extension: 'ndjson', contentType: 'application/x-ndjson', write: ndjsonText },
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
