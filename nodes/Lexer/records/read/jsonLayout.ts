import type { JsonLayout } from './FileFacts';
import { createJsonScanner } from './jsonScanner';

/**
 * Tells from the beginning of a JSON file how its records stand in it.
 *
 * @param isWhole whether that is all of the file
 * @returns undefined where more of the file is needed to tell
 */
export function jsonLayout(start: string, isWhole: boolean): JsonLayout | undefined {
	const from = start.search(/\S/);
	if (from < 0) return isWhole ? 'lines' : undefined;
	if (start[from] === '[') return isLineBeforeRecords(start, from) ? 'lines' : 'list';
	if (start[from] !== '{') return 'lines';
	const scanner = createJsonScanner();
	const end = scanner.scan(start, from);
	if (end !== undefined) return afterFirst(start.slice(from, end), start.slice(end), isWhole);
	const firstLine = /[^\r\n]*/.exec(start.slice(from))![0];
	const hasOneLine = from + firstLine.length === start.length;
	if (scanner.fault() === undefined) return isWhole ? 'objects' : hasOneLine ? undefined : 'objects';
	// A line that ends too early, with the next record after it; or a record over several lines with a mistake in it.
	const lines = start.slice(from).split(/\r\n|\r|\n/, 3);
	return lines.length < 2 || lines[1].trimStart().startsWith('{') || lineFails(firstLine) ? 'lines' : 'objects';
}

/** What follows the first record tells, if it is on the same line. */
function afterFirst(first: string, rest: string, isWhole: boolean): JsonLayout | undefined {
	if (/[\r\n]/.test(first)) return 'objects';
	// A CR by itself ends no line here.
	const next = rest.search(/[^ \t\r]/);
	if (next < 0) return isWhole ? 'lines' : undefined;
	return rest[next] === '{' ? 'objects' : 'lines';
}

/** Whether a line is no JSON whatever comes after it. */
function lineFails(line: string): boolean {
	const scanner = createJsonScanner();
	scanner.scan(`${line}\n`, 0);
	return scanner.fault() !== undefined;
}

/**
 * Whether a list without records ends on its line and a record begins on the next, or breaks off on it:
 * then it is a line that is none.
 */
function isLineBeforeRecords(start: string, from: number): boolean {
	if (/^\[\s*[{\]]/.test(start.slice(from, from + 1000))) return false;
	const scanner = createJsonScanner();
	const end = scanner.scan(start, from);
	if (end !== undefined) return /^[ \t]*\r?\n\s*\{/.test(start.slice(end));
	return scanner.fault() !== undefined && lineFails(/[^\r\n]*/.exec(start.slice(from))![0]);
}
