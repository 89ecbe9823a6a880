import { takeTurns } from '../timing/turns';
import { checkRecord } from './check/checkRecord';
import { unsoundTexts } from './check/soundTexts';
import { unknownFieldFinder } from './convert/names/unknownFields';
import { exactKeys } from './duplicates/exactKeys';
import { isLeftOut, type PassedRecords, type RecordPass, rejectedLine } from './passedRecords';
import type { Problem } from './problem';
import { type FileFacts, newFileFacts } from './read/FileFacts';
import type { JsonRecord } from './read/JsonRecord';
import { readJson } from './read/readJson';
import type { RecordType } from './recordTypes';

/**
 * Checks the records of a JSON file as it passes, in constant memory, and gives the good ones on as
 * NDJSON: lines as they were, what stands in a list or over several lines one a line. The whole file
 * is read and checked in any case.
 *
 * @throws FileFormatError where it cannot be told where a record ends; StoppedError
 */
export async function* passJson(source: AsyncIterable<Uint8Array>, pass: RecordPass): AsyncGenerator<PassedRecords> {
	const { encoding = 'auto', facts = newFileFacts(), invalidRecords, report, withRejected } = pass;
	const nextTurn = takeTurns(pass.signal);
	const problemsOf = checker(pass);
	const unknownIn = isChecked(pass) ? unknownFieldFinder(pass.recordType) : () => undefined;
	const exactlyKeyed = exactKeys(pass.duplicates || pass.onValid ? pass.recordType : 'custom');
	let number = 0;
	let hasStopped = false;
	for await (const { records, bytes } of readJson(source, { encoding, facts, nextTurn })) {
		const good: string[] = [];
		let rejected = '';
		for (const record of records) {
			const turn = number % RECORDS_A_LOOK === 0 ? nextTurn() : undefined;
			if (turn) await turn;
			number++;
			const problems = problemsOf(record);
			const unknown = unknownIn(record.value);
			pass.watch?.seeRecord(record.value, problems);
			if (problems.length === 0) {
				if (isLeftOut(pass, exactlyKeyed(record.value as object, record.text), number, record.line))
					hasStopped ||= pass.stopsAtDuplicate === true;
				else {
					if (unknown) report.tell(number, { unknown });
					good.push(record.text);
				}
				continue;
			}
			hasStopped ||= invalidRecords === 'stop';
			report.add(number, problems, unknown && { unknown }, { line: record.line });
			if (withRejected)
				rejected += rejectedLine(number, record.line, problems, record.value === undefined ? shortened(record.text) : record.value);
		}
		report.addValid(good.length);
		const lines = hasStopped ? NOTHING : bytes && good.length === records.length ? bytes : asLines(good);
		yield { good: lines, rejected: Buffer.from(rejected) };
	}
	report.addSkipped(facts.skipped);
}

/**
 * Whether a file all of whose records are good can be sent as it is: Lexer takes NDJSON, and where
 * somebody looks at the file, also a list.
 */
export function isSendableAsItIs({ encoding, hasMark, layout, skipped }: FileFacts, isForDataset: boolean): boolean {
	if (hasMark || encoding !== 'utf-8' || skipped > 0) return false;
	return layout === 'lines' || (layout === 'list' && !isForDataset);
}

function isChecked(pass: RecordPass): pass is RecordPass & { recordType: RecordType } {
	return pass.invalidRecords !== 'off' && pass.recordType !== 'custom';
}

function checker(pass: RecordPass): (record: JsonRecord) => Problem[] {
	return ({ problem, text, value }) => {
		if (problem !== undefined) return [{ path: '', rule: problem }];
		const unsound = unsoundTexts(text, value);
		return unsound.length > 0 || !isChecked(pass) ? unsound : checkRecord(pass.recordType, pass.rules, value);
	};
}

const NOTHING = Buffer.alloc(0);

/** After so many records it is time to look at the clock; of those that come together, one may be long. */
const RECORDS_A_LOOK = 16;

/** So much of what is no record is kept for whoever is to fix it. */
const MAX_REJECTED_TEXT = 64 * 1024;

function shortened(text: string): string {
	return text.slice(0, MAX_REJECTED_TEXT);
}

function asLines(texts: string[]): Buffer {
	return texts.length === 0 ? NOTHING : Buffer.from(texts.map(onOneLine).join('\n') + '\n');
}

/** Line ends within JSON, and the blanks that indent the next line, only stand between its parts. */
function onOneLine(text: string): string {
	return /[\r\n]./s.test(text) ? text.replaceAll(/[\r\n]+[ \t\r\n]*/g, '') : text;
}
