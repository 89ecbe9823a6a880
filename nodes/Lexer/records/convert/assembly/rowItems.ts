import { objectMaker } from '../../objectMaker';
import { place } from '../names/place';
import type { ListPlace } from './listColumns';

/** What a row adds to a list. */
export interface RowItem {
	list: ListPlace;
	item: unknown;
}

/** The item that the row that is read gives one list. Kept from row to row: most rows have the same lists. */
interface Place {
	list: ListPlace;
	/** The row for which it was begun last. */
	row: number;
	item: unknown;
	/** Whether the item is made of its parts. */
	isMade: boolean;
	/** The objects in it that were made of theirs. */
	nests: Set<unknown> | undefined;
}

type Fields = Record<string, unknown>;

const newItem = objectMaker();

/** Gathers the items of lists that one row after another gives: each row at most one for each list. */
export function createRowItems() {
	const places = new Map<string, Place>();
	let used: Place[] = [];
	let row = 0;

	function placeOf(list: ListPlace): Place {
		let found = places.get(list.field);
		if (found === undefined) {
			found = { list, row: 0, item: undefined, isMade: false, nests: undefined };
			places.set(list.field, found);
		}
		if (found.row !== row) {
			found.row = row;
			found.item = found.nests = undefined;
			found.isMade = false;
			used.push(found);
		}
		return found;
	}

	return {
		/** Begins another row. */
		begin() {
			row++;
			if (used.length > 0) used = [];
		},
		/** @returns whether there was a place for the value */
		put(list: ListPlace, value: unknown): boolean {
			const found = placeOf(list);
			const { inner } = list;
			if (inner.length === 0) {
				if (found.item !== undefined) return false;
				found.item = value;
				return true;
			}
			if (found.item === undefined) {
				found.item = newItem();
				found.isMade = true;
			}
			if (!found.isMade) return false;
			const item = found.item as Fields;
			if (inner.length > 1) return place(item, inner, value, (found.nests ??= new Set()));
			if (Object.hasOwn(item, inner[0])) return false;
			item[inner[0]] = value;
			return true;
		},
		/** @param isNothing whether an item has nothing in it: then it is none */
		all(isNothing: (item: unknown) => boolean): RowItem[] {
			if (used.length === 0) return NONE;
			const items: RowItem[] = [];
			for (const { list, item } of used) if (!isNothing(item)) items.push({ list, item });
			return items;
		},
	};
}

const NONE: RowItem[] = [];
