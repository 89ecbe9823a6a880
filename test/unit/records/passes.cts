import { type CsvPass, passCsv } from '../../../nodes/Lexer/records/passCsv';
import { passJson } from '../../../nodes/Lexer/records/passJson';
import { goodRecords, type PassedRecords, type RecordPass } from '../../../nodes/Lexer/records/passedRecords';

/** Takes the lines about rejected records, where `withRejected` asks for them. */
interface Listener {
	onRejected?: (lines: Buffer) => void;
}

export type CsvConversion = CsvPass & Listener;
export type JsonCheck = RecordPass & Listener;

/** The good records of a CSV file, as a file is made of them. */
export function convertCsv(source: AsyncIterable<Uint8Array>, { onRejected, ...pass }: CsvConversion): AsyncGenerator<Buffer> {
	return goodRecords(listen(passCsv(source, pass), onRejected));
}

/** Those of a JSON file. */
export function checkJson(source: AsyncIterable<Uint8Array>, { onRejected, ...pass }: JsonCheck): AsyncGenerator<Buffer> {
	return goodRecords(listen(passJson(source, pass), onRejected));
}

async function* listen(passed: AsyncIterable<PassedRecords>, onRejected: Listener['onRejected']): AsyncGenerator<PassedRecords> {
	for await (const one of passed) {
		if (one.rejected.length > 0) onRejected?.(one.rejected);
		yield one;
	}
}
