import { strip } from '../../formats/pythonText';
import type { ConvertField } from '../conversion';
import { hexOfHash } from '../values/bytes';
import { lowerCaseField } from './texts';

/** How PostgreSQL (`\\x`) and SQL Server (`0x`) write bytes into a CSV file. */
const PREFIXED = /^(?:\\x|0x)([\da-f]+)$/i;
/** Of BigQuery's answers and of JSON from Java and Go, with and without the signs that fill it up. */
const BASE64 = /^[A-Za-z0-9+/_-]+$/;
/** Hardly any hash lacks one of these; other texts of the same length mostly do. */
const LOOKS_RANDOM = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)/;

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
	const bare = text.replace(/={1,2}$/, '');
	if (bare.length !== Math.ceil((hashBytes * 4) / 3) || !BASE64.test(bare) || !LOOKS_RANDOM.test(bare)) return undefined;
	const bytes = Buffer.from(bare, 'base64');
	return bytes.toString('base64url') === bare.replaceAll('+', '-').replaceAll('/', '_') ? hexOfHash(bytes, hashBytes) : undefined;
}
