import type { NextTurn } from '../timing/turns';
import { checkConversion } from './check/checkConversion';
import { checkRecord } from './check/checkRecord';
import { type ConversionOptions, DEFAULT_CONVERSION } from './convert/conversion';
import { isEmptyValue } from './convert/emptyValues';
import { keyName } from './convert/assembly/keyColumns';
import { type Conversion, type LexerRecord, type Row, rowConverter } from './convert/assembly/recordConverter';
import { csvColumns } from './csvColumns';
import { type FileRecord, groupRows } from './grouping/csvGroups';
import { settleLarge } from './grouping/largeRecord';
import { scatteredKeys } from './grouping/scatteredKeys';
import type { CsvPass } from './passCsv';
import type { Problem } from './problem';
import type { CsvHeader } from './read/csvHeader';
import type { CsvRow } from './read/csvParser';

/** Makes records of the rows of a CSV file. */
export interface CsvRecords {
	/** Whether several rows make a record. */
	areOfRows: boolean;
	/** @returns the records that are complete with this row; undefined for a row with nothing in it, which is none */
	add(row: CsvRow): FileRecord[] | undefined;
	/** The records that are complete now that there are no more rows. */
	end(): FileRecord[];
	/** Checks a large record, in turns. */
	settle(record: FileRecord, nextTurn: NextTurn): Promise<FileRecord>;
}

/**
 * @throws FileFormatError where a name of the header is none that a field can have, two are at odds, or
 * columns make lists and nothing says which rows make one record
 */
export function csvRecords(header: CsvHeader, pass: CsvPass): CsvRecords {
	const {
		recordType,
		rules,
		invalidRecords,
		conversion = DEFAULT_CONVERSION,
		watch,
		scattered = scatteredKeys(),
		withRejected = false,
	} = pass;
	const plainColumns = csvColumns(header, recordType, conversion);
	const columns = watch ? plainColumns.map((column) => watch.watch(column)) : plainColumns;
	const isChecked = invalidRecords !== 'off' && recordType !== 'custom';
	const convert = rowConverter(columns, recordType, conversion, isChecked);
	const problemsOf = (record: LexerRecord): Problem[] => (isChecked ? checkRecord(recordType, rules, record) : []);
	const check = (made: Conversion) => checkConversion(made, problemsOf);
	const key = keyName(recordType, conversion);
	if (key === undefined || !(conversion.groupBy !== '' || columns.some(({ list }) => list !== undefined))) {
		return singleRecords((row) => {
			const problems = problemsOfRow(row, header, conversion);
			return problems.length > 0 ? { record: {}, problems, notes: [] } : check(convert(row.cells));
		}, withRejected);
	}
	const groups = groupRows({ columns, key, check, scattered, keepsRows: withRejected });
	return {
		areOfRows: true,
		add(csvRow) {
			const row = rowOf(csvRow, header, conversion, (cells) => convert.rowOf(cells, watch ? undefined : groups.first()));
			return row.isEmpty ? undefined : groups.add(row, csvRow);
		},
		end: groups.end,
		settle: async (record, nextTurn) => ({ ...record, conversion: await settleLarge(record.conversion, problemsOf, nextTurn) }),
	};
}

function singleRecords(conversionOf: (row: CsvRow) => Conversion, keepsRows: boolean): CsvRecords {
	let number = 0;
	return {
		areOfRows: false,
		add(row) {
			const conversion = conversionOf(row);
			if (conversion.isEmpty) return undefined;
			number++;
			return [
				{ conversion, number, line: row.line, isUnsettled: false, isCounted: true, rows: 1, given: keepsRows ? [row] : NO_ROWS },
			];
		},
		end: () => [],
		settle: async (record) => record,
	};
}

const NO_ROWS: CsvRow[] = [];

/** A row that does not fit the header still says to which record it belongs, if anything does. */
function rowOf(csvRow: CsvRow, header: CsvHeader, conversion: ConversionOptions, convert: (cells: readonly unknown[]) => Row): Row {
	const problems = problemsOfRow(csvRow, header, conversion);
	if (csvRow.spoilt) return { record: {}, problems, notes: [], items: [], key: undefined, hasKeyColumn: false, isRepeated: false };
	const row = convert(csvRow.cells);
	return problems.length === 0 ? row : { ...row, record: {}, problems, notes: [], items: [] };
}

/** What is wrong with a row before its values are looked at. Cells that are missing at its end are empty, and so are dashes that are Empty Values. */
function problemsOfRow({ cells, spoilt }: CsvRow, header: CsvHeader, { emptyValues }: ConversionOptions): Problem[] {
	if (spoilt) return [{ path: '', rule: spoilt.rule }];
	if (isHeaderAgain(cells, header)) return [{ path: '', rule: 'is the header again' }];
	const { names } = header;
	if (isOfQueryTool(cells, names) && !cells.every((cell) => isEmptyValue(cell, emptyValues)))
		return [{ path: '', rule: 'is what a query tool writes around rows, and none' }];
	if (cells.length <= names.length || cells.slice(names.length).every((cell) => cell.trim() === '')) return [];
	return [{ path: '', rule: `has ${cells.length} cells where the header has ${names.length}` }];
}

/** As where files were put together, each with its header and maybe its byte-order mark. */
function isHeaderAgain(cells: readonly string[], { names, indexes }: CsvHeader): boolean {
	return names.every((name, index) => (cells[index] ?? '').trim() === (index < indexes ? '' : name));
}

const DASHES = /^[\s-]*-\s*$/;
const ROW_COUNT = /^\s*\(\d+ \p{L}+(?: \p{L}+)?\)\s*$/u;

/** The line of dashes that sqlcmd puts below the header, or the count of rows, such as `(2 rows affected)`, that it and psql put last. */
function isOfQueryTool(cells: readonly string[], names: readonly string[]): boolean {
	if (DASHES.test(cells[0])) return cells.length === names.length && cells.every((cell) => DASHES.test(cell));
	return cells.length === 1 && names.length > 1 && ROW_COUNT.test(cells[0]);
}
