import { parseExactJson } from './exactJson';

/** What a text says in JSON, if it begins as expected and is JSON; if not, the text. */
export function fromJson(text: string, begin: '[' | '{'): unknown {
	if (!text.trimStart().startsWith(begin)) return text;
	try {
		return parseExactJson(text);
	} catch {
		return text;
	}
}
