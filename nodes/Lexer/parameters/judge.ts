// What a value that an expression gave says, where something of one kind is wanted. Each gives
// `undefined` for what says nothing of that kind: then the parameter is refused, never ignored.

const BOOLEANS = new Map<unknown, boolean>([
	...['true', 'yes', 'on', '1', 'y', 't', 1, true].map((value) => [value, true] as const),
	...['false', 'no', 'off', '0', 'n', 'f', 0, false].map((value) => [value, false] as const),
]);

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Longer texts are no numbers that anybody means. */
const MAX_NUMBER_CHARACTERS = 40;

/** What says true or false, also as a text or a number; undefined for anything else. */
export function booleanOf(value: unknown): boolean | undefined {
	return BOOLEANS.get(typeof value === 'string' ? value.trim().toLowerCase() : value);
}

/** Numbers are as JavaScript writes them: 5, 2.5, 1e3. */
export function numberOf(value: unknown): number | undefined {
	const text = typeof value === 'string' && value.length <= MAX_NUMBER_CHARACTERS ? value.trim() : '';
	const number = typeof value === 'number' ? value : NUMBER.test(text) ? Number(text) : NaN;
	return Number.isFinite(number) ? number : undefined;
}

/** The choice that a value is, blanks around it aside; undefined where it is none. */
export function choiceOf<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice | undefined {
	const text = typeof value === 'string' ? value.trim() : undefined;
	return choices.find((choice) => choice === text);
}

/** A number is the text that it is written as; a boolean, an object or a list is none, also inside of a text. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.includes('[object Object]') ? undefined : value;
	if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
	return undefined;
}
