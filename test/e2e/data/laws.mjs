import { show } from '../suite/differences.mjs';

/**
 * What holds for every case of this suite: reasons, reports, hints and counts name fields and places, and
 * never a value, as those are people's data.
 *
 * @typedef {import('../suite/case.mjs').Seen} Seen
 * @typedef {import('../suite/branches.mjs').NumberedCase} NumberedCase
 */

/** Shorter values are found in any text. */
const SHORTEST = 6;

/** Examples in the node's own texts, which a value may equal. */
const EXAMPLES = /2026-01-31(?:T10:00:00Z)?|2024-01-31(?:T10:00:00Z)?|1234\.50|https:\/\/example\.com\/\S*/g;

/** @type {Array<(seen: Seen, given: NumberedCase) => string[]>} */
export const DATA_LAWS = [tellsNoValue];

/**
 * @param {Seen} seen
 * @param {NumberedCase} given
 */
function tellsNoValue({ input, succeeded, failed, thrown, hints }, { items }) {
	const counts = succeeded.map(({ json: { records, warnings, byRule, first } }) => ({ records, warnings, byRule, first }));
	const told = [...failed.map(({ json }) => json.error), thrown, ...hints, JSON.stringify(counts)].join('\n').replace(EXAMPLES, '');
	const values = new Set([...input.flatMap(({ json }) => valuesOf(json)), ...cellsOf(items)]);
	return [...values].filter((value) => value.length >= SHORTEST && told.includes(value)).map((value) => `SECRET: a value is told: ${show(value)} in ${show(told)}`);
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function valuesOf(value) {
	if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => (key === '_files' ? [] : valuesOf(inner)));
	return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/**
 * The cells of files, without their first lines, which are headers, and the texts in JSON.
 * @param {NumberedCase['items']} items
 */
function cellsOf(items) {
	if (typeof items === 'string') return [];
	const files = items.flatMap((item) => ('files' in item ? Object.values(item.files ?? {}) : []));
	return files.flatMap(({ base64 = '' }) => {
		const [first, ...rest] = Buffer.from(base64, 'base64').toString().split(/\r\n|\n|\r/);
		const lines = /^\s*[[{]/.test(first) ? [] : rest;
		return lines.flatMap((row) => row.split(/[,;\t|"]/)).map((cell) => cell.trim());
	});
}
