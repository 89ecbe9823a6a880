import { NumberLiteral } from '../../numberLiteral';
import { isBytes } from './bytes';
import { isPlainObject, tagOf } from './kinds';
import { unwrapValue } from './wrappers';

/** A wrapper may hold another, but not without end. */
const MAX_LAYERS = 8;

/**
 * What an object stands for. Those of databases' clients stand for what they wrap; Luxon's dates and the
 * like say so themselves; a Map is an object, a Set a list, and a boxed value itself. Dates, lists and
 * bytes are what they are.
 *
 * @param isSingle whether a single value is wanted, and no object
 */
export function unwrap(value: object, isSingle = false): unknown {
	let current: unknown = value;
	for (let layer = 0; layer < MAX_LAYERS && typeof current === 'object' && current !== null; layer++) {
		const inner = unwrapOnce(current, isSingle);
		if (inner === current) break;
		current = inner;
	}
	return current;
}

function unwrapOnce(value: object, isSingle: boolean): unknown {
	if (Array.isArray(value) || value instanceof Date || value instanceof NumberLiteral) return value;
	const isPlain = isPlainObject(value);
	if (!isPlain && isBytes(value)) return value;
	if (!isPlain && isDate(value)) return new Date(value.getTime());
	const wrapped = unwrapValue(value, isPlain, isSingle);
	if (wrapped !== value) return wrapped;
	const { toISO, toJSON } = value as { toISO?: unknown; toJSON?: unknown };
	if (typeof toISO === 'function') {
		const iso: unknown = toISO.call(value);
		return typeof iso === 'string' ? iso : new Date(NaN);
	}
	if (typeof toJSON === 'function') return toJSON.call(value);
	return isPlain ? value : unwrapKnown(value);
}

function unwrapKnown(value: object): unknown {
	switch (tagOf(value)) {
		case 'Map':
			return objectOfMap(value as Map<unknown, unknown>);
		case 'Set':
			return [...(value as Set<unknown>)];
		case 'Boolean':
		case 'BigInt':
		case 'Number':
		case 'String':
			return value.valueOf();
		default:
			// What is a list of numbers to JavaScript; bytes are not.
			return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
	}
}

/** A map whose keys are texts, or numbers and the like, as an object; any other map stays one. */
function objectOfMap(map: Map<unknown, unknown>): object {
	const entries: Array<[string, unknown]> = [];
	for (const [key, value] of map) {
		if (!['string', 'number', 'bigint', 'boolean'].includes(typeof key)) return map;
		entries.push([String(key), value]);
	}
	const object = Object.fromEntries(entries);
	// The number 1 and the text 1 are two keys of a map, and one name.
	return Object.keys(object).length === map.size ? object : map;
}

function isDate(value: object): value is Date {
	return tagOf(value) === 'Date';
}
