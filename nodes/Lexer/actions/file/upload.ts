import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { deliverAll } from '../../delivery/deliver';
import { fileJobs } from '../../delivery/fileJobs';
import { prepareAll } from '../../delivery/prepareAll';
import type { Outcomes } from '../../outcomes/outcomes';
import { hintAtFiles, type UnknownFieldsFate } from '../../outcomes/recordHints';
import { fileDestinationFields } from '../../parameters/destination';
import { binaryField } from '../../parameters/binaryField';
import { compressionField } from '../../parameters/compression';
import { hashNotice } from '../../parameters/conversion';
import { byLabel, showFor } from '../../parameters/display';
import { emptyFileField } from '../../parameters/emptyFile';
import { conversionOfSentFilesFields, recordOptionFields, recordTypeOfTeamsFilesFields } from '../../parameters/fileRecordOptions';
import { noFilesNotice } from '../../parameters/toolNotices';
import { concurrencyField, transferOptionFields } from '../../parameters/transferOptions';
import { collectFiles } from '../../preparation/collectFiles';
import type { RecordReport } from '../../records/check/report';
import { takeTurns } from '../../timing/turns';

export const description: INodeProperties[] = showFor('file', 'upload', [
	noFilesNotice,
	{ ...binaryField, hint: 'The name of the input binary field containing the file to be uploaded' },
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. customers-2026-01-31-1.csv',
		description: "The name that the file gets at Lexer. Empty: the binary file's own.",
	},
	...fileDestinationFields,
	...recordTypeOfTeamsFilesFields,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: byLabel([
			compressionField,
			concurrencyField,
			{
				displayName: 'Content Type',
				name: 'contentType',
				type: 'string',
				default: '',
				placeholder: 'e.g. text/csv',
				description: "The MIME type sent with the file. Empty: the binary file's own.",
			},
			emptyFileField,
			...recordOptionFields,
			...transferOptionFields,
		]),
	},
	...conversionOfSentFilesFields,
	hashNotice,
]);

/**
 * Sends the binary files of all items to Lexer. Gives, for each file and in the order of the input, a
 * receipt, or a note that an empty file was skipped, or its item with the reason why it failed.
 *
 * @throws NodeOperationError for bad input, before any request; NodeApiError for a delivery that
 * failed: where On Error says stop
 */
export async function execute(context: IExecuteFunctions, outcomes: Outcomes): Promise<void> {
	const files = await collectFiles(context, outcomes, takeTurns(context.getExecutionCancelSignal()));
	const reports: RecordReport[] = [];
	let fate: UnknownFieldsFate | undefined;
	const jobs = fileJobs(context, files, (report, { convertCsv, conversion }) => {
		reports.push(report);
		if (convertCsv) fate ??= conversion.unknownFields;
	});
	const results = await deliverAll(context, context.continueOnFail() ? jobs : await prepareAll(jobs));
	for (const [index, { itemIndex, ofItem }] of files.entries()) {
		const result = results[index];
		if ('error' in result) outcomes.fail(itemIndex, result.error.message, ofItem);
		else outcomes.succeed({ json: result.json, pairedItem: { item: itemIndex }, ...(result.binary && { binary: result.binary }) });
	}
	hintAtFiles(context, reports, fate);
}
