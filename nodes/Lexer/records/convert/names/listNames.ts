import type { ConversionOptions } from '../conversion';

/** What a name such as `products[].quantity` says: a list, and a part of what is in it. */
export interface ListName {
	list: string;
	/** Empty where the items themselves are meant, as in `images[]`. */
	part: string;
	/** Whether the part is a list again, or in one. */
	isNested: boolean;
}

/** What stands for the items of a list: in names, and in the paths of columns. */
export const ITEM = '[]';

/**
 * Takes the name of a column apart that makes lists of rows.
 *
 * @returns undefined for other names
 */
export function listName(name: string, spelling: ConversionOptions['fieldNames']): ListName | undefined {
	const at = name.indexOf(ITEM);
	if (at < 1) return undefined;
	const list = name.slice(0, at);
	const rest = spelling === 'flexible' ? name.slice(at + ITEM.length).trim() : name.slice(at + ITEM.length);
	if (rest === '') return { list, part: '', isNested: false };
	if (rest.startsWith(ITEM)) return { list, part: rest, isNested: true };
	if (!(spelling === 'flexible' ? '.:' : '.').includes(rest.charAt(0))) return undefined;
	const part = spelling === 'flexible' ? rest.slice(1).trimStart() : rest.slice(1);
	return part === '' ? undefined : { list, part, isNested: part.includes(ITEM) };
}

/** A path as people write it: `products[].quantity`. */
export function pathText(path: readonly string[]): string {
	return path.join('.').replaceAll(`.${ITEM}`, ITEM);
}
