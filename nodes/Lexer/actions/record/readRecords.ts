import type { IExecuteFunctions } from 'n8n-workflow';

import { checkRecord } from '../../records/checkRecord';
import { type Conversion, type LexerRecord, recordConverter } from '../../records/convert/recordConverter';
import type { RecordType } from '../../records/recordTypes';
import { createReport, type RecordReport } from '../../records/report';
import { inputError } from '../errors';
import { type InvalidRecords, readRules } from '../shared/recordOptions';
import { CUSTOM, isRecordType } from '../shared/recordTypes';
import { readColumns } from './columns';

/** All input items as records. */
export interface Records {
	recordType: RecordType | typeof CUSTOM;
	/** One an item; valid where it has no problems. */
	rows: Conversion[];
	/** Its record numbers count the items from 1. */
	report: RecordReport;
}

/**
 * Makes a record of each item, converts its values, and checks it against its record type.
 *
 * @param invalidRecords with `off` a record is rejected only where it cannot be written
 * @throws NodeOperationError where the record type or the columns are not usable
 */
export function readRecords(context: IExecuteFunctions, invalidRecords: InvalidRecords): Records {
	const recordType = readRecordType(context);
	const rules = readRules(context, 0);
	const check = (record: LexerRecord) =>
		invalidRecords === 'off' || recordType === CUSTOM ? [] : checkRecord(recordType, rules, record);
	const columnsOf = readColumns(context);
	const convert = recordConverter(recordType);
	const report = createReport();
	const rows = context.getInputData().map((_, itemIndex): Conversion => {
		const conversion = convert(columnsOf(itemIndex));
		const { record, problems: lost } = conversion;
		const problems = lost.length > 0 ? lost : check(record);
		report.add(itemIndex + 1, problems);
		return problems.length > 0 ? { record, problems } : conversion;
	});
	return { recordType, rows, report: report.report() };
}

function readRecordType(context: IExecuteFunctions): Records['recordType'] {
	const recordType = String(context.getNodeParameter('recordType', 0));
	if (isRecordType(recordType) || recordType === CUSTOM) return recordType;
	throw inputError(context.getNode(), 0, 'The record type is not one that Lexer knows', 'Choose the Record Type from its list.');
}
