import type { RecordTarget } from '../parameters/recordTarget';
import { type DuplicateFilter, duplicateFinder } from '../records/duplicates/duplicates';
import type { Conversion } from '../records/convert/assembly/recordConverter';
import { rethrow } from '../records/rethrow';
import type { NextTurn } from '../timing/turns';
import { groupItems, type ItemGroups, type MadeRecord } from './itemGroups';
import type { ItemRecords } from './itemRecords';
import { closeFile, isFull, openFile, type OpenFile, type RecordFile, takeRecord } from './recordFile';

/** Writes the files of one target. */
export interface TargetFiles {
	/**
	 * @returns where it takes its time, a promise
	 * @throws what reading the item throws, and why it is refused
	 */
	take(itemIndex: number): Promise<void> | undefined;
	/**
	 * To be called once, after the last item.
	 * @param aimless an item that does not say whether it was for this target
	 */
	end(aimless?: number): Promise<PlacedFile[]>;
}

/** A file, and its place among those of the run: they stand in the order in which they were begun. */
export interface PlacedFile {
	place: number;
	file: RecordFile;
}

interface Surroundings {
	/** The place of a file that begins now. */
	nextPlace(): number;
	/** Leaves out duplicates; none where they are kept. */
	filter: DuplicateFilter | undefined;
	/** Called for an item whose record cannot be written; may throw. */
	onUnusable(itemIndex: number, cause: unknown): void;
	/** Why items are refused where several make a record, and nothing says which. */
	refusalOf(itemIndex: number): Error;
	nextTurn: NextTurn;
}

/** Begins the files of a target. */
export function targetFiles(target: RecordTarget, records: ItemRecords, surroundings: Surroundings): TargetFiles {
	const { nextPlace, onUnusable, refusalOf, nextTurn } = surroundings;
	let { filter } = surroundings;
	let groups: ItemGroups | undefined;
	let refusal: Error | undefined;
	let unread: number | undefined;
	let files: PlacedFile[] = [];
	let open = begin(nextPlace());

	function begin(place: number): OpenFile {
		const opened = openFile(target, records.columns, records.areRows());
		files.push({ place, file: opened.file });
		return opened;
	}

	function write(number: number, made: MadeRecord): Promise<void> | undefined {
		const { items, conversion } = made;
		const isGood = conversion.problems.length === 0 && !conversion.isEmpty;
		const keptIndex = isGood ? filter?.keptFor(conversion.record, items[0]) : undefined;
		if (keptIndex !== undefined) {
			open.file.duplicates.push({ number, items, keptIndex });
			return undefined;
		}
		if (isGood && isFull(open)) return writeNext(number, made);
		put(number, made);
		return undefined;
	}

	async function writeNext(number: number, made: MadeRecord) {
		await closeFile(open, nextTurn);
		open = begin(nextPlace());
		put(number, made);
	}

	function put(number: number, made: MadeRecord) {
		if (takeRecord(open, number, made)) filter?.keep(made.conversion.record, made.items[0]);
	}

	function recordOf(itemIndex: number): Conversion {
		try {
			return records.recordOf(itemIndex);
		} catch (error) {
			unread ??= itemIndex;
			return rethrow(error);
		}
	}

	/** Begins anew now that the items so far turn out to be rows of records, whichever came first. */
	async function beginAnew(itemIndex: number) {
		const [{ place }] = files;
		const earlier = files.flatMap(({ file }) => itemsOf(file)).sort((one, other) => one - other);
		files = [];
		if (records.key === undefined) await refuseAll(itemIndex, earlier);
		else await regroup([...earlier, itemIndex], records.key, place);
	}

	async function regroup(itemIndices: readonly number[], key: string, place: number) {
		groups = groupItems(records, key, unread);
		open = begin(place);
		for (const itemIndex of itemIndices) {
			const turn = nextTurn();
			if (turn) await turn;
			try {
				groups.add(itemIndex);
			} catch (cause) {
				onUnusable(itemIndex, cause);
			}
		}
	}

	/** Alone, an item without the list would be no more than a part of its record: so none goes. */
	async function refuseAll(itemIndex: number, earlier: readonly number[]) {
		refusal = refusalOf(itemIndex);
		for (const index of earlier) {
			onUnusable(index, refusal);
			const turn = nextTurn();
			if (turn) await turn;
		}
		throw refusal;
	}

	async function writeGroups(made: Iterable<MadeRecord>) {
		const finder = duplicateFinder(target.duplicates, target.recordType);
		const all: MadeRecord[] = [];
		for (const one of made) {
			const turn = nextTurn();
			if (turn) await turn;
			try {
				const conversion = await records.settle(one.conversion, nextTurn);
				all.push({ items: one.items, conversion });
				if (conversion.problems.length === 0 && !conversion.isEmpty) finder?.see(conversion.record, one.items[0]);
			} catch (cause) {
				for (const itemIndex of one.items) onUnusable(itemIndex, cause);
			}
		}
		filter = finder?.filter();
		let number = 0;
		for (const one of all) {
			const turn = nextTurn();
			if (turn) await turn;
			try {
				if (!one.conversion.isEmpty) number++;
				const wait = write(number, one);
				if (wait) await wait;
			} catch (cause) {
				for (const itemIndex of one.items) onUnusable(itemIndex, cause);
			}
		}
	}

	return {
		take(itemIndex) {
			if (refusal !== undefined) throw refusal;
			if (groups === undefined && records.areRows() && records.key !== undefined) groups = groupItems(records, records.key, unread);
			if (groups !== undefined) {
				groups.add(itemIndex);
				return undefined;
			}
			const conversion = recordOf(itemIndex);
			return records.areRows() ? beginAnew(itemIndex) : write(itemIndex + 1, { items: [itemIndex], conversion });
		},
		async end(aimless) {
			if (groups !== undefined) await writeGroups(groups.records(aimless));
			if (refusal === undefined) await closeFile(open, nextTurn);
			return files;
		},
	};
}

function itemsOf({ itemIndices, emptyItems, invalidItems, duplicates }: RecordFile): number[] {
	return [...itemIndices, ...emptyItems, ...invalidItems.map(({ itemIndex }) => itemIndex), ...duplicates.flatMap(({ items }) => items)];
}
