import type { JsonRecord } from './JsonRecord';
import { createJsonScanner, JSON_FAULTS } from './jsonScanner';
import { hasTooMany, MAX_RECORD_LENGTH, TOO_LONG, TOO_MANY_VALUES } from '../limits';

/** The rule of a line that is none. */
export const NO_JSON = 'must be JSON';

/** Reads a text that should be one record. */
export function parseRecord(text: string, line: number, hint?: keyof typeof JSON_FAULTS): JsonRecord {
	if (text.length > MAX_RECORD_LENGTH) return { line, text: '', problem: TOO_LONG };
	if (hasTooMany(',', text)) return { line, text, problem: TOO_MANY_VALUES };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { line, text, problem: reasonOf(text, hint) };
	}
	const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isRecord ? { line, text, value } : { line, text, value, problem: 'must be an object' };
}

function reasonOf(text: string, hint: keyof typeof JSON_FAULTS | undefined): string {
	if (!/^\s*[{[]/.test(text)) return NO_JSON;
	const scanner = createJsonScanner();
	const end = hint === undefined ? scanner.scan(`${text}\n`, 0) : 0;
	const reason = hint ?? scanner.fault() ?? scanner.hint();
	if (reason !== undefined) return `${NO_JSON}: it ${JSON_FAULTS[reason]}`;
	if (end === undefined) return `${NO_JSON}: it ends before it is complete`;
	return NO_JSON;
}
