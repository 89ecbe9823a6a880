import type { ConversionOptions } from '../conversion';

type Style = Exclude<ConversionOptions['numbers'], 'plain'>;

/** Groups of three digits, all parted by the same character; a grouped number does not begin with a zero. */
const NUMBERS: Record<Style, RegExp> = {
	'1,234.50': /^([1-9]\d{0,2}(?:([, '’])\d{3}(?:\2\d{3})*)|\d*)(?:\.(\d*))?$/,
	'1.234,50': /^([1-9]\d{0,2}(?:([. '’])\d{3}(?:\2\d{3})*)|\d*)(?:,(\d*))?$/,
};

const BLANKS = /[\p{Zs}\t]+/gu;
const MARKS = /\p{Cf}/gu;
const MINUS = /\u2212/g;

/** What stands before the first digit, from there to the last, and what stands behind it. */
const PARTS = /^(\D*?)((?:(?<!\p{L})[.,])?\d(?:.*\d)?)(\D*)$/u;

/** `()` for a minus, as accounting programs write it. */
const SIGNS = new Set(['', '+', '-', '()']);
/** A sign, maybe with letters before it (`A$`), or a word of those without a sign. A cent's sign would make it a hundredth. */
const SIGN_OR_WORD = /^(?:[A-Z]{0,3}(?!¢)\p{Sc}|(?:kr|Kč|zł|Ft|lei|лв|руб|SFr|Fr|Rs|RM|Rp|R)\.?)$/u;
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Longer texts are no amounts that anyone wrote. */
const MAX_LENGTH = 200;

/**
 * A number as people and accounting programs write it, with grouped digits, a currency's sign or code
 * at either end, and a minus at either end or brackets for it: `$1,234.50`, `1.234,50 €`,
 * `USD (12.00)`, `12.00-`.
 *
 * @returns the same number written plainly; undefined where it is none, or has its digits grouped in
 * another way than by threes
 */
export function readWrittenNumber(text: string, style: Style): string | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const parts = PARTS.exec(text.replace(MARKS, '').replace(MINUS, '-').replace(BLANKS, ' ').trim());
	if (parts === null) return undefined;
	const [before, behind] = [signOf(parts[1]), signOf(parts[3])];
	const signs = before.signs + behind.signs;
	if (!SIGNS.has(signs) || behind.signs === '+' || !isCurrency(before.rest) || !isCurrency(behind.rest)) return undefined;
	const number = NUMBERS[style].exec(parts[2]);
	if (number === null) return undefined;
	const [, whole, separator, decimals = ''] = number;
	const digits = separator === undefined ? whole : whole.replaceAll(separator, '');
	return `${signs === '-' || signs === '()' ? '-' : ''}${digits}.${decimals}`;
}

/** Signs and brackets, and what is left without them. */
function signOf(text: string): { signs: string; rest: string } {
	return { signs: text.replace(/[^-+()]/g, ''), rest: text.replace(/[-+() ]/g, '') };
}

function isCurrency(text: string): boolean {
	return text === '' || SIGN_OR_WORD.test(text) || CODES.has(text.toUpperCase());
}
