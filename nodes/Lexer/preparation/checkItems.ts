import type { IExecuteFunctions } from 'n8n-workflow';

import { checkRecord } from '../records/check/checkRecord';
import { type Conversion, type LexerRecord, recordConverter } from '../records/convert/recordConverter';
import type { RecordType } from '../records/recordTypes';
import { createReport, type ReportBuilder } from '../records/check/report';
import { type InvalidRecords, readRules } from '../parameters/checkOptions';
import { CUSTOM, readRecordType } from '../parameters/recordTypes';
import { readColumns } from '../parameters/columns';

/** An input item as a record; valid where it has no problems. */
export interface CheckedItem extends Conversion {
	itemIndex: number;
}

export interface CheckedItems {
	recordType: RecordType | typeof CUSTOM;
	/** All items, one after another, each made when it is asked for. */
	items: Iterator<CheckedItem, void>;
	/** What the items were that have been asked for; its record numbers count them from 1. */
	report: ReportBuilder;
}

/**
 * Makes a record of each item, converts its values, and checks it against its record type.
 *
 * @param invalidRecords with `off` an item is invalid only where it cannot be written
 * @throws NodeOperationError where the record type or the columns are not usable
 */
export function checkItems(context: IExecuteFunctions, invalidRecords: InvalidRecords): CheckedItems {
	const recordType = readRecordType(context, 0);
	const rules = readRules(context, 0);
	const check = (record: LexerRecord) =>
		invalidRecords === 'off' || recordType === CUSTOM ? [] : checkRecord(recordType, rules, record);
	const columnsOf = readColumns(context);
	const convert = recordConverter(recordType);
	const report = createReport();
	const count = context.getInputData().length;
	const items = function* () {
		for (let itemIndex = 0; itemIndex < count; itemIndex++) {
			const { record, problems: lost, notes } = convert(columnsOf(itemIndex));
			const problems = lost.length > 0 ? lost : check(record);
			report.add(itemIndex + 1, problems);
			yield { itemIndex, record, problems, notes };
		}
	};
	return { recordType, items: items(), report };
}
