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

/** What the records are made of. */
interface CheckInput {
	/** Those to check, in their order. */
	itemIndices: readonly number[];
	columnsOf: ReadColumns;
	/** Called for an item that cannot be read, maybe more than once; may throw. */
	onUnusable(itemIndex: number, cause: unknown): void;
	/** Called between items. */
	nextTurn: NextTurn;
}

/**
 * Checks items as records of one type, each by itself or, where a column is a part of a list, those with the
 * same key together.
 *
 * @throws NodeOperationError where nothing says which items make one record
 */
export async function checkItems(context: IExecuteFunctions, reading: Reading, input: CheckInput): Promise<ItemCheck> {
	return (await checkSingly(reading, input)) ?? (await checkTogether(context, reading, input));
}

/** @returns undefined once it turns out that several items make a record */
async function checkSingly(reading: Reading, input: CheckInput): Promise<ItemCheck | undefined> {
	const { itemIndices, columnsOf, onUnusable, nextTurn } = input;
	const watch = watchColumns(reading.recordType, reading.conversion);
	const records = itemRecords({ ...reading, watch: watch.watch }, columnsOf);
	const report = createReport();
	const seeDuplicates = countDuplicates(reading.recordType, report);
	for (const itemIndex of itemIndices) {
		const turn = nextTurn();
		if (turn) await turn;
		try {
			const conversion = records.recordOf(itemIndex);
			if (records.areRows()) return undefined;
			if (conversion.isEmpty) report.addSkipped(1);
			else {
				report.add(itemIndex + 1, conversion.problems, conversion);
				watch.endRecord(conversion.problems);
				if (conversion.problems.length === 0) seeDuplicates(conversion.record, itemIndex);
			}
		} catch (cause) {
			onUnusable(itemIndex, cause);
		}
	}
	return { ...report.report(), columns: watch.columns(), missing: watch.missing() };
}

async function checkTogether(context: IExecuteFunctions, reading: Reading, input: CheckInput): Promise<ItemCheck> {
	const { itemIndices, columnsOf, onUnusable, nextTurn } = input;
	const watch = watchColumns(reading.recordType, reading.conversion);
	const records = itemRecords({ ...reading, watch: watch.watch }, columnsOf);
	const { key } = records;
	if (key === undefined) throw rowsRefusal(context, itemIndices[0]);
	const groups = groupItems(records, key);
	const report = createReport();
	const seeDuplicates = countDuplicates(reading.recordType, report);
	for (const itemIndex of itemIndices) {
		try {
			groups.add(itemIndex);
		} catch (cause) {
			onUnusable(itemIndex, cause);
		}
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
