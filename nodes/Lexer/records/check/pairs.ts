import type { SchemaError, Validator } from './validators.generated';

/**
 * Where Lexer's upload tool wants an object, Python's `dict()` also makes one of an empty text, of
 * an empty list and of a list of pairs. Nobody writes records so, but the verdict is to be the same.
 *
 * @returns undefined if the record is valid once this is done; if not, the record as it was checked
 * last, whose errors `validate` holds
 */
export function withPairsAsObjects(record: unknown, validate: Validator): unknown {
	let checked = record;
	for (;;) {
		const before = checked;
		checked = withObjects(checked, validate.errors ?? []);
		if (checked === before) return checked;
		if (validate(checked)) return undefined;
	}
}

/** The record with objects where they are missed: in all of a list, where one of its items misses one. */
function withObjects(record: unknown, errors: SchemaError[]): unknown {
	const copies = new Set<unknown>();
	const seen = new Set<string>();
	let changed = record;
	for (const { instancePath, keyword, params } of errors) {
		if (keyword !== 'type' || !params.type?.includes('object')) continue;
		const path = instancePath
			.split('/')
			.slice(1)
			.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
		const isInList = path.length > 0 && Array.isArray(valueAt(changed, path.slice(0, -1)));
		const change = isInList ? listFromPairs : fromPairs;
		if (isInList) path.pop();
		if (seen.size === seen.add(path.join('\n')).size) continue;
		const value = valueAt(changed, path);
		const objects = change(value);
		if (objects !== value) changed = replaceAt(changed, path, objects, copies);
	}
	return changed;
}

function valueAt(record: unknown, path: string[]): unknown {
	return path.reduce((holder, name) => (holder as Record<string, unknown>)[name], record);
}

function replaceAt(holder: unknown, path: string[], value: unknown, copies: Set<unknown>): unknown {
	if (path.length === 0) return value;
	const [name, ...rest] = path;
	const copy = (copies.has(holder) ? holder : copyOf(holder as object)) as Record<string, unknown>;
	copies.add(copy);
	copy[name] = replaceAt(copy[name], rest, value, copies);
	return copy;
}

function copyOf(holder: object): object {
	return Array.isArray(holder) ? [...(holder as unknown[])] : { ...holder };
}

function listFromPairs(list: unknown): unknown {
	const objects = (list as unknown[]).map(fromPairs);
	return objects.some((object, index) => object !== (list as unknown[])[index]) ? objects : list;
}

/** Python's `dict(value)`, or the value itself where that would fail. */
function fromPairs(value: unknown): unknown {
	if (value === '') return {};
	if (!Array.isArray(value)) return value;
	const pairs: Array<[string, unknown]> = [];
	for (const item of value) {
		const pair = toPair(item);
		if (pair?.length !== 2 || typeof pair[0] !== 'string') return value;
		pairs.push([pair[0], pair[1]]);
	}
	return Object.fromEntries(pairs);
}

/** A pair takes two characters, each of two code units at most. */
const MAX_PAIR_LENGTH = 4;

/** The elements of what Python can iterate over: an object gives its keys. */
function toPair(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return value.length <= MAX_PAIR_LENGTH ? [...value] : undefined;
	return typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
}
