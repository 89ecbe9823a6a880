/** A record as it stands in a JSON file. */
export interface JsonRecord {
	/** The line on which it begins, from 1. */
	line: number;
	/** As it stands in the file; empty where it is too large to be kept. */
	text: string;
	/** What it is, where there is no problem. */
	value?: unknown;
	/** Why it is none. */
	problem?: string;
}

/** Records that came together. */
export interface JsonRecords {
	records: JsonRecord[];
	/** The lines that they are, as they stand in the file, where there is nothing else. */
	bytes?: Buffer;
}
