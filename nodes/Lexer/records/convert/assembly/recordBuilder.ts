import { MAX_RECORD_LENGTH, TOO_LONG } from '../../limits';
import { NumberLiteral } from '../../numberLiteral';
import { objectMaker } from '../../objectMaker';
import type { Problem } from '../../problem';
import type { Findings, Note } from '../conversion';
import { isBlank } from '../emptyValues';
import { isFull, refuse } from '../findings';
import { shownName } from '../names/shownName';
import { withoutFormula } from '../values/formulaText';
import { createPlaces } from './places';
import type { RecordColumn } from './recordColumns';
import { createRowItems, type RowItem } from './rowItems';
import type { FinishRecord } from './typedLink';

const newRecord = objectMaker();

const NAMELESS = 'must not have a value without a name';

const NO_PROBLEMS: Problem[] = [];
const NO_NOTES: Note[] = [];

export type LexerRecord = Record<string, unknown>;

/** `problems` are what the record could not take in; the check of the record itself comes after. */
export interface Conversion extends Findings {
	record: LexerRecord;
	/** There is nothing in it: it is no record, and to be left out. */
	isEmpty?: boolean;
}

/** One of the rows that make a record: what it has outside of lists, and what it adds to these. */
export interface Row extends Conversion {
	items: readonly RowItem[];
	/** What the rows of one record have in common; undefined where it is empty. */
	key: string | undefined;
	/** Whether the row has the column for it. */
	hasKeyColumn: boolean;
	/** Whether it has the same outside of lists as the first row with its key: then that is left out. */
	isRepeated: boolean;
}

/**
 * Puts one record after another together, column by column. It is one object for all records, as
 * making several for each would take longer than all the rest.
 *
 * @param isChecked whether the check follows, for which doubtful values are left
 * @param finishRecord called for each record, once all of it is there
 */
export function createRecordBuilder(isChecked: boolean, finishRecord?: FinishRecord) {
	const noFindings = (): Findings => (isChecked ? { problems: [], notes: [] } : { problems: [], notes: [], isUnchecked: true });
	let record = newRecord();
	let findings = noFindings();
	const places = createPlaces();
	/** Whether anything but blank texts has been put into it. */
	let hasContent = false;
	/** Those that have a value in this record, as many as `count`. */
	const given: RecordColumn[] = [];
	let count = 0;
	const rowItems = createRowItems();
	let keyColumn: RecordColumn | undefined;
	let keyValue: unknown;
	let moved: Array<{ column: RecordColumn; value: unknown }> = [];

	function put(column: RecordColumn, value: unknown) {
		if (column.isMoved) {
			moved.push({ column, value });
			hasContent ||= !isBlankValue(value);
			return;
		}
		if (column.list !== undefined) {
			if (!rowItems.put(column.list, value)) refuseTwice(column);
		} else {
			if (!places.put(column, value)) refuseTwice(column);
			hasContent ||= !isBlankValue(value);
		}
		given[count++] = column;
	}

	function refuseTwice(column: RecordColumn) {
		if (isFull(findings)) return;
		const field = column.path.join('\0');
		const other = given.slice(0, count).find(({ path }) => path.join('\0') === field);
		if (other === undefined) refuse(findings, column.field, 'is given twice, as a whole and in parts');
		else refuse(findings, column.field, `is given twice: as "${shownName(other.name)}" and as "${shownName(column.name)}"`);
	}

	/** Once all else is there, so that it does not matter which came first. */
	function move({ column, value }: { column: RecordColumn; value: unknown }) {
		const [holderName, name] = column.path;
		if (!Object.hasOwn(record, holderName)) record[holderName] = {};
		const holder = record[holderName];
		if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) {
			refuse(findings, column.field, `cannot be moved, as ${holderName} is no object`);
		} else if (Object.hasOwn(holder, name)) {
			refuse(findings, column.field, `cannot be moved, as ${holderName} has a field of that name`);
		} else {
			(holder as LexerRecord)[name] = value;
		}
	}

	function add(column: RecordColumn, value: unknown) {
		if (column.isRefused) {
			const isNothing = value === null || value === undefined || value === '';
			if (!isNothing)
				refuse(findings, column.field, column.refusal ?? (column.name === '' ? NAMELESS : 'is no name that a field can have'));
			return;
		}
		// Of two spellings of its name, the one with a value counts.
		if (column.toKey !== undefined && (keyValue === undefined || keyValue === null || keyValue === ''))
			[keyColumn, keyValue] = [column, value];
		let given = value;
		if (typeof value === 'string') {
			if (value.length > MAX_RECORD_LENGTH) {
				refuse(findings, column.field, TOO_LONG);
				return;
			}
			given = withoutFormula(value);
		}
		const converted = column.convert(given, column.field, findings);
		if (converted !== undefined) put(column, converted);
	}

	/** What was found; the next record may go on with lists that are still empty, which nobody else is to see filled. */
	function found(): Findings {
		const { problems, notes, unknown } = findings;
		return { problems: problems.length === 0 ? NO_PROBLEMS : problems, notes: notes.length === 0 ? NO_NOTES : notes, unknown };
	}

	function begin() {
		const { problems, notes, unknown } = findings;
		if (problems.length + notes.length > 0 || unknown !== undefined) findings = noFindings();
		if (moved.length > 0) moved = [];
		record = newRecord();
		places.begin(record);
		count = 0;
		hasContent = false;
		keyColumn = keyValue = undefined;
		rowItems.begin();
	}

	return {
		/** Converts a value and puts it where its column says. */
		add,
		/** The same where reading or converting the value may throw: then it is a problem of its own. */
		tryToAdd(column: RecordColumn, read: () => unknown) {
			if (isFull(findings)) return;
			try {
				add(column, read());
			} catch {
				refuse(findings, column.field, 'cannot be read');
			}
		},
		/** Begins another record. */
		begin,
		/** The record of all that was added since the beginning. */
		finish(): Conversion {
			for (const column of moved) move(column);
			finishRecord?.(record, findings);
			const { problems, notes, unknown } = found();
			// What is unknown and dropped was something all the same.
			const isEmpty =
				!hasContent && problems.length === 0 && unknown === undefined && rowItems.all(isBlankValue).length === 0 ? true : undefined;
			return { record, problems, notes, unknown, isEmpty };
		},
		/** What was just finished, as one of the rows of a record. */
		asRow({ record, problems, notes, unknown, isEmpty }: Conversion): Row {
			const items = rowItems.all(isBlankValue);
			return {
				record,
				problems,
				notes,
				unknown,
				isEmpty,
				items,
				key: keyColumn?.toKey?.(keyValue),
				hasKeyColumn: keyColumn !== undefined,
				isRepeated: false,
			};
		},
		/** What was added of lists, as a row that has all else like the first row with its key. */
		asRepeated(key: string): Row {
			const { problems, notes, unknown } = found();
			return {
				record: {},
				problems,
				notes,
				unknown,
				isEmpty: undefined,
				items: rowItems.all(isBlankValue),
				key,
				hasKeyColumn: true,
				isRepeated: true,
			};
		},
	};
}

/** Whether this is a blank text, or an object with nothing but those, however deep. */
function isBlankValue(value: unknown): boolean {
	if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof NumberLiteral) return isBlank(value);
	// Mostly the first value decides: a list of all of them would take longer than the rest of this.
	for (const name in value) if (!isBlankValue((value as LexerRecord)[name])) return false;
	return true;
}
