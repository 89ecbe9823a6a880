import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { deliverAll } from '../../delivery/deliver';
import { recordJobs } from '../../delivery/recordJobs';
import { failHeldBack, failInvalid, failRows, rowsOf } from '../../delivery/rowOutcomes';
import { asNodeError, inputError } from '../../outcomes/errors';
import type { Outcomes } from '../../outcomes/outcomes';
import { hintAtRecords } from '../../outcomes/recordHints';
import { DUPLICATES_ADVICE, GUARD_ADVICE, invalidAdvice } from '../../outcomes/recordReasons';
import { invalidRecordsField, readInvalidRecords, rulesField } from '../../parameters/checkOptions';
import { columnsField, readColumns } from '../../parameters/columns';
import { compressionField } from '../../parameters/compression';
import { conversionField, hashNotice } from '../../parameters/conversion';
import { destinationFields } from '../../parameters/destination';
import { byLabel, showFor } from '../../parameters/display';
import { formatField } from '../../parameters/fileFormat';
import { duplicatesField, readRunDuplicates } from '../../parameters/duplicates';
import { guardFields, readGuards } from '../../parameters/guards';
import { itemOptions } from '../../parameters/readOption';
import { maxRecordsPerFileField, readRecordTargets } from '../../parameters/recordTarget';
import { recordTypeOfDatasetField, recordTypeOfTeamField } from '../../parameters/recordTypes';
import { automaticOfToolNotice } from '../../parameters/toolNotices';
import { concurrencyField, transferOptionFields } from '../../parameters/transferOptions';
import { type HoldBack, holdBack } from '../../preparation/holdBack';
import type { RecordFile } from '../../preparation/recordFile';
import { recordFiles } from '../../preparation/recordFiles';
import { mergeReports } from '../../records/check/report';
import { type NextTurn, takeTurns } from '../../timing/turns';

/** Receipts come before the rows that are in none of them. */
const BEFORE_ROWS = -1;

export const description: INodeProperties[] = showFor('record', 'upload', [
	...destinationFields,
	recordTypeOfDatasetField,
	recordTypeOfTeamField,
	columnsField,
	automaticOfToolNotice,
	formatField,
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. customers-2026-01-31-1.ndjson',
		description: 'The name that the file gets at Lexer. Empty: made of the dataset, the record type and the time.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: byLabel([
			compressionField,
			concurrencyField,
			duplicatesField,
			invalidRecordsField,
			...guardFields,
			maxRecordsPerFileField,
			rulesField,
			...transferOptionFields,
		]),
	},
	conversionField,
	hashNotice,
]);

/**
 * Makes files of the incoming items, one for each combination of destination, dataset, record type,
 * format and file name, and sends them to Lexer. Gives a receipt a file; each item whose record is
 * not delivered is an error item with its own reason.
 *
 * @throws NodeOperationError for invalid records and bad parameters, before any request; NodeApiError
 * for a delivery that failed: where On Error says stop
 */
export async function execute(context: IExecuteFunctions, outcomes: Outcomes): Promise<void> {
	const nextTurn = takeTurns(context.getExecutionCancelSignal());
	const options = itemOptions(context, 0);
	const duplicates = readRunDuplicates(options);
	let unusable = 0;
	const files = await recordFiles(context, {
		targetOf: readRecordTargets(context),
		columnsOf: readColumns(context),
		keepsLast: duplicates === 'keepLast',
		nextTurn,
		onUnusable(itemIndex, cause) {
			const error = asNodeError(context.getNode(), cause, itemIndex);
			if (!context.continueOnFail()) throw error;
			outcomes.fail(itemIndex, error.message);
			unusable++;
		},
	});
	const invalidRecords = readInvalidRecords(context, 0, 'stop', options);
	const mayContinue = context.continueOnFail();
	const held = holdBack(files, unusable, { invalidRecords, guards: readGuards(options, invalidRecords), duplicates, mayContinue });
	if (held && !mayContinue) throw heldBackError(context, files, held);
	if (mayContinue) await failInvalid(files, outcomes, held, nextTurn);
	if (held) await failHeldBack(files, outcomes, held, nextTurn);
	else await send(context, files, outcomes, nextTurn);
	hintAtRecords(context, mergeReports(files.map(({ report }) => report.report())), files[0]?.target.conversion.unknownFields);
}

async function send(context: IExecuteFunctions, files: RecordFile[], outcomes: Outcomes, nextTurn: NextTurn): Promise<void> {
	const invalidOf = ({ invalidItems }: RecordFile) => (context.continueOnFail() ? [] : invalidItems.map(({ itemIndex }) => itemIndex));
	// What only invalid items were meant for is not sent: where they come out by themselves, there is nothing left to say of it.
	const filesToSend = files.filter((file) => file.itemIndices.length + file.emptyItems.length + invalidOf(file).length > 0);
	const results = await deliverAll(context, recordJobs(context, filesToSend, Date.now()));
	for (const [index, result] of results.entries()) {
		const file = filesToSend[index];
		if ('error' in result) await failRows(outcomes, rowsOf(file), () => result.error.message, nextTurn);
		else {
			const pairedItem = [...rowsOf(file), ...invalidOf(file)].sort((one, other) => one - other).map((item) => ({ item }));
			outcomes.succeed({ json: result.json, pairedItem }, BEFORE_ROWS);
		}
	}
}

function heldBackError(context: IExecuteFunctions, files: RecordFile[], { summary, cause }: HoldBack) {
	const found = mergeReports(files.map(({ report }) => report.report()));
	const advice = { invalid: invalidAdvice(found), guard: GUARD_ADVICE, duplicates: DUPLICATES_ADVICE }[cause];
	return inputError(context.getNode(), undefined, `Nothing was sent: ${summary}`, advice);
}
