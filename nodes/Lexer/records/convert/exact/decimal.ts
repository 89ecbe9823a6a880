/** Numbers as the digits that they are written with: no digit is lost on the way. */

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

/** Further no point is moved: such numbers are no one's. */
const MAX_PLACES = 400;

/** The digits before and behind the point, once the exponent is worked in. */
export interface Decimal {
	isNegative: boolean;
	whole: string;
	fraction: string;
}

/** The digits of a number that JavaScript, Java or Python wrote; undefined where it is none. */
export function readDecimal(text: string): Decimal | undefined {
	const match = DECIMAL.exec(text);
	if (match === null || (match[2] === '' && !match[3])) return undefined;
	const [, sign, whole, fraction = '', exponent = '0'] = match;
	const places = Number(exponent);
	if (Math.abs(places) > MAX_PLACES) return undefined;
	return { isNegative: sign === '-', ...withPointMoved(whole, fraction, places) };
}

/** Moves the point to the right, or for a negative number of places to the left. */
export function withPointMoved(whole: string, fraction: string, places: number): { whole: string; fraction: string } {
	if (places === 0) return { whole, fraction };
	if (places > 0) {
		const moved = fraction.padEnd(places, '0');
		return { whole: whole + moved.slice(0, places), fraction: moved.slice(places) };
	}
	const moved = whole.padStart(1 - places, '0');
	return { whole: moved.slice(0, places), fraction: moved.slice(places) + fraction };
}

/** Digits behind the point without the zeros at their end. A pattern would try again at each zero. */
export function withoutTrailingZeros(digits: string): string {
	let end = digits.length;
	while (end > 0 && digits[end - 1] === '0') end--;
	return digits.slice(0, end);
}

/** The same number without an exponent; undefined where it has too many digits for that. */
export function withoutExponent(text: string): string | undefined {
	if (!/e/i.test(text)) return text;
	const decimal = readDecimal(text);
	if (decimal === undefined) return undefined;
	const { isNegative, whole, fraction } = decimal;
	return `${isNegative ? '-' : ''}${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`;
}
