import { createKeyTable } from '../duplicates/keyTable';

/**
 * The keys whose rows do not follow one another in a file. They are known only once the file has been
 * read: to leave out all of their rows, it is read again.
 */
export interface ScatteredKeys {
	has(key: string): boolean;
	add(key: string): void;
	/** How many they are. */
	count(): number;
}

/** Gathers keys whose rows are scattered over a file, as hashes: 20 bytes each. */
export function scatteredKeys(): ScatteredKeys {
	const table = createKeyTable();
	let count = 0;
	return {
		has: (key) => count > 0 && table.get(key) !== undefined,
		add(key) {
			if (table.get(key) !== undefined) return;
			table.set(key, 0);
			count++;
		},
		count: () => count,
	};
}
