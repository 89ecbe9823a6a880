/** So much of a name says which one it is. */
const SHOWN_CHARACTERS = 100;

/** What would spoil a line of text: control characters, halves of pairs, and the like. */
const NOT_SHOWN = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** The name of an input's column as errors and reports show it: on one line, and of bounded length. */
export function shownName(name: string): string {
	const start = name.slice(0, SHOWN_CHARACTERS).replaceAll(NOT_SHOWN, ' ');
	return name.length > SHOWN_CHARACTERS ? `${start}…` : start;
}

const WORDS = /^[\p{L}_][\p{L}\p{M}\p{N}_ -]{0,63}$/u;
const DIGITS_OF_A_VALUE = /(?:\d\D*){5}/;

/**
 * The same for a name inside of an object. Objects are also used as tables, and what stands for a name
 * there may be an e-mail address or a phone number: all that does not look like a name becomes `*`.
 */
export function innerName(name: string): string {
	return WORDS.test(name) && !DIGITS_OF_A_VALUE.test(name) ? name : '*';
}
