import { objectMaker } from '../../objectMaker';
import { FIELD_NAMES, type Schema } from '../../schemas';
import { isBytes } from '../values/bytes';
import { type Column, keepColumns } from '../names/columns';
import type { ConversionOptions, ConvertField, Findings } from '../conversion';
import { isBlank } from '../emptyValues';
import { findField } from '../names/fieldNames';
import { isFull, refuse } from '../findings';
import { freeConverter, isUnsayable, UNSAYABLE } from '../values/free';
import { fromJson } from '../exact/json';
import { place } from '../names/place';
import { unknownConverter, unknownField } from '../names/unknownFields';
import { unwrap } from '../values/unwrap';
import { isRefusedName } from '../values/soundText';

const newCopy = objectMaker();

/** How to convert what has this schema; given from outside, as objects hold fields that hold objects. */
type ConverterOf = (schema: Schema | undefined, options: ConversionOptions) => ConvertField;

/** How to convert an object, or the JSON of one; what is no object is left to the check. */
export function objectConverter(schema: Schema, options: ConversionOptions, converterOf: ConverterOf): ConvertField {
	const convertOther = freeConverter(options);
	const columnOf = keepColumns((name) => innerColumn(schema, name, options, converterOf));
	return (value, path, findings) => {
		const object = objectOf(value);
		// A big integer is no object: as a text the check refuses it, as a number literal it might not.
		if (typeof object === 'bigint') return String(object);
		if (!isObject(object)) return isBlank(object) ? undefined : convertOther(object, path, findings);
		if (isUnsayable(object)) return refuse(findings, path, UNSAYABLE);
		const copy = newCopy();
		let nests: Set<unknown> | undefined;
		for (const name of Object.keys(object)) {
			if (isFull(findings)) break;
			const column = columnOf(name);
			const part = convertColumn(column, object[name], path, findings);
			if (part === undefined) continue;
			const [key] = column.path;
			if (column.path.length === 1 && copy[key] === undefined) copy[key] = part;
			else if (!place(copy, column.path, part, (nests ??= new Set()))) {
				refuse(findings, `${path}.${column.field}`, 'is given twice, in different spellings or as a whole and in parts');
			}
		}
		return Object.keys(copy).length > 0 ? copy : undefined;
	};
}

function convertColumn(column: Column, value: unknown, path: string, findings: Findings): unknown {
	if (!column.isRefused) return column.convert(value, `${path}.${column.field}`, findings);
	if (value === null || value === undefined || value === '') return undefined;
	return refuse(findings, path, 'must not have a name inside that no field can have');
}

function innerColumn(schema: Schema, name: string, options: ConversionOptions, converterOf: ConverterOf): Column {
	const { path, schema: fieldSchema, isField } = findField(schema, name, options.fieldNames);
	const convert = converterOf(fieldSchema, options);
	return {
		name,
		// A name of one's own stays as it is, dots and all.
		path: fieldSchema === undefined ? [name] : path,
		// As it may be anyone's data, problems tell only what some schema knows.
		field: path.map((part) => (FIELD_NAMES.has(part) ? part : '*')).join('.'),
		convert: isField ? convert : unknownConverter(options, convert, (place) => unknownField(prefixOf(place), name, schema)),
		isRefused: isRefusedName(name),
	};
}

/** `products[3].*` as `products[].`. */
function prefixOf(path: string): string {
	return path.slice(0, path.lastIndexOf('.') + 1).replaceAll(/\[\d+\]/g, '[]');
}

function objectOf(value: unknown): unknown {
	if (typeof value === 'string') return fromJson(value, '{');
	return typeof value === 'object' && value !== null ? unwrap(value) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	return !Array.isArray(value) && !(value instanceof Date) && !isBytes(value);
}
