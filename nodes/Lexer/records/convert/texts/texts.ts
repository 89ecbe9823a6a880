import { strip } from '../../formats/pythonText';
import { NumberLiteral } from '../../numberLiteral';
import type { ConvertField, Findings } from '../conversion';
import { isBlank } from '../emptyValues';
import { withoutExponent } from '../exact/decimal';
import { MAYBE_ROUNDED, isRounded } from '../exact/rounded';
import { note, refuse } from '../findings';
import { convertFree } from '../values/free';
import { soundText } from '../values/soundText';
import { DIGITS_LOST, finite } from '../values/unsayable';

const FALSE_IN_TEXT = 'is false in a field of texts, and was written as that word';

/** For fields of texts: the text as it is, and of other values the one that they are written as. */
export const textField: ConvertField = (value, path, findings) =>
	typeof value === 'string' && value !== '' ? convertText(value, path, findings) : convertOther(value, path, findings);

function convertText(text: string, path: string, findings: Findings): string | undefined {
	if (mayBeRounded(text) && isRounded(text)) note(findings, path, MAYBE_ROUNDED);
	return soundText(text, path, findings);
}

/** No spreadsheet writes a shorter one than 1E+15: 1E+5 is somebody's own. */
const SHORTEST_ROUNDED = 5;

/** A digit, then a point, a comma or an E, as in 1E+15 and 1.77E+12: asked first, as that takes next to no time. */
function mayBeRounded(text: string): boolean {
	if (text.length < SHORTEST_ROUNDED || !isDigit(text.charCodeAt(0))) return false;
	const next = text.charCodeAt(1);
	return next === POINT || next === COMMA || next === LARGE_E || next === SMALL_E;
}

const [POINT, COMMA, LARGE_E, SMALL_E] = [0x2e, 0x2c, 0x45, 0x65];

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

/** For texts of which only some are taken, and blanks are none. */
export const choiceField: ConvertField = (value, path, findings) => (isBlank(value) ? undefined : textField(value, path, findings));

/** For texts that Lexer compares as they are: trimmed and lower-cased. */
export const lowerCaseField: ConvertField = (value, path, findings) => {
	if (typeof value === 'string' && isLowerCaseAlready(value)) return value;
	const text = textField(value, path, findings);
	return typeof text === 'string' ? strip(text.toLowerCase()) || undefined : text;
};

/** Most are, as `name@example.com`: to look costs less than to make the same text again. False is no more than "maybe not". */
function isLowerCaseAlready(text: string): boolean {
	if (text === '' || isDigit(text.charCodeAt(0))) return false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code <= 0x20 || code >= 0x7f || (code >= 0x41 && code <= 0x5a)) return false;
	}
	return true;
}

function convertOther(value: unknown, path: string, findings: Findings): unknown {
	switch (typeof value) {
		case 'string':
			return undefined;
		case 'number':
			return textOfNumber(value, path, findings);
		case 'boolean':
			// Some programs give false for a field with nothing in it, as Odoo does.
			if (!value) note(findings, path, FALSE_IN_TEXT);
			return String(value);
		case 'bigint':
			return String(value);
		default:
			if (value instanceof NumberLiteral) return textOfLiteral(value, path, findings);
			return convertFree(value, path, findings) ?? undefined;
	}
}

function textOfNumber(value: number, path: string, findings: Findings): string | undefined {
	if (Number.isFinite(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER) return refuse(findings, path, DIGITS_LOST);
	return finite(value, path, findings) === undefined ? undefined : withoutExponent(String(value));
}

/** Its digits are those of a JSON text: none is lost. */
function textOfLiteral({ text }: NumberLiteral, path: string, findings: Findings): string | undefined {
	return withoutExponent(text) ?? refuse(findings, path, DIGITS_LOST);
}
