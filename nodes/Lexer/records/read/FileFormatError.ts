/** A file that cannot be read as what it is said to be. The message names a place, never a value. */
export class FileFormatError extends Error {}
