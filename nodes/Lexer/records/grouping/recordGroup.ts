import type { Findings } from '../convert/conversion';
import { refuse } from '../convert/findings';
import type { ListPlace } from '../convert/assembly/listColumns';
import type { RecordColumn } from '../convert/assembly/recordColumns';
import type { Conversion, LexerRecord, Row } from '../convert/assembly/recordConverter';
import type { RowItem } from '../convert/assembly/rowItems';
import { MAX_VALUES } from '../convert/values/free';
import { differingFields, isSame } from './differences';

/** Rows that make one record, so far. */
export interface RecordGroup {
	/** What was found; mostly nothing, and many groups are kept at a time. */
	findings: Findings | undefined;
	/** What stands outside of lists: that of the first row in which nothing is wrong. */
	header: LexerRecord | undefined;
	lists: Array<{ list: ListPlace; items: unknown[] }>;
}

/** So many kinds of notes a record has at most. */
const MAX_NOTES = 100;

const AT_ODDS = 'is not the same in all rows of the record';

/** A record that has no row yet. */
export function newGroup(): RecordGroup {
	return { findings: undefined, header: undefined, lists: [] };
}

/**
 * Takes another row of the record. What is wrong with the row is wrong with the record, and so is what
 * it says otherwise than the rows before it.
 *
 * @param columns that made the rows
 */
export function addRow(group: RecordGroup, row: Row, columns: readonly RecordColumn[]) {
	if (row.problems.length + row.notes.length > 0 || row.unknown !== undefined) tell(findingsOf(group), row);
	// A row with something wrong may lack a value that others have.
	if (row.problems.length === 0 && !row.isRepeated) {
		group.header ??= row.record;
		if (!isSame(group.header, row.record)) {
			for (const field of differingFields(group.header, row.record, columns)) refuseOnce(findingsOf(group), field, AT_ODDS);
		}
	}
	for (let index = 0; index < row.items.length; index++) addItem(group, row.items[index], index);
}

function tell(findings: Findings, { problems, notes, unknown = [] }: Row) {
	for (const { path, rule } of problems) refuseOnce(findings, path, rule);
	for (const note of notes) {
		const isTold =
			findings.notes.length >= MAX_NOTES || findings.notes.some(({ field, rule }) => field === note.field && rule === note.rule);
		if (!isTold) findings.notes.push(note);
	}
	for (const one of unknown) {
		if (!(findings.unknown ??= []).includes(one)) findings.unknown.push(one);
	}
}

/** Says that a row is wrong in another way. */
export function refuseRow(group: RecordGroup, rule: string) {
	refuseOnce(findingsOf(group), '', rule);
}

function findingsOf(group: RecordGroup): Findings {
	return (group.findings ??= { problems: [], notes: [] });
}

/** @param expected where the list is among the others, as rows mostly have the same ones */
function addItem(group: RecordGroup, { list, item }: RowItem, expected: number) {
	const { lists } = group;
	const isList = (known?: { list: ListPlace }) => known?.list.field === list.field;
	const items = (isList(lists[expected]) ? lists[expected] : lists.find(isList))?.items;
	if (items === undefined) lists.push({ list, items: [item] });
	else if (items.length < MAX_VALUES) items.push(item);
	else refuseOnce(findingsOf(group), list.field, `must not have more than ${MAX_VALUES} items`);
}

function refuseOnce(findings: Findings, path: string, rule: string) {
	if (!findings.problems.some((known) => known.path === path && known.rule === rule)) refuse(findings, path, rule);
}

/**
 * The record of all its rows: what they have in common, and the lists that they make. A list that the
 * record type asks for, and that has a column, is there even where no row has an item for it.
 */
export function recordOf(group: RecordGroup, columns: readonly RecordColumn[]): Conversion {
	const record = group.header ?? {};
	for (const { list, items } of group.lists) {
		if (!placeList(record, list.path, items)) refuseOnce(findingsOf(group), list.field, 'is given twice, as a whole and in parts');
	}
	for (const { list } of columns) {
		if (list?.isRequired && !Object.hasOwn(record, list.path[0])) record[list.path[0]] = [];
	}
	const { problems, notes, unknown } = group.findings ?? NOTHING;
	return { record, problems, notes, unknown };
}

const NOTHING: Findings = { problems: [], notes: [] };

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
