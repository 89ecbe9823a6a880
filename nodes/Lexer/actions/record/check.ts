import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Outcomes } from '../../outcomes/outcomes';
import { hintAtRecords } from '../../outcomes/recordHints';
import { readRules, rulesField } from '../../parameters/checkOptions';
import { columnsField, readColumns } from '../../parameters/columns';
import { conversionField, hashNotice, readConversion } from '../../parameters/conversion';
import { showFor } from '../../parameters/display';
import { readKnownRecordType, recordTypeField } from '../../parameters/recordTypes';
import { itemRecords } from '../../preparation/itemRecords';
import { watchColumns } from '../../records/check/columnWatch';
import { createReport } from '../../records/check/report';
import { countDuplicates } from '../../records/duplicates/countDuplicates';
import { automaticOfToolNotice } from '../../parameters/toolNotices';
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
 * rule was broken, the first ten invalid records, and what became of each column.
 */
export async function execute(context: IExecuteFunctions, outcomes: Outcomes): Promise<void> {
	const nextTurn = takeTurns(context.getExecutionCancelSignal());
	const recordType = readKnownRecordType(context, 0);
	const conversion = readConversion(context, 0);
	const { watch, ...columns } = watchColumns(recordType, conversion);
	const reading = { recordType, rules: readRules(context, 0), conversion, watch };
	const { recordOf } = itemRecords(reading, readColumns(context));
	const report = createReport();
	const seeDuplicates = countDuplicates(recordType, report);
	const count = context.getInputData().length;
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		const conversion = recordOf(itemIndex);
		if (conversion.isEmpty) report.addSkipped(1);
		else {
			report.add(itemIndex + 1, conversion.problems, conversion);
			columns.endRecord(conversion.problems);
			if (conversion.problems.length === 0) seeDuplicates(conversion.record, itemIndex);
		}
		const turn = nextTurn();
		if (turn) await turn;
	}
	hintAtRecords(context, report.report());
	const pairedItem = Array.from({ length: count }, (_, item) => ({ item }));
	const mapping = { columns: columns.columns(), missing: columns.missing() };
	outcomes.succeed({ json: { ...report.report(), ...mapping } as IDataObject, pairedItem });
}
