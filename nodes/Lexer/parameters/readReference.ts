import { isReadable, type ReferencePath } from './plainReference';

/** How many values inside of one are looked at before it is left to n8n, which also ends circles. */
const MAX_VALUES = 10_000;

/** Stands for a value that n8n has to be asked for. */
export const ASK_N8N = Symbol('ask n8n');

/**
 * Reads a value from an item's JSON as each of n8n's expression engines does.
 *
 * @returns the value, undefined where there is none; ASK_N8N where the engines differ or the data is
 * not plain JSON (dates are taken as they are)
 */
export function readReference(json: unknown, path: ReferencePath): unknown {
	let value = json;
	for (const key of path) {
		if (value === undefined || value === null) return undefined;
		if (!isPlainObject(value)) return ASK_N8N;
		const next = (value as Record<string | number, unknown>)[key];
		// What is inherited is a function, or something that only one of the engines has.
		if (next !== undefined && !Object.hasOwn(value, key)) return ASK_N8N;
		value = next;
	}
	return isPlain(value) ? value : ASK_N8N;
}

function isPlain(value: unknown): boolean {
	if (isPlainScalar(value)) return true;
	const toLookAt = [value];
	for (let looked = 0; looked < toLookAt.length; looked++) {
		const next = toLookAt[looked];
		// One of the engines makes null of such a number inside of an object.
		if (typeof next === 'number' && !Number.isFinite(next)) return false;
		if (isPlainScalar(next)) continue;
		if (!isPlainObject(next) || looked >= MAX_VALUES) return false;
		if (Array.isArray(next)) {
			if (next.length > MAX_VALUES) return false;
			for (const inner of next) toLookAt.push(inner);
			continue;
		}
		for (const name of Object.keys(next)) {
			if (!isReadable(name) || name === '__isError') return false;
			toLookAt.push(next[name]);
		}
	}
	return true;
}

function isPlainScalar(value: unknown): boolean {
	switch (typeof value) {
		case 'string':
		case 'number':
		case 'boolean':
		case 'undefined':
			return true;
		case 'object':
			return value === null || (value instanceof Date && Object.getPrototypeOf(value) === Date.prototype);
		default:
			return false;
	}
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null || (prototype === Array.prototype && Array.isArray(value));
}
