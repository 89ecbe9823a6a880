import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { checkNdjson } from '../records/checkNdjson';
import { convertCsv, type CsvConversion, passCsv } from '../records/convertCsv';
import { rejectedRecords } from '../records/passedRecords';
import { FileFormatError } from '../records/read/FileFormatError';
import { newFileFacts } from '../records/read/FileFacts';
import { createReport, type RecordReport, type ReportBuilder, summarize } from '../records/check/report';
import type { RecordType } from '../records/recordTypes';
import type { Source } from '../source/Source';
import { readSource, spooledBinary, spooledSource } from '../source/spooledSource';
import { inputError } from '../outcomes/errors';
import { countsOf, type RecordCounts } from '../outcomes/recordCounts';
import { CUSTOM, isRecordType } from '../parameters/recordTypes';
import type { RecordOptions } from '../parameters/fileRecordOptions';

/** A source whose records are good to go. */
export interface CheckedSource {
	source: Source;
	/** Missing where the records were not looked at. */
	records?: RecordCounts;
	/** NDJSON of the rejected records, where it was asked for and there are some. */
	rejected?: IBinaryData;
	warnings: string[];
}

const NDJSON = 'application/x-ndjson';
const MARK_LEFT_OUT = 'The file began with a byte-order mark (BOM), which was left out.';

/**
 * Checks and converts the records of a file as its options say, in constant memory.
 *
 * @throws NodeOperationError for a file that cannot be read as what it should be, and for invalid
 * records unless they are skipped; it names no value. StoppedError where the execution was stopped
 */
export async function checkSource(
	context: IExecuteFunctions,
	itemIndex: number,
	source: Source,
	options: RecordOptions,
	nameAtLexer: string,
): Promise<CheckedSource> {
	const check = options.convertCsv ? checkCsv : checkLines;
	const { report, ...checked } = await check(context, source, options, nameAtLexer).catch((error: unknown) => {
		if (!(error instanceof FileFormatError)) throw error;
		const advice = options.convertCsv
			? 'Fix the file. If it is not CSV, turn Options > Convert CSV off.'
			: 'Fix the file. If it is not NDJSON, turn Options > Invalid Records off.';
		const message = [`"${source.name}" cannot be read: ${error.message}`, error.advice].filter(Boolean).join('. ');
		throw inputError(context.getNode(), itemIndex, message, error.advice ?? advice);
	});
	if (report && report.invalid > 0 && (report.valid === 0 || options.invalidRecords !== 'skip')) {
		throw inputError(
			context.getNode(),
			itemIndex,
			`"${source.name}" was not sent: ${summarize(report)}`,
			'Fix these records, or set Options > Invalid Records to Skip Them to send the others.',
		);
	}
	return report ? { ...checked, records: countsOf(report) } : checked;
}

/** A source, and the report on its records where they were looked at. */
type Checked = Omit<CheckedSource, 'records'> & { report?: RecordReport };

async function checkCsv(context: IExecuteFunctions, source: Source, options: RecordOptions, name: string): Promise<Checked> {
	const { helpers } = context;
	const { rules, delimiter, invalidRecords, conversion } = options;
	const recordType: RecordType | typeof CUSTOM = isRecordType(options.recordType) ? options.recordType : CUSTOM;
	const signal = context.getExecutionCancelSignal();
	const report = createReport();
	const facts = newFileFacts();
	const pass: CsvConversion = { recordType, rules, delimiter, invalidRecords, conversion, encoding: conversion.encoding, signal, report, facts };
	const converted = await spooledSource(helpers, source, (bytes) => convertCsv(bytes, pass), { name, contentType: NDJSON });
	const warnings = facts.hasMark ? [MARK_LEFT_OUT] : [];
	const hasRejected = options.attachRejected && invalidRecords === 'skip' && report.report().invalid > 0;
	if (!hasRejected) return { source: converted, report: report.report(), warnings };
	const again: CsvConversion = { ...pass, report: createReport(), facts: newFileFacts(), withRejected: true };
	const rejected = await spooledBinary(helpers, source, (bytes) => rejectedRecords(passCsv(bytes, again)), rejectedFile(name));
	return { source: converted, report: report.report(), rejected, warnings };
}

function rejectedFile(name: string) {
	return { name: `rejected_${name}`, contentType: NDJSON };
}

async function checkLines(context: IExecuteFunctions, source: Source, options: RecordOptions): Promise<Checked> {
	const { recordType, rules, invalidRecords } = options;
	if (invalidRecords === 'off' || !isRecordType(recordType)) return { source, warnings: [] };
	const report = createReport();
	const signal = context.getExecutionCancelSignal();
	const check = (builder: ReportBuilder) => ({ recordType, rules, invalidRecords, signal, report: builder });
	let goodBytes = 0;
	for await (const lines of checkNdjson(readSource(source), check(report))) goodBytes += lines.length;
	const found = report.report();
	const isRefused = invalidRecords === 'stop' && found.invalid > 0;
	// Mostly all lines are good: then the file goes as it is, and nothing is written to disk.
	if (isRefused || goodBytes === source.sizeBytes || goodBytes === 0) return { source, report: found, warnings: [] };
	const good = await spooledSource(context.helpers, source, (bytes) => checkNdjson(bytes, check(createReport())), source);
	return { source: good, report: found, warnings: [] };
}
