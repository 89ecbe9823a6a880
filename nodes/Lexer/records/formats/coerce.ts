import { parseFloatText, parseIntegerText } from './pythonText';

const BOOLEAN_TEXTS = new Set(['0', 'off', 'f', 'false', 'n', 'no', '1', 'on', 't', 'true', 'y', 'yes']);

/** The number that pydantic 1 makes of a JSON value for a `float` field, or undefined. */
export function toFloat(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (typeof value === 'string') return parseFloatText(value);
	return typeof value === 'boolean' ? Number(value) : undefined;
}

/** The same for an `int` field: it cuts decimals off. */
export function toInteger(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : undefined;
	if (typeof value === 'string') return parseIntegerText(value);
	return typeof value === 'boolean' ? Number(value) : undefined;
}

/** Whether pydantic 1 makes a boolean of this JSON value. */
export function isBoolean(value: unknown): boolean {
	if (typeof value === 'boolean' || value === 0 || value === 1) return true;
	return typeof value === 'string' && BOOLEAN_TEXTS.has(value.toLowerCase());
}
