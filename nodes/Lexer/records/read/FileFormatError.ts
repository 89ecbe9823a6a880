/** A file that cannot be read as what it is said to be. The message names a place, never a value. */
export class FileFormatError extends Error {
	/** @param advice what to do about it, where there is more to say than that the file is to be fixed */
	constructor(
		message: string,
		readonly advice?: string,
	) {
		super(message);
	}
}
