import examples from 'libphonenumber-js/examples.mobile.json';

import { callingCodeOf, phoneCountries } from '../../../../nodes/Lexer/records/convert/phones/phoneNumbers.generated';
import { expectLinear } from '../../../support/growth.cjs';
import { converting, silently } from './converting.cjs';

const toMobile = converting('customer_record', 'link.mobile');

const KEPT = 'is no mobile number with its country code, and was kept as it is';
const ROUNDED = 'may have lost digits to a spreadsheet, and was kept as it is';

describe('numbers with their country code', () => {
	it.each([
		'61491570006', '+61491570006', '0061491570006', '+61 491 570 006', '+61-491-570-006', '(+61) 491 570 006', '+61.491.570.006',
		'+61 (0)491 570 006', '+610491570006', '0061 (0) 491 570 006', '61 491 570 006', '  61491570006  ', '+0061491570006',
		'\u202a+61\u00a0491\u202f570\u2009006\u202c', '+61 491\u2011570\u2011006', '\u200e+61491570006', '\uff0b61491570006',
		'\uff0b\uff16\uff11491570006', "'+61491570006", "'61491570006", '="+61491570006"', '="61491570006"', 'tel:+61-491-570-006', 'p:+61491570006',
		'61491570006.0', '6.1491570006E10', '6.1491570006e+10', 61491570006, 61491570006n,
	])('strips %s', (value) => {
		expect(toMobile(value)).toEqual(silently('61491570006'));
	});

	it.each([
		['+1 (415) 555-0123', '14155550123'],
		['+44 (0)7911 123456', '447911123456'],
		['447700900123', '447700900123'],
		['+49 171/1234567', '491711234567'],
		['+49 0171 1234567', '491711234567'],
		['+39 312 345 6789', '393123456789'],
		['+61 2 9876 5432', '61298765432'],
		['0033612345678', '33612345678'],
	])('strips %s of other countries', (value, expected) => {
		expect(toMobile(value)).toEqual(silently(expected));
		expect(toMobile(value, { phoneCountry: 'AU' })).toEqual(silently(expected));
	});

	it('tells a number with a country code that no country has', () => {
		const rule = 'has a country code, but is no number that its country has';
		expect(toMobile('+1 123 456 7890')).toEqual({ value: '11234567890', problems: [], notes: [rule] });
	});
});

describe('national numbers', () => {
	it.each(['0491570006', '0491 570 006', '(04) 9157 0006', '491570006', 491570006, '02 9876 5432', '4155550123', '13812345678', '0011 61 491 570 006'])(
		'keeps and tells %s without a country',
		(value) => {
			expect(toMobile(value)).toEqual({ value: String(value), problems: [], notes: [KEPT] });
		},
	);

	it.each([['BE', '0475/12/34/56', '32475123456'], ['FR', '06/12/34/56/78', '33612345678'], ['FR', '+33 6/12/34/56/78', '33612345678']])(
		'reads slashes between pairs of digits (%s, %s)',
		(phoneCountry, value, expected) => {
			expect(toMobile(value, { phoneCountry })).toEqual(silently(expected));
		},
	);

	it.each(['0171 1234567/8', '0171 123 45 67/8', '0171/1234567 / 68', '+49 171 1234567/8'])('keeps and tells two numbers in one, %s', (value) => {
		expect(toMobile(value, { phoneCountry: 'DE' })).toEqual({ value, problems: [], notes: [KEPT] });
	});

	it.each([
		['AU', '0491 570 006', '61491570006'],
		['AU', '491570006', '61491570006'],
		['AU', 491570006, '61491570006'],
		['AU', '(04) 9157-0006', '61491570006'],
		['AU', "'0491570006", '61491570006'],
		['AU', '="0491570006"', '61491570006'],
		['AU', '491570006.0', '61491570006'],
		['AU', '0061491570006', '61491570006'],
		['AU', '0011 61 491 570 006', '61491570006'],
		['AU', '+0491570006', '61491570006'],
		['AU', '61491570006', '61491570006'],
		['AU', '02 9876 5432', '61298765432'],
		['AU', '33612345678', '33612345678'],
		['US', '(415) 555-0123', '14155550123'],
		['US', '6465551234', '16465551234'],
		['US', '1-415-555-0123', '14155550123'],
		['US', '011 61 491 570 006', '61491570006'],
		['US', '4915112345678', '4915112345678'],
		['DE', '0171/1234567', '491711234567'],
		['DE', '4915112345678', '4915112345678'],
		['DE', '49 0171 1234567', '491711234567'],
		['DE', '0049 0171 1234567', '491711234567'],
		['DE', '4903 123456', '494903123456'],
		['AT', '43 0664 1234567', '436641234567'],
		['AU', '61 0491 570 006', '61491570006'],
		['DE', '33612345678', '33612345678'],
		['IT', '3123456789', '393123456789'],
		['IT', '3912345678', '393912345678'],
		['GB', '07911 123456', '447911123456'],
		['GB', '07700 900123', '447700900123'],
		['NZ', '021 123 4567', '64211234567'],
		['CN', '13812345678', '8613812345678'],
		['RU', '8 (916) 123-45-67', '79161234567'],
		['BR', '(11) 91234-5678', '5511912345678'],
		['AR', '011 15-2345-6789', '5491123456789'],
	])('makes them international: %s %s', (phoneCountry, value, expected) => {
		expect(toMobile(value, { phoneCountry })).toEqual(silently(expected));
	});

	// Of Tristan da Cunha's four digits nothing says that they are no service's.
	it.each(phoneCountries.filter((country) => country in examples && country !== 'TA'))('reads the mobile numbers of %s, however they are written', (country) => {
		const national = examples[country as keyof typeof examples];
		const expected = silently(callingCodeOf(country) + national);
		expect(toMobile(national, { phoneCountry: country })).toEqual(expected);
		for (const text of [`+${expected.value as string}`, `00${expected.value as string}`, `+${callingCodeOf(country)} (${national})`]) {
			expect(toMobile(text)).toEqual(expected);
			expect(toMobile(text, { phoneCountry: country })).toEqual(expected);
			expect(toMobile(text, { phoneCountry: country === 'AU' ? 'US' : 'AU' })).toEqual(expected);
		}
		expect(toMobile(expected.value, { phoneCountry: country })).toEqual(expected);
	});
});

describe('what is no number', () => {
	it.each(['MYSHOP', '12345', '1-800-FLOWERS', '0491 570 006 ext 5', '+61', '+', '-', 'unknown', '++61491570006', '0491570006, 0491570007', '9'.repeat(30), 'x'.repeat(100)])(
		'is kept and told: %s',
		(value) => {
			for (const phoneCountry of [undefined, 'AU']) {
				expect(toMobile(value, { phoneCountry })).toEqual({ value, problems: [], notes: [KEPT] });
			}
		},
	);

	it.each([['AU', '49754797'], ['US', '489591156'], ['GB', '487050715']])(
		'is kept and told where it is too short to be sure of another country: %s %s',
		(phoneCountry, value) => {
			expect(toMobile(value, { phoneCountry })).toEqual({ value, problems: [], notes: [KEPT] });
		},
	);

	it.each(['6.14E+10', '6.14915E+10', '6,14915E+10', '6.1E10', '61400000000.0', '6e10'])('is kept and told where a spreadsheet had it: %s', (value) => {
		for (const phoneCountry of [undefined, 'AU']) {
			expect(toMobile(value, { phoneCountry })).toEqual({ value, problems: [], notes: [ROUNDED] });
		}
	});

	it('is told of a number that was read from such a text', () => {
		expect(toMobile(61400000000)).toEqual({ value: '61400000000', problems: [], notes: [ROUNDED] });
		expect(toMobile('61400000000')).toEqual(silently('61400000000'));
	});
});

it.each(['+61 491 570 006', '0491 570 006', "'61491570006", 'MYSHOP'])('leaves %s with Mobile Numbers as they are', (value) => {
	expect(toMobile(value, { mobileNumbers: 'keep', phoneCountry: 'AU' })).toEqual(silently(value));
});

it.each([
	['customer_record', 'mobile'],
	['purchase', 'link.mobile'],
	['sms_send', 'from.number'],
	['sms_click', 'to.number'],
] as const)('knows the mobile numbers of %s: %s', (recordType, field) => {
	expect(converting(recordType, field)('+61 491 570 006')).toEqual(silently('61491570006'));
});

it('leaves other numbers alone', () => {
	expect(converting('customer_record', 'link.customer_id')('+61 491 570 006')).toEqual(silently('+61 491 570 006'));
});

it.each(['0', '+', ' ', '9', "'", '(', '.', 'E'])('reads long texts of "%s" in time that grows with them', (part) => {
	expectLinear((size) => part.repeat(size), (text) => toMobile(text, { phoneCountry: 'AU' }), 200_000);
});
