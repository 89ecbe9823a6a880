import type { IExecuteFunctions } from 'n8n-workflow';

import { countsOf } from '../outcomes/recordCounts';
import { recordTypeWarnings } from '../parameters/recordTypes';
import { refuseFileName } from '../parameters/refuseFileName';
import { compressSource } from '../preparation/compressSource';
import type { RecordFile } from '../preparation/recordFile';
import { bytesSource } from '../source/bytesSource';
import { gzipName } from '../source/gzip';
import { defaultFileName, distinctNames } from './fileNames';
import type { Job, NotSent, Parcel } from './Job';
import { refuseTooLarge } from './refuseTooLarge';

/**
 * The jobs of the files of a run, in their order, each under a name of its own. A file without a
 * record is not sent, and says so.
 *
 * @param nowMs the clock, in ms since 1970
 * @throws NodeOperationError for a name or a size that Lexer could not take, where On Error says stop
 */
export function recordJobs(context: IExecuteFunctions, files: readonly RecordFile[], nowMs: number): Job[] {
	const node = context.getNode();
	const names = namesOf(files, nowMs);
	return files.map((file, index) => {
		const ready = file.itemIndices.length === 0 ? notSent(file, names[index]) : parcel(file, names[index]);
		const itemIndex = file.itemIndices[0] ?? file.emptyItems[0] ?? file.invalidItems[0].itemIndex;
		const { compression } = file.target;
		const refuse = () => {
			if (!('source' in ready)) return;
			refuseFileName(node, itemIndex, names[index]);
			// Compressed, it may be small enough.
			if (compression === 'none') refuseTooLarge(node, itemIndex, ready.source);
		};
		if (!context.continueOnFail()) refuse();
		const prepare = async () => {
			refuse();
			if (!('source' in ready)) return ready;
			const { warnings, ...compressed } = await compressSource(context, itemIndex, ready.source, compression);
			refuseTooLarge(node, itemIndex, compressed.source);
			return { ...ready, ...compressed, warnings: [...(ready.warnings ?? []), ...warnings] };
		};
		return { itemIndex, prepare };
	});
}

/** The parts of one upload are named alike before they are numbered. What is not sent takes no number, and no name from a file that is. */
function namesOf(files: readonly RecordFile[], nowMs: number): string[] {
	const defaultNames = new Map<RecordFile['target'], string>();
	const wanted = files.map(({ target }) => {
		const { recordType, format, dataset, compression } = target;
		const isCompressed = compression !== 'none';
		if (target.fileName !== '') return isCompressed ? gzipName(target.fileName) : target.fileName;
		const extension = isCompressed ? gzipName(format.extension) : format.extension;
		const name = defaultNames.get(target) ?? defaultFileName(recordType, extension, dataset, nowMs);
		defaultNames.set(target, name);
		return name;
	});
	const sent = [...files.keys()].filter((index) => files[index].itemIndices.length > 0);
	const distinct = distinctNames(sent.map((index) => wanted[index]));
	for (const [place, index] of sent.entries()) wanted[index] = distinct[place];
	return wanted;
}

function parcel(file: RecordFile, name: string): Parcel {
	const { target, pieces } = file;
	const source = bytesSource(name, target.format.contentType, pieces);
	return {
		source,
		dataset: target.dataset,
		records: countsOf(file.report.report()),
		warnings: recordTypeWarnings(target.recordType),
		...target.transfer,
	};
}

function notSent(file: RecordFile, fileName: string): NotSent {
	return { skipped: { fileName, fileSize: 0, skipped: true, records: { ...countsOf(file.report.report()) } } };
}
