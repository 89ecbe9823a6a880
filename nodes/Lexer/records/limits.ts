/**
 * What one record may take. n8n's event loop waits while one is read, and a file without line ends, or
 * with a quote that is never closed, must not fill the memory. No step with a record of this size takes
 * more than a tenth of a second.
 */

/**
 * A line of NDJSON, an element of a JSON list, or a value of an item: in bytes, and in characters where it is read as
 * text, which has no more of these.
 */
export const MAX_RECORD_LENGTH = 8 * 1024 * 1024;

export const TOO_LONG = `is longer than ${MAX_RECORD_LENGTH / 1024 / 1024} MiB`;

/** A row of CSV. */
export const MAX_ROW_CHARACTERS = 2_000_000;

/** How many values a record may have. */
export const MAX_RECORD_VALUES = 100_000;

export const TOO_MANY_VALUES = `has more than ${MAX_RECORD_VALUES.toLocaleString('en')} values`;

/** Whether there are more values than a record may have, by what stands between them; within texts it counts as well. */
export function hasTooMany(separator: string, text: string): boolean {
	if (text.length < MAX_RECORD_VALUES) return false;
	let at = -1;
	for (let values = 0; values < MAX_RECORD_VALUES; values++) {
		at = text.indexOf(separator, at + 1);
		if (at < 0) return false;
	}
	return true;
}
