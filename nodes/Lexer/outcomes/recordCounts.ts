/** How many records a file was made of, where they were looked at. */
export interface RecordCounts {
	total: number;
	valid: number;
	invalid: number;
	/** Rows with nothing in them, which are no records. */
	skipped?: number;
}
