import { plainDigits } from '../convert/exact/plainDigits';
import { pathText } from '../convert/names/listNames';
import type { RecordColumn } from '../convert/assembly/recordColumns';
import { NumberLiteral } from '../numberLiteral';
import { FIELD_NAMES } from '../schemas';
import { hasFields } from '../convert/values/kinds';

type Fields = Record<string, unknown>;

/** Two rows that differ in more fields than these are no rows of one record. */
const MAX_FIELDS = 20;

/** Whether two converted values are the same, as JSON: the order of fields, and how a number or a time is written, do not matter. */
export function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one === 'string' && typeof other === 'string') return isSameMoment(one, other);
	if (isNumber(one) && isNumber(other)) return digitsOf(one) === digitsOf(other);
	if (Array.isArray(one) && Array.isArray(other)) {
		return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
	}
	if (!hasFields(one) || !hasFields(other)) return false;
	// Faster than lists of their names: it is done for each row.
	for (const name in one) if (!Object.hasOwn(other, name) || !isSame(one[name], other[name])) return false;
	for (const name in other) if (!Object.hasOwn(one, name)) return false;
	return true;
}

/**
 * The fields in which two rows of one record differ, as problems name them: never with a value.
 *
 * @param columns that made the rows
 */
export function differingFields(one: Fields, other: Fields, columns: readonly RecordColumn[]): string[] {
	const paths: string[][] = [];
	findDifferences(one, other, [], paths);
	return [...new Set(paths.map((path) => fieldOf(path, columns)))];
}

function findDifferences(one: Fields, other: Fields, path: string[], found: string[][]) {
	for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
		if (found.length >= MAX_FIELDS) return;
		const [value, otherValue] = [own(one, name), own(other, name)];
		if (isSame(value, otherValue)) continue;
		// What one row does not have at all differs in each of its fields.
		const areNests = [value, otherValue].every((part) => part === undefined || hasFields(part));
		if (areNests) findDifferences((value ?? {}) as Fields, (otherValue ?? {}) as Fields, [...path, name], found);
		else found.push([...path, name]);
	}
}

/** What the column says, or where it said it as an object, only names that some schema knows: others may be anyone's data. */
function fieldOf(path: string[], columns: readonly RecordColumn[]): string {
	const column = columns.find((one) => one.list === undefined && one.path.every((name, depth) => path[depth] === name));
	return column?.field ?? pathText(path.map((name) => (FIELD_NAMES.has(name) ? name : '*')));
}

function own(object: Fields, name: string): unknown {
	return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isNumber(value: unknown): value is number | NumberLiteral {
	return typeof value === 'number' || value instanceof NumberLiteral;
}

function digitsOf(value: number | NumberLiteral): string {
	return plainDigits(typeof value === 'number' ? String(value) : value.text);
}

/** A time as every time is converted: in UTC, up to the seconds, and with as many digits behind the point as it came with. */
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,12}))?Z$/;

/** Whether two texts that differ are one moment: a driver's date has milliseconds where a text may have none. */
function isSameMoment(one: string, other: string): boolean {
	const [parts, otherParts] = [MOMENT.exec(one), MOMENT.exec(other)];
	if (parts === null || otherParts === null || parts[1] !== otherParts[1]) return false;
	const [fraction, otherFraction] = [parts[2] ?? '', otherParts[2] ?? ''];
	return Number(`0.${fraction}`) === Number(`0.${otherFraction}`);
}
