import type { Problem } from '../problem';
import { rethrow } from '../rethrow';

/** Makes the file of records that come one after another. */
export interface RecordWriter {
	/** @returns what keeps the record out of the file, of which it is no part then; undefined for most */
	add(record: object): Problem | undefined;
	/** The file, in pieces that are made one at a time, as some need more work. Call once. */
	end(): Iterable<Buffer>;
}

/** Runs what writes a record, and says so where JavaScript has no text as long as the record would be. */
export function unlessTooLong(write: () => Problem | undefined): Problem | undefined {
	try {
		return write();
	} catch (error) {
		if (!(error instanceof RangeError)) return rethrow(error);
		return { path: '', rule: 'must not be longer than 500 million characters' };
	}
}
