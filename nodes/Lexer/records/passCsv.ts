import { type NextTurn, takeTurns } from '../timing/turns';
import type { ConversionOptions } from './convert/conversion';
import { csvRecords } from './csvRecords';
import type { FileRecord } from './grouping/csvGroups';
import type { ScatteredKeys } from './grouping/scatteredKeys';
import { isLeftOut, type PassedRecords, type RecordPass, rejectedLine } from './passedRecords';
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
	/** keys whose rows do not follow one another, as far as they are known; more may be found */
	scattered?: ScatteredKeys;
}

/**
 * Makes NDJSON of a CSV file as it passes, in constant memory. The header names the fields, dotted
 * names nest, and values become what the record type's schema says where nothing is lost. A row that
 * cannot be read, or does not fit the header, is an invalid record and is left out. Where columns make
 * lists, rows with the same key that follow one another make a record.
 *
 * @throws FileFormatError where the header or the encoding is not good; StoppedError
 */
export async function* passCsv(source: AsyncIterable<Uint8Array>, pass: CsvPass): AsyncGenerator<PassedRecords> {
	const { delimiter, encoding = 'auto', facts = newFileFacts(), report } = pass;
	const nextTurn = takeTurns(pass.signal);
	const table = await openCsv(source, { delimiter, encoding, facts, nextTurn });
	if (table === undefined) return;
	const { header } = table;
	const records = csvRecords(header, pass);
	const passing = passRecords(pass, header, records.areOfRows);
	for await (const rows of table.rows) {
		for (const row of rows) {
			const turn = nextTurn();
			if (turn) await turn;
			const complete = records.add(row);
			if (complete === undefined) {
				facts.skipped++;
				continue;
			}
			facts.hasIndex ||= header.indexes > 0 && row.cells.slice(0, header.indexes).some((cell) => cell.trim() !== '');
			for (const record of complete) {
				const settled = record.isUnsettled ? await records.settle(record, nextTurn) : record;
				if (passing.take(settled)) yield* passing.rejectedRows(settled, nextTurn);
			}
			if (passing.areMany()) yield passing.passed();
		}
		yield passing.passed();
	}
	for (const record of records.end()) {
		const settled = record.isUnsettled ? await records.settle(record, nextTurn) : record;
		if (passing.take(settled)) yield* passing.rejectedRows(settled, nextTurn);
	}
	yield passing.passed();
	report.addSkipped(facts.skipped);
}

/**
 * From 128 KiB on, the allocator asks the system for each buffer and gives it back: for the pages of a new
 * one the system takes as long as the conversion does. Of this, most texts make less.
 */
const PIECE_CHARACTERS = 32 * 1024;

/** So much is told with each row of what is wrong with its record: of a large one, that may be a thousand things. */
const PROBLEMS_OF_ROWS = 20;

/** Sees what becomes of records, and gathers those that are good and those that are not. */
function passRecords(pass: CsvPass, header: CsvHeader, areOfRows: boolean) {
	const { invalidRecords, report, watch } = pass;
	let hasStopped = false;
	let [good, rejected] = ['', ''];
	const areMany = () => good.length >= PIECE_CHARACTERS || rejected.length >= PIECE_CHARACTERS;
	const passed = (): PassedRecords => {
		const pieces = { good: Buffer.from(hasStopped ? '' : good), rejected: Buffer.from(rejected) };
		[good, rejected] = ['', ''];
		return pieces;
	};
	return {
		/** @returns whether it is to be told of its rows that they are rejected */
		take({ conversion, number, line, isCounted, rows }: FileRecord): boolean {
			const { record, problems } = conversion;
			if (areOfRows) report.addRows(rows);
			if (isCounted) watch?.endRecord(problems, areOfRows);
			if (problems.length === 0 && isLeftOut(pass, record, number, line)) {
				hasStopped ||= pass.stopsAtDuplicate === true;
				return false;
			}
			if (isCounted) report.add(number, problems, conversion, { line });
			if (problems.length === 0) good += jsonText(record) + '\n';
			else hasStopped ||= invalidRecords === 'stop';
			return problems.length > 0 && pass.withRejected === true;
		},
		/** Tells of a rejected record row by row, as it may be an order of a hundred thousand lines. */
		async *rejectedRows({ conversion: { problems }, number, given }: FileRecord, nextTurn: NextTurn): AsyncGenerator<PassedRecords> {
			const told = given.length > 1 ? problems.slice(0, PROBLEMS_OF_ROWS) : problems;
			for (const row of given) {
				rejected += rejectedLine(number, row.line, told, asGiven(row, header));
				const turn = nextTurn();
				if (turn) await turn;
				if (areMany()) yield passed();
			}
		},
		/** Whether so much has come since it was last asked that it should be. */
		areMany,
		/** What came since it was last asked. */
		passed,
	};
}

/** The row's cells under the names of their columns; of a spoilt row, its text. */
function asGiven({ cells, spoilt }: CsvRow, { names }: CsvHeader): unknown {
	if (spoilt) return spoilt.text;
	return Object.fromEntries(cells.map((cell, index) => [names[index] || `column ${index + 1}`, cell]));
}
