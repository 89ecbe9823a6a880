/**
 * A number that a JavaScript number cannot hold exactly, kept as the text that JSON has for it.
 * Only the writers of this folder know how to write one.
 */
export class NumberLiteral {
	constructor(readonly text: string) {}

	/** Where it is written without those writers: at least as a text, exact. */
	toJSON(): string {
		literalsWritten.count++;
		return this.text;
	}
}

/** A value that is written as JSON already. Only the writers know what to do with it. */
export class WrittenJson {
	constructor(readonly text: string) {}

	toJSON(): null {
		literalsWritten.count++;
		return null;
	}
}

/** How many literals `JSON.stringify` has met; the writer looks whether it grew. */
export const literalsWritten = { count: 0 };

/** Deeper than this no schema has a number, and what is there is anyone's own. */
const MAX_DEPTH = 8;

/** A copy with numbers, exact or not, in place of literals; the same object if there are none. */
export function withNumbersForLiterals(value: unknown, depth = 0): unknown {
	if (value instanceof NumberLiteral) return Number(value.text);
	if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
	return Array.isArray(value) ? listWithNumbers(value as unknown[], depth) : objectWithNumbers(value as Fields, depth);
}

type Fields = Record<string, unknown>;

function listWithNumbers(list: unknown[], depth: number): unknown[] {
	let copy: unknown[] | undefined;
	for (let index = 0; index < list.length; index++) {
		const changed = withNumbersForLiterals(list[index], depth + 1);
		if (changed !== list[index]) (copy ??= [...list])[index] = changed;
	}
	return copy ?? list;
}

function objectWithNumbers(object: Fields, depth: number): Fields {
	let copy: Fields | undefined;
	for (const name of Object.keys(object)) {
		const changed = withNumbersForLiterals(object[name], depth + 1);
		if (changed !== object[name]) (copy ??= { ...object })[name] = changed;
	}
	return copy ?? object;
}
