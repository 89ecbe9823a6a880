import type { Conversion, LexerRecord, Row } from '../records/convert/assembly/recordConverter';
import { addRow, newGroup, type RecordGroup, recordOf } from '../records/grouping/recordGroup';
import { keyProblems } from '../records/grouping/keyProblems';
import type { Problem } from '../records/problem';
import type { ItemRecords } from './itemRecords';

/** A record, and the items that it is made of; mostly one. */
export interface MadeRecord {
	items: readonly number[];
	conversion: Conversion;
}

/** Gathers items that make records together: those with the same key, in any order. */
export interface ItemGroups {
	add(itemIndex: number): void;
	/** The records, which are to be checked, in the order of their first items; items with nothing in them are none. */
	records(): Generator<MadeRecord>;
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

/** @param key the name of the column by which they belong together */
export function groupItems({ fieldsOf, rowOf, keyIn, isWatched, columns }: Grouping, key: string): ItemGroups {
	const members: Member[] = [];
	const byKey = new Map<string, Member>();
	let isColumnKnown = false;

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

	return {
		add(itemIndex) {
			const fields = fieldsOf(itemIndex);
			let row = rowOf(fields, firstOf);
			if (!row.hasKeyColumn && row.isEmpty !== true) row = { ...row, ...keyIn(fields, itemIndex) };
			isColumnKnown ||= row.hasKeyColumn;
			const member = memberOf(row, fields);
			member.items.push(itemIndex);
			if (member.group !== undefined) addRow(member.group, row, columns);
		},
		*records() {
			for (const { items, group, alone } of members) {
				if (group !== undefined) yield { items, conversion: recordOf(group, columns) };
				else if (alone !== undefined) yield { items, conversion: aloneConversion(alone, key, isColumnKnown) };
			}
		},
	};
}

function aloneConversion(row: Row, key: string, isColumnKnown: boolean): Conversion {
	if (row.isEmpty) return row;
	const problems: Problem[] = keyProblems(row, key, isColumnKnown);
	return { ...row, problems };
}
