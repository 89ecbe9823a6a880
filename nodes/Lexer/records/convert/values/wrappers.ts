import { decimalOfText } from '../exact/exactNumber';
import { isOfClass } from './kinds';
import { longOf } from '../exact/longs';
import { ofBson, ofExtendedJson } from './mongoValues';

type Fields = Record<string, unknown>;

/** A day, a time of day, or both, as BigQuery's client wraps them. */
const BIGQUERY_TIME =
	/^(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)$/;

const DOLLAR = 36;

/** What wrappers begin with, beside the dollar sign of MongoDB's. */
const FIRST_NAMES = new Set(['value', 'type', 'low', 'high', '_seconds']);

/**
 * What an object stands for that databases' clients, or the JSON of them, wrap around a value: those of
 * MongoDB, BigQuery, Firestore and Neo4j.
 *
 * @param isPlain whether it is a mere holder of fields
 * @param isSingle whether a single value is wanted: then `{value: …}` and `{low, high}` are no objects
 * of somebody's own
 * @returns the object itself where it is no wrapper
 */
export function unwrapValue(object: object, isPlain: boolean, isSingle: boolean): unknown {
	// Of a class it is the prototype's; a copy has it first.
	if (!isPlain && '_bsontype' in object) return ofBson(object as Fields) ?? object;
	// Almost every object shows by its first name that it is none.
	for (const first in object) {
		if (first === '_bsontype') return ofBson(object as Fields) ?? object;
		if (first.charCodeAt(0) === DOLLAR) return ofExtendedJson(object as Fields) ?? object;
		if (!FIRST_NAMES.has(first)) return object;
		return ofBigQuery(object as Fields, isSingle) ?? ofParts(object as Fields, isSingle) ?? object;
	}
	return object;
}

function ofBigQuery(object: Fields, isSingle: boolean): unknown {
	const { value, type } = object;
	if (type === 'BigQueryInt' && typeof value === 'string') return decimalOfText(value);
	if (Object.keys(object).length !== 1 || !Object.hasOwn(object, 'value')) return undefined;
	const isTime = typeof value === 'string' && BIGQUERY_TIME.test(value);
	return isTime || isSingle || isOfClass(object) ? value : undefined;
}

function ofParts(object: Fields, isSingle: boolean): unknown {
	const { length } = Object.keys(object);
	const isLong = length === 3 ? typeof object.unsigned === 'boolean' : length === 2 && (isSingle || isOfClass(object));
	const long = isLong ? longOf(object) : undefined;
	if (long !== undefined) return long;
	const { _seconds, _nanoseconds } = object;
	if (length !== 2 || typeof _seconds !== 'number' || typeof _nanoseconds !== 'number') return undefined;
	return new Date(_seconds * 1000 + Math.trunc(_nanoseconds / 1e6));
}
