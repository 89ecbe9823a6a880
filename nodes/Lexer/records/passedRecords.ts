import type { ColumnWatch } from './check/columnWatch';
import type { ReportBuilder } from './check/report';
import type { DuplicateFilter } from './duplicates/duplicates';
import type { Problem } from './problem';
import type { Encoding } from './read/encodings';
import type { FileFacts } from './read/FileFacts';
import type { RecordType, Rules } from './recordTypes';

/** How a file's records are read and checked on their way. */
export interface RecordPass {
	recordType: RecordType | 'custom';
	rules: Rules;
	/**
	 * `skip` leaves invalid records out; `stop` gives nothing more once there was one; `off` does not
	 * check, and leaves out only what is no record
	 */
	invalidRecords: 'off' | 'stop' | 'skip';
	/** gathers what was found; a record's number is its place among the file's records, from 1 */
	report: ReportBuilder;
	/** leaves out records with the key of others; without it, they stay */
	duplicates?: DuplicateFilter;
	/** whether nothing is given once there was a duplicate */
	stopsAtDuplicate?: boolean;
	/** told of each valid record that stays */
	onValid?: (record: object, number: number) => void;
	/** watches what becomes of the columns */
	watch?: ColumnWatch;
	/** gets what turns out about the file */
	facts?: FileFacts;
	/** how the file is encoded; without it, UTF-8 or UTF-16, whichever it is */
	encoding?: Encoding;
	/** n8n's "Stop Execution" */
	signal?: AbortSignal;
	/** whether rejected records are given besides the good ones */
	withRejected?: boolean;
}

/** Some records of a file, after the check. Both are NDJSON, and may be empty. */
export interface PassedRecords {
	good: Buffer;
	/** `{number, line, problems, record}` of each rejected record, where they are wanted. */
	rejected: Buffer;
}

/** The good records alone. */
export async function* goodRecords(passed: AsyncIterable<PassedRecords>): AsyncGenerator<Buffer> {
	for await (const { good } of passed) if (good.length > 0) yield good;
}

/** The lines about rejected records alone: for a file of their own, in a pass of its own. */
export async function* rejectedRecords(passed: AsyncIterable<PassedRecords>): AsyncGenerator<Buffer> {
	for await (const { rejected } of passed) if (rejected.length > 0) yield rejected;
}

/**
 * Whether a valid record is left out as another one has its key; the report is told of it.
 *
 * @param line of the file, on which it begins
 */
export function isLeftOut({ duplicates, onValid, report }: RecordPass, record: object, number: number, line: number): boolean {
	const kept = duplicates?.keptFor(record, number);
	if (kept !== undefined) {
		report.addDuplicate({ record: number, line, kept });
		return true;
	}
	duplicates?.keep(record, number);
	onValid?.(record, number);
	return false;
}

/** What is told about one rejected record: its place in the file, what is wrong, and what it is. */
export function rejectedLine(number: number, line: number, problems: Problem[], record: unknown): string {
	return JSON.stringify({ number, line, problems, record }) + '\n';
}
