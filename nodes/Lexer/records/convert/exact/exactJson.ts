import { NumberLiteral } from '../../numberLiteral';
import { numberOfText } from './exactNumber';
import { endOfString, isEscaped } from './jsonStrings';

/** Sixteen digits, or an exponent of three: more than a JavaScript number is sure to hold. */
const NUMBER_TO_KEEP = /[\d.]{16}|\d[eE][+-]?\d{3}/;
const NUMBERS = /-?\d[\d.eE+-]*/g;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const MARK = '\u0000';
const ESCAPED_MARK = '\\u0000';

/**
 * Parses JSON and keeps the numbers that a JavaScript number cannot hold. Throws as `JSON.parse` does.
 * Time grows with the text's length and no faster, whatever is in it.
 */
export function parseExactJson(text: string): unknown {
	// A text with a NUL in it could pass for a number; no record may have one, so nothing is lost here.
	if (!NUMBER_TO_KEEP.test(text) || hasNul(text)) return JSON.parse(text);
	const marked = withMarkedNumbers(text);
	// Long numbers stand in texts more often than by themselves, and a reviver takes its time.
	if (marked.length === text.length) return JSON.parse(text);
	return JSON.parse(marked, (name, value: unknown) => {
		if (name.startsWith(MARK)) throw new SyntaxError('A number stands where a name should');
		if (typeof value !== 'string' || !value.startsWith(MARK)) return value;
		return numberOfText(value.slice(MARK.length)) ?? new NumberLiteral(value.slice(MARK.length));
	});
}

/** The same JSON with each number to keep as a text that begins with the mark. */
function withMarkedNumbers(text: string): string {
	let marked = '';
	for (let at = 0; at < text.length; ) {
		const quote = text.indexOf('"', at);
		const end = quote < 0 ? text.length : quote;
		marked += text.slice(at, end).replaceAll(NUMBERS, mark);
		at = quote < 0 ? end : endOfString(text, quote);
		marked += text.slice(end, at);
	}
	return marked;
}

function mark(number: string): string {
	return NUMBER_TO_KEEP.test(number) && JSON_NUMBER.test(number) ? `"${ESCAPED_MARK}${number}"` : number;
}

/** Whether any string has a NUL, which JSON can only write escaped. */
function hasNul(text: string): boolean {
	let at = text.indexOf(ESCAPED_MARK);
	while (at >= 0 && isEscaped(text, at)) at = text.indexOf(ESCAPED_MARK, at + 1);
	return at >= 0;
}
