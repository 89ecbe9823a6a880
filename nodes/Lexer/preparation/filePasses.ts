import type { RecordOptions } from '../parameters/fileRecordOptions';
import { CUSTOM, isRecordType } from '../parameters/recordTypes';
import type { ColumnWatch } from '../records/check/columnWatch';
import { createReport, type ReportBuilder } from '../records/check/report';
import { passJson } from '../records/passJson';
import { scatteredKeys } from '../records/grouping/scatteredKeys';
import { type CsvPass, passCsv } from '../records/passCsv';
import { duplicateFinder } from '../records/duplicates/duplicates';
import type { PassedRecords } from '../records/passedRecords';
import { type FileFacts, newFileFacts } from '../records/read/FileFacts';
import type { RecordType } from '../records/recordTypes';
import { uncompressed } from '../records/read/gunzip';
import { readSource } from '../source/readSource';
import type { Source } from '../source/Source';

/** What one pass over a file's records gathers, beside the records. */
export interface Gathering {
	report?: ReportBuilder;
	facts?: FileFacts;
	/** Whether rejected records are given besides the good ones. */
	withRejected?: boolean;
	/** Watches what becomes of the columns. */
	watch?: ColumnWatch;
	/** Told of each valid record that stays. */
	onValid?: (record: object, number: number) => void;
}

/** Passes over the records of a file: as many as are wanted, each with the same outcome. */
export interface FilePasses {
	/** @param bytes of the file, from its start, compressed or not */
	pass(bytes: AsyncIterable<Uint8Array>, gathering?: Gathering): AsyncGenerator<PassedRecords>;
	/** Whether the last pass found that rows of one record are scattered: another one, with all told anew, leaves them out. */
	mustRepeat(): boolean;
}

/**
 * Makes ready to pass over a file's records as its options say. Where the last of several duplicates is
 * kept, that takes a pass of its own.
 *
 * @param signal n8n's "Stop Execution"
 * @throws FileFormatError for a file that cannot be read as what it should be; StoppedError
 */
export async function filePasses(source: Source, options: RecordOptions, signal: AbortSignal | undefined): Promise<FilePasses> {
	const { convertCsv, rules, delimiter, invalidRecords, conversion } = options;
	const recordType: RecordType | 'custom' = isRecordType(options.recordType) ? options.recordType : CUSTOM;
	let finder = duplicateFinder(options.duplicates, recordType);
	const scattered = scatteredKeys();
	let known = 0;
	const mustRepeat = () => {
		const isNews = scattered.count() > known;
		known = scattered.count();
		// What is scattered was kept in that pass, and is not in the next: others with its key are.
		if (isNews) finder = duplicateFinder(options.duplicates, recordType);
		return isNews;
	};
	const settings = { recordType, rules, delimiter, invalidRecords, conversion, encoding: conversion.encoding, signal, scattered };
	const run = (bytes: AsyncIterable<Uint8Array>, facts: FileFacts, pass: Omit<CsvPass, keyof typeof settings>) => {
		const passOf = convertCsv ? passCsv : passJson;
		return passOf(uncompressed(bytes, facts), { ...settings, ...pass, facts });
	};
	while (finder?.readsAhead) {
		await drain(run(readSource(source), newFileFacts(), { report: createReport(), onValid: finder.see }));
		if (!mustRepeat()) break;
	}
	return {
		pass(bytes, { report = createReport(), facts = newFileFacts(), withRejected, watch, onValid } = {}) {
			const stopsAtDuplicate = options.duplicates === 'stop';
			return run(bytes, facts, { report, withRejected, watch, onValid, duplicates: finder?.filter(), stopsAtDuplicate });
		},
		mustRepeat,
	};
}

/** Reads all of it, and gives how many bytes the good records are. */
export async function drain(passed: AsyncIterable<PassedRecords>): Promise<number> {
	let goodBytes = 0;
	for await (const { good } of passed) goodBytes += good.length;
	return goodBytes;
}
