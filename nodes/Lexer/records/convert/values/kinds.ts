import { NumberLiteral } from '../../numberLiteral';

/** What `Object.prototype.toString` calls it: `Date` for a Date of whatever realm, so also of a Code node. */
export function tagOf(value: object): string {
	return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

/** Whether it is a mere holder of fields: of no class. */
export function isPlainObject(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

/** Whether a class of somebody's made it, and not an object literal of whatever realm. */
export function isOfClass(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return typeof prototype === 'object' && prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

/** Whether a converted value is an object with fields: no list, and no number that keeps its digits. */
export function hasFields(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberLiteral);
}
