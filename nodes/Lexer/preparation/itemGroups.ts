import type { Conversion, LexerRecord, Row } from '../records/convert/assembly/recordConverter';
import { addRow, newGroup, type RecordGroup, recordOf } from '../records/grouping/recordGroup';
import { keyProblems } from '../records/grouping/keyProblems';
import type { Problem } from '../records/problem';
import { rethrow } from '../records/rethrow';
import type { ItemRecords } from './itemRecords';

/** A record, and the items that it is made of; mostly one. */
export interface MadeRecord {
	items: readonly number[];
	conversion: Conversion;
}

/** Gathers items that make records together: those with the same key, in any order. */
export interface ItemGroups {
	/** @throws what reading the item throws: then each record may lack it, and none is valid, as nothing says which one does */
	add(itemIndex: number): void;
	/**
	 * The records, which are to be checked, in the order of their first items; items with nothing in them are none.
	 * @param aimless an item of which nobody knows whether it belongs to one of them
	 */
	records(aimless?: number): Generator<MadeRecord>;
}

type Grouping = Pick<ItemRecords, 'fieldsOf' | 'rowOf' | 'keyIn' | 'isWatched' | 'columns'>;

interface Member {
	items: number[];
	/** The fields of the first item. */
	first: LexerRecord;
	group: RecordGroup | undefined;
	/** The row where it belongs to no record. */
	alone: Row | undefined;
}

/**
 * @param key the name of the column by which they belong together
 * @param unread an item before them that could not be read
 */
export function groupItems({ fieldsOf, rowOf, keyIn, isWatched, columns }: Grouping, key: string, unread?: number): ItemGroups {
	const members: Member[] = [];
	const byKey = new Map<string, Member>();
	let isColumnKnown = false;
	let unreadItem = unread;

	const firstOf = isWatched ? undefined : (text: string) => byKey.get(text)?.first;

	function memberOf(row: Row, first: LexerRecord): Member {
		const known = row.key === undefined ? undefined : byKey.get(row.key);
		if (known !== undefined) return known;
		const isAlone = row.key === undefined || row.isEmpty === true;
		const member: Member = { items: [], first, group: isAlone ? undefined : newGroup(), alone: isAlone ? row : undefined };
		members.push(member);
		if (!isAlone) byKey.set(row.key!, member);
		return member;
	}

	function read(itemIndex: number): LexerRecord {
		try {
			return fieldsOf(itemIndex);
		} catch (error) {
			unreadItem ??= itemIndex;
			return rethrow(error);
		}
	}

	return {
		add(itemIndex) {
			const fields = read(itemIndex);
			let row = rowOf(fields, firstOf);
			if (!row.hasKeyColumn && row.isEmpty !== true) row = { ...row, ...keyIn(fields, itemIndex) };
			isColumnKnown ||= row.hasKeyColumn;
			const member = memberOf(row, fields);
			member.items.push(itemIndex);
			if (member.group !== undefined) addRow(member.group, row, columns);
		},
		*records(aimless) {
			for (const { items, group, alone } of members) {
				if (group !== undefined) yield { items, conversion: wholeOrNot(recordOf(group, columns), unreadItem ?? aimless) };
				else if (alone !== undefined) yield { items, conversion: aloneConversion(alone, key, isColumnKnown) };
			}
		},
	};
}

/** A part of a record would count as the whole of it. */
function wholeOrNot(conversion: Conversion, unreadItem: number | undefined): Conversion {
	if (unreadItem === undefined) return conversion;
	const problem: Problem = { path: '', rule: `may lack row ${unreadItem + 1}, which cannot be read` };
	return { ...conversion, problems: [problem, ...conversion.problems] };
}

function aloneConversion(row: Row, key: string, isColumnKnown: boolean): Conversion {
	if (row.isEmpty) return row;
	const problems: Problem[] = keyProblems(row, key, isColumnKnown);
	return { ...row, problems };
}
