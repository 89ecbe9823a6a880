import { type IBinaryData, type IExecuteFunctions, type INodeExecutionData, type INodeProperties, isBinaryValue } from 'n8n-workflow';

import { binarySource } from '../../source/binarySource';
import type { Source } from '../../source/Source';
import { inputError } from '../../outcomes/errors';
import { deliverAll, type Job } from '../../delivery/deliver';
import { fileDestinationFields, readDataset } from '../../parameters/destination';
import { showFor } from '../../parameters/display';
import { orErrorItem } from '../../outcomes/errorItem';
import { refuseUnsendable } from '../../delivery/refuseUnsendable';
import { concurrencyField, readTransferOptions, transferOptionFields } from '../../parameters/transferOptions';
import { checkSource, type CheckedSource } from '../../preparation/checkSource';
import { readRecordOptions, recordOptionFields, recordTypeOfTeamField } from '../../parameters/fileRecordOptions';

export const description: INodeProperties[] = showFor('file', 'upload', [
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'data',
		hint: 'The name of the input binary field containing the file to be uploaded',
		description:
			'Several names are separated by commas. An expression may also give the binary file itself.',
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'customers-2026-01-31-1.csv',
		description: "The name that the file gets at Lexer. Empty: the binary file's own.",
	},
	...fileDestinationFields,
	recordTypeOfTeamField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			concurrencyField,
			{
				displayName: 'Content Type',
				name: 'contentType',
				type: 'string',
				default: '',
				placeholder: 'text/csv',
				description: "The MIME type sent with the file. Empty: the binary file's own.",
			},
			{
				displayName: 'Empty File',
				name: 'emptyFile',
				type: 'options',
				default: 'error',
				options: [
					{ name: 'Skip', value: 'skip', description: 'Send nothing, and say so in the output' },
					{ name: 'Stop With an Error', value: 'error' },
					{ name: 'Upload', value: 'upload', description: 'Send the file with its 0 bytes' },
				],
				description: 'What to do with a file of 0 bytes',
			},
			...recordOptionFields,
			...transferOptionFields,
		],
	},
]);

/**
 * Sends the binary files of all items to Lexer.
 *
 * @returns one item a file: a receipt, a note that an empty file was skipped, or, where On Error says
 * "continue", an error item; in the order of the input
 * @throws NodeOperationError for bad input, before any request; NodeApiError for a delivery that failed
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const entries: Array<INodeExecutionData | Job> = [];
	for (let itemIndex = 0; itemIndex < this.getInputData().length; itemIndex++) {
		entries.push(...(await collectFiles(this, itemIndex)));
	}
	const jobs = entries.filter(isJob);
	const delivered = await deliverAll(this, jobs);
	const outputOf = new Map(jobs.map((job, index) => [job, delivered[index]]));
	return entries.flatMap((entry) => (isJob(entry) ? (outputOf.get(entry) ?? []) : entry));
}

function isJob(entry: INodeExecutionData | Job): entry is Job {
	return 'source' in entry;
}

/** An item's files as jobs; as output items those that need no sending or, with "continue", cannot be sent. */
async function collectFiles(context: IExecuteFunctions, itemIndex: number): Promise<Array<INodeExecutionData | Job>> {
	const names = await orErrorItem(context, itemIndex, async () => readBinaryFields(context, itemIndex));
	if (!Array.isArray(names)) return [names];
	const entries: Array<INodeExecutionData | Job> = [];
	for (const name of names) {
		entries.push(await orErrorItem(context, itemIndex, async () => await collectFile(context, itemIndex, name)));
	}
	return entries;
}

/** The fields that hold the item's files: their names, or one file itself where an expression gave it. */
function readBinaryFields(context: IExecuteFunctions, itemIndex: number): Array<string | IBinaryData> {
	const value = context.getNodeParameter('binaryPropertyName', itemIndex);
	if (isBinaryValue(value)) return [value];
	const names = String(value)
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) {
		throw inputError(
			context.getNode(),
			itemIndex,
			'No input binary field is named',
			'Set Input Binary Field to the field that holds the file, usually "data".',
		);
	}
	return names;
}

async function collectFile(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string | IBinaryData,
): Promise<INodeExecutionData | Job> {
	const node = context.getNode();
	const options = context.getNodeParameter('options', itemIndex, {});
	const binary = context.helpers.assertBinaryData(itemIndex, field);
	const overrides = {
		fileName: String(context.getNodeParameter('fileName', itemIndex, '') ?? ''),
		contentType: options.contentType as string | undefined,
	};
	const source = await binarySource(context.helpers, binary, overrides).catch(() => undefined);
	if (source === undefined) {
		const message = `The file ${nameOf(field)} cannot be read from n8n's binary store`;
		throw inputError(node, itemIndex, message, 'Its binary data may have been deleted. Run the node that makes the file again.');
	}
	refuseUnsendable(node, itemIndex, source);
	const dataset = readDataset(context, itemIndex);
	const checked = await readyToSend(context, itemIndex, source);
	const pairedItem = { item: itemIndex };
	if (checked.source.sizeBytes === 0 && options.emptyFile === 'skip') {
		return { json: { fileName: checked.source.name, fileSize: 0, skipped: true }, pairedItem };
	}
	if (checked.source.sizeBytes === 0 && options.emptyFile !== 'upload') {
		const advice = 'Set Options > Empty File to Skip or Upload if files without content are expected.';
		throw inputError(node, itemIndex, `The file "${checked.source.name}" is empty`, advice);
	}
	return { itemIndex, pairedItem, ...checked, dataset, ...readTransferOptions(context, itemIndex) };
}

/** The file as it will be sent: as it is, or with its records checked and converted. */
async function readyToSend(context: IExecuteFunctions, itemIndex: number, source: Source): Promise<CheckedSource> {
	const recordOptions = readRecordOptions(context, itemIndex);
	if (recordOptions === undefined || source.sizeBytes === 0) return { source };
	const checked = await checkSource(context, itemIndex, source, recordOptions);
	refuseUnsendable(context.getNode(), itemIndex, checked.source);
	const { contentType } = context.getNodeParameter('options', itemIndex, {});
	return contentType ? { ...checked, source: { ...checked.source, contentType: String(contentType) } } : checked;
}

function nameOf(field: string | IBinaryData): string {
	return typeof field === 'string' ? `of field "${field}"` : `"${field.fileName ?? 'without a name'}"`;
}
