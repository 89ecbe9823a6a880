import { type Schema, wholeSchema } from '../../schemas';
import type { ConversionOptions, ConvertField } from '../conversion';
import { fieldConverter } from '../fields/field';
import { findField } from '../names/fieldNames';
import { ITEM, listName } from '../names/listNames';
import { unknownConverter, unknownField } from '../names/unknownFields';

/** The list of which a column gives a part. */
export interface ListPlace {
	/** Where it is in the record: `products`, `options.categories`. */
	path: readonly string[];
	/** What tells it from others, and what problems call it. */
	field: string;
	/** Whether the record type asks for it: then it is there even without an item. */
	isRequired: boolean;
	/** Where the column's values go in an item; empty: they are the items. */
	inner: readonly string[];
}

/** What a name that makes lists of rows is. */
export interface ListColumn {
	list: ListPlace;
	/** of the record, through the list */
	path: readonly string[];
	schema: Schema | undefined;
	convert: ConvertField;
	/** Whether the record type has it. */
	isField: boolean;
}

/** Why a list inside of a list is refused. */
export const NESTED_LIST = 'is a list inside of a list, which rows cannot make: give the inner one as JSON';

/**
 * Finds the list that a name such as `products[].quantity` makes of rows, and the part of its items.
 *
 * @param schema of the record; without one, whatever is named is a list
 * @returns undefined for a name that makes no list: what the record type does not have as one stays
 * what it is called, and so do fields of one's own below custom_fields
 */
export function findListColumn(schema: Schema | undefined, name: string, options: ConversionOptions): ListColumn | 'nested' | undefined {
	const named = listName(name, options.fieldNames);
	if (named === undefined) return undefined;
	const holder = findField(schema, named.list, options.fieldNames);
	const list = holder.schema && wholeSchema(holder.schema);
	const isOwn = schema !== undefined && holder.isField && list === undefined;
	if (named.isNested) return isOwn ? undefined : 'nested';
	if (schema !== undefined && list?.type !== 'array') return undefined;
	const item = list?.items;
	const part = named.part === '' ? { path: [], schema: item, isField: true } : findField(item, named.part, options.fieldNames);
	const field = `${holder.path.join('.')}${ITEM}`;
	const convert = fieldConverter(part.schema, options);
	const unknownAt = () => unknownField(`${field}.`, named.part, item ?? {});
	return {
		list: {
			path: holder.path,
			field: holder.path.join('.'),
			isRequired: holder.path.length === 1 && (schema?.required ?? []).includes(holder.path[0]),
			inner: part.path,
		},
		path: [...holder.path, ITEM, ...part.path],
		schema: part.schema,
		convert: part.isField ? convert : unknownConverter(options, convert, unknownAt),
		isField: part.isField,
	};
}
