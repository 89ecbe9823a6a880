import { jsonText } from './jsonText';
import { CHUNK_CHARACTERS, type RecordWriter } from './RecordWriter';

/** NDJSON: one record a line, no byte-order mark. */
export function createNdjsonWriter(): RecordWriter {
	return createJsonWriter({ start: '', separator: '', afterRecord: '\n', end: '' });
}

/** A JSON array, one record a line. */
export function createJsonListWriter(): RecordWriter {
	return createJsonWriter({ start: '[\n', separator: ',\n', afterRecord: '', end: '\n]\n' });
}

interface Layout {
	start: string;
	separator: string;
	afterRecord: string;
	end: string;
}

function createJsonWriter({ start, separator, afterRecord, end }: Layout): RecordWriter {
	const pieces: Buffer[] = [];
	let chunk = start;
	let before = '';
	return {
		add(record) {
			chunk += before + jsonText(record) + afterRecord;
			before = separator;
			if (chunk.length < CHUNK_CHARACTERS) return;
			pieces.push(Buffer.from(chunk));
			chunk = '';
		},
		end() {
			chunk += end;
			if (chunk !== '') pieces.push(Buffer.from(chunk));
			return pieces;
		},
	};
}
