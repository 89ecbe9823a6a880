import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { isSendableAsItIs } from '../records/passJson';
import { goodRecords, rejectedRecords } from '../records/passedRecords';
import { guardBreach } from '../records/check/guards';
import { newFileFacts } from '../records/read/FileFacts';
import { createReport, type Duplicate, type RecordReport } from '../records/check/report';
import { gzip, nameWithin } from '../source/gzip';
import { madeBinary, madeSource } from '../source/madeSource';
import { readSource } from '../source/readSource';
import type { Source } from '../source/Source';
import { isRecordType } from '../parameters/recordTypes';
import type { RecordOptions } from '../parameters/fileRecordOptions';
import { drain, type FilePasses, filePasses } from './filePasses';
import { needsLines } from './needsLines';
import { refuseUnreadable } from './refuseUnreadable';
import { refuseRecords } from './refuseRecords';
import { readingStore } from './readingStore';
import { readingWarnings } from './readingWarnings';

/** A source whose records are good to go. */
export interface CheckedSource {
	source: Source;
	/** What the records are; missing where they were not looked at. */
	report?: RecordReport;
	/** NDJSON of the rejected records, where it was asked for and there are some. */
	rejected?: IBinaryData;
	warnings: string[];
}

/** A file to check: what its options say, and what it is called at Lexer. */
interface FileCheck {
	source: Source;
	options: RecordOptions;
	name: string;
	isForDataset: boolean;
}

/** The same, with the first duplicates. */
type Checked = CheckedSource & { duplicates?: Duplicate[] };

const NDJSON = 'application/x-ndjson';

/**
 * Checks and converts the records of a file as its options say, in constant memory, but for the keys
 * of records where duplicates are looked for.
 *
 * @throws NodeOperationError for a file that cannot be read as what it should be, and for what keeps
 * its records from being sent; it names no value. StoppedError where the execution was stopped
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
	const checkAll = async () => await check(context, { source, options, name: nameAtLexer, isForDataset });
	const { duplicates = [], ...checked } = await readingStore(context, itemIndex, nameAtLexer, checkAll).catch((error: unknown) =>
		refuseUnreadable(context, itemIndex, source.name, unreadableAdvice(options), error),
	);
	const { report } = checked;
	if (report === undefined) return checked;
	refuseRecords(context, itemIndex, source.name, report, duplicates, options);
	return checked;
}

function unreadableAdvice({ convertCsv, invalidRecords }: RecordOptions): string {
	if (convertCsv) return "Fix the file. If it is not CSV, turn 'Options > Convert CSV' off.";
	if (invalidRecords === 'off') return 'Fix the file. It is a JSON list, and a dataset takes lines of JSON: so its records are read.';
	return "Fix the file. If it is not JSON, set 'Options > Invalid Records' to Do Not Check.";
}

async function checkCsv(context: IExecuteFunctions, { source, options, name }: FileCheck): Promise<Checked> {
	const passes = await filePasses(source, options, context.getExecutionCancelSignal());
	const again = (bytes: AsyncIterable<Uint8Array>) => goodRecords(passes.pass(bytes));
	const convertAll = async () => {
		const [report, facts] = [createReport(), newFileFacts()];
		const convert = (bytes: AsyncIterable<Uint8Array>) => goodRecords(passes.pass(bytes, { report, facts }));
		return { report, facts, converted: await madeSource(context.helpers, source, convert, { name, contentType: NDJSON }, again) };
	};
	const first = await convertAll();
	const { report, facts, converted } = passes.mustRepeat() ? await convertAll() : first;
	const found = { report: report.report(), duplicates: report.firstDuplicates(), warnings: readingWarnings(facts) };
	return { source: converted, ...found, ...(await attachRejected(context, { source, options, name }, passes, found.report)) };
}

async function checkJsonFile(context: IExecuteFunctions, { source, options, name, isForDataset }: FileCheck): Promise<Checked> {
	const { invalidRecords, guards, duplicates } = options;
	const isChecked = invalidRecords !== 'off' && isRecordType(options.recordType);
	const isRead = isChecked || guards.minRecords > 0 || duplicates !== 'keep';
	if (!isRead && !(isForDataset && (await needsLines(source)))) return { source, warnings: [] };
	const signal = context.getExecutionCancelSignal();
	const passes = await filePasses(source, options, signal);
	const builder = createReport();
	const facts = newFileFacts();
	const goodBytes = await drain(passes.pass(readSource(source), { report: builder, facts }));
	const report = builder.report();
	const found = { report, duplicates: builder.firstDuplicates(), warnings: readingWarnings(facts) };
	const isStopped = (invalidRecords === 'stop' && report.invalid > 0) || (duplicates === 'stop' && report.duplicates !== undefined);
	// Mostly all records are good: then the file goes as it is, and nothing is written to disk.
	if (isStopped || guardBreach(report, guards) !== undefined || goodBytes === 0) return { source, ...found };
	const isWhole = report.invalid === 0 && report.duplicates === undefined;
	if (isWhole && isSendableAsItIs(facts, isForDataset)) return { source, ...found };
	const contentType = facts.isGzip || facts.layout === 'lines' ? source.contentType : NDJSON;
	const lines = (bytes: AsyncIterable<Uint8Array>) => {
		const good = goodRecords(passes.pass(bytes));
		return facts.isGzip ? gzip(good, false, signal) : good;
	};
	const good = await madeSource(context.helpers, source, lines, { name: source.name, contentType });
	return { source: good, ...found, ...(await attachRejected(context, { source, options, name }, passes, report)) };
}

/** The rejected records as a file for the receipt's item, where that is asked for and there are some. */
async function attachRejected(
	{ helpers }: IExecuteFunctions,
	{ source, options, name }: Omit<FileCheck, 'isForDataset'>,
	passes: FilePasses,
	{ invalid }: RecordReport,
): Promise<Pick<CheckedSource, 'rejected'>> {
	if (!options.attachRejected || options.invalidRecords === 'stop' || invalid === 0) return {};
	const others = (bytes: AsyncIterable<Uint8Array>) => rejectedRecords(passes.pass(bytes, { withRejected: true }));
	return { rejected: await madeBinary(helpers, source, others, { name: `rejected_${nameWithin(name)}`, contentType: NDJSON }) };
}
