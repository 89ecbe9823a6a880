import { createCsvParser, type CsvRow } from './csvParser';
import { decodeText } from './decodeText';
import { detectDelimiter } from './detectDelimiter';
import { FileFormatError } from './FileFormatError';
import { inPieces } from './inPieces';

/** So much of a file is sure to hold its header. */
const HEADER_CHARACTERS = 64 * 1024;

export interface CsvTable {
	header: string[];
	/** The rows after the header, as they come, some at a time. Not all need have the header's length. */
	rows: AsyncGenerator<CsvRow[]>;
}

/**
 * Opens a CSV file: reads its header, and gives the rows after it as they are asked for.
 *
 * @param delimiter one character; without it, what the header has most of among `,` `;` tab and `|`
 * @returns undefined for a file without a header: an empty one
 */
export async function openCsv(source: AsyncIterable<Uint8Array>, delimiter?: string): Promise<CsvTable | undefined> {
	const batches = rowBatches(source, delimiter);
	for (;;) {
		const { value: batch, done } = await batches.next();
		if (done) return undefined;
		if (batch.length === 0) continue;
		const header = batch[0].cells.map((name) => name.trim());
		checkHeader(header);
		return { header, rows: rowsAfter(batch.slice(1), batches) };
	}
}

async function* rowsAfter(batch: CsvRow[], batches: AsyncGenerator<CsvRow[]>): AsyncGenerator<CsvRow[]> {
	yield batch;
	yield* batches;
}

async function* rowBatches(source: AsyncIterable<Uint8Array>, delimiter?: string): AsyncGenerator<CsvRow[]> {
	let parser = delimiter === undefined ? undefined : createCsvParser(delimiter);
	let start = '';
	for await (const text of decodeText(inPieces(source), () => parser?.line() ?? 1)) {
		if (parser !== undefined) {
			yield parser.push(text);
			continue;
		}
		start += text;
		if (start.length < HEADER_CHARACTERS) continue;
		parser = createCsvParser(detectDelimiter(start));
		yield parser.push(start);
	}
	if (parser === undefined) {
		parser = createCsvParser(detectDelimiter(start));
		yield parser.push(start);
	}
	yield parser.end();
}

/** Columns are told by their numbers: without a header, their names would be a record's values. */
function checkHeader(header: string[]) {
	const numbers = new Map<string, number>();
	for (const [index, name] of header.entries()) {
		const number = index + 1;
		if (name === '') throw new FileFormatError(`Column ${number} of the CSV file has no name in the header`);
		const first = numbers.get(name);
		if (first) throw new FileFormatError(`Columns ${first} and ${number} of the CSV file have the same name in the header`);
		numbers.set(name, number);
	}
}
