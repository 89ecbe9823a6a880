import { ITEM } from '../convert/names/listNames';
import type { RecordType } from '../recordTypes';
import { dereference, SCHEMAS, type Schema } from '../schemas';

/** The fields that some column gives; those inside of objects below their holders. */
interface Given {
	/** Whether a column gives the object as a whole: nobody knows with which fields. */
	isWhole: boolean;
	fields: Map<string, Given>;
}

/**
 * The required fields that no column gives, by their paths. Where one of several fields will do, such
 * as those of a link, what is named is the object that they are in, or what is left of the alternative
 * that has the most.
 *
 * @param paths where the values of the columns go in a record
 */
export function missingFields(recordType: RecordType | 'custom', paths: Iterable<readonly string[]>): string[] {
	if (recordType === 'custom') return [];
	const given = newGiven();
	for (const path of paths) {
		let holder = given;
		for (const name of path) {
			const next: Given = holder.fields.get(name) ?? newGiven();
			holder.fields.set(name, next);
			holder = next;
		}
		holder.isWhole = true;
	}
	const missing = missingIn(SCHEMAS[recordType], given, '');
	const needsId = recordType === 'product' && !given.fields.has('product_reference_type') && !given.fields.has('product_id');
	return needsId ? [...missing, 'product_id'] : missing;
}

function missingIn(schema: Schema, given: Given, prefix: string): string[] {
	const { anyOf, required = [], properties = {}, items } = dereference(schema);
	const item = items && given.fields.get(ITEM);
	if (item !== undefined) return item.isWhole ? [] : missingIn(items!, item, `${prefix.slice(0, -1)}${ITEM}.`);
	if (anyOf !== undefined) {
		const meant = anyOf.filter((alternative) => overlaps(alternative, given));
		return meant.length === 0 ? [prefix.slice(0, -1)] : fewest(meant.map((alternative) => missingIn(alternative, given, prefix)));
	}
	const absent = required.filter((name) => !given.fields.has(name)).map((name) => prefix + name);
	const inside = [...given.fields].flatMap(([name, field]) => {
		const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
		return property === undefined || field.isWhole ? [] : missingIn(property, field, `${prefix}${name}.`);
	});
	return [...absent, ...inside];
}

function overlaps(schema: Schema, { fields }: Given): boolean {
	return Object.keys(dereference(schema).properties ?? {}).some((name) => fields.has(name));
}

function fewest(lists: string[][]): string[] {
	return lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
}

function newGiven(): Given {
	return { isWhole: false, fields: new Map() };
}
