import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { summarize } from '../../records/check/report';
import { bytesSource } from '../../source/bytesSource';
import { inputError } from '../../outcomes/errors';
import { deliverAll, type Job } from '../../delivery/deliver';
import { destinationFields, readDataset } from '../../parameters/destination';
import { showFor } from '../../parameters/display';
import { orErrorItem } from '../../outcomes/errorItem';
import { invalidRecordsField, readInvalidRecords, rulesField } from '../../parameters/checkOptions';
import { recordTypeOrCustomField } from '../../parameters/recordTypes';
import { refuseUnsendable } from '../../delivery/refuseUnsendable';
import { concurrencyField, readTransferOptions, readWholeNumber, transferOptionFields } from '../../parameters/transferOptions';
import { type CheckedItem, checkItems } from '../../preparation/checkItems';
import { columnsField } from '../../parameters/columns';
import { defaultFileName, fileNames } from '../../delivery/fileNames';
import { type Format, formatField, FORMATS } from '../../parameters/fileFormat';
import { writeParts } from '../../preparation/writeParts';

export const description: INodeProperties[] = showFor('record', 'upload', [
	...destinationFields,
	recordTypeOrCustomField,
	columnsField,
	formatField,
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'customers-2026-01-31-1.ndjson',
		description: 'The name that the file gets at Lexer. Empty: made of the dataset, the record type and the time.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			concurrencyField,
			invalidRecordsField,
			{
				displayName: 'Max Records per File',
				name: 'maxRecordsPerFile',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: 0,
				description: 'How many records one file has at most; more make several files. 0: all in one file.',
			},
			rulesField,
			...transferOptionFields,
		],
	},
]);

/**
 * Makes one file of all incoming items, or several, and sends it to Lexer.
 *
 * @returns a receipt a file; with invalid records skipped and an On Error setting that says
 * "continue", also an error item for each rejected one
 * @throws NodeOperationError for invalid records and bad parameters, before any request; NodeApiError
 * for a delivery that failed
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const collected = await orErrorItem(this, 0, async () => collect(this));
	if ('json' in collected) return [collected];
	const delivered = await deliverAll(this, collected.jobs);
	return this.continueOnFail() ? [...delivered, ...collected.rejected.map(rejectedItem)] : delivered;
}

function collect(context: IExecuteFunctions): { jobs: Job[]; rejected: CheckedItem[] } {
	const dataset = readDataset(context, 0);
	const format = readFormat(context);
	const maxRecords = readWholeNumber(context, 0, 'maxRecordsPerFile', {
		displayName: 'Max Records per File',
		fallback: 0,
		min: 0,
	});
	const transferOptions = readTransferOptions(context, 0);
	const invalidRecords = readInvalidRecords(context, 0, 'stop');
	const { recordType, items, report } = checkItems(context, invalidRecords);
	const { parts, rejected } = writeParts(items, format.write, maxRecords);
	const mayGoOn = invalidRecords === 'skip' && (parts.length > 0 || context.continueOnFail());
	if (rejected.length > 0 && !mayGoOn) {
		throw inputError(
			context.getNode(),
			rejected[0].itemIndex,
			`Nothing was sent: ${summarize(report.report())}`,
			'Mend these items, or set Options > Invalid Records to Skip Them to send the others.',
		);
	}
	const givenName = String(context.getNodeParameter('fileName', 0, '') ?? '').trim();
	const name = givenName || defaultFileName(recordType, format.extension, dataset, Date.now());
	const names = fileNames(name, parts.length);
	const jobs = parts.map(({ pieces, itemIndices, valid }, index): Job => {
		const source = bytesSource(names[index], format.contentType, pieces);
		refuseUnsendable(context.getNode(), 0, source);
		const pairedItem = itemIndices.map((item) => ({ item }));
		const records = { total: itemIndices.length, valid, invalid: itemIndices.length - valid };
		return { itemIndex: itemIndices[0], pairedItem, source, dataset, records, ...transferOptions };
	});
	return { jobs, rejected };
}

function readFormat(context: IExecuteFunctions): Format {
	const format = FORMATS[String(context.getNodeParameter('format', 0, 'ndjson'))];
	if (format !== undefined) return format;
	const advice = `Set Format to one of: ${Object.keys(FORMATS).join(', ')}.`;
	throw inputError(context.getNode(), 0, 'The format is not one that records can be written in', advice);
}

/**
 * An invalid item with what is wrong with it. n8n takes an item that has an `error` in its JSON and
 * nothing else for an error, and adds the input row on the error branch; where the item itself carries
 * an error object, it takes the row away again.
 */
function rejectedItem({ itemIndex, problems }: CheckedItem): INodeExecutionData {
	const reasons = problems.map(({ path, rule }) => [path, rule].filter(Boolean).join(' ')).join('; ');
	return { json: { error: `Record ${itemIndex + 1} was not sent: ${reasons}` }, pairedItem: { item: itemIndex } };
}
