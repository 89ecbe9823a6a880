import { checkRecord } from './check/checkRecord';
import { findClash } from './convert/headerClash';
import { createColumn, type RecordColumn } from './convert/recordColumns';
import { type Conversion, rowConverter } from './convert/recordConverter';
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
	const convert = rowConverter(columns);
	let number = 0;
	let hasStopped = false;
	for await (const rows of table.rows) {
		let text = '';
		for (const row of rows) {
			number++;
			const { record, problems } = convertRow(row, columns.length, convert, conversion);
			report.add(number, problems);
			if (problems.length === 0) text += jsonText(record) + '\n';
			else hasStopped ||= invalidRecords === 'stop';
		}
		if (!hasStopped && text !== '') yield Buffer.from(text);
	}
}

function convertRow(
	{ cells, line }: CsvRow,
	width: number,
	convert: (cells: readonly string[]) => Conversion,
	{ recordType, rules, invalidRecords }: CsvConversion,
) {
	if (cells.length !== width) {
		const rule = `has ${cells.length} cells where the header has ${width} (line ${line})`;
		if (invalidRecords === 'off') throw new FileFormatError(`A row of the CSV file ${rule}`);
		return { record: {}, problems: [{ path: '', rule }] };
	}
	const { record, problems } = convert(cells);
	if (problems.length > 0 || invalidRecords === 'off' || recordType === 'custom') return { record, problems };
	return { record, problems: checkRecord(recordType, rules, record) };
}

function refuseNamesAtOdds(columns: RecordColumn[]) {
	const refused = columns.findIndex(({ isRefused }) => isRefused);
	if (refused >= 0) throw new FileFormatError(`Column ${refused + 1} of the CSV file has a name that no field can have`);
	const clash = findClash(columns);
	if (clash !== undefined) throw new FileFormatError(`In the header of the CSV file, ${clash}`);
}
