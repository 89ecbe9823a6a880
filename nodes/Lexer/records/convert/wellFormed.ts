/** NUL, and halves of surrogate pairs: no database, no file format and no Lexer takes them for text. */
const NO_TEXT = /[\0\p{Surrogate}]/u;

/** Whether a text can be written in any format as it is. */
export function isWellFormed(text: string): boolean {
	return !NO_TEXT.test(text);
}

/** Names that would change an object in place of being one of its fields, and those that cannot be written. */
export function isRefusedName(name: string): boolean {
	return name === '__proto__' || !isWellFormed(name);
}
