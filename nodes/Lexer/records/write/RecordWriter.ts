/** Makes the file of records that come one after another. */
export interface RecordWriter {
	add(record: object): void;
	/** The file, in pieces that are made one at a time, as some need more work. Call once. */
	end(): Iterable<Buffer>;
}

/** Large enough to be sent well, small enough to be nothing in memory. */
export const CHUNK_CHARACTERS = 64 * 1024;
