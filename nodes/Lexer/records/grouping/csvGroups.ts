import { shownName } from '../convert/names/shownName';
import type { RecordColumn } from '../convert/assembly/recordColumns';
import type { Conversion, Row } from '../convert/assembly/recordConverter';
import { createKeyTable } from '../duplicates/keyTable';
import type { Problem } from '../problem';
import type { CsvRow } from '../read/csvParser';
import { keyProblems } from './keyProblems';
import { isLarge } from './largeRecord';
import { addRow, newGroup, type RecordGroup, recordOf, refuseRow } from './recordGroup';
import type { ScatteredKeys } from './scatteredKeys';

/** A record of a file, and the rows that it is made of. */
export interface FileRecord {
	conversion: Conversion;
	number: number;
	/** where it begins, or where the row is that keeps it from being a record */
	line: number;
	/** Whether it is large, and yet to be checked. */
	isUnsettled: boolean;
	/** Whether it counts: of a record whose rows are scattered, the second part does, for all of them. */
	isCounted: boolean;
	rows: number;
	/** The rows as they are in the file, where they are wanted. */
	given: CsvRow[];
}

interface Settings {
	columns: readonly RecordColumn[];
	/** The name of the column by which rows belong together. */
	key: string;
	/** Checks a record that rows made. */
	check(conversion: Conversion): Conversion;
	/** Those that are known, to which those are added that are found. */
	scattered: ScatteredKeys;
	/** Whether the rows are wanted as they are. */
	keepsRows: boolean;
}

interface Open {
	key: string;
	/** Of the record: where its first row is among those of other records. */
	number: number;
	/** The cells of the first row. */
	first: readonly string[];
	group: RecordGroup;
	line: number;
	rows: number;
	given: CsvRow[];
	characters: number;
	/** Whether rows with this key came before, with others after them. */
	isBack: boolean;
}

/**
 * Makes records of the rows of a file that follow one another and have the same key, in constant
 * memory but for the keys. Rows whose key comes back later make no record, and neither do those
 * without a key.
 */
export function groupRows({ columns, key, check, scattered, keepsRows }: Settings) {
	const keyColumn = columns.find(({ toKey }) => toKey !== undefined);
	const numbers = createKeyTable();
	const told = createKeyTable();
	const comesBack: Problem = {
		path: keyColumn?.field ?? shownName(key),
		rule: `comes back after rows of other records: sort by ${shownName(keyColumn?.name ?? key)}, so that the rows of a record follow one another`,
	};
	let lastNumber = 0;
	let open: Open | undefined;
	let hasGap = false;

	function close(): FileRecord[] {
		if (open === undefined) return NOTHING;
		const { key: text, number, group, line, rows, given, isBack } = open;
		open = undefined;
		let conversion = recordOf(group, columns);
		const isScattered = isBack || scattered.has(text);
		if (isScattered) conversion = { ...conversion, problems: [comesBack, ...conversion.problems] };
		const isUnsettled = !isScattered && isLarge(conversion.record);
		if (!isScattered && !isUnsettled) conversion = check(conversion);
		const isCounted = !isScattered || (isBack && told.get(text) === undefined);
		if (isBack) told.set(text, 0);
		return [{ conversion, number, line, isUnsettled, isCounted, rows, given }];
	}

	function take(record: Open, row: Row, csvRow: CsvRow) {
		record.rows++;
		for (const cell of csvRow.cells) record.characters += cell.length;
		if (record.characters > MAX_CHARACTERS) {
			refuseRow(record.group, TOO_LONG);
			return;
		}
		addRow(record.group, row, columns);
		if (keepsRows) record.given.push(csvRow);
	}

	return {
		/** @returns the records that end before this row, and the row itself where it belongs to none */
		add(row: Row, csvRow: CsvRow): FileRecord[] {
			if (row.key === undefined) {
				hasGap ||= csvRow.spoilt !== undefined;
				const problems = csvRow.spoilt ? row.problems : keyProblems(row, key, keyColumn !== undefined);
				const conversion = { ...row, problems };
				return [
					{
						conversion,
						number: ++lastNumber,
						line: csvRow.line,
						isUnsettled: false,
						isCounted: true,
						rows: 1,
						given: keepsRows ? [csvRow] : [],
					},
				];
			}
			if (open?.key === row.key) {
				// What cannot be read between two rows of a record was one of its rows.
				if (hasGap) refuseRow(open.group, 'has a row among its own that cannot be read');
				hasGap = false;
				take(open, row, csvRow);
				return NOTHING;
			}
			const ended = close();
			const known = numbers.get(row.key);
			const isBack = known !== undefined;
			const number = known ?? ++lastNumber;
			if (isBack) scattered.add(row.key);
			else numbers.set(row.key, number);
			open = {
				key: row.key,
				number,
				first: csvRow.cells,
				group: newGroup(),
				line: csvRow.line,
				rows: 0,
				given: [],
				characters: 0,
				isBack,
			};
			hasGap = false;
			take(open, row, csvRow);
			return ended;
		},
		/** The cells of the first row of the record that the next row may belong to. */
		first: () => open?.first,
		/** @returns the last record */
		end: close,
	};
}

const NOTHING: FileRecord[] = [];

/** So much of a record is kept until all of its rows have come. */
const MAX_CHARACTERS = 32_000_000;
const TOO_LONG = `must not be longer than ${MAX_CHARACTERS / 1e6} million characters`;
