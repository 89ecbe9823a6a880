import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readFileCheckOptions } from '../parameters/fileRecordOptions';
import type { UnknownFieldsFate } from '../outcomes/recordHints';
import { watchColumns } from '../records/check/columnWatch';
import { createReport, type RecordReport } from '../records/check/report';
import { countDuplicates } from '../records/duplicates/countDuplicates';
import { newFileFacts } from '../records/read/FileFacts';
import { uncompressed } from '../records/read/gunzip';
import { looksLikeJson } from '../records/read/looksLikeJson';
import { readSource } from '../source/readSource';
import type { Source } from '../source/Source';
import { openBinary } from './collectFiles';
import { drain, filePasses } from './filePasses';
import { refuseUnreadable } from './refuseUnreadable';
import { readingStore } from './readingStore';
import { readingWarnings } from './readingWarnings';

/** What a check of a file found. */
interface CheckedFile {
	report: RecordReport;
	/** The report, as it is put out. */
	json: IDataObject;
	/** What becomes of unknown fields; missing where nothing is converted. */
	unknownFields: UnknownFieldsFate | undefined;
	/** What is to be told of the file beside its records. */
	warnings: string[];
}

/**
 * Checks the records of a CSV, NDJSON or JSON file, told by its first character, in constant memory but
 * for the keys of records.
 *
 * @throws NodeOperationError for a file that cannot be read; StoppedError
 */
export async function checkFile(context: IExecuteFunctions, itemIndex: number, binary: IBinaryData): Promise<CheckedFile> {
	const source = await openBinary(context, itemIndex, binary);
	return await readingStore(context, itemIndex, source.name, async () => await check(context, itemIndex, source));
}

async function check(context: IExecuteFunctions, itemIndex: number, source: Source): Promise<CheckedFile> {
	let isCsv = true;
	try {
		isCsv = !(await looksLikeJson(uncompressed(readSource(source), newFileFacts())));
		const options = readFileCheckOptions(context, itemIndex, isCsv);
		const { recordType } = options;
		const passes = await filePasses(source, options, context.getExecutionCancelSignal());
		const checkAll = async () => {
			const builder = createReport();
			const watch = watchColumns(recordType, options.conversion);
			const onValid = countDuplicates(recordType, builder);
			const facts = newFileFacts();
			await drain(passes.pass(readSource(source), { report: builder, facts, watch, onValid }));
			return { report: builder.report(), watch, warnings: readingWarnings(facts) };
		};
		const first = await checkAll();
		const { report, watch, warnings } = passes.mustRepeat() ? await checkAll() : first;
		const columns = { columns: watch.columns(), missing: watch.missing() };
		const json = { fileName: source.name, ...report, ...columns, ...(warnings.length > 0 && { warnings }) } as unknown as IDataObject;
		return { report, json, unknownFields: isCsv ? options.conversion.unknownFields : undefined, warnings };
	} catch (error) {
		return refuseUnreadable(
			context,
			itemIndex,
			source.name,
			isCsv ? 'Fix the file. It was read as CSV, as it begins with neither { nor [.' : 'Fix the file.',
			error,
		);
	}
}
