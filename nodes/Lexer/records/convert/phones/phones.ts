import { asciiDigits } from '../../formats/pythonText';
import type { ConversionOptions, ConvertField } from '../conversion';
import { isBlank } from '../emptyValues';
import { readDecimal } from '../exact/decimal';
import { MAYBE_ROUNDED } from '../exact/rounded';
import { note } from '../findings';
import { callingCodeOf, isInternational, isInternationalMobile, mobileOfNational, parsePhoneNumber } from './phoneNumbers.generated';
import { textField } from '../texts/texts';

const NOT_INTERNATIONAL = 'is no mobile number with its country code, and was kept as it is';
const UNKNOWN_NUMBER = 'has a country code, but is no number that its country has';

/** Longer texts are no numbers. */
const MAX_LENGTH = 64;

/** What spreadsheets and exporters put around a number so that it stays a text, and what links and lead forms put before it. */
const WRAPPED = /^\s*(?:="(.*)"|'(.*)|(?:tel|p|whatsapp):(.*))\s*$/i;
/** What spreadsheets and data frames make of a number once they take it for one. */
const AS_NUMBER = /^\+?(\d+\.0+|\d(?:[.,]\d+)?e\+?\d{1,2})$/i;
/** A second number that differs in its last digits: together they are none, and as one they may be somebody else's. Pairs of digits stand between slashes in Belgium. */
const WITH_ANOTHER = /(?:\/\s*\d|\d{5}\s*\/\s*\d\d)$/;
/** What people part digits with. */
const PUNCTUATION = /[\p{Zs}\p{Cf}\p{Pd}\t\r\n\u2212()[\]./·•_~]/gu;
const USUAL = /^[1-9]\d{6,14}$/;
const DIGITS = /^(\+?)(\d{1,20})$/;

/** Shorter numbers are those of services, which are dialled as they are. */
const SHORTEST = 7;
/** Hardly any number has so many digits without its country code. */
const LONGER_THAN_NATIONAL = 11;

const PLUS = 43;
const WIDE_PLUS = '\uff0b';
/** A number whose last digits are so many zeros has been rounded, or belongs to nobody. */
const ROUNDED = /0{8}$/;

/**
 * For mobile numbers as Lexer wants them: the country code and the number, in digits only. What cannot
 * be made one is kept and told.
 *
 * @param options `phoneCountry` is where numbers without a country code are from
 */
export function phoneField({ mobileNumbers, phoneCountry }: ConversionOptions): ConvertField {
	if (mobileNumbers === 'keep') return textField;
	return (value, path, findings) => {
		if (typeof value === 'string') {
			const hasPlus = value.charCodeAt(0) === PLUS;
			const digits = hasPlus ? value.slice(1) : value;
			if (hasPlus ? isInternational(digits) : isSurelyInternational(digits, phoneCountry)) return digits;
		}
		const text = textField(value, path, findings);
		if (typeof text !== 'string') return text;
		if (isBlank(text)) return undefined;
		const bare = text.length > MAX_LENGTH ? text : unwrap(text);
		const read = readPhone(bare, phoneCountry);
		const rule = typeof value === 'number' && ROUNDED.test(text) ? MAYBE_ROUNDED : read.note;
		if (rule !== undefined) note(findings, path, rule);
		return read.digits ?? bare;
	};
}

/** What was made of a number, and what is to be told of it; without digits it is kept. */
interface PhoneReading {
	digits?: string;
	note?: string;
}

function readPhone(text: string, country: string | undefined): PhoneReading {
	if (text.length > MAX_LENGTH) return { note: NOT_INTERNATIONAL };
	const bare = text.trim();
	if (AS_NUMBER.test(bare)) {
		const whole = wholeOf(bare);
		return whole === undefined ? { note: MAYBE_ROUNDED } : readDigits('', whole, country);
	}
	if (WITH_ANOTHER.test(bare)) return { note: NOT_INTERNATIONAL };
	const match = DIGITS.exec(asciiDigits(bare.replaceAll(WIDE_PLUS, '+').replace(PUNCTUATION, '')));
	return match === null ? { note: NOT_INTERNATIONAL } : readDigits(match[1], match[2], country);
}

function unwrap(text: string): string {
	const match = WRAPPED.exec(text);
	return match === null ? text : (match[1] ?? match[2] ?? match[3]);
}

/** The digits of a number written as `61491570006.0` or `6.1491570006E10`; undefined where some are not written. */
function wholeOf(text: string): string | undefined {
	const decimal = readDecimal(text);
	if (decimal === undefined || /[^0]/.test(decimal.fraction) || ROUNDED.test(decimal.whole)) return undefined;
	const [mantissa, exponent] = text.toLowerCase().split('e');
	const written = mantissa.replace(/^\+?\d+\.?/, '').length;
	return exponent === undefined || written >= Number(exponent) ? decimal.whole : undefined;
}

/**
 * Two zeros at the beginning are taken for a plus sign first: some countries dial others, and their
 * numbers would be read as something else (0061… in Australia, which dials 0011).
 */
function readDigits(plus: string, digits: string, country: string | undefined): PhoneReading {
	const international = plus !== '' || digits.startsWith('00') ? digits.replace(/^00/, '') : undefined;
	const read =
		(international === undefined ? undefined : readInternational(international)) ??
		(country === undefined ? undefined : readNational(digits, country));
	if (read !== undefined) return { digits: read };
	if (plus !== '' && USUAL.test(digits)) return { digits, note: UNKNOWN_NUMBER };
	const isComplete = international === undefined && country === undefined && isSurelyInternational(digits, country);
	return isComplete ? { digits } : { note: NOT_INTERNATIONAL };
}

/** A plus sign says that the country code follows; people put the zero of the national number behind it all the same. */
function readInternational(digits: string): string | undefined {
	if (isInternational(digits)) return digits;
	const parsed = parsePhoneNumber(`+${digits}`);
	return parsed !== undefined && isInternational(parsed) ? parsed : undefined;
}

/**
 * Whether digits without a plus sign begin with a country code: of the phone country's own, where there
 * is one. Numbers of eleven digits and more are no one's national numbers without their zero, but for
 * those that begin with 1, as China's do, and those of an area whose code is that of the country, as in Brazil.
 */
function isSurelyInternational(digits: string, country: string | undefined): boolean {
	if (country !== undefined && !digits.startsWith(callingCodeOf(country))) return false;
	if (isInternationalMobile(digits)) return true;
	if (digits.length < LONGER_THAN_NATIONAL || digits.startsWith('1') || !isInternational(digits)) return false;
	return country === undefined || mobileOfNational(digits, country) === undefined;
}

/** A number that could be either is one of the country, unless it has the country's own code already. */
function readNational(digits: string, country: string): string | undefined {
	if (isSurelyInternational(digits, country)) return digits;
	const mobile = mobileOfNational(digits, country);
	if (mobile !== undefined) return mobile;
	if (isInternationalMobile(digits)) return digits;
	const behind = mobileBehindCode(digits, country);
	if (behind !== undefined) return behind;
	const parsed = digits.length < SHORTEST ? undefined : parsePhoneNumber(digits, country);
	if (parsed !== undefined && isInternational(parsed)) return parsed;
	// Fewer digits are more often a national number that lacks some, or its area, than one of another country.
	return digits.length >= LONGER_THAN_NATIONAL && isInternational(digits) ? digits : undefined;
}

/** Of `49 0171 1234567`, as a code and a national number of two columns come to stand side by side. */
function mobileBehindCode(digits: string, country: string): string | undefined {
	const code = callingCodeOf(country);
	return digits.startsWith(`${code}0`) ? mobileOfNational(digits.slice(code.length), country) : undefined;
}
