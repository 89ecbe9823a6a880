import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { asNodeError } from '../../outcomes/errors';
import type { Outcomes } from '../../outcomes/outcomes';
import { hintAtRecords } from '../../outcomes/recordHints';
import { readRules, rulesField } from '../../parameters/checkOptions';
import { columnsField, readColumns } from '../../parameters/columns';
import { conversionField, hashNotice, readConversion } from '../../parameters/conversion';
import { showFor } from '../../parameters/display';
import { readKnownRecordType, recordTypeField } from '../../parameters/recordTypes';
import { automaticOfToolNotice } from '../../parameters/toolNotices';
import { checkItems } from '../../preparation/checkItems';
import { takeTurns } from '../../timing/turns';

export const description: INodeProperties[] = showFor('record', 'check', [
	recordTypeField,
	columnsField,
	automaticOfToolNotice,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [rulesField],
	},
	conversionField,
	hashNotice,
]);

/**
 * Checks all incoming items as records, and sends nothing. Gives one report: totals, how often each
 * rule was broken, the first ten invalid records, and what became of each column. Where On Error says
 * continue, an item that cannot be read is an error item with its own reason, as it is in an upload.
 *
 * @throws NodeOperationError for bad parameters, and for the first item that cannot be read where On Error says stop
 */
export async function execute(context: IExecuteFunctions, outcomes: Outcomes): Promise<void> {
	const nextTurn = takeTurns(context.getExecutionCancelSignal());
	const recordType = readKnownRecordType(context, 0);
	const conversion = readConversion(context, 0);
	const reading = { recordType, rules: readRules(context, 0), conversion };
	const reasons = new Map<number, string>();
	const onUnusable = (itemIndex: number, cause: unknown) => {
		const error = asNodeError(context.getNode(), cause, itemIndex);
		if (!context.continueOnFail()) throw error;
		reasons.set(itemIndex, error.message);
	};
	const report = await checkItems(context, reading, { columnsOf: readColumns(context), onUnusable, nextTurn });
	for (const [itemIndex, reason] of reasons) outcomes.fail(itemIndex, reason);
	const pairedItem = [...outcomes.open()].map((item) => ({ item }));
	if (pairedItem.length === 0) return;
	hintAtRecords(context, report, conversion.unknownFields);
	outcomes.succeed({ json: { ...report } as unknown as IDataObject, pairedItem });
}
