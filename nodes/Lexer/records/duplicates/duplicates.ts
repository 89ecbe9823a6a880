import { recordKey } from './keys';
import { createKeyTable } from './keyTable';

/** What becomes of records with the key of another. */
export type Duplicates = 'keep' | 'keepFirst' | 'keepLast' | 'stop';

/** Finds, in one pass over the records, those that are left out as another has their key. */
export interface DuplicateFilter {
	/** @returns the number of the record that is kept in place of this one; undefined where this one is kept */
	keptFor(record: object, number: number): number | undefined;
	/** To be told of each record that is kept. */
	keep(record: object, number: number): void;
}

/** Finds duplicates among records that are read more than once. */
export interface DuplicateFinder {
	/** Whether all records have to be read, and told by `see`, before the first pass. */
	readsAhead: boolean;
	/** Takes a valid record, in the order of the records. */
	see(record: object, number: number): void;
	/** For another pass over the same records, valid and numbered as they were. */
	filter(): DuplicateFilter;
}

/**
 * @param duplicates `stop` finds what `keepFirst` leaves out
 * @returns undefined where duplicates are kept, and for records that have no key
 */
export function duplicateFinder(duplicates: Duplicates, recordType: string): DuplicateFinder | undefined {
	const key = recordKey(recordType);
	if (duplicates === 'keep' || key === undefined) return undefined;
	// One for all passes: a second one finds in it what the first has kept, so that both have to keep the same.
	const kept = createKeyTable();
	const put = (record: object, number: number) => {
		const text = key.of(record);
		if (text !== undefined) kept.set(text, number);
	};
	const keptFor = (record: object, number: number) => {
		const text = key.of(record);
		const known = text === undefined ? undefined : kept.get(text);
		return known === number ? undefined : known;
	};
	if (duplicates === 'keepLast') return { readsAhead: true, see: put, filter: () => ({ keptFor, keep: () => {} }) };
	return { readsAhead: false, see: () => {}, filter: () => ({ keptFor, keep: put }) };
}
