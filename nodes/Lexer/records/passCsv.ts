import { takeTurns } from '../timing/turns';
import { checkRecord } from './check/checkRecord';
import { type ConversionOptions, DEFAULT_CONVERSION } from './convert/conversion';
import { type Conversion, rowConverter } from './convert/record/recordConverter';
import { csvColumns } from './csvColumns';
import { isLeftOut, type PassedRecords, type RecordPass, rejectedLine } from './passedRecords';
import type { Problem } from './problem';
import type { CsvHeader } from './read/csvHeader';
import type { CsvRow } from './read/csvParser';
import { openCsv } from './read/csvRows';
import { newFileFacts } from './read/FileFacts';
import { jsonText } from './write/jsonText';

export interface CsvPass extends RecordPass {
	/** one character; without it, it is detected */
	delimiter?: string;
	/** how values and names become those of records */
	conversion?: ConversionOptions;
}

/**
 * Makes NDJSON of a CSV file as it passes, in constant memory. The header names the fields, dotted
 * names nest, and values become what the record type's schema says where nothing is lost. A row that
 * cannot be read, or does not fit the header, is an invalid record and is left out.
 *
 * @throws FileFormatError where the header or the encoding is not good; StoppedError
 */
export async function* passCsv(source: AsyncIterable<Uint8Array>, pass: CsvPass): AsyncGenerator<PassedRecords> {
	const { delimiter, encoding = 'auto', facts = newFileFacts(), invalidRecords, report } = pass;
	const nextTurn = takeTurns(pass.signal);
	const table = await openCsv(source, { delimiter, encoding, facts, nextTurn });
	if (table === undefined) return;
	const { header } = table;
	const toRecord = recordReader(header, pass);
	let number = 0;
	let hasStopped = false;
	for await (const rows of table.rows) {
		let [good, rejected] = ['', ''];
		for (const row of rows) {
			const turn = nextTurn();
			if (turn) await turn;
			const { record, problems, notes, unknown, isEmpty } = toRecord(row);
			if (isEmpty) {
				facts.skipped++;
				continue;
			}
			number++;
			facts.hasIndex ||= header.indexes > 0 && row.cells.slice(0, header.indexes).some((cell) => cell.trim() !== '');
			pass.watch?.endRecord(problems);
			if (problems.length === 0 && isLeftOut(pass, record, number, row.line)) {
				hasStopped ||= pass.stopsAtDuplicate === true;
				continue;
			}
			// Where names may be values, they are not told.
			report.add(number, problems, { notes, unknown: header.areShown ? unknown : undefined }, row.line);
			if (problems.length === 0) good += jsonText(record) + '\n';
			else {
				hasStopped ||= invalidRecords === 'stop';
				if (pass.withRejected) rejected += rejectedLine(number, row.line, problems, asGiven(row, header));
			}
		}
		yield { good: Buffer.from(hasStopped ? '' : good), rejected: Buffer.from(rejected) };
	}
	report.addSkipped(facts.skipped);
}

function recordReader(header: CsvHeader, { recordType, rules, invalidRecords, conversion = DEFAULT_CONVERSION, watch }: CsvPass) {
	const columns = csvColumns(header, recordType, conversion);
	const isChecked = invalidRecords !== 'off' && recordType !== 'custom';
	const convert = rowConverter(watch ? columns.map((column) => watch.watch(column)) : columns, recordType, conversion, isChecked);
	return (row: CsvRow): Conversion => {
		const problems = problemsOfRow(row, header);
		if (problems.length > 0) return { record: {}, problems, notes: [] };
		const converted = convert(row.cells);
		if (converted.problems.length > 0 || !isChecked || converted.isEmpty) return converted;
		return { ...converted, problems: checkRecord(recordType, rules, converted.record) };
	};
}

/** What is wrong with a row before its values are looked at. Cells that are missing at its end are empty. */
function problemsOfRow({ cells, spoilt }: CsvRow, { names }: CsvHeader): Problem[] {
	if (spoilt) return [{ path: '', rule: spoilt.rule }];
	if (cells.length <= names.length || cells.slice(names.length).every((cell) => cell.trim() === '')) return [];
	return [{ path: '', rule: `has ${cells.length} cells where the header has ${names.length}` }];
}

/** The row's cells under the names of their columns; of a spoilt row, its text. */
function asGiven({ cells, spoilt }: CsvRow, { names }: CsvHeader): unknown {
	if (spoilt) return spoilt.text;
	return Object.fromEntries(cells.map((cell, index) => [names[index] || `column ${index + 1}`, cell]));
}
