import { FileFormatError } from './FileFormatError';

/** One row, and the line of the file on which it begins, from 1. */
export interface CsvRow {
	cells: string[];
	line: number;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A row longer than this is a file with a quote that nobody closed. */
const MAX_ROW_CHARACTERS = 64 * 1024 * 1024;

/**
 * Reads CSV text piece by piece: RFC 4180 with any delimiter, and CRLF, LF or CR at the end of a row.
 * Lines with nothing on them are skipped.
 *
 * It is our own, as it has to take text in pieces of any size at full speed, to know the line of
 * every row, and to refuse what it would have to guess.
 */
export function createCsvParser(delimiter: string) {
	const separator = delimiter.charCodeAt(0);
	let text = '';
	let pieces: string[] = [];
	let piecesLength = 0;
	let line = 1;

	/** Reads the rows that are whole; of the last text, all. */
	function read(isLast: boolean): CsvRow[] {
		const rows: CsvRow[] = [];
		let at = 0;
		while (at < text.length) {
			const next = readRow(rows, at, isLast);
			if (next === undefined) break;
			at = next;
		}
		text = text.slice(at);
		if (text.length > MAX_ROW_CHARACTERS) throw new FileFormatError(`The row that begins on line ${line} does not end`);
		return rows;
	}

	/** Reads one row and gives the position after it, or undefined if it does not end in this text. */
	function readRow(rows: CsvRow[], start: number, isLast: boolean): number | undefined {
		const cells: string[] = [];
		let at = start;
		let linesWithin = 0;
		for (;;) {
			if (text.charCodeAt(at) === QUOTE) {
				const end = endOfQuoted(at + 1);
				if (end === undefined) {
					if (isLast) throw new FileFormatError(`A quote that opens on line ${line + linesWithin} is not closed`);
					return undefined;
				}
				if (end + 1 === text.length && !isLast) return undefined;
				const quoted = text.slice(at + 1, end);
				linesWithin += countLineEnds(quoted);
				cells.push(quoted.includes('"') ? quoted.replaceAll('""', '"') : quoted);
				at = end + 1;
			} else {
				const end = endOfPlain(at);
				if (end === text.length && !isLast) return undefined;
				cells.push(text.slice(at, end));
				at = end;
			}
			const code = text.charCodeAt(at);
			if (code === separator) {
				at++;
				if (at === text.length && !isLast) return undefined;
				continue;
			}
			if (at < text.length && code !== LINE_FEED && code !== CARRIAGE_RETURN) {
				throw new FileFormatError(`On line ${line + linesWithin} a closing quote is followed by text`);
			}
			if (code === CARRIAGE_RETURN && at + 1 === text.length && !isLast) return undefined;
			const isBlank = at === start;
			if (!isBlank) rows.push({ cells, line });
			line += linesWithin + 1;
			return at + (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1);
		}
	}

	/** The position of the quote that closes; two in a row are one in the text. */
	function endOfQuoted(from: number): number | undefined {
		for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
			if (text.charCodeAt(at + 1) !== QUOTE) return at;
		}
		return undefined;
	}

	function endOfPlain(from: number): number {
		let at = from;
		for (; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code === separator || code === LINE_FEED || code === CARRIAGE_RETURN) break;
		}
		return at;
	}

	return {
		/** The rows that end in this piece. */
		push(piece: string): CsvRow[] {
			pieces.push(piece);
			piecesLength += piece.length;
			// A row that goes on is read again from its start: waiting for as much again keeps that linear.
			if (piecesLength < text.length) return [];
			text += pieces.join('');
			[pieces, piecesLength] = [[], 0];
			return read(false);
		},
		/** The rows that are left. */
		end(): CsvRow[] {
			text += pieces.join('');
			[pieces, piecesLength] = [[], 0];
			return read(true);
		},
		/** The line on which the next row begins. */
		line: () => line,
	};
}

function countLineEnds(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) count++;
	}
	return count;
}
