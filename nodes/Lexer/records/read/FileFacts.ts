import type { DetectedEncoding } from './encodings';

/** How the records stand in a JSON file: one a line, in one list, or one after another in any way. */
export type JsonLayout = 'lines' | 'list' | 'objects';

/** What turns out about a file while its records are read. Readers fill it in as they go. */
export interface FileFacts {
	encoding?: DetectedEncoding;
	/** Whether it was read out of a gzip file. */
	isGzip?: boolean;
	/** Whether the file began with a byte-order mark, which is left out. */
	hasMark: boolean;
	/** What stands between the cells of a CSV file. */
	delimiter?: string;
	layout?: JsonLayout;
	/** Whether the first columns of a CSV file have values, and no name. */
	hasIndex?: boolean;
	/** Lines and rows with nothing in them: no records. */
	skipped: number;
}

/** What is known of a file before it is read. */
export function newFileFacts(): FileFacts {
	return { hasMark: false, skipped: 0 };
}
