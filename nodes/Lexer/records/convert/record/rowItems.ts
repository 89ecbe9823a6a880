import { ITEM } from '../names/listNames';
import { place } from '../names/place';
import type { ListPlace } from './listColumns';

/** What a row adds to a list. */
export interface RowItem {
	list: ListPlace;
	item: unknown;
}

interface Nest {
	list: ListPlace;
	/** holds the item, so that it can be a single value as well as an object of parts */
	holder: Record<string, unknown>;
	nests: Set<unknown>;
}

/** Gathers the items of lists that one row after another gives: each row at most one for each list. */
export function createRowItems() {
	let byList: Map<string, Nest> | undefined;
	return {
		/** Begins another row. */
		begin() {
			byList = undefined;
		},
		/** @returns whether there was a place for the value */
		put(list: ListPlace, value: unknown): boolean {
			byList ??= new Map();
			let nest = byList.get(list.field);
			if (nest === undefined) {
				nest = { list, holder: {}, nests: new Set() };
				byList.set(list.field, nest);
			}
			return place(nest.holder, list.inner, value, nest.nests);
		},
		/** @param isNothing whether an item has nothing in it: then it is none */
		all(isNothing: (item: unknown) => boolean): RowItem[] {
			if (byList === undefined) return NONE;
			const items: RowItem[] = [];
			for (const { list, holder } of byList.values()) {
				if (!isNothing(holder[ITEM])) items.push({ list, item: holder[ITEM] });
			}
			return items;
		},
	};
}

const NONE: RowItem[] = [];
