import { NumberLiteral } from '../../numberLiteral';
import { objectMaker } from '../../objectMaker';
import { isBytes, refuseBytes } from './bytes';
import type { ConversionOptions, ConvertField, Findings } from '../conversion';
import { isEmptyValue } from '../emptyValues';
import { numberOfBigint } from '../exact/exactNumber';
import { isFull, refuse } from '../findings';
import { isOfClass, tagOf } from './kinds';
import { isRefusedName, soundText } from './soundText';
import { finite, validDate } from './unsayable';
import { unwrap } from './unwrap';

const newCopy = objectMaker();

/** Deeper than this is a mistake. */
const MAX_DEPTH = 200;

/** What holds more is no field of a record, and would take n8n too long. Objects that share their parts could stand for any number. */
export const MAX_VALUES = 100_000;
const TOO_MANY = `must not hold more than ${MAX_VALUES} values`;

export const UNSAYABLE = 'must be a value that JSON can hold';

/** One value on its way into the record. */
interface Walk {
	/** Names inside may be anyone's data: problems do not tell them. */
	inside: string;
	findings: Findings;
	/** The objects that hold the one that is looked at. */
	holders: object[];
	valuesLeft: number;
	emptyValues: ReadonlySet<string>;
}

const NO_EMPTY_VALUES: ReadonlySet<string> = new Set();

/** How to convert a field that no schema knows: as it is, without what is empty. */
export function freeConverter({ emptyValues }: ConversionOptions): ConvertField {
	return (value, path, findings) => {
		if (typeof value !== 'string') return convertFree(value, path, findings, emptyValues) ?? undefined;
		return value === '' ? undefined : soundText(value, path, findings);
	};
}

/**
 * A value that no schema knows: kept as it is but for what JSON cannot say (dates, big integers, maps,
 * sets). What cannot be said at all becomes a problem.
 */
export function convertFree(value: unknown, path: string, findings: Findings, emptyValues: ReadonlySet<string> = NO_EMPTY_VALUES): unknown {
	if (typeof value !== 'object' || value === null) return convertSingle(value, path, findings);
	const inside = path.endsWith('*') ? path : `${path}.*`;
	return convertObject(value, path, { inside, findings, holders: [], valuesLeft: MAX_VALUES, emptyValues });
}

function convertSingle(value: unknown, path: string, findings: Findings): unknown {
	switch (typeof value) {
		case 'string':
			return soundText(value, path, findings);
		case 'number':
			return finite(value, path, findings);
		case 'bigint':
			return numberOfBigint(value);
		case 'function':
		case 'symbol':
			return refuse(findings, path, `must be a value, not a ${typeof value}`);
		default:
			return value;
	}
}

function convertPart(value: unknown, walk: Walk): unknown {
	if (walk.valuesLeft <= 0 || isFull(walk.findings)) return undefined;
	if (--walk.valuesLeft === 0) return refuse(walk.findings, walk.inside, TOO_MANY);
	if (typeof value === 'object' && value !== null) return convertObject(value, walk.inside, walk);
	if (isEmptyValue(value, walk.emptyValues)) return undefined;
	return convertSingle(value, walk.inside, walk.findings);
}

function convertObject(value: object, path: string, walk: Walk): unknown {
	if (value instanceof NumberLiteral) return value;
	if (value instanceof Date) return validDate(value, path, walk.findings);
	const { holders, findings } = walk;
	if (holders.length > MAX_DEPTH) return refuse(findings, path, 'is nested too deeply');
	if (holders.includes(value)) return refuse(findings, path, 'must not hold itself');
	if (!Array.isArray(value) && isBytes(value)) return refuseBytes(path, findings);
	holders.push(value);
	const converted = Array.isArray(value) ? convertList(value, path, walk) : convertFields(value, path, walk);
	holders.pop();
	return converted;
}

function convertFields(value: object, path: string, walk: Walk): unknown {
	const plain = unwrap(value);
	if (plain !== value) {
		return typeof plain === 'object' && plain !== null ? convertObject(plain, path, walk) : convertSingle(plain, path, walk.findings);
	}
	if (isUnsayable(value)) return refuse(walk.findings, path, UNSAYABLE);
	const names = Object.keys(value);
	const copy = newCopy();
	for (const name of names) {
		if (walk.valuesLeft <= 0) break;
		if (isRefusedName(name)) {
			refuse(walk.findings, path, 'must not have a name inside that no field can have');
			continue;
		}
		const part = convertPart((value as Record<string, unknown>)[name], walk);
		if (part !== undefined) copy[name] = part;
	}
	return copy;
}

/** Whether JSON would make an empty object of what is none, such as a pattern or a map with objects for keys. */
export function isUnsayable(value: object): boolean {
	return tagOf(value) === 'Error' || (isOfClass(value) && Object.keys(value).length === 0);
}

/** JSON has no gaps in lists: what is not there is null. */
function convertList(list: readonly unknown[], path: string, walk: Walk): unknown {
	if (list.length > walk.valuesLeft) {
		walk.valuesLeft = 0;
		return refuse(walk.findings, path, TOO_MANY);
	}
	const copy: unknown[] = [];
	for (let index = 0; index < list.length && walk.valuesLeft > 0; index++) copy.push(convertPart(list[index], walk) ?? null);
	return copy;
}
