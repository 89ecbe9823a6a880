import type { Findings } from '../conversion';
import { refuse } from '../findings';

const UNSOUND = 'has a character that no text can have: a NUL, or half of a character';

/** The text, unless it has what neither JSON nor CSV can carry to Lexer's side and what no database would take. */
export function soundText(text: string, path: string, findings: Findings): string | undefined {
	return isSound(text) ? text : refuse(findings, path, UNSOUND);
}

/** Up to so many characters a loop is faster than to ask for each fault: most texts are not longer. */
const SHORT = 24;

function isSound(text: string): boolean {
	if (text.length > SHORT) return isSoundThroughout(text);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0 || (code & 0xf800) === 0xd800) return isSoundThroughout(text);
	}
	return true;
}

function isSoundThroughout(text: string): boolean {
	return text.isWellFormed() && text.indexOf('\0') < 0;
}

/** Names that would change an object in place of being one of its fields, and those that cannot be written. */
export function isRefusedName(name: string): boolean {
	return name === '__proto__' || !isSound(name);
}
