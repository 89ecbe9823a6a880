import { type IDataObject, type IExecuteFunctions, type INodeProperties, NodeOperationError } from 'n8n-workflow';

import { asNodeError } from '../../outcomes/errors';
import type { Outcomes } from '../../outcomes/outcomes';
import { hintAtRecords, type UnknownFieldsFate } from '../../outcomes/recordHints';
import { readRules, rulesField } from '../../parameters/checkOptions';
import { columnsField, readColumns } from '../../parameters/columns';
import { conversionField, hashNotice, readConversion } from '../../parameters/conversion';
import { showFor } from '../../parameters/display';
import { hasExpression, itemParameter } from '../../parameters/itemParameter';
import { readKnownRecordType, recordTypeField } from '../../parameters/recordTypes';
import { automaticOfToolNotice } from '../../parameters/toolNotices';
import { checkItems } from '../../preparation/checkItems';
import { isBlankItem } from '../../preparation/isBlankItem';
import { mergeReports, type RecordReport } from '../../records/check/report';
import type { RecordType } from '../../records/recordTypes';
import { type NextTurn, StoppedError, takeTurns } from '../../timing/turns';

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
 * Checks all incoming items as records, and sends nothing. Gives one report of each record type: totals,
 * how often each rule was broken, the first ten invalid records, and what became of each column. Where On
 * Error says continue, an item that cannot be read is an error item with its own reason, as it is in an upload.
 *
 * @throws NodeOperationError for bad parameters, and for the first item that cannot be read where On Error says stop
 */
export async function execute(context: IExecuteFunctions, outcomes: Outcomes): Promise<void> {
	const nextTurn = takeTurns(context.getExecutionCancelSignal());
	const columnsOf = readColumns(context);
	const reasons = new Map<number, string>();
	const onUnusable = (itemIndex: number, cause: unknown) => {
		if (cause instanceof StoppedError) throw cause;
		const error = asNodeError(context.getNode(), cause, itemIndex);
		if (!context.continueOnFail()) throw error;
		reasons.set(itemIndex, error.message);
	};
	const itemsOf = await itemsByRecordType(context, onUnusable, nextTurn);
	const reports: RecordReport[] = [];
	let fate: UnknownFieldsFate | undefined;
	for (const [recordType, itemIndices] of itemsOf) {
		try {
			const [first] = itemIndices;
			const conversion = readConversion(context, first);
			const reading = { recordType, rules: readRules(context, first), conversion };
			const report = await checkItems(context, reading, { itemIndices, columnsOf, onUnusable, nextTurn });
			const pairedItem = itemIndices.filter((item) => !reasons.has(item)).map((item) => ({ item }));
			if (pairedItem.length === 0) continue;
			reports.push(report);
			fate ??= conversion.unknownFields;
			const json = { ...(itemsOf.size > 1 && { recordType }), ...report } as unknown as IDataObject;
			outcomes.succeed({ json, pairedItem });
		} catch (cause) {
			for (const itemIndex of itemIndices) onUnusable(itemIndex, cause);
		}
	}
	for (const [itemIndex, reason] of reasons) outcomes.fail(itemIndex, reason);
	hintAtRecords(context, mergeReports(reports), fate);
}

async function itemsByRecordType(
	context: IExecuteFunctions,
	onUnusable: (itemIndex: number, cause: unknown) => void,
	nextTurn: NextTurn,
): Promise<Map<RecordType, number[]>> {
	const recordTypeOf = itemParameter(context, 'recordType', 'customer_record');
	const isOfItem = hasExpression(context.getNode().parameters.recordType);
	const items = context.getInputData();
	const itemsOf = new Map<RecordType, number[]>();
	const add = (recordType: RecordType, itemIndex: number) => {
		const sameType = itemsOf.get(recordType) ?? [];
		itemsOf.set(recordType, sameType);
		sameType.push(itemIndex);
	};
	const blankItems: number[] = [];
	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		const turn = nextTurn();
		if (turn) await turn;
		try {
			add(readKnownRecordType(context, itemIndex, recordTypeOf(itemIndex)), itemIndex);
		} catch (cause) {
			if (isOfItem && cause instanceof NodeOperationError && isBlankItem(items[itemIndex])) blankItems.push(itemIndex);
			else onUnusable(itemIndex, cause);
		}
	}
	// No records of whatever type: they are counted with those of the first.
	const [anyType = 'customer_record'] = itemsOf.keys();
	for (const itemIndex of blankItems) add(anyType, itemIndex);
	return itemsOf;
}
