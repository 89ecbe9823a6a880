/** A file that is wrong everywhere is wrong in few ways; this is for one that tries to be otherwise. */
const MAX_KINDS = 1000;

/** Counts in how many records each kind of thing was found, in constant memory. */
export function createCounter<Kind extends object>() {
	const counts = new Map<string, { kind: Kind; records: number; lastRecord: number }>();
	return {
		/** @param key tells one kind from another; the first of each is kept */
		add(record: number, key: string, kind: Kind) {
			const known = counts.get(key);
			if (known === undefined) {
				if (counts.size < MAX_KINDS) counts.set(key, { kind, records: 1, lastRecord: record });
			} else if (known.lastRecord !== record) {
				known.records++;
				known.lastRecord = record;
			}
		},
		/** Most frequent first; of equally frequent ones, the one that was found first. */
		mostFrequent(): Array<{ kind: Kind; records: number }> {
			return [...counts.values()].sort((one, other) => other.records - one.records).map(({ kind, records }) => ({ kind, records }));
		},
	};
}

/** The same field of the third product and of the fifth is one kind. */
export function withoutIndices(path: string): string {
	return path.includes('[') ? path.replaceAll(/\[\d+\]/g, '[]') : path;
}
