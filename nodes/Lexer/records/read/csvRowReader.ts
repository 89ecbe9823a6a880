import { hasTooMany, MAX_RECORD_VALUES, MAX_ROW_CHARACTERS } from '../limits';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

/** A row that reads well. */
export interface ReadRow {
	cells: string[];
	/** The position after its line end. */
	end: number;
	/** How many lines of the text it takes. */
	lines: number;
	/** Whether a quote stands within a cell that is not in quotes: taken as it is, but a sign of trouble near by. */
	hasLooseQuote: boolean;
}

/** A row that cannot be taken apart. */
export interface SpoiltRow {
	/** `open`: no quote closes a cell; `stray`: text follows the one that should; `full`: too many cells. */
	fault: 'open' | 'stray' | 'full';
	/** The position of the cell in question. */
	opensAt: number;
	/** How far the row was read: to the stray quote, or to the end of the text. */
	at: number;
}

/** Reads rows of CSV text one by one, from any position of it. */
export interface RowReader {
	/** @param isLast whether nothing comes after this text */
	setText(text: string, isLast: boolean): void;
	/** The row that begins here; undefined where it does not end in this text, and more is to come. */
	read(start: number): ReadRow | SpoiltRow | undefined;
	/** The position after the line end that comes next, or undefined where there is none for certain. */
	nextLine(at: number): number | undefined;
}

/**
 * RFC 4180 with any delimiter; CRLF, LF or CR at the end of a row, mixed as they come; blanks outside
 * of a cell's quotes do not count. Each search remembers where it got, so that no part of a text is
 * searched again and again.
 */
export function createRowReader(delimiter: string): RowReader {
	const separator = delimiter.charCodeAt(0);
	let text = '';
	let isLast = false;
	let nextQuote = createSearch('"');
	let nextFeed = createSearch('\n');
	let nextReturn = createSearch('\r');
	let nextSeparator = createSearch(delimiter);

	const lineEnd = (at: number) => Math.min(nextFeed(text, at), nextReturn(text, at));
	const afterLineEnd = (at: number) =>
		text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
	/** A CR at the very end may be half of a CRLF. */
	const isOpenEnd = (at: number) => !isLast && (at >= text.length || (at + 1 === text.length && text.charCodeAt(at) === CARRIAGE_RETURN));
	const endsCell = (code: number) => code === separator || code === LINE_FEED || code === CARRIAGE_RETURN;
	const skipBlanks = (at: number) => {
		let next = at;
		for (let code = text.charCodeAt(next); (code === SPACE || code === TAB) && code !== separator; ) {
			code = text.charCodeAt(++next);
		}
		return next;
	};

	function read(start: number): ReadRow | SpoiltRow | undefined {
		const end = lineEnd(start);
		if (isOpenEnd(end)) return undefined;
		if (nextQuote(text, start) < end) return readWithQuotes(start);
		if (end - start > MAX_RECORD_VALUES && hasTooMany(delimiter, text.slice(start, end))) {
			return { fault: 'full', opensAt: start, at: start };
		}
		return { cells: plainCells(start, end), end: afterLineEnd(end), lines: 1, hasLooseQuote: false };
	}

	function plainCells(start: number, end: number): string[] {
		const cells: string[] = [];
		let at = start;
		for (let next = nextSeparator(text, at); next < end; next = text.indexOf(delimiter, at)) {
			if (next < 0) break;
			cells.push(text.slice(at, next));
			at = next + 1;
		}
		cells.push(text.slice(at, end));
		return cells;
	}

	function readWithQuotes(start: number): ReadRow | SpoiltRow | undefined {
		const cells: string[] = [];
		let hasLooseQuote = false;
		let lines = 1;
		for (let at = start; ; at++) {
			const opensAt = skipBlanks(at);
			if (text.charCodeAt(opensAt) === QUOTE) {
				const closesAt = closingQuote(opensAt + 1);
				if (closesAt === undefined) return isLast ? { fault: 'open', opensAt, at: text.length } : undefined;
				at = skipBlanks(closesAt + 1);
				if (at >= text.length && !isLast) return undefined;
				if (at < text.length && !endsCell(text.charCodeAt(at))) {
					return { fault: 'stray', opensAt, at: closesAt };
				}
				const quoted = text.slice(opensAt + 1, closesAt);
				if (lineEnd(opensAt) < closesAt) lines += countLineEnds(quoted);
				cells.push(unescaped(quoted));
			} else {
				const end = Math.min(nextSeparator(text, at), lineEnd(at));
				hasLooseQuote ||= nextQuote(text, at) < end;
				cells.push(text.slice(at, end));
				at = end;
			}
			if (cells.length > MAX_RECORD_VALUES) return { fault: 'full', opensAt: at, at };
			if (text.charCodeAt(at) === separator) continue;
			return isOpenEnd(at) ? undefined : { cells, end: afterLineEnd(at), lines, hasLooseQuote };
		}
	}

	/** Two quotes in a row are one in the text. */
	function closingQuote(from: number): number | undefined {
		for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
			if (text.charCodeAt(at + 1) !== QUOTE) return at + 1 < text.length || isLast ? at : undefined;
		}
		return undefined;
	}

	return {
		setText(newText, last) {
			text = newText;
			isLast = last;
			nextQuote = createSearch('"');
			nextFeed = createSearch('\n');
			nextReturn = createSearch('\r');
			nextSeparator = createSearch(delimiter);
		},
		read,
		nextLine(at) {
			const end = lineEnd(at);
			return isOpenEnd(end) ? undefined : afterLineEnd(end);
		},
	};
}

/** Finds the first place of a character at or after a position; the text's length if there is none. */
function createSearch(character: string) {
	let [from, found] = [0, -1];
	return (text: string, at: number): number => {
		if (at < from || at > found) {
			from = at;
			found = text.indexOf(character, at);
			if (found < 0) found = text.length;
		}
		return found;
	};
}

/** A cell that makes its row too long needs no more work. */
function unescaped(quoted: string): string {
	return quoted.includes('"') && quoted.length <= MAX_ROW_CHARACTERS ? quoted.split('""').join('"') : quoted;
}

/** CRLF counts once. */
export function countLineEnds(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) count++;
	}
	return count;
}
