import type { IExecuteFunctions } from 'n8n-workflow';

import type { ReadColumns } from '../parameters/columns';
import { type ColumnWatch, watchColumns } from '../records/check/columnWatch';
import { createReport, type RecordReport } from '../records/check/report';
import { countDuplicates } from '../records/duplicates/countDuplicates';
import type { RecordType } from '../records/recordTypes';
import type { NextTurn } from '../timing/turns';
import { groupItems } from './itemGroups';
import { type RecordReading, itemRecords } from './itemRecords';
import { rowsRefusal } from './rowsRefusal';

/** What a check of items says. */
export type ItemCheck = RecordReport & { columns: ReturnType<ColumnWatch['columns']>; missing: string[] };

type Reading = Omit<RecordReading, 'watch'> & { recordType: RecordType };

/**
 * Checks all items as records, each by itself or, where a column is a part of a list, those with the
 * same key together.
 *
 * @throws NodeOperationError where nothing says which items make one record, and what reading them throws
 */
export async function checkItems(
	context: IExecuteFunctions,
	reading: Reading,
	columnsOf: ReadColumns,
	nextTurn: NextTurn,
): Promise<ItemCheck> {
	return (await checkSingly(context, reading, columnsOf, nextTurn)) ?? (await checkTogether(context, reading, columnsOf, nextTurn));
}

/** @returns undefined once it turns out that several items make a record */
async function checkSingly(
	context: IExecuteFunctions,
	reading: Reading,
	columnsOf: ReadColumns,
	nextTurn: NextTurn,
): Promise<ItemCheck | undefined> {
	const watch = watchColumns(reading.recordType, reading.conversion);
	const records = itemRecords({ ...reading, watch: watch.watch }, columnsOf);
	const report = createReport();
	const seeDuplicates = countDuplicates(reading.recordType, report);
	const count = context.getInputData().length;
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		const conversion = records.recordOf(itemIndex);
		if (records.areRows()) return undefined;
		if (conversion.isEmpty) report.addSkipped(1);
		else {
			report.add(itemIndex + 1, conversion.problems, conversion);
			watch.endRecord(conversion.problems);
			if (conversion.problems.length === 0) seeDuplicates(conversion.record, itemIndex);
		}
		const turn = nextTurn();
		if (turn) await turn;
	}
	return { ...report.report(), columns: watch.columns(), missing: watch.missing() };
}

async function checkTogether(context: IExecuteFunctions, reading: Reading, columnsOf: ReadColumns, nextTurn: NextTurn): Promise<ItemCheck> {
	const watch = watchColumns(reading.recordType, reading.conversion);
	const records = itemRecords({ ...reading, watch: watch.watch }, columnsOf);
	const { key } = records;
	if (key === undefined) throw rowsRefusal(context, 0);
	const groups = groupItems(records, key);
	const report = createReport();
	const seeDuplicates = countDuplicates(reading.recordType, report);
	const count = context.getInputData().length;
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		groups.add(itemIndex);
		const turn = nextTurn();
		if (turn) await turn;
	}
	let number = 0;
	for (const { items, conversion: made } of groups.records()) {
		const conversion = await records.settle(made, nextTurn);
		if (conversion.isEmpty) report.addSkipped(items.length);
		else {
			report.add(++number, conversion.problems, conversion, { row: items[0] + 1 });
			report.addRows(items.length);
			if (conversion.problems.length === 0) seeDuplicates(conversion.record, number);
			watch.endRecord(conversion.problems, true);
		}
		const turn = nextTurn();
		if (turn) await turn;
	}
	return { ...report.report(), columns: watch.columns(), missing: watch.missing() };
}
