import { takeTurns } from '../timing/turns';
import { checkRecord } from './check/checkRecord';
import { lineBlocks } from './read/lineBlocks';
import type { RecordType, Rules } from './recordTypes';
import type { ReportBuilder } from './check/report';
import type { Problem } from './problem';
import { validators } from './check/validators.generated';

export interface NdjsonCheck {
	recordType: RecordType;
	rules: Rules;
	/** `skip` leaves invalid lines out; `stop` gives nothing more once there was one */
	invalidRecords: 'stop' | 'skip';
	/** gathers what was found; a record's number is that of its line */
	report: ReportBuilder;
	/** n8n's "Stop Execution" */
	signal?: AbortSignal;
}

const LINE_FEED = 10;
const REPLACEMENT_CHARACTER = '\ufffd';

/**
 * Checks an NDJSON file as it passes, in constant memory, and gives on the bytes of its good lines
 * as they were. The whole file is read and checked in any case.
 */
export async function* checkNdjson(source: AsyncIterable<Uint8Array>, check: NdjsonCheck): AsyncGenerator<Buffer> {
	const { invalidRecords, report, signal } = check;
	let line = 0;
	let hasStopped = false;
	for await (const block of lineBlocks(source, takeTurns(signal))) {
		const { lines, valid, rejected } = checkBlock(block, line, check);
		line += lines;
		report.addValid(valid);
		for (const [number, problems] of rejected) if (problems) report.add(number, problems);
		hasStopped ||= invalidRecords === 'stop' && [...rejected.values()].some((problems) => problems);
		if (hasStopped || valid === 0) continue;
		yield rejected.size === 0 ? block : withoutLines(block, line - lines, rejected);
	}
}

/** What is wrong with a line by its number; undefined for a blank line, which is no record. */
type Rejected = Map<number, Problem[] | undefined>;

function checkBlock(block: Buffer, linesBefore: number, { recordType, rules }: NdjsonCheck) {
	const validate = validators[rules][recordType];
	const rejected: Rejected = new Map();
	const text = block.toString('utf8');
	const lines = text.split('\n');
	// The last line end ends a line and begins none.
	if (lines.at(-1) === '') lines.pop();
	// Bytes that are no UTF-8 become this character. Where it is, the bytes are to be looked at.
	const isSuspect = text.includes(REPLACEMENT_CHARACTER);
	for (let index = 0; index < lines.length; index++) {
		const record = parse(lines[index]);
		if (record !== undefined && !isSuspect && validate(record)) continue;
		const number = linesBefore + index + 1;
		if (lines[index].trim() === '') rejected.set(number, undefined);
		else {
			const problems = problemsOf(record, recordType, rules);
			if (problems.length > 0) rejected.set(number, problems);
		}
	}
	if (isSuspect) rejectMalformed(block, linesBefore, rejected);
	return { lines: lines.length, valid: lines.length - rejected.size, rejected };
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

function problemsOf(record: unknown, recordType: RecordType, rules: Rules): Problem[] {
	return record === undefined ? [{ path: '', rule: 'must be a line of JSON' }] : checkRecord(recordType, rules, record);
}

function rejectMalformed(block: Buffer, linesBefore: number, rejected: Rejected) {
	for (const [index, line] of linesOf(block).entries()) {
		if (!isUtf8(line)) rejected.set(linesBefore + index + 1, [{ path: '', rule: 'must be UTF-8' }]);
	}
}

function isUtf8(bytes: Buffer): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

function withoutLines(block: Buffer, linesBefore: number, rejected: Rejected): Buffer {
	return Buffer.concat(linesOf(block).filter((_line, index) => !rejected.has(linesBefore + index + 1)));
}

/** The lines with their ends. */
function linesOf(block: Buffer): Buffer[] {
	const lines: Buffer[] = [];
	for (let start = 0; start < block.length; ) {
		const end = block.indexOf(LINE_FEED, start) + 1 || block.length;
		lines.push(block.subarray(start, end));
		start = end;
	}
	return lines;
}
