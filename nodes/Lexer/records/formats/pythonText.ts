/**
 * Texts as Python reads them. Lexer's upload tool is written in Python, so what it takes for a
 * number or for white space is what Python does.
 */

/** What `str.strip()` removes: not quite what JavaScript's `trim()` does. */
const WHITE_SPACE = new Set(
	'\t\n\v\f\r \u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

const FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const INTEGER = /^[+-]?\d+$/;
/** Python lets an underscore stand between two digits. */
const LOOSE_UNDERSCORE = /(?<!\d)_|_(?!\d)/;
const NOT_FINITE = /^([+-]?)(?:inf(?:inity)?|(nan))$/i;

/** Longer texts are no integers to Python: its own limit. */
const MAX_INTEGER_DIGITS = 4300;

/** Python has no limit here; nobody writes so many digits, and to look at millions of them would take long. */
const MAX_FLOAT_CHARACTERS = 100_000;

/** `str.strip()` */
export function strip(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && isWhiteSpace(text, start)) start++;
	while (end > start && isWhiteSpace(text, end - 1)) end--;
	return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Nearly all texts begin and end with what ASCII can print; of those that do not, most have blanks there. */
function isWhiteSpace(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	if (code <= 0x20) return code === 0x20 || WHITE_SPACE.has(text[index]);
	return code >= 0x7f && WHITE_SPACE.has(text[index]);
}

/** `float(text)`, or undefined where Python raises an error. */
export function parseFloatText(text: string): number | undefined {
	if (text.length > MAX_FLOAT_CHARACTERS) return undefined;
	const digits = withoutUnderscores(asciiDigits(strip(text)));
	if (FLOAT.test(digits)) return Number(digits);
	const notFinite = NOT_FINITE.exec(digits);
	if (notFinite === null) return undefined;
	if (notFinite[2] !== undefined) return NaN;
	return notFinite[1] === '-' ? -Infinity : Infinity;
}

/** `int(text)`, or undefined where Python raises an error. */
export function parseIntegerText(text: string): number | undefined {
	if (text.length > MAX_INTEGER_DIGITS) return undefined;
	const digits = withoutUnderscores(asciiDigits(strip(text)));
	return INTEGER.test(digits) ? Number(digits) : undefined;
}

/** The digits alone; as it is where an underscore stands elsewhere. A pattern with all of that would remember every group. */
function withoutUnderscores(text: string): string {
	return !text.includes('_') || LOOSE_UNDERSCORE.test(text) ? text : text.replaceAll('_', '');
}

/** Python takes the decimal digits of every script, as in ٣ for 3. */
export function asciiDigits(text: string): string {
	return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
		const known = KNOWN_DIGITS.get(digit);
		if (known !== undefined) return known;
		const value = String(digitValue(digit.codePointAt(0)!));
		KNOWN_DIGITS.set(digit, value);
		return value;
	});
}

/** Unicode has some hundreds of them. */
const KNOWN_DIGITS = new Map<string, string>();

/** Every script has its ten digits in a row; the five rows of mathematical digits follow each other. */
function digitValue(codePoint: number): number {
	if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return (codePoint - 0x1d7ce) % 10;
	let zero = codePoint;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return codePoint - zero;
}
