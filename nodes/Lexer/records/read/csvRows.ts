import { rethrow } from '../rethrow';
import { inPieces } from '../../timing/inPieces';
import type { NextTurn } from '../../timing/turns';
import { type CsvHeader, readHeader } from './csvHeader';
import { createCsvParser, type CsvRow } from './csvParser';
import { countLineEnds } from './csvRowReader';
import { decodeText } from './decodeText';
import { detectDelimiter } from './detectDelimiter';
import type { Encoding } from './encodings';
import type { FileFacts } from './FileFacts';
import { FileFormatError } from './FileFormatError';

/** So much of a file is enough to find out its delimiter. */
const START_CHARACTERS = 64 * 1024;

/** The line with which Excel is told, and tells, what stands between the cells. */
const DELIMITER_LINE = /^"?sep=([^\r\n])"?[,;\t| ]*(?:\r\n|\r|\n|$)/i;

export interface CsvReading {
	/** one character; without it, what a `sep=` line says or what suits most lines among `,` `;` tab and `|` */
	delimiter?: string;
	encoding: Encoding;
	/** gets the encoding, the delimiter and how many rows had nothing in them */
	facts: FileFacts;
	nextTurn: NextTurn;
}

export interface CsvTable {
	header: CsvHeader;
	/** The rows after the header, as they come, some at a time. Not all need have the header's length. */
	rows: AsyncGenerator<CsvRow[]>;
}

/**
 * Opens a CSV file: reads its header, and gives the rows after it as they are asked for.
 *
 * @returns undefined for a file without a header: an empty one
 * @throws FileFormatError where the header or the encoding is not good
 */
export async function openCsv(source: AsyncIterable<Uint8Array>, reading: CsvReading): Promise<CsvTable | undefined> {
	const batches = rowBatches(source, reading);
	try {
		for (;;) {
			const { value: batch, done } = await batches.next();
			if (done) return undefined;
			if (batch.length === 0) continue;
			const [{ cells, line, spoilt }] = batch;
			if (spoilt) throw new FileFormatError(`The header of the CSV file, on line ${line}, ${spoilt.rule}`);
			return { header: readHeader(cells, line), rows: rowsAfter(batch.slice(1), batches) };
		}
	} catch (error) {
		await batches.return(undefined);
		return rethrow(error);
	}
}

async function* rowsAfter(batch: CsvRow[], batches: AsyncGenerator<CsvRow[]>): AsyncGenerator<CsvRow[]> {
	yield batch;
	yield* batches;
}

async function* rowBatches(source: AsyncIterable<Uint8Array>, reading: CsvReading): AsyncGenerator<CsvRow[]> {
	const { encoding, facts, nextTurn } = reading;
	let parser: ReturnType<typeof createCsvParser> | undefined;
	let start = '';
	async function* inTurns(batches: Iterable<CsvRow[]>) {
		for (const rows of batches) {
			yield rows;
			const turn = nextTurn();
			if (turn) await turn;
		}
	}
	const begin = (isWhole: boolean) => {
		const [delimiterLine = '', delimiter] = DELIMITER_LINE.exec(start) ?? [];
		start = start.slice(delimiterLine.length);
		facts.delimiter = reading.delimiter ?? delimiter ?? detectDelimiter(start, isWhole);
		parser = createCsvParser(facts.delimiter, delimiterLine === '' ? 1 : 2);
		return parser.push(start);
	};
	const lineSoFar = () => parser?.line() ?? 1 + countLineEnds(start);
	for await (const text of decodeText(inPieces(source, nextTurn), encoding, facts, lineSoFar)) {
		if (parser !== undefined) {
			yield* inTurns(parser.push(text));
			continue;
		}
		start += text;
		if (start.length >= START_CHARACTERS) yield* inTurns(begin(false));
	}
	if (parser === undefined) yield* inTurns(begin(true));
	yield* inTurns(parser!.end());
	facts.skipped += parser!.blankRows();
}
