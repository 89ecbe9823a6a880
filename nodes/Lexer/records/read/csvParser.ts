import { countLineEnds, createRowReader, type ReadRow, type SpoiltRow } from './csvRowReader';
import { readOddRow } from './oddQuotes';
import { hasTooMany, MAX_RECORD_VALUES, MAX_ROW_CHARACTERS, TOO_MANY_VALUES } from '../limits';

/** One row, and the line of the file on which it begins, from 1. */
export interface CsvRow {
	cells: string[];
	line: number;
	/** Why the row could not be taken apart, and its text; there are no cells then. */
	spoilt?: { rule: string; text: string };
}

const RULES = {
	full: TOO_MANY_VALUES,
	long: `is longer than ${MAX_ROW_CHARACTERS / 1e6} million characters`,
	open: 'has a quote that no other closes',
	stray: 'has text after a quote that closes a cell',
};

/** Rows are given after so much text, however much has come: between them, others have their turn. */
const BATCH_CHARACTERS = 64 * 1024;

/** So many lines are enough to tell what they are. */
const MAX_LINES_TRIED = 500;

/** After so many lines, or so much text, of which nothing reads well, it is the file that is odd, and any row is taken. */
const MAX_LINES_LEFT = 1000;
const MAX_TEXT_LEFT = 64 * 1024;

/** A row that is given up, and not over yet: it goes on to the next line that reads well. */
interface Spoilt {
	line: number;
	rule: string;
	text: string;
	/** It is over at the next line end in any case, */
	isOneLine?: boolean;
	/** or it has as many cells as rows have, the last not in quotes: then only a line with too few and a loose quote is a part of it, */
	isComplete?: boolean;
	/** or it is a cell of so much text that no number of lines is too many. */
	isEndless?: boolean;
}

/**
 * Reads CSV text piece by piece, and goes on where a row is spoilt.
 *
 * A quote too many or too few spoils its own row. Where that line has as many cells as rows have, and the
 * last is not in quotes, it is the row; else reading goes on at the next line that reads well, with as many
 * cells as the header or a row before it, and no loose quotes unless there were some before. Where the cell in question goes over several lines up to a stray quote, either its closing
 * quote is missing, or it holds line ends and a quote too many: if more than half of those lines read
 * well as rows, rows they are; else they are a part of the spoilt one.
 *
 * It is our own; docs/csv-reader.md says why, beside what else there is.
 */
export function createCsvParser(delimiter: string, firstLine = 1, maxRowCharacters = MAX_ROW_CHARACTERS) {
	const reader = createRowReader(delimiter);
	let text = '';
	let pieces: string[] = [];
	let piecesLength = 0;
	let line = firstLine;
	let blankRows = 0;
	/** How many cells the header has, and rows have that are no longer. */
	let headerWidth = 0;
	const widths = new Set<number>();
	let hasLooseQuotes = false;
	let spoilt: Spoilt | undefined;
	/** Whether the text begins in the middle of a line that is given up. */
	let isWithinLine = false;

	/** Reads the rows that are whole; of the last text, all. */
	function* read(isLast: boolean): Generator<CsvRow[]> {
		let rows: CsvRow[] = [];
		text += pieces.join('');
		[pieces, piecesLength] = [[], 0];
		reader.setText(text, isLast);
		let at = isWithinLine ? leaveLine(0) : 0;
		for (let given = at; at < text.length && !isWithinLine; ) {
			const next = readRow(rows, at);
			if (next === undefined) break;
			at = next;
			if (at - given < BATCH_CHARACTERS) continue;
			yield rows;
			[rows, given] = [[], at];
		}
		if (isLast) endSpoilt(rows);
		text = text.slice(at);
		yield rows;
	}

	/** Reads a row, or leaves a line, and gives the position after it; undefined where its end is not here yet. */
	function readRow(rows: CsvRow[], at: number): number | undefined {
		if (spoilt?.isOneLine) endSpoilt(rows);
		const row = reader.read(at);
		if (row === undefined) {
			if (text.length - at < maxRowCharacters) return undefined;
			endSpoilt(rows);
			return giveUp(at);
		}
		if ('fault' in row) {
			endSpoilt(rows);
			return spoil(at, row);
		}
		if (spoilt && !isOver(spoilt, row)) return leaveLine(at);
		endSpoilt(rows);
		const rule = tooLarge(row.end - at, at);
		if (rule !== undefined) rows.push({ cells: [], line, spoilt: { rule, text: '' } });
		else if (isBlank(row.cells)) blankRows++;
		else {
			rows.push({ cells: row.cells, line });
			learn(row);
		}
		line += row.lines;
		return row.end;
	}

	function learn({ cells, hasLooseQuote }: ReadRow) {
		headerWidth ||= cells.length;
		const width = widthOf(cells);
		if (width === headerWidth || (width > 1 && width < headerWidth)) widths.add(width);
		hasLooseQuotes ||= hasLooseQuote;
	}

	/** How many cells a row has, but for those with nothing in them behind the header's last: many programs write these. */
	function widthOf(cells: string[]): number {
		let width = cells.length;
		while (width > headerWidth && cells[width - 1].trim() === '') width--;
		return width;
	}

	function readsWell({ cells, hasLooseQuote }: ReadRow): boolean {
		return widths.has(widthOf(cells)) && (hasLooseQuotes || !hasLooseQuote);
	}

	function isOver({ line: firstLine, text: left, isComplete, isEndless }: Spoilt, row: ReadRow): boolean {
		if (readsWell(row)) return true;
		if (isComplete) return !row.hasLooseQuote || widths.has(widthOf(row.cells));
		return !isEndless && (line - firstLine > MAX_LINES_LEFT || left.length > MAX_TEXT_LEFT);
	}

	/** What is wrong with the size of a row that reads well; a cell may hold a list of any number of values. */
	function tooLarge(length: number, start: number): string | undefined {
		if (length > maxRowCharacters) return RULES.long;
		return length > MAX_RECORD_VALUES && hasTooMany(',', text.slice(start, start + length)) ? RULES.full : undefined;
	}

	function endSpoilt(rows: CsvRow[]) {
		if (spoilt) rows.push({ cells: [], line: spoilt.line, spoilt: { rule: spoilt.rule, text: spoilt.text.trimEnd() } });
		spoilt = undefined;
	}

	/** Undefined where the end of its line is not here yet. */
	function spoil(at: number, { fault, opensAt, at: faultAt }: SpoiltRow): number | undefined {
		const nextLine = reader.nextLine(opensAt);
		const isWithinCell = fault === 'stray' && nextLine !== undefined && nextLine <= faultAt && !areRows(nextLine, faultAt);
		const until = isWithinCell ? faultAt : opensAt;
		const end = reader.nextLine(until);
		if (end === undefined && text.length - at < maxRowCharacters) return undefined;
		const { cells, mayGoOn } = fault === 'stray' ? readOddRow(withoutLineEnd(text.slice(at, end)), delimiter) : NO_ROW;
		spoilt = { line, rule: RULES[fault], text: '', isComplete: !mayGoOn && widths.has(widthOf(cells)) };
		return leaveLine(at, until);
	}

	/** A row that does not end within bounds: a line without end, or one with a quote that is not closed. */
	function giveUp(at: number): number {
		const nextLine = reader.nextLine(at);
		const isOpen = nextLine !== undefined && areRows(nextLine, text.length);
		const isOneLine = !text.includes('"', at);
		spoilt = { line, rule: isOpen ? RULES.open : RULES.long, text: '', isOneLine, isEndless: !isOpen };
		return leaveLine(at, isOpen ? at : text.length);
	}

	/** Whether more than half of the lines between two positions are rows. */
	function areRows(from: number, to: number): boolean {
		let balance = 0;
		let at = from;
		for (let lines = 0; lines < MAX_LINES_TRIED && at <= to && at < text.length; lines++) {
			const row = reader.read(at);
			if (row === undefined) break;
			const isRow = !('fault' in row) && readsWell(row);
			balance += isRow ? 1 : -1;
			at = isRow ? row.end : (reader.nextLine(at) ?? text.length);
		}
		return balance > 0;
	}

	/** Leaves what is here to the spoilt row, to the end of the line that `until` is on or of the text. */
	function leaveLine(at: number, until = at): number {
		const next = reader.nextLine(until);
		isWithinLine = next === undefined;
		// The LF that may follow a CR belongs to the same line end.
		const end = next ?? (text.endsWith('\r') ? text.length - 1 : text.length);
		const left = text.slice(at, end);
		// Whoever is to fix it gets all of it, but for what no row may be as long as.
		if (spoilt) spoilt.text += left.slice(0, maxRowCharacters - spoilt.text.length);
		line += countLineEnds(left);
		return end;
	}

	return {
		/** The rows that end in this piece, some at a time. */
		*push(piece: string): Generator<CsvRow[]> {
			pieces.push(piece);
			piecesLength += piece.length;
			// A row that goes on is read again from its start: waiting for as much again keeps that linear.
			if (piecesLength >= text.length) yield* read(false);
		},
		/** The rows that are left, some at a time. */
		end: (): Generator<CsvRow[]> => read(true),
		/** The line of the file on which all text so far ends. */
		line: () => line + countLineEnds(text + pieces.join('')),
		/** How many rows had nothing in them. */
		blankRows: () => blankRows,
	};
}

const NO_ROW = { cells: [], mayGoOn: true };

function withoutLineEnd(row: string): string {
	if (row.endsWith('\r\n')) return row.slice(0, -2);
	return row.endsWith('\n') || row.endsWith('\r') ? row.slice(0, -1) : row;
}

/** What DOS, and programs as old as that, put behind the last line of a file. */
const END_OF_FILE = '\u001a';

/** A line with nothing on it but delimiters and blanks, or such a mark. */
function isBlank(cells: string[]): boolean {
	if (cells.length === 1 && cells[0].startsWith(END_OF_FILE)) return cells[0].replaceAll(END_OF_FILE, '').trim() === '';
	return cells.every((cell) => cell === '' || cell.trim() === '');
}
