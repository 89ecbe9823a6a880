import { checkRecord } from '../../../../nodes/Lexer/records/check/checkRecord';
import { plainDigits } from '../../../../nodes/Lexer/records/convert/exact/plainDigits';
import { jsonText } from '../../../../nodes/Lexer/records/write/jsonText';
import { expectLinear } from '../../../support/growth.cjs';
import { converting } from './converting.cjs';

const toPrice = converting('product', 'price');
const toQuantity = converting('product', 'inventory.quantity');

const DIGITS_LOST = 'may have lost digits: have the query return it as text';

/** As JSON, told or not. */
function written({ value, problems, notes }: ReturnType<typeof toPrice>): string {
	expect({ problems, notes }).toEqual({ problems: [], notes: [] });
	return jsonText(value);
}

describe('amounts as people write them', () => {
	it.each([
		['1,234.50', '1,234.50', '1234.5'],
		['1,234.50', '1,234', '1234'],
		['1,234.50', '1,234,567.89', '1234567.89'],
		['1,234.50', '1234.50', '1234.5'],
		['1,234.50', '$1,234.50', '1234.5'],
		['1,234.50', 'A$ 1,234.50', '1234.5'],
		['1,234.50', 'AUD$12', '12'],
		['1,234.50', 'USD 1,234.50', '1234.5'],
		['1,234.50', '1,234.50 usd', '1234.5'],
		['1,234.50', '$1,234.50 AUD', '1234.5'],
		['1,234.50', '¥1,234', '1234'],
		['1,234.50', '₹ 500.00', '500'],
		['1,234.50', 'Rs. 500', '500'],
		['1,234.50', 'Fr.12.50', '12.5'],
		['1,234.50', '-$12.00', '-12'],
		['1,234.50', '$-12.00', '-12'],
		['1,234.50', '($12.00)', '-12'],
		['1,234.50', '$(12.00)', '-12'],
		['1,234.50', '(1,234.50)', '-1234.5'],
		['1,234.50', '12.00-', '-12'],
		['1,234.50', '\u221212.00', '-12'],
		['1,234.50', '+$5', '5'],
		['1,234.50', '$.50', '0.5'],
		['1,234.50', "1'234.50", '1234.5'],
		['1,234.50', "CHF 1’234’567.50", '1234567.5'],
		['1,234.50', '1 234.50', '1234.5'],
		['1,234.50', '1,234,567,890,123,456,789.01', '1234567890123456789.01'],
		['1,234.50', '1.5e3', '1500'],
		['1,234.50', '\u200e$5\u200e', '5'],
		['1.234,50', '1.234,50', '1234.5'],
		['1.234,50', '1.234', '1234'],
		['1.234,50', '1.234.567', '1234567'],
		['1.234,50', '12,5', '12.5'],
		['1.234,50', ',5', '0.5'],
		['1.234,50', '1,234', '1.234'],
		['1.234,50', '0,123', '0.123'],
		['1.234,50', '1.234,50 €', '1234.5'],
		['1.234,50', '1.234,50\u00a0€', '1234.5'],
		['1.234,50', '€ -1.234,50', '-1234.5'],
		['1.234,50', 'EUR 1.234,50', '1234.5'],
		['1.234,50', 'R$ 1.234,50', '1234.5'],
		['1.234,50', '1\u202f234,50', '1234.5'],
		['1.234,50', '1\u00a0234\u00a0567,50 kr', '1234567.5'],
		['1.234,50', '12 zł', '12'],
		['1.234,50', '99,00 Kč', '99'],
		['1.234,50', '12,00-', '-12'],
		['1.234,50', '1234', '1234'],
		['1.234,50', '1e3', '1000'],
	] as const)('reads, with Numbers %s, %s', (numbers, text, expected) => {
		expect(written(toPrice(text, { numbers }))).toBe(expected);
	});

	it.each(['1,234.50', '1.234,50', '$5', '€ 5', 'USD 5', '5 €', '(12.00)', '12.00-', '1 234', "1'234.50", '12,34', '1,234', '0,5'])(
		'asks for Numbers at %s',
		(text) => {
			const rule = "is no plain number such as 1234.50: set 'Conversion > Numbers' to the way it is written";
			expect(toPrice(text)).toEqual({ value: text, problems: [rule], notes: [] });
		},
	);

	it.each([
		['1,234.50', '12,34'],
		['1,234.50', '1,2345'],
		['1,234.50', '1.234,50'],
		['1,234.50', '0,123'],
		['1,234.50', '5,5'],
		['1,234.50', '1 234,50'],
		['1.234,50', '12.34'],
		['1.234,50', '12.5'],
		['1.234,50', '.5'],
		['1.234,50', '0.123'],
		['1.234,50', '1234.5'],
		['1.234,50', '1,234.50'],
		['1.234,50', '1.5E3'],
	] as const)('refuses, with Numbers %s, %s rather than guess', (numbers, text) => {
		const { problems, value } = toPrice(text, { numbers });
		expect(value).toBe(text);
		const refused = checkRecord('product', 'uploadTool', { product_id: 'x', price: value });
		expect([...problems, ...refused].length).toBeGreaterThan(0);
	});

	it.each(['12%', '12 %', '18+', 'ABC 5', '€', '$', '--5', '(5', '5)', '(-5)', '$5$5', '1,23,456', '1,234.567.890', '1 2', '5 each', '1,234,56', 'x'])(
		'leaves %s for the check to refuse',
		(text) => {
			for (const numbers of ['plain', '1,234.50', '1.234,50'] as const) {
				const { value, problems } = toPrice(text, { numbers });
				expect({ value, problems }).toEqual({ value: text, problems: [] });
			}
			expect(checkRecord('product', 'uploadTool', { product_id: 'x', price: text })).toEqual([{ path: 'price', rule: 'must be a number' }]);
		},
	);
});

describe('whole numbers', () => {
	it.each([
		['2', '2'],
		['2.0', '2'],
		['2.', '2'],
		['2e2', '200'],
		['12345678901234567890', '12345678901234567890'],
		['12345678901234567890.000', '12345678901234567890'],
		[2, '2'],
		[2n, '2'],
		[9007199254740993n, '9007199254740993'],
	])('takes %s for one', (value, expected) => {
		expect(written(toQuantity(value))).toBe(expected);
	});

	it.each(['1.5', '0.99', '1.00000000000000000001'])('leaves the text %s for the check to refuse, and cuts nothing', (text) => {
		const { value, problems } = toQuantity(text);
		expect({ value, problems }).toEqual({ value: text, problems: [] });
		for (const rules of ['uploadTool', 'jsonSchema'] as const) {
			expect(checkRecord('product', rules, { product_id: 'x', inventory: { quantity: value } })).toEqual([
				{ path: 'inventory.quantity', rule: 'must be a whole number' },
			]);
		}
	});

	it.each([1.5, -0.1])('refuses %s, which Lexer’s tool would cut', (value) => {
		expect(toQuantity(value).problems).toEqual(['must be a whole number']);
	});

	it('reads one as Numbers says', () => {
		expect(written(toQuantity('1.234', { numbers: '1.234,50' }))).toBe('1234');
		expect(toQuantity('1.234', { numbers: '1,234.50' }).value).toBe('1.234');
	});
});

it.each([NaN, Infinity, -Infinity, 'NaN', 'nan', 'Infinity', '-inf'])('takes %s for no number, and tells it', (value) => {
	expect(toPrice(value)).toEqual({ value: undefined, problems: [], notes: ['is no number, and was left out'] });
});

it.each([2 ** 53, -(2 ** 53), 1e21, Number('12345678901234567890')])('tells that %s may have lost digits', (value) => {
	expect(toPrice(value)).toEqual({ value, problems: [], notes: [DIGITS_LOST] });
});

it('does not mind a number that is exact', () => {
	expect(written(toPrice(2 ** 53 - 1))).toBe('9007199254740991');
	expect(written(toPrice(0.1))).toBe('0.1');
});

it.each(['9', '1,', '1.', ' ', '$', '(', '1e', '-', '\u00a0', "1'"])('reads long texts of "%s" in time that grows with them', (part) => {
	for (const numbers of ['plain', '1,234.50', '1.234,50'] as const) {
		expectLinear((size) => part.repeat(size), (text) => toPrice(text, { numbers }), 200_000);
	}
});

it('finds the digits that count in time that grows with the number', () => {
	expectLinear((size) => `0.1${'0'.repeat(size)}1`, plainDigits, 100_000);
	expect(plainDigits(`0.1${'0'.repeat(100_000)}`)).toBe('0.1');
});
