import type { RecordTarget } from '../parameters/recordTarget';
import { type DuplicateFilter, duplicateFinder } from '../records/duplicates/duplicates';
import type { NextTurn } from '../timing/turns';
import { groupItems, type ItemGroups, type MadeRecord } from './itemGroups';
import type { ItemRecords } from './itemRecords';
import { closeFile, isFull, leaveOut, openFile, type OpenFile, type RecordFile, takeRecord } from './recordFile';

/** Writes the files of one target. */
export interface TargetFiles {
	/**
	 * @returns where it takes its time, a promise
	 * @throws what reading the item throws, and what `refuseRows` does
	 */
	take(itemIndex: number): Promise<void> | undefined;
	/** To be called once, after the last item. */
	end(): Promise<void>;
}

interface Surroundings {
	/** The files of all targets, to which this adds its own. */
	files: RecordFile[];
	/** Leaves out duplicates; none where they are kept. */
	filter: DuplicateFilter | undefined;
	/** Called for an item whose record cannot be written; may throw. */
	onUnusable(itemIndex: number, cause: unknown): void;
	/** Throws where several items make a record, and nothing says which. */
	refuseRows(itemIndex: number): never;
	nextTurn: NextTurn;
}

/** Begins the files of a target, and adds them to those of the run. */
export function targetFiles(target: RecordTarget, records: ItemRecords, surroundings: Surroundings): TargetFiles {
	const { files, onUnusable, refuseRows, nextTurn } = surroundings;
	let { filter } = surroundings;
	let groups: ItemGroups | undefined;
	const own: RecordFile[] = [];
	let open = begin();

	function begin(): OpenFile {
		const opened = openFile(target, records.columns, records.areRows());
		files.push(opened.file);
		own.push(opened.file);
		return opened;
	}

	function write(number: number, made: MadeRecord): Promise<void> | undefined {
		const { items, conversion } = made;
		const isGood = conversion.problems.length === 0 && !conversion.isEmpty;
		const keptIndex = isGood ? filter?.keptFor(conversion.record, items[0]) : undefined;
		if (keptIndex !== undefined) {
			leaveOut(open, number, made, keptIndex);
			return undefined;
		}
		if (isGood && isFull(open)) return writeNext(number, made);
		put(number, made);
		return undefined;
	}

	async function writeNext(number: number, made: MadeRecord) {
		await closeFile(open, nextTurn);
		open = begin();
		put(number, made);
	}

	function put(number: number, made: MadeRecord) {
		if (takeRecord(open, number, made)) filter?.keep(made.conversion.record, made.items[0]);
	}

	/** Begins anew with the items so far, now that they turn out to be rows of records. */
	async function regroup(itemIndex: number) {
		if (records.key === undefined) return refuseRows(itemIndex);
		const earlier = own.flatMap(itemsOf).sort((one, other) => one - other);
		groups = groupItems(records, records.key);
		open = openFile(target, records.columns, true);
		replaceOwn(open.file);
		for (const index of [...earlier, itemIndex]) {
			groups.add(index);
			const turn = nextTurn();
			if (turn) await turn;
		}
	}

	/** Puts one file in the place of all so far. */
	function replaceOwn(file: RecordFile) {
		const [first] = own;
		const replaced = new Set(own);
		const all = files.flatMap((one) => (one === first ? [file] : replaced.has(one) ? [] : [one]));
		files.length = 0;
		for (const one of all) files.push(one);
		own.length = 0;
		own.push(file);
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
			if (groups === undefined && records.areRows() && records.key !== undefined) groups = groupItems(records, records.key);
			if (groups !== undefined) {
				groups.add(itemIndex);
				return undefined;
			}
			const conversion = records.recordOf(itemIndex);
			return records.areRows() ? regroup(itemIndex) : write(itemIndex + 1, { items: [itemIndex], conversion });
		},
		async end() {
			if (groups !== undefined) await writeGroups(groups.records());
			await closeFile(open, nextTurn);
		},
	};
}

function itemsOf({ itemIndices, emptyItems, invalidItems, duplicateItems }: RecordFile): number[] {
	return [...itemIndices, ...emptyItems, ...[...invalidItems, ...duplicateItems].map(({ itemIndex }) => itemIndex)];
}
