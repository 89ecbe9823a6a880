import { jsonText } from './jsonText';
import { type RecordWriter, unlessTooLong } from './RecordWriter';
import { createTextPieces } from './textPieces';

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
	const text = createTextPieces((piece) => pieces.push(piece));
	text.add(start);
	let before = '';
	const write = (record: object) => {
		text.add(before + jsonText(record) + afterRecord);
		before = separator;
		return undefined;
	};
	return {
		add: (record) => unlessTooLong(() => write(record)),
		end() {
			text.add(end);
			text.flush();
			return pieces;
		},
	};
}
