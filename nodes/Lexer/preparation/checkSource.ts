import type { IExecuteFunctions } from 'n8n-workflow';

import { checkNdjson } from '../records/checkNdjson';
import { convertCsv } from '../records/convertCsv';
import type { RecordType } from '../records/recordTypes';
import { FileFormatError } from '../records/read/FileFormatError';
import { createReport, type ReportBuilder, summarize } from '../records/check/report';
import type { Source } from '../source/Source';
import { readSource, spooledSource } from '../source/spooledSource';
import { inputError } from '../outcomes/errors';
import type { RecordCounts } from '../outcomes/recordCounts';
import { CUSTOM, isRecordType } from '../parameters/recordTypes';
import type { RecordOptions } from '../parameters/fileRecordOptions';

/** A source whose records are good to go. */
export interface CheckedSource {
	source: Source;
	/** Missing where the records were not looked at. */
	records?: RecordCounts;
}

/**
 * Checks and converts the records of a file as its options say, in constant memory.
 *
 * @throws NodeOperationError for a file that cannot be read as what it should be, and for invalid
 * records unless they are skipped; it names no value
 */
export async function checkSource(
	context: IExecuteFunctions,
	itemIndex: number,
	source: Source,
	options: RecordOptions,
	nameAtLexer: string,
): Promise<CheckedSource> {
	const report = createReport();
	const sourceToSend = await send(context, source, options, report, nameAtLexer).catch((error: unknown) => {
		if (!(error instanceof FileFormatError)) throw error;
		const advice = options.convertCsv
			? 'Fix the file. If it is not CSV, turn Options > Convert CSV off.'
			: 'Fix the file. If it is not NDJSON, turn Options > Invalid Records off.';
		throw inputError(context.getNode(), itemIndex, `"${source.name}" cannot be read: ${error.message}`, advice);
	});
	const found = report.report();
	const { total, valid, invalid } = found;
	if (invalid > 0 && (valid === 0 || options.invalidRecords !== 'skip')) {
		throw inputError(
			context.getNode(),
			itemIndex,
			`"${source.name}" was not sent: ${summarize(found)}`,
			'Fix these records, or set Options > Invalid Records to Skip Them to send the others.',
		);
	}
	const isChecked = options.invalidRecords !== 'off' && isRecordType(options.recordType);
	return isChecked || options.convertCsv ? { source: sourceToSend, records: { total, valid, invalid } } : { source };
}

async function send(
	{ helpers }: IExecuteFunctions,
	source: Source,
	options: RecordOptions,
	report: ReportBuilder,
	name: string,
): Promise<Source> {
	const { recordType, rules, invalidRecords, delimiter } = options;
	if (options.convertCsv) {
		const knownType: RecordType | typeof CUSTOM = isRecordType(recordType) ? recordType : CUSTOM;
		const conversion = { recordType: knownType, rules, delimiter, invalidRecords, report };
		return await spooledSource(helpers, source, (bytes) => convertCsv(bytes, conversion), {
			name,
			contentType: 'application/x-ndjson',
		});
	}
	if (invalidRecords === 'off' || !isRecordType(recordType)) return source;
	const check = { recordType, rules, invalidRecords };
	let goodBytes = 0;
	for await (const lines of checkNdjson(readSource(source), { ...check, report })) goodBytes += lines.length;
	const isRefused = invalidRecords === 'stop' && report.report().invalid > 0;
	// Mostly all lines are good: then the file goes as it is, and nothing is written to disk.
	if (isRefused || goodBytes === source.sizeBytes || goodBytes === 0) return source;
	return await spooledSource(
		helpers,
		source,
		(bytes) => checkNdjson(bytes, { ...check, report: createReport() }),
		source,
	);
}
