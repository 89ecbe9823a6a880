import type { INodeProperties } from 'n8n-workflow';

import { writeCsv } from '../records/write/csv';
import { writeJson, writeNdjson } from '../records/write/json';

/** A file format that records can be written in. */
export interface Format {
	extension: string;
	contentType: string;
	/** The file of these records, in pieces. */
	write: (records: Iterable<object>) => Iterable<Buffer>;
}

export const FORMATS: Record<string, Format | undefined> = {
	csv: { extension: 'csv', contentType: 'text/csv', write: writeCsv },
	json: { extension: 'json', contentType: 'application/json', write: writeJson },
	ndjson: { extension: 'ndjson', contentType: 'application/x-ndjson', write: writeNdjson },
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
