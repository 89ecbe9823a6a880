import { takeTurns } from '../timing/turns';
import { checkRecord } from './check/checkRecord';
import { type ConversionOptions, DEFAULT_CONVERSION, type Findings } from './convert/conversion';
import { place, type LexerRecord } from './convert/recordConverter';
import { csvColumns, type CsvColumn } from './csvColumns';
import { goodRecords, type PassedRecords, type RecordPass, rejectedLine } from './passedRecords';
import type { Problem } from './problem';
import type { CsvHeader } from './read/csvHeader';
import type { CsvRow } from './read/csvParser';
import { openCsv } from './read/csvRows';
import { newFileFacts } from './read/FileFacts';
import { jsonText } from './write/jsonText';

export interface CsvConversion extends RecordPass {
	/** one character; without it, it is detected */
	delimiter?: string;
	/** how values and names become those of records */
	conversion?: ConversionOptions;
	/** takes the lines about rejected records, where `withRejected` asks for them */
	onRejected?: (lines: Buffer) => void | Promise<void>;
}

/**
 * Makes NDJSON of a CSV file as it passes, in constant memory. The header names the fields, dotted
 * names nest, and values become what the record type's schema says where nothing is lost. A row that
 * cannot be read, or does not fit the header, is an invalid record and is left out.
 *
 * @throws FileFormatError where the header or the encoding is not good; StoppedError
 */
export function convertCsv(source: AsyncIterable<Uint8Array>, conversion: CsvConversion): AsyncGenerator<Buffer> {
	return goodRecords(passCsv(source, conversion), conversion.onRejected);
}

/** The same, with what was rejected. */
export async function* passCsv(source: AsyncIterable<Uint8Array>, pass: CsvConversion): AsyncGenerator<PassedRecords> {
	const { delimiter, encoding = 'auto', facts = newFileFacts(), invalidRecords, report } = pass;
	const nextTurn = takeTurns(pass.signal);
	const table = await openCsv(source, { delimiter, encoding, facts, nextTurn });
	if (table === undefined) return;
	const { header } = table;
	const toRecord = rowConverter(header, pass);
	let number = 0;
	let emptyRecords = 0;
	let hasStopped = false;
	for await (const rows of table.rows) {
		let [good, rejected] = ['', ''];
		for (const row of rows) {
			const turn = nextTurn();
			if (turn) await turn;
			const { record, problems } = toRecord(row);
			if (problems.length === 0 && isEmpty(record)) {
				emptyRecords++;
				continue;
			}
			number++;
			report.add(number, problems);
			if (problems.length === 0) good += jsonText(record) + '\n';
			else {
				hasStopped ||= invalidRecords === 'stop';
				if (pass.withRejected) rejected += rejectedLine(number, row.line, problems, asGiven(row, header));
			}
		}
		yield { good: Buffer.from(hasStopped ? '' : good), rejected: Buffer.from(rejected) };
	}
	facts.skipped += emptyRecords;
}

function rowConverter(header: CsvHeader, { recordType, rules, invalidRecords, conversion = DEFAULT_CONVERSION }: CsvConversion) {
	const columns = csvColumns(header, recordType, conversion);
	const nameless = header.names.flatMap((name, index) => (name === '' ? [index] : []));
	const isChecked = invalidRecords !== 'off' && recordType !== 'custom';
	return (row: CsvRow): { record: LexerRecord; problems: Problem[] } => {
		const problems = problemsOfRow(row, header, nameless);
		if (problems.length > 0) return { record: {}, problems };
		const converted = convertCells(row.cells, columns);
		if (converted.problems.length > 0 || !isChecked || isEmpty(converted.record)) return converted;
		return { record: converted.record, problems: checkRecord(recordType, rules, converted.record) };
	};
}

/** What is wrong with a row before its values are looked at. Cells that are missing at its end are empty. */
function problemsOfRow({ cells, spoilt }: CsvRow, { names, shown }: CsvHeader, nameless: number[]): Problem[] {
	if (spoilt) return [{ path: '', rule: spoilt.rule }];
	if (cells.length > names.length && cells.slice(names.length).some(hasText)) {
		return [{ path: '', rule: `has ${cells.length} cells where the header has ${names.length}` }];
	}
	return nameless
		.filter((index) => hasText(cells[index] ?? ''))
		.map((index) => ({ path: shown[index], rule: 'has a value, but no name in the header' }));
}

function hasText(cell: string): boolean {
	return cell.trim() !== '';
}

function convertCells(cells: string[], columns: CsvColumn[]): { record: LexerRecord; problems: Problem[] } {
	const record: LexerRecord = {};
	const findings: Findings = { problems: [], notes: [] };
	const nests = [record];
	for (const { convert, index, path, shown } of columns) {
		if (index >= cells.length) continue;
		const value = convert(cells[index], shown, findings);
		if (value === undefined) continue;
		if (path.length === 1) record[path[0]] = value;
		else place(record, path, value, nests);
	}
	return { record, problems: findings.problems };
}

function isEmpty(record: LexerRecord): boolean {
	for (const name in record) if (Object.hasOwn(record, name)) return false;
	return true;
}

/** The row's cells under the names of their columns; of a spoilt row, its text. */
function asGiven({ cells, spoilt }: CsvRow, { names }: CsvHeader): unknown {
	if (spoilt) return spoilt.text;
	return Object.fromEntries(cells.map((cell, index) => [names[index] || `column ${index + 1}`, cell]));
}
