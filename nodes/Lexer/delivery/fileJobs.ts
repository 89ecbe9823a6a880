import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { countsOf } from '../outcomes/recordCounts';
import { GUARD_ADVICE } from '../outcomes/recordReasons';
import { type RecordOptions, sentAsItIs } from '../parameters/fileRecordOptions';
import { recordTypeWarnings } from '../parameters/recordTypes';
import { refuseFileName } from '../parameters/refuseFileName';
import { type CheckedSource, checkSource } from '../preparation/checkSource';
import { compressSource } from '../preparation/compressSource';
import type { CollectedFile } from '../preparation/collectFiles';
import type { RecordReport } from '../records/check/report';
import { guardBreach } from '../records/check/guards';
import { gzipName, nameWithin } from '../source/gzip';
import { distinctNames } from './fileNames';
import type { Job, NotSent, Parcel } from './Job';
import { refuseTooLarge } from './refuseTooLarge';
import { warnOfMark } from './warnOfMark';

/** Told of the records of a file that may go, once they were read. */
type OnRecords = (report: RecordReport, options: RecordOptions) => void;

/**
 * The jobs of the files of a run, in their order, each under a name of its own.
 *
 * @throws NodeOperationError for a name or a size that Lexer could not take, where On Error says stop
 */
export function fileJobs(context: IExecuteFunctions, files: readonly CollectedFile[], onRecords: OnRecords): Job[] {
	const node = context.getNode();
	const names = distinctNames(files.map(nameAtLexer));
	return files.map((file, index) => {
		const refuse = () => {
			// Another ending, or a number, would hide what is wrong with its own name.
			refuseFileName(node, file.itemIndex, file.source.name);
			refuseFileName(node, file.itemIndex, names[index]);
			// Compressed, it may be small enough.
			if (file.compression === 'none') refuseTooLarge(node, file.itemIndex, file.source);
		};
		if (!context.continueOnFail()) refuse();
		const prepare = async () => {
			refuse();
			return await prepareFile(context, file, names[index], onRecords);
		};
		return { itemIndex: file.itemIndex, prepare };
	});
}

/** The name that a file wants: converted or compressed, it is another kind of file. */
function nameAtLexer({ source, records, compression }: CollectedFile): string {
	const name = records?.convertCsv ? ndjsonName(nameWithin(source.name)) : source.name;
	return compression === 'none' || name === '' ? name : gzipName(name);
}

function ndjsonName(name: string): string {
	return /\.(ndjson|jsonl|json)$/i.test(name) ? name : name.replace(/\.(csv|tsv|txt)$/i, '') + '.ndjson';
}

/** The file as it will be sent: as it is, or with its records checked and converted. */
async function prepareFile(context: IExecuteFunctions, file: CollectedFile, name: string, onRecords: OnRecords): Promise<Parcel | NotSent> {
	const { itemIndex, dataset, transfer, emptyFile } = file;
	const options = file.records ?? (dataset && sentAsItIs(dataset.recordType));
	const checked: CheckedSource =
		options === undefined || file.source.sizeBytes === 0
			? { source: file.source, warnings: [] }
			: await checkSource(context, itemIndex, file.source, options, name, dataset !== undefined);
	if (file.source.sizeBytes === 0 && emptyFile !== 'error') refuseTooFew(context, itemIndex, name, options);
	const { source, report, rejected } = checked;
	if (report && options) onRecords(report, options);
	const records = report && countsOf(report);
	if (records?.total === 0) return { skipped: { fileName: name, fileSize: 0, skipped: true, records: { ...records } } };
	if (source.sizeBytes === 0 && emptyFile !== 'upload') {
		if (emptyFile === 'skip') return { skipped: { fileName: name, fileSize: 0, skipped: true } };
		const advice = "Set 'Options > Empty File' to Skip or Upload if files without content are expected.";
		throw inputError(context.getNode(), itemIndex, `The file "${name}" is empty`, advice);
	}
	const recordType = dataset?.recordType ?? options?.recordType;
	const warnings = [...checked.warnings, ...(recordType === undefined ? [] : recordTypeWarnings(recordType))];
	// A file that is not converted keeps its mark, also within gzip.
	const watched = source === file.source ? warnOfMark(source, (warning) => void warnings.push(warning)) : source;
	const {
		source: sent,
		warnings: compressionWarnings,
		...compression
	} = await compressSource(context, itemIndex, watched, file.compression);
	warnings.push(...compressionWarnings);
	refuseTooLarge(context.getNode(), itemIndex, { ...sent, name });
	const contentType = file.contentType || sent.contentType;
	const binary = rejected && { binary: { rejected } };
	return { source: { ...sent, name, contentType }, dataset, records, ...compression, ...binary, warnings, ...transfer };
}

/** A file without a byte has no record, whatever Empty File says. */
function refuseTooFew(context: IExecuteFunctions, itemIndex: number, name: string, options: RecordOptions | undefined): void {
	const breach = options && guardBreach({ total: 0, valid: 0, invalid: 0 }, options.guards);
	if (breach !== undefined) throw inputError(context.getNode(), itemIndex, `"${name}" was not sent: ${breach}`, GUARD_ADVICE);
}
