import { CUSTOM } from '../parameters/recordTypes';
import { createReport } from '../records/check/report';
import { passJson } from '../records/passJson';
import { FileFormatError } from '../records/read/FileFormatError';
import { newFileFacts } from '../records/read/FileFacts';
import { uncompressed } from '../records/read/gunzip';
import { rethrow } from '../records/rethrow';
import { readSource } from '../source/readSource';
import type { Source } from '../source/Source';

/** Whether a file is JSON that does not stand in lines: a dataset takes lines. What is no text goes as it is. */
export async function needsLines(source: Source): Promise<boolean> {
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
