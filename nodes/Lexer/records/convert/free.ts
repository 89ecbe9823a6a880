import { NumberLiteral } from '../numberLiteral';
import type { Findings } from './conversion';
import { numberOfBigint } from './numbers';
import { finite, validDate } from './unsayable';

/** Deeper than this is a mistake, such as an object that holds itself. */
const MAX_DEPTH = 200;

/**
 * A value that no schema knows: kept as it is but for what JSON cannot say (dates, big integers).
 * What cannot be said at all becomes a problem.
 */
export function convertFree(value: unknown, path: string, findings: Findings, depth = 0): unknown {
	switch (typeof value) {
		case 'string':
		case 'boolean':
			return value;
		case 'number':
			return finite(value, path, findings);
		case 'bigint':
			return numberOfBigint(value);
		case 'object':
			return value === null ? null : convertObject(value, path, findings, depth);
		default:
			return undefined;
	}
}

/** What an object stands for: Luxon's dates and the like say so themselves. */
export function unwrap(value: object): unknown {
	if (value instanceof Date || Array.isArray(value) || value instanceof NumberLiteral) return value;
	const { toISO, toJSON } = value as { toISO?: unknown; toJSON?: unknown };
	if (typeof toISO === 'function') {
		const iso: unknown = toISO.call(value);
		return typeof iso === 'string' ? iso : new Date(NaN);
	}
	return typeof toJSON === 'function' ? toJSON.call(value) : value;
}

/** Names that would change an object in place of being one of its fields. */
export function isRefusedName(name: string): boolean {
	return name === '__proto__' || name === 'constructor' || name === 'prototype';
}

function convertObject(value: object, path: string, findings: Findings, depth: number): unknown {
	if (depth > MAX_DEPTH) {
		findings.problems.push({ path, rule: 'is nested too deeply' });
		return undefined;
	}
	if (value instanceof NumberLiteral) return value;
	if (value instanceof Date) return validDate(value, path, findings);
	if (Array.isArray(value)) {
		return value.map((item) => convertFree(item, path, findings, depth + 1) ?? null);
	}
	const plain = unwrap(value);
	if (plain !== value) return convertFree(plain, path, findings, depth + 1);
	const copy: Record<string, unknown> = {};
	for (const name of Object.keys(value)) {
		if (isRefusedName(name)) {
			findings.problems.push({ path, rule: 'must not have a field of this name inside' });
			continue;
		}
		const part = convertFree((value as Record<string, unknown>)[name], path, findings, depth + 1);
		if (part !== undefined) copy[name] = part;
	}
	return copy;
}
