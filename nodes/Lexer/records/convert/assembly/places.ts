import { objectMaker } from '../../objectMaker';

type Fields = Record<string, unknown>;

/** Where a field stands in records. Whether one has it is known here: to ask the records themselves takes several times as long. */
export interface Place {
	name: string;
	/** The place of all of the record; missing there. */
	root: Place | undefined;
	/** The place that it is a part of; missing for all of the record. */
	holder: Place | undefined;
	/** The number of the last record that has something here. */
	record: number;
	/** What was made there for its parts, if anything was. */
	nest: Fields | undefined;
	parts: Map<string, Place>;
}

/** What goes to one place of each record. */
interface Placed {
	path: readonly string[];
	/** Its place, once it is known. */
	place: Place | undefined;
}

const newNest = objectMaker();

/** A source that never repeats a name must not fill the memory. */
const MAX_KEPT = 50_000;

/** Puts values into one record after another, each at its path, however deep. */
export function createPlaces() {
	let record: Fields = {};
	let number = 0;
	let kept = 0;
	let root = createPlace('', undefined);

	function createPlace(name: string, holder: Place | undefined): Place {
		kept++;
		return { name, root: holder && root, holder, record: 0, nest: undefined, parts: new Map() };
	}

	function placeAt(path: readonly string[]): Place {
		let place = root;
		for (const name of path) {
			let part = place.parts.get(name);
			if (part === undefined) {
				part = createPlace(name, place);
				place.parts.set(name, part);
			}
			place = part;
		}
		return place;
	}

	/** @returns undefined where a value stands in its place */
	function nestAt(place: Place): Fields | undefined {
		if (place === root) return record;
		if (place.record === number) return place.nest;
		const nest = newNest();
		if (!set(place, nest)) return undefined;
		place.nest = nest;
		return nest;
	}

	function set(place: Place, value: unknown): boolean {
		const fields = nestAt(place.holder ?? root);
		if (fields === undefined) return false;
		fields[place.name] = value;
		place.record = number;
		place.nest = undefined;
		return true;
	}

	return {
		/** Begins another record. */
		begin(next: Fields) {
			record = next;
			number++;
			if (kept <= MAX_KEPT) return;
			kept = 0;
			root = createPlace('', undefined);
		},
		/** @returns whether the place was free; a value in it, or in the place of what holds it, means that two names are at odds */
		put(placed: Placed, value: unknown): boolean {
			let { place } = placed;
			if (place?.root !== root) {
				place = placeAt(placed.path);
				placed.place = place;
			}
			return place.record !== number && set(place, value);
		},
	};
}
