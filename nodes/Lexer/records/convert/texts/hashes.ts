import { strip } from '../../formats/pythonText';
import type { ConvertField } from '../conversion';
import { hexOfHash } from '../values/bytes';
import { lowerCaseField } from './texts';

/** How PostgreSQL (`\\x`) and SQL Server (`0x`) write bytes into a CSV file. */
const PREFIXED = /^(?:\\x|0x)([\da-f]+)$/i;
/** Of BigQuery's answers and of JSON from Java and Go, with and without the signs that fill it up. */
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * For fields of hashes, which Lexer compares by their hexadecimal digits: those, in lower case, of what is written
 * otherwise. Any other text is trimmed and lower-cased, for the check to judge.
 *
 * @param hashBytes how many bytes the hash has
 */
export function hashField(hashBytes: number): ConvertField {
	return (value, path, findings) => {
		const hex = typeof value === 'string' ? hexOfText(strip(value), hashBytes) : undefined;
		return hex ?? lowerCaseField(value, path, findings);
	};
}

function hexOfText(text: string, hashBytes: number): string | undefined {
	if (text.length === 2 * hashBytes) return undefined;
	if (text.length === 2 * hashBytes + 2) return PREFIXED.exec(text)?.[1].toLowerCase();
	const isBase64 = Math.ceil((hashBytes * 4) / 3) === text.replace(/={1,2}$/, '').length && BASE64.test(text);
	return isBase64 ? hexOfHash(Buffer.from(text, 'base64'), hashBytes) : undefined;
}
