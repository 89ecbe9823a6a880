import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { checkJson, isSendableAsItIs, passJson } from '../records/checkJson';
import { convertCsv, type CsvConversion, passCsv } from '../records/convertCsv';
import { type RecordPass, rejectedRecords } from '../records/passedRecords';
import { guardBreach, guardSummary } from '../records/check/guards';
import { FileFormatError } from '../records/read/FileFormatError';
import { type FileFacts, newFileFacts } from '../records/read/FileFacts';
import { uncompressed } from '../records/read/gunzip';
import { createReport, type RecordReport, type ReportBuilder, summarize } from '../records/check/report';
import type { RecordType } from '../records/recordTypes';
import { rethrow } from '../records/rethrow';
import { gzip, nameWithin } from '../source/gzip';
import type { Source } from '../source/Source';
import { readSource, spooledBinary, spooledSource } from '../source/spooledSource';
import { inputError } from '../outcomes/errors';
import { hintAtRecords } from '../outcomes/recordHints';
import { GUARD_ADVICE, invalidAdvice } from '../outcomes/recordReasons';
import { CUSTOM, isRecordType } from '../parameters/recordTypes';
import type { RecordOptions } from '../parameters/fileRecordOptions';
import { withFreeHandles } from './withFreeHandles';

/** A source whose records are good to go. */
export interface CheckedSource {
	source: Source;
	/** What the records are; missing where they were not looked at. */
	report?: RecordReport;
	/** NDJSON of the rejected records, where it was asked for and there are some. */
	rejected?: IBinaryData;
	warnings: string[];
}

const NDJSON = 'application/x-ndjson';
const MARK_LEFT_OUT = 'The file began with a byte-order mark (BOM), which was left out.';
const INDEX_NAMED =
	`The first column of the CSV file has no name in the header. It was taken for an index, and is called "Unnamed: 0": 'Conversion > Unknown Fields' says what becomes of it.`;

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
	isForDataset: boolean,
): Promise<CheckedSource> {
	const check = options.convertCsv ? checkCsv : checkJsonFile;
	const checkAll = async () => await check(context, source, options, nameAtLexer, isForDataset);
	const checked = await withFreeHandles(context, itemIndex, nameAtLexer, checkAll).catch((error: unknown) => {
		if (!(error instanceof FileFormatError)) throw error;
		const advice = options.convertCsv
			? "Fix the file. If it is not CSV, turn 'Options > Convert CSV' off."
			: "Fix the file. If it is not JSON, set 'Options > Invalid Records' to Do Not Check.";
		const message = [`"${source.name}" cannot be read: ${error.message}`, error.advice].filter(Boolean).join('. ');
		throw inputError(context.getNode(), itemIndex, message, error.advice ?? advice);
	});
	const { report } = checked;
	const isStopped = options.invalidRecords === 'stop';
	const breach = report && guardSummary(report, options.guards);
	if (breach !== undefined && !(isStopped && report?.invalid)) {
		throw inputError(context.getNode(), itemIndex, `"${source.name}" was not sent: ${breach}`, GUARD_ADVICE);
	}
	if (report && report.invalid > 0 && (report.valid === 0 || isStopped)) {
		throw inputError(
			context.getNode(),
			itemIndex,
			`"${source.name}" was not sent: ${summarize(report)}`,
			invalidAdvice(report),
		);
	}
	if (report) hintAtRecords(context, report);
	return checked;
}

async function checkCsv(context: IExecuteFunctions, source: Source, options: RecordOptions, name: string): Promise<CheckedSource> {
	const { helpers } = context;
	const { rules, delimiter, invalidRecords, conversion } = options;
	const recordType: RecordType | typeof CUSTOM = isRecordType(options.recordType) ? options.recordType : CUSTOM;
	const signal = context.getExecutionCancelSignal();
	const report = createReport();
	const facts = newFileFacts();
	const pass: CsvConversion = { recordType, rules, delimiter, invalidRecords, conversion, encoding: conversion.encoding, signal, report, facts };
	const converted = await spooledSource(helpers, source, (bytes) => convertCsv(uncompressed(bytes, facts), pass), { name, contentType: NDJSON });
	const warnings = [...(facts.hasMark ? [MARK_LEFT_OUT] : []), ...(facts.hasIndex ? [INDEX_NAMED] : [])];
	const hasRejected = options.attachRejected && invalidRecords !== 'stop' && report.report().invalid > 0;
	if (!hasRejected) return { source: converted, report: report.report(), warnings };
	const others = (bytes: AsyncIterable<Uint8Array>) => {
		const again: CsvConversion = { ...pass, report: createReport(), facts: newFileFacts(), withRejected: true };
		return rejectedRecords(passCsv(uncompressed(bytes, newFileFacts()), again));
	};
	const rejected = await spooledBinary(helpers, source, others, rejectedFile(name));
	return { source: converted, report: report.report(), rejected, warnings };
}

function rejectedFile(name: string) {
	return { name: `rejected_${nameWithin(name)}`, contentType: NDJSON };
}

async function checkJsonFile(
	context: IExecuteFunctions,
	source: Source,
	options: RecordOptions,
	name: string,
	isForDataset: boolean,
): Promise<CheckedSource> {
	const { rules, invalidRecords, conversion, guards } = options;
	const recordType = isRecordType(options.recordType) ? options.recordType : CUSTOM;
	const isChecked = invalidRecords !== 'off' && recordType !== CUSTOM;
	if (!isChecked && guards.minRecords === 0 && !(isForDataset && (await needsLines(source)))) return { source, warnings: [] };
	const { helpers } = context;
	const signal = context.getExecutionCancelSignal();
	const pass = (report: ReportBuilder, facts: FileFacts, withRejected = false): RecordPass => {
		return { recordType, rules, invalidRecords, encoding: conversion.encoding, signal, report, facts, withRejected };
	};
	const builder = createReport();
	const facts = newFileFacts();
	let goodBytes = 0;
	for await (const { good } of passJson(uncompressed(readSource(source), facts), pass(builder, facts))) goodBytes += good.length;
	const report = builder.report();
	const warnings = facts.hasMark ? [MARK_LEFT_OUT] : [];
	const isRefused = (invalidRecords === 'stop' && report.invalid > 0) || guardBreach(report, guards) !== undefined;
	// Mostly all records are good: then the file goes as it is, and nothing is written to disk.
	if (isRefused || goodBytes === 0) return { source, report, warnings };
	if (report.invalid === 0 && isSendableAsItIs(facts, isForDataset)) return { source, report, warnings };
	const contentType = facts.isGzip || facts.layout === 'lines' ? source.contentType : NDJSON;
	const lines = (bytes: AsyncIterable<Uint8Array>) => {
		const good = checkJson(uncompressed(bytes, newFileFacts()), pass(createReport(), newFileFacts()));
		return facts.isGzip ? gzip(good, signal) : good;
	};
	const good = await spooledSource(helpers, source, lines, { name: source.name, contentType });
	if (!options.attachRejected || invalidRecords === 'stop' || report.invalid === 0) return { source: good, report, warnings };
	const others = (bytes: AsyncIterable<Uint8Array>) =>
		rejectedRecords(passJson(uncompressed(bytes, newFileFacts()), pass(createReport(), newFileFacts(), true)));
	const rejected = await spooledBinary(helpers, source, others, rejectedFile(name));
	return { source: good, report, rejected, warnings };
}

/** Whether a file is JSON that does not stand in lines: a dataset takes lines. What is no text goes as it is. */
async function needsLines(source: Source): Promise<boolean> {
	const facts = newFileFacts();
	const pass = { recordType: CUSTOM, rules: 'uploadTool', invalidRecords: 'off', report: createReport(), facts } as const;
	const records = passJson(uncompressed(readSource(source), facts), pass);
	try {
		await records.next();
	} catch (error) {
		if (!(error instanceof FileFormatError)) rethrow(error);
	} finally {
		await records.return(undefined);
	}
	return facts.layout === 'list' || facts.layout === 'objects';
}
