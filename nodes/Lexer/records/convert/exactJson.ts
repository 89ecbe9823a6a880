import { NumberLiteral } from '../numberLiteral';
import { numberOfText } from './numbers';

const LONG_NUMBER = /[\d.]{17}/;
const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g;
const MARK = '\u0000';

/** Parses JSON and keeps the numbers that a JavaScript number cannot hold. Throws as `JSON.parse` does. */
export function parseExactJson(text: string): unknown {
	// A text that has the mark itself could pass for a number.
	if (!LONG_NUMBER.test(text) || text.includes('\\u0000')) return JSON.parse(text);
	const marked = text.replace(STRING_OR_LONG_NUMBER, (token) =>
		token.startsWith('"') || !isJson(token) ? token : `"\\u0000${token}"`,
	);
	return JSON.parse(marked, (_name, value: unknown) => {
		if (typeof value !== 'string' || !value.startsWith(MARK)) return value;
		return numberOfText(value.slice(MARK.length)) ?? new NumberLiteral(value.slice(MARK.length));
	});
}

function isJson(number: string): boolean {
	return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(number);
}
