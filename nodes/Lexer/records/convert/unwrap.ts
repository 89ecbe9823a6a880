import { NumberLiteral } from '../numberLiteral';

/**
 * What an object stands for. Luxon's dates and the like say so themselves; a Map is an object, a Set a
 * list, and a boxed value itself. Dates, lists and bytes are what they are.
 */
export function unwrap(value: object): unknown {
	if (Array.isArray(value) || value instanceof Date || value instanceof NumberLiteral) return value;
	const isPlain = isPlainObject(value);
	if (!isPlain && (isBytes(value) || isDate(value))) return isDate(value) ? new Date(value.getTime()) : value;
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
	return Object.fromEntries(entries);
}

/** What `Object.prototype.toString` calls it: `Date` for a Date of whatever realm, so also of a Code node. */
export function tagOf(value: object): string {
	return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

/** Bytes as drivers give them, and as n8n keeps them in JSON. */
export function isBytes(value: object): boolean {
	if (isPlainObject(value)) return isBufferJson(value);
	return ['Uint8Array', 'Uint8ClampedArray', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Blob', 'File'].includes(tagOf(value));
}

export function isPlainObject(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

function isBufferJson(value: { type?: unknown; data?: unknown }): boolean {
	return value.type === 'Buffer' && Array.isArray(value.data) && Object.keys(value).length === 2;
}

function isDate(value: object): value is Date {
	return tagOf(value) === 'Date';
}
