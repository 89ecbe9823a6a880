/** The position after the quote that closes a string; the end of the text where none does. */
export function endOfString(text: string, open: number): number {
	let at = text.indexOf('"', open + 1);
	while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
	return at < 0 ? text.length : at + 1;
}

/** Whether an odd number of backslashes stands before this position. */
export function isEscaped(text: string, at: number): boolean {
	let first = at;
	while (text.charCodeAt(first - 1) === 0x5c) first--;
	return (at - first) % 2 === 1;
}
