import type { JsonRecord } from './JsonRecord';
import { FileFormatError } from './FileFormatError';
import { createJsonScanner, JSON_FAULTS } from './jsonScanner';
import { MAX_RECORD_LENGTH, TOO_LONG } from '../limits';
import { createScalarScanner } from './jsonScalars';
import { parseRecord } from './parseRecord';

const BLANKS = /[ \t\r\n]*/y;
const SCALAR_START = /[^\s,\]{}[]/;

/**
 * Cuts the records out of a text that comes piece by piece: the elements of one list, or objects one
 * after another. What is no record, or no JSON, fails alone, as long as it can be told where it ends.
 *
 * @param isList whether the records stand in a list; else nothing stands between them
 */
export function createElementReader(isList: boolean) {
	const structures = createJsonScanner();
	let scanner: Pick<typeof structures, 'scan' | 'fault' | 'faultAt' | 'hint'> = structures;
	let line = 1;
	let place: 'start' | 'first' | 'next' | 'separator' | 'over' = isList ? 'start' : 'next';
	/** The record that goes on, with its first line; its text, unless that is too long. */
	let element: { line: number; pieces: string[]; length: number } | undefined;

	const fail = (what: string) => new FileFormatError(`The file is not JSON: on line ${line}, it ${what}`);

	/** The records that end in this piece. */
	function push(text: string): JsonRecord[] {
		const records: JsonRecord[] = [];
		let at = 0;
		while (at < text.length) {
			if (element === undefined) at = between(text, at);
			else at = within(text, at, records);
		}
		return records;
	}

	/** Goes to the beginning of the next record, over what stands before it. */
	function between(text: string, from: number): number {
		BLANKS.lastIndex = from;
		const at = from + BLANKS.exec(text)![0].length;
		line += countFeeds(text.slice(from, at));
		if (at === text.length) return at;
		const character = text[at];
		if (place === 'over') throw fail('goes on after the end of the list');
		if (place === 'start') {
			place = 'first';
			return at + 1;
		}
		if (isList && character === ']') {
			if (place === 'next') throw fail(JSON_FAULTS.comma);
			place = 'over';
			return at + 1;
		}
		if (place === 'separator') {
			if (character !== ',') throw fail(JSON_FAULTS.missing);
			place = 'next';
			return at + 1;
		}
		if (character === '{' || character === '[') {
			structures.reset();
			scanner = structures;
		} else if (isList && SCALAR_START.test(character)) scanner = createScalarScanner();
		else throw fail(notARecord(character, isList));
		element = { line, pieces: [], length: 0 };
		return at;
	}

	function within(text: string, from: number, records: JsonRecord[]): number {
		const current = element!;
		const end = scanner.scan(text, from);
		const fault = scanner.fault();
		if (fault !== undefined) {
			line += countFeeds(text.slice(from, scanner.faultAt()));
			throw fail(JSON_FAULTS[fault]);
		}
		const part = text.slice(from, end);
		line += countFeeds(part);
		current.length += part.length;
		if (current.length <= MAX_RECORD_LENGTH) current.pieces.push(part);
		else current.pieces = [];
		if (end === undefined) return text.length;
		records.push(finish(current));
		element = undefined;
		place = isList ? 'separator' : 'next';
		return end;
	}

	function finish({ line: firstLine, pieces, length }: NonNullable<typeof element>): JsonRecord {
		if (length > MAX_RECORD_LENGTH) return { line: firstLine, text: '', problem: TOO_LONG };
		return parseRecord(pieces.join(''), firstLine, scanner.hint());
	}

	return {
		push,
		/** @throws FileFormatError where the file ends too early */
		end() {
			if (element) throw new FileFormatError(`The file ends within the record that begins on line ${element.line}`);
			if (isList && place !== 'over') throw new FileFormatError(`The file ends within its list, on line ${line}`);
		},
		/** The line on which all text so far ends. */
		line: () => line,
	};
}

function notARecord(character: string, isList: boolean): string {
	if (character === ',') return isList ? JSON_FAULTS.comma : 'has a comma between records that are in no list';
	return SCALAR_START.test(character) ? 'has a value that is no record' : JSON_FAULTS.bracket;
}

function countFeeds(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
	return count;
}
