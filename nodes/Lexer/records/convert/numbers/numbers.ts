import { parseFloatText } from '../../formats/pythonText';
import { NumberLiteral } from '../../numberLiteral';
import type { ConversionOptions, ConvertField, Findings } from '../conversion';
import { isBlank } from '../emptyValues';
import { numberOfBigint, numberOfText } from '../exact/exactNumber';
import { doubt } from '../findings';
import { convertFree } from '../values/free';
import { soundText } from '../values/soundText';
import { finite } from '../values/unsayable';
import { readWrittenNumber } from './writtenNumber';

const NOT_A_NUMBER = 'is true or false, and no number';
const NOT_WHOLE = 'must be a whole number';
const NOT_PLAIN = "is no plain number such as 1234.50: set 'Conversion > Numbers' to the way it is written";
const NOT_AS_SET = "is not written the way that 'Conversion > Numbers' says";

/**
 * For fields of numbers. A text that is none stays, for the check to refuse; one that another setting
 * of Numbers could read is a problem.
 *
 * @param isWhole whether decimals other than zeros are refused: Lexer's tool would cut them off
 */
export function numberField({ numbers }: ConversionOptions, isWhole: boolean): ConvertField {
	const convertText = (text: string, path: string, findings: Findings) => {
		const number = readNumber(text, numbers);
		if (number !== undefined) return isWhole ? (wholeOf(number) ?? text) : number;
		if (isBlank(text)) return undefined;
		const float = parseFloatText(text);
		// Python reads more texts as infinity or as no number, and so does Lexer.
		if (float !== undefined && !Number.isFinite(float)) return finite(float, path, findings);
		const isOtherwise = numbers === 'plain' ? isWrittenNumber(text) : float !== undefined || isWrittenNumber(text);
		if (isOtherwise) doubt(findings, path, numbers === 'plain' ? NOT_PLAIN : NOT_AS_SET);
		return soundText(text, path, findings);
	};
	return (value, path, findings) => {
		switch (typeof value) {
			case 'string':
				return value === '' ? undefined : convertText(value, path, findings);
			case 'number':
				if (isWhole && Number.isFinite(value) && !Number.isInteger(value)) doubt(findings, path, NOT_WHOLE);
				return finite(value, path, findings);
			case 'bigint':
				return numberOfBigint(value);
			case 'boolean':
				doubt(findings, path, NOT_A_NUMBER);
				return value;
			default:
				if (value instanceof NumberLiteral) return isWhole ? (wholeOf(value) ?? value) : value;
				return convertFree(value, path, findings) ?? undefined;
		}
	};
}

function readNumber(text: string, numbers: ConversionOptions['numbers']): number | NumberLiteral | undefined {
	if (numbers === 'plain') return numberOfText(text);
	const isPlain = numbers === '1,234.50' || !text.includes('.');
	const plain = isPlain ? numberOfText(text) : undefined;
	if (plain !== undefined) return plain;
	const written = readWrittenNumber(text, numbers);
	return written === undefined ? undefined : numberOfText(written);
}

function isWrittenNumber(text: string): boolean {
	return readWrittenNumber(text, '1,234.50') !== undefined || readWrittenNumber(text, '1.234,50') !== undefined;
}

/** The same number without decimals; undefined where they are not all zeros. */
function wholeOf(number: number | NumberLiteral): number | NumberLiteral | undefined {
	if (typeof number === 'number') return Number.isInteger(number) ? number : undefined;
	const [whole, decimals = ''] = number.text.split('.');
	if (decimals === '') return number;
	return /^0+$/.test(decimals) ? new NumberLiteral(whole) : undefined;
}
