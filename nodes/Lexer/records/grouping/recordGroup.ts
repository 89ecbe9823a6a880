import type { Findings } from '../convert/conversion';
import { refuse } from '../convert/findings';
import type { ListPlace } from '../convert/record/listColumns';
import type { RecordColumn } from '../convert/record/recordColumns';
import type { Conversion, LexerRecord, Row } from '../convert/record/recordConverter';
import { MAX_VALUES } from '../convert/values/free';
import { differingFields, isSame } from './differences';

/** Rows that make one record, so far. */
export interface RecordGroup extends Findings {
	/** What stands outside of lists: that of the first row in which nothing is wrong. */
	header: LexerRecord | undefined;
	lists: Map<string, { list: ListPlace; items: unknown[] }>;
}

/** So many kinds of notes a record has at most. */
const MAX_NOTES = 100;

const AT_ODDS = 'is not the same in all rows of the record';

export function newGroup(): RecordGroup {
	return { problems: [], notes: [], unknown: undefined, header: undefined, lists: new Map() };
}

/**
 * Takes another row of the record. What is wrong with the row is wrong with the record, and so is what
 * it says otherwise than the rows before it.
 *
 * @param columns that made the rows
 */
export function addRow(group: RecordGroup, row: Row, columns: readonly RecordColumn[]) {
	for (const { path, rule } of row.problems) refuseOnce(group, path, rule);
	for (const note of row.notes) {
		const isTold = group.notes.length >= MAX_NOTES || group.notes.some(({ field, rule }) => field === note.field && rule === note.rule);
		if (!isTold) group.notes.push(note);
	}
	for (const unknown of row.unknown ?? []) {
		if (!(group.unknown ??= []).includes(unknown)) group.unknown.push(unknown);
	}
	// A row with something wrong may lack a value that others have.
	if (row.problems.length === 0) {
		group.header ??= row.record;
		if (!isSame(group.header, row.record)) {
			for (const field of differingFields(group.header, row.record, columns)) refuseOnce(group, field, AT_ODDS);
		}
	}
	for (const { list, item } of row.items) addItem(group, list, item);
}

function addItem(group: RecordGroup, list: ListPlace, item: unknown) {
	const { items } = group.lists.get(list.field) ?? {};
	if (items === undefined) group.lists.set(list.field, { list, items: [item] });
	else if (items.length < MAX_VALUES) items.push(item);
	else refuseOnce(group, list.field, `must not have more than ${MAX_VALUES} items`);
}

function refuseOnce(group: RecordGroup, path: string, rule: string) {
	if (!group.problems.some((known) => known.path === path && known.rule === rule)) refuse(group, path, rule);
}

/**
 * The record of all its rows: what they have in common, and the lists that they make. A list that the
 * record type asks for, and that has a column, is there even where no row has an item for it.
 */
export function recordOf(group: RecordGroup, columns: readonly RecordColumn[]): Conversion {
	const record = group.header ?? {};
	for (const { list, items } of group.lists.values()) {
		if (!placeList(record, list.path, items)) refuseOnce(group, list.field, 'is given twice, as a whole and in parts');
	}
	for (const { list } of columns) {
		if (list?.isRequired && !Object.hasOwn(record, list.path[0])) record[list.path[0]] = [];
	}
	const { problems, notes, unknown } = group;
	return { record, problems, notes, unknown };
}

function placeList(record: LexerRecord, path: readonly string[], items: unknown[]): boolean {
	let holder: LexerRecord = record;
	const last = path.length - 1;
	for (const name of path.slice(0, last)) {
		if (!Object.hasOwn(holder, name)) holder[name] = {};
		const next = holder[name];
		if (typeof next !== 'object' || next === null || Array.isArray(next)) return false;
		holder = next as LexerRecord;
	}
	if (Object.hasOwn(holder, path[last])) return false;
	holder[path[last]] = items;
	return true;
}
