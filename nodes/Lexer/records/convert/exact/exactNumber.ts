import { strip } from '../../formats/pythonText';
import { NumberLiteral } from '../../numberLiteral';

/** A decimal number as databases and people write it: `1.50`, `-3`, `+.5`, `1e-7`. */
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** So many digits survive the way into a JavaScript number and back. */
const SAFE_DIGITS = 15;
const SAFE_EXPONENT = 290;

/** The number that a text is, exact; undefined if it is none. */
export function numberOfText(text: string): number | NumberLiteral | undefined {
	const match = DECIMAL.exec(strip(text));
	if (match === null) return undefined;
	const [, sign, whole, decimals = '', exponent = '0'] = match;
	if (whole === '' && decimals === '') return undefined;
	const digits = (whole + decimals).replace(/^0+/, '');
	if (digits.length <= SAFE_DIGITS && Math.abs(Number(exponent)) <= SAFE_EXPONENT) {
		return Number(match[0]);
	}
	return new NumberLiteral(
		(sign === '-' ? '-' : '') +
			whole.replace(/^0+(?=\d)/, '').padStart(1, '0') +
			(decimals === '' ? '' : `.${decimals}`) +
			(match[4] === undefined ? '' : `e${exponent}`),
	);
}

/** A big integer as the number it is, exact. */
export function numberOfBigint(value: bigint): number | NumberLiteral {
	const isSafe = value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
	return isSafe ? Number(value) : new NumberLiteral(value.toString());
}

/** A number of so many digits as its database has it, with the zeros behind the point; undefined if the text is none. */
export function decimalOfText(text: string): number | NumberLiteral | undefined {
	const number = numberOfText(text);
	return typeof number === 'number' && PLAIN.test(text) && String(number) !== text ? new NumberLiteral(text) : number;
}

const PLAIN = /^-?(?:0|[1-9]\d*)\.\d+$/;
