import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { DUPLICATES_ADVICE, GUARD_ADVICE, invalidAdvice } from '../outcomes/recordReasons';
import type { RecordOptions } from '../parameters/fileRecordOptions';
import { guardSummary } from '../records/check/guards';
import type { Duplicate, RecordReport } from '../records/check/report';
import { summarize, summarizeDuplicates } from '../records/check/summarize';
import { recordKey } from '../records/duplicates/keys';
import { NO_JSON } from '../records/read/parseRecord';

const CSV_ADVICE = "The name is that of a CSV file: turn on 'Options > Convert CSV' to send its rows as records.";

/**
 * Refuses to send a file whose options do not allow for what was found about its records.
 *
 * @param duplicates the first of those that were found
 * @throws NodeOperationError with the counts and the first records; it names no value
 */
export function refuseRecords(
	context: IExecuteFunctions,
	itemIndex: number,
	fileName: string,
	report: RecordReport,
	duplicates: readonly Duplicate[],
	options: RecordOptions,
): void {
	const refuse = (summary: string, advice: string) =>
		inputError(context.getNode(), itemIndex, `"${fileName}" was not sent: ${summary}`, advice);
	const hasToStop = options.invalidRecords === 'stop' && report.invalid > 0;
	const breach = hasToStop ? undefined : guardSummary(report, options.guards);
	if (breach !== undefined) throw refuse(breach, GUARD_ADVICE);
	if (report.invalid > 0 && (report.valid === 0 || hasToStop)) {
		throw refuse(summarize(report), isCsvSentAsItIs(fileName, report, options) ? CSV_ADVICE : invalidAdvice(report));
	}
	if (options.duplicates === 'stop' && report.duplicates !== undefined) {
		const keyName = recordKey(options.recordType)?.name ?? 'key';
		throw refuse(summarizeDuplicates(report, duplicates, keyName), DUPLICATES_ADVICE);
	}
}

function isCsvSentAsItIs(fileName: string, { byRule }: RecordReport, { convertCsv }: RecordOptions): boolean {
	return !convertCsv && /\.(csv|tsv)(\.gz)?$/i.test(fileName) && byRule.some(({ rule }) => rule === NO_JSON);
}
