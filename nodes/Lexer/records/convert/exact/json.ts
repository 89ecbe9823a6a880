import { hasTooMany } from '../../limits';
import { parseExactJson } from './exactJson';

/** What a text says in JSON, if it begins as expected, is JSON, and has no more values than a record may have; if not, the text. */
export function fromJson(text: string, begin: '[' | '{'): unknown {
	if (!text.trimStart().startsWith(begin) || hasTooMany(',', text) || hasTooMany(':', text)) return text;
	try {
		return parseExactJson(text);
	} catch {
		return text;
	}
}
