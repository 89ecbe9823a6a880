// Bundled by phoneNumbers.js. Numbers are mostly told by the patterns alone, compiled once for each
// country code: a hundred times as fast as the library's parser, which reads what people write.
import { getCountries, getCountryCallingCode, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import patterns from 'metadata:mobile';

export const phoneCountries = getCountries(patterns);

export function callingCodeOf(country) {
	return getCountryCallingCode(country, patterns);
}

export function isInternational(digits) {
	const numbers = numbersOf(digits);
	return numbers !== undefined && numbers.any.test(digits);
}

export function isInternationalMobile(digits) {
	const numbers = numbersOf(digits);
	return numbers !== undefined && numbers.mobile.test(digits);
}

export function mobileOfNational(national, country) {
	const { callingCode, prefix, mobile } = nationalNumbersOf(country);
	const number = prefix !== '' && national.startsWith(prefix) ? national.slice(prefix.length) : national;
	return mobile.test(number) ? callingCode + number : undefined;
}

export function parsePhoneNumber(text, country) {
	return parsePhoneNumberFromString(text, { defaultCountry: country, extract: false }, patterns)?.number.slice(1);
}

const NOTHING = '(?!)';
const ZERO = 48;
/** By country code, as the number that it is. */
const byCallingCode = [];
const byCountry = new Map();

for (const callingCode of [...Object.keys(patterns.country_calling_codes), ...Object.keys(patterns.nonGeographic)]) {
	byCallingCode[Number(callingCode)] = { callingCode, numbers: undefined };
}

/** Country codes have one to three digits, and none begins with another. */
function numbersOf(digits) {
	let callingCode = 0;
	for (let index = 0; index < 3; index++) {
		callingCode = callingCode * 10 + digits.charCodeAt(index) - ZERO;
		const known = byCallingCode[callingCode];
		if (known !== undefined) return (known.numbers ??= compile(known.callingCode, plansOf(known.callingCode)));
	}
	return undefined;
}

function plansOf(callingCode) {
	const countries = patterns.country_calling_codes[callingCode];
	return countries === undefined ? [planOf(callingCode)] : countries.map(planOf);
}

/** @param name a country, or the code of a service that belongs to none */
function planOf(name) {
	const metadata = new Metadata(patterns);
	metadata.selectNumberingPlan(name);
	return metadata.numberingPlan;
}

function compile(callingCode, plans) {
	const anyOf = (choices) => new RegExp(`^${callingCode}(?:${choices.join('|') || NOTHING})$`);
	return {
		any: anyOf(plans.map((plan) => plan.nationalNumberPattern())),
		mobile: anyOf(plans.flatMap((plan) => plan.type('MOBILE')?.pattern() ?? [])),
	};
}

function nationalNumbersOf(country) {
	if (!byCountry.has(country)) {
		const plan = planOf(country);
		byCountry.set(country, {
			callingCode: callingCodeOf(country),
			prefix: plan.nationalPrefix() ?? '',
			mobile: new RegExp(`^(?:${plan.type('MOBILE')?.pattern() ?? NOTHING})$`),
		});
	}
	return byCountry.get(country);
}
