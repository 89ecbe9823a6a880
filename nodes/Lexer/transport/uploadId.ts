import { NumberLiteral } from '../records/numberLiteral';
import type { UploadId } from './failures';

/** It stands in texts for people and in n8n's log, and Lexer's have a few digits. */
const READABLE = /^\P{Cc}{1,200}$/u;

/**
 * Lexer's id of an upload: a number where that holds it, and otherwise its exact digits as a text.
 *
 * @param value as JSON has it, with numbers too long for JavaScript as literals
 * @returns nothing for what is no id
 */
export function readUploadId(value: unknown): UploadId | undefined {
	const text = value instanceof NumberLiteral ? value.text : value;
	if (typeof text === 'string') {
		if (!READABLE.test(text) || text.trim() === '') return undefined;
		const number = Number(text);
		return value !== text && Number.isSafeInteger(number) && String(number) === text ? number : text;
	}
	if (typeof text !== 'number') return undefined;
	return Number.isSafeInteger(text) ? text : String(text);
}
