import { NumberLiteral } from '../numberLiteral';
import { jsonText } from './jsonText';
import { textPieces } from './textPieces';

/** A text of so many characters takes some milliseconds to quote. */
const LONG_CHARACTERS = 256 * 1024;

const NEEDS_QUOTES = /[",\r\n]/;

/** What is written of a value once the file is, and not when its record comes: in pieces, as it takes long. */
export class LongCell {
	constructor(private text: string) {}

	/** To be called once: then the text is kept no longer. */
	*pieces(): Generator<Buffer> {
		const { text } = this;
		this.text = '';
		const isQuoted = NEEDS_QUOTES.test(text);
		const mark = Buffer.from(isQuoted ? '"' : '');
		yield mark;
		for (const piece of textPieces(text)) yield Buffer.from(isQuoted ? piece.replaceAll('"', '""') : piece);
		yield mark;
	}
}

/** What stands for a value in a file of CSV: a list, or an object that is one cell, as JSON. */
export function csvCell(value: unknown): string | LongCell {
	switch (typeof value) {
		case 'string':
			return textCell(value);
		case 'number':
		case 'boolean':
			return String(value);
		default:
			if (value instanceof NumberLiteral) return value.text;
			return value === null || value === undefined ? '' : textCell(jsonText(value));
	}
}

/** A short text as a cell. */
export function quoted(text: string): string {
	return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textCell(text: string): string | LongCell {
	return text.length < LONG_CHARACTERS ? quoted(text) : new LongCell(text);
}
