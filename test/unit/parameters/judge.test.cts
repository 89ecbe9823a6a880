import { booleanOf, choiceOf, numberOf, textOf } from '../../../nodes/Lexer/parameters/judge';

const NOTHING = [null, undefined, NaN, {}, [], [1], ['true'], new Date(0), () => 1, Symbol('s')];

describe('a boolean', () => {
	it.each([true, 'true', 'TRUE', ' True ', 'yes', 'on', 'y', 't', '1', 1])('is true: %p', (value) => expect(booleanOf(value)).toBe(true));
	it.each([false, 'false', 'False\n', ' off ', 'no', 'n', 'f', '0', 0])('is false: %p', (value) => expect(booleanOf(value)).toBe(false));
	it.each([...NOTHING, '', ' ', 2, -1, '2', 'maybe', 'null', 'truee', 'toString'])('is not %p', (value) => expect(booleanOf(value)).toBeUndefined());
});

describe('a number', () => {
	it.each([
		[5, 5], [0, 0], [-2.5, -2.5], ['5', 5], [' 5 ', 5], ['+5', 5], ['-5', -5], ['2.5', 2.5], ['.5', 0.5], ['5.', 5], ['1e3', 1000], ['1E-2', 0.01], ['007', 7],
	])('is %p', (value, expected) => expect(numberOf(value)).toBe(expected));
	it.each([...NOTHING, '', ' ', true, false, Infinity, 'Infinity', 'NaN', 'five', '5 s', '5,0', '1,000', '0x10', '1_000', '1e999', '--5', '5e', '1'.repeat(100_000)])(
		'is not %p',
		(value) => expect(numberOf(value)).toBeUndefined(),
	);
});

describe('a choice', () => {
	const choices = ['off', 'stop', 'skip'] as const;
	it.each([['off', 'off'], [' stop ', 'stop'], ['skip\n', 'skip']])('is %p', (value, expected) => expect(choiceOf(value, choices)).toBe(expected));
	it.each([...NOTHING, '', ' ', 'Off', 'SKIP', 'toString', 'of', 0, true, false])('is not %p', (value) => expect(choiceOf(value, choices)).toBeUndefined());
});

describe('a text', () => {
	it.each([
		['', ''], [' a ', ' a '], ['null', 'null'], [5, '5'], [0, '0'], [-1.5, '-1.5'], [12345678901234567890n, '12345678901234567890'],
	])('is %p', (value, expected) => expect(textOf(value)).toBe(expected));
	it.each([...NOTHING, true, false, Infinity, 'customers-[object Object].csv'])('is not %p', (value) => expect(textOf(value)).toBeUndefined());
});
