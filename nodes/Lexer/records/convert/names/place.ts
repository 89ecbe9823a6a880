import { objectMaker } from '../../objectMaker';

type Nest = Record<string, unknown>;

const newNest = objectMaker();

/**
 * Puts a value into a record, however deep.
 *
 * @param nests the objects that this made on the way; a value in their place, or in the value's place,
 * means that two names are at odds
 * @returns whether they were not
 */
export function place(record: Nest, path: readonly string[], value: unknown, nests: Set<unknown>): boolean {
	let holder = record;
	const last = path.length - 1;
	for (let depth = 0; depth < last; depth++) {
		const name = path[depth];
		if (!Object.hasOwn(holder, name)) {
			holder[name] = newNest();
			nests.add(holder[name]);
		} else if (!nests.has(holder[name])) {
			return false;
		}
		holder = holder[name] as Nest;
	}
	if (Object.hasOwn(holder, path[last])) return false;
	holder[path[last]] = value;
	return true;
}
