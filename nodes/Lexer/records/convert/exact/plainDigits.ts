import { readDecimal, withoutTrailingZeros } from './decimal';

/** A number's digits without zeros that do not count, however it is written: 1.50 and 1.5 are the same. */
export function plainDigits(text: string): string {
	const decimal = readDecimal(text);
	if (decimal === undefined) return text;
	const whole = decimal.whole.replace(/^0+(?=\d)/, '');
	const fraction = withoutTrailingZeros(decimal.fraction);
	const digits = fraction === '' ? whole : `${whole || '0'}.${fraction}`;
	return decimal.isNegative && digits !== '0' ? `-${digits}` : digits;
}
