import type { RecordType } from '../../recordTypes';
import { SCHEMAS, type Schema, wholeSchema } from '../../schemas';
import type { Column } from '../names/columns';
import { type ConversionOptions, type ConvertField, DEFAULT_CONVERSION } from '../conversion';
import { fieldConverter } from '../fields/field';
import { isSameName, keyName, keyText } from './keyColumns';
import { findListColumn, type ListColumn, type ListPlace, NESTED_LIST } from './listColumns';
import { pathText } from '../names/listNames';
import type { Place } from './places';
import { findField } from '../names/fieldNames';
import { refuse } from '../findings';
import { shownName } from '../names/shownName';
import { unknownConverter, unknownField } from '../names/unknownFields';
import { isRefusedName } from '../values/soundText';

/** A name of an item, or of a CSV file's header. */
export interface RecordColumn extends Column {
	/** Whether it joins the fields of custom_fields, which has no column of its own for it. */
	isMoved: boolean;
	/** Whether its values are objects, so that in CSV its parts have columns. */
	hasParts: boolean;
	/** Whether it never has a value that is sent. */
	isLeftOut: boolean;
	/** The list of whose items its values are parts; missing where each record has one value. */
	list: ListPlace | undefined;
	/** Gives the key that a value is; missing where it is not by this column that rows belong together. */
	toKey: ((value: unknown) => string | undefined) | undefined;
	/** Where it stands in records: whoever puts values there keeps it here. */
	place: Place | undefined;
	/** Why it is refused, where it is not for a name that no field can have. */
	refusal: string | undefined;
}

/** Where n8n keeps an item's files in its JSON, if a workflow is set to do so: no column of anybody's. */
export const FILES = '_files';

/** Deeper than this a name is a mistake; JSON as deep as some names are long could not be written. */
const MAX_NESTING = 100;

const CUSTOM_FIELDS = 'custom_fields';

/**
 * Finds what a name of the input is in a record, and how its values convert.
 *
 * @param shownAs what is told of an unknown field in place of its name, where that may be somebody's value
 */
export function createColumn(
	recordType: RecordType | 'custom',
	name: string,
	options: ConversionOptions = DEFAULT_CONVERSION,
	shownAs?: string,
): RecordColumn {
	const recordSchema = recordType === 'custom' ? undefined : SCHEMAS[recordType];
	const listed = findListColumn(recordSchema, name, options);
	if (listed !== undefined && listed !== 'nested') return listColumn(name, listed, options);
	const found = findField(recordSchema, name, options.fieldNames);
	const { schema, isField } = found;
	// Who names custom fields means them, also where the record type's schema does not list them.
	const path = !isField && name.startsWith(`${CUSTOM_FIELDS}.`) ? name.split('.') : found.path;
	const isMoved = !isField && options.unknownFields === 'customFields';
	const convert = fieldConverter(schema, options);
	return {
		name,
		path: isMoved ? [CUSTOM_FIELDS, name] : path,
		field: shownName(path.join('.')),
		convert: isField ? withoutFiles(name, convert) : withoutFiles(name, unknownColumn(recordSchema!, name, options, convert, shownAs)),
		isRefused: listed === 'nested' || isRefusedPath(name, path),
		isMoved,
		place: undefined,
		hasParts: schema !== undefined && wholeSchema(schema).type === 'object',
		isLeftOut: name === FILES || (!isField && isNeverSent(options)),
		list: undefined,
		toKey: isKey(recordType, recordSchema, name, found.path, options) ? (value) => keyText(value, convert) : undefined,
		refusal: listed === 'nested' ? NESTED_LIST : undefined,
	};
}

function listColumn(name: string, { list, path, schema, convert, isField }: ListColumn, options: ConversionOptions): RecordColumn {
	return {
		name,
		path,
		field: shownName(pathText(path)),
		convert,
		isRefused: isRefusedPath(name, path),
		isMoved: false,
		place: undefined,
		hasParts: schema !== undefined && wholeSchema(schema).type === 'object',
		isLeftOut: !isField && isNeverSent(options),
		list,
		toKey: undefined,
		refusal: undefined,
	};
}

function isRefusedPath(name: string, path: readonly string[]): boolean {
	return name === '' || path.length > MAX_NESTING || path.some(isRefusedName) || name.split('.').some(isRefusedName);
}

function isNeverSent({ unknownFields }: ConversionOptions): boolean {
	return unknownFields === 'drop' || unknownFields === 'stop';
}

/** Whether it is by this column that rows belong together. */
function isKey(recordType: string, schema: Schema | undefined, name: string, path: readonly string[], options: ConversionOptions): boolean {
	const key = keyName(recordType, options);
	if (key === undefined) return false;
	return isSameName(name, key, options) || path.join('\0') === findField(schema, key, options.fieldNames).path.join('\0');
}

function unknownColumn(
	schema: Schema,
	name: string,
	options: ConversionOptions,
	convert: ConvertField,
	shownAs: string | undefined,
): ConvertField {
	const isUnmovable = options.unknownFields === 'customFields' && schema.properties?.[CUSTOM_FIELDS] === undefined;
	const convertKept: ConvertField = isUnmovable
		? (_value, path, findings) => refuse(findings, path, 'is no field of this record type, which has no custom_fields to take it')
		: convert;
	const unknown = shownAs === undefined ? () => unknownField('', name, schema) : () => ({ name: shownAs, suggest: () => undefined });
	return unknownConverter(options, convertKept, unknown);
}

/** n8n's files are no data: an item's JSON has them only so that expressions find them. */
function withoutFiles(name: string, convert: ConvertField): ConvertField {
	if (name !== FILES) return convert;
	return (value, path, findings) => {
		const isFiles = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isFiles ? undefined : convert(value, path, findings);
	};
}
