import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { hintAt } from '../../outcomes/hintAt';
import type { Outcomes } from '../../outcomes/outcomes';
import { hintAtFiles, type UnknownFieldsFate } from '../../outcomes/recordHints';
import { binaryField } from '../../parameters/binaryField';
import { rulesField } from '../../parameters/checkOptions';
import { fileConversionField, hashNotice } from '../../parameters/conversion';
import { showFor } from '../../parameters/display';
import { csvDelimiterField } from '../../parameters/fileRecordOptions';
import { recordTypeField } from '../../parameters/recordTypes';
import { noFilesNotice } from '../../parameters/toolNotices';
import { checkFile } from '../../preparation/checkFile';
import { eachFile } from '../../preparation/collectFiles';
import type { RecordReport } from '../../records/check/report';
import { takeTurns } from '../../timing/turns';

export const description: INodeProperties[] = showFor('file', 'check', [
	noFilesNotice,
	binaryField,
	recordTypeField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [{ ...csvDelimiterField, displayOptions: {} }, rulesField],
	},
	{ ...fileConversionField, hint: 'Of files that are not CSV, only Encoding is used' },
	hashNotice,
]);

/**
 * Checks the records of the binary files of all items, and sends nothing. Gives one report a file, in
 * the order of the input.
 *
 * @throws NodeOperationError for a file that cannot be read, where On Error says stop
 */
export async function execute(context: IExecuteFunctions, outcomes: Outcomes): Promise<void> {
	const reports: RecordReport[] = [];
	const told = new Set<string>();
	let fate: UnknownFieldsFate | undefined;
	await eachFile(context, outcomes, takeTurns(context.getExecutionCancelSignal()), async (itemIndex, { binary }) => {
		const { report, json, unknownFields, warnings } = await checkFile(context, itemIndex, binary);
		reports.push(report);
		fate ??= unknownFields;
		for (const warning of warnings) told.add(warning);
		outcomes.succeed({ json, pairedItem: { item: itemIndex } });
	});
	for (const warning of told) hintAt(context, warning);
	hintAtFiles(context, reports, fate);
}
