import { recordKey } from './keys';
import { createKeyTable, type KeyTable } from './keyTable';

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
	/** For another pass over the same records, with the same numbers. */
	filter(): DuplicateFilter;
}

/**
 * @param duplicates `stop` finds what `keepFirst` leaves out
 * @returns undefined where duplicates are kept, and for records that have no key
 */
export function duplicateFinder(duplicates: Duplicates, recordType: string): DuplicateFinder | undefined {
	const key = recordKey(recordType);
	if (duplicates === 'keep' || key === undefined) return undefined;
	const numberIn = (table: KeyTable, record: object) => {
		const text = key.of(record);
		return text === undefined ? undefined : table.get(text);
	};
	const put = (table: KeyTable, record: object, number: number) => {
		const text = key.of(record);
		if (text !== undefined) table.set(text, number);
	};
	if (duplicates !== 'keepLast') {
		const filter = (): DuplicateFilter => {
			const first = createKeyTable();
			return { keptFor: (record) => numberIn(first, record), keep: (record, number) => put(first, record, number) };
		};
		return { readsAhead: false, see: () => {}, filter };
	}
	const last = createKeyTable();
	const keptFor = (record: object, number: number) => {
		const kept = numberIn(last, record);
		return kept === number ? undefined : kept;
	};
	return { readsAhead: true, see: (record, number) => put(last, record, number), filter: () => ({ keptFor, keep: () => {} }) };
}
