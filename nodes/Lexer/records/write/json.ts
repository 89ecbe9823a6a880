import { jsonText } from './jsonText';

/** Large enough to be sent well, small enough to be nothing in memory. */
const CHUNK_CHARACTERS = 64 * 1024;

/** NDJSON: one record a line, no byte-order mark. */
export function* writeNdjson(records: Iterable<object>): Generator<Buffer> {
	let chunk = '';
	for (const record of records) {
		chunk += jsonText(record) + '\n';
		if (chunk.length < CHUNK_CHARACTERS) continue;
		yield Buffer.from(chunk);
		chunk = '';
	}
	if (chunk !== '') yield Buffer.from(chunk);
}

/** A JSON array, one record a line. */
export function* writeJson(records: Iterable<object>): Generator<Buffer> {
	let chunk = '[';
	let separator = '\n';
	for (const record of records) {
		chunk += separator + jsonText(record);
		separator = ',\n';
		if (chunk.length < CHUNK_CHARACTERS) continue;
		yield Buffer.from(chunk);
		chunk = '';
	}
	yield Buffer.from(`${chunk}\n]\n`);
}
