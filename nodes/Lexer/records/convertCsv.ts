import { checkRecord } from './check/checkRecord';
import type { Findings } from './convert/conversion';
import { createColumn, place, type Column, type LexerRecord } from './convert/recordConverter';
import { openCsv } from './read/csvRows';
import type { CsvRow } from './read/csvParser';
import { FileFormatError } from './read/FileFormatError';
import type { RecordType, Rules } from './recordTypes';
import type { ReportBuilder } from './check/report';
import { jsonText } from './write/jsonText';

export interface CsvConversion {
	recordType: RecordType | 'custom';
	rules: Rules;
	/** one character; without it, it is detected */
	delimiter?: string;
	/**
	 * `skip` leaves invalid records out; `stop` gives nothing more once there was one; `off` checks
	 * nothing, and a row that does not fit the header is an error
	 */
	invalidRecords: 'off' | 'stop' | 'skip';
	/** gathers what was found; a record's number is that of its row, the header not counted */
	report: ReportBuilder;
}

/**
 * Makes NDJSON of a CSV file as it passes, in constant memory. The header names the fields, dotted
 * names nest, and values become what the record type's schema says where nothing is lost.
 */
export async function* convertCsv(source: AsyncIterable<Uint8Array>, conversion: CsvConversion): AsyncGenerator<Buffer> {
	const { delimiter, invalidRecords, recordType, report } = conversion;
	const table = await openCsv(source, delimiter);
	if (table === undefined) return;
	const columns = table.header.map((name) => createColumn(recordType, name));
	refuseNamesAtOdds(columns);
	let number = 0;
	let hasStopped = false;
	for await (const rows of table.rows) {
		let text = '';
		for (const row of rows) {
			number++;
			const { record, problems } = convertRow(row, columns, conversion);
			report.add(number, problems);
			if (problems.length === 0) text += jsonText(record) + '\n';
			else hasStopped ||= invalidRecords === 'stop';
		}
		if (!hasStopped && text !== '') yield Buffer.from(text);
	}
}

function convertRow({ cells, line }: CsvRow, columns: Column[], { recordType, rules, invalidRecords }: CsvConversion) {
	const record: LexerRecord = {};
	if (cells.length !== columns.length) {
		const rule = `has ${cells.length} cells where the header has ${columns.length} (line ${line})`;
		if (invalidRecords === 'off') throw new FileFormatError(`A row of the CSV file ${rule}`);
		return { record, problems: [{ path: '', rule }] };
	}
	const findings: Findings = { problems: [], notes: [] };
	const nests = [record];
	for (let index = 0; index < columns.length; index++) {
		const { convert, name, path } = columns[index];
		const value = convert(cells[index], name, findings);
		if (value === undefined) continue;
		if (path.length === 1) record[name] = value;
		else place(record, path, value, nests);
	}
	const { problems } = findings;
	if (problems.length > 0 || invalidRecords === 'off' || recordType === 'custom') return { record, problems };
	return { record, problems: checkRecord(recordType, rules, record) };
}

function refuseNamesAtOdds(columns: Column[]) {
	const numbers = new Map(columns.map(({ name }, index) => [name, index + 1]));
	for (const [index, { path, isRefused }] of columns.entries()) {
		if (isRefused) throw new FileFormatError(`Column ${index + 1} of the CSV file has a name that no field can have`);
		for (let depth = 1; depth < path.length; depth++) {
			const whole = numbers.get(path.slice(0, depth).join('.'));
			if (whole === undefined) continue;
			throw new FileFormatError(`Column ${index + 1} of the CSV file names a part of what column ${whole} is as a whole`);
		}
	}
}
