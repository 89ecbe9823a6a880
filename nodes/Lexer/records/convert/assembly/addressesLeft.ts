import type { Findings } from '../conversion';
import { isFull, refuse } from '../findings';
import { ITEM } from '../names/listNames';
import { hasFields } from '../values/kinds';
import type { RecordColumn } from './recordColumns';
import { shownPath } from './shownPath';

const RULE = 'is an e-mail address, and only fields named email are hashed: name it email or link.email, or leave it out';
const PART_RULE = 'has an e-mail address in it, which cannot be hashed: leave it out';
const NAME_RULE = 'has an e-mail address as the name of a field, which cannot be hashed: leave it out';

/**
 * Refuses each text that has an e-mail address in it, and each name of a field that is one.
 *
 * @param path of the value in its record
 * @param columns that made it, by which problems call it
 * @param kept the field of the record that may hold addresses
 */
export function refuseAddresses(
	value: unknown,
	path: readonly string[],
	columns: readonly RecordColumn[],
	findings: Findings,
	kept?: string,
): void {
	if (isFull(findings)) return;
	if (typeof value === 'string') {
		if (value.includes('@') && hasAddress(value))
			refuse(findings, shownPath(path, columns), isAddress(value.trim()) ? RULE : PART_RULE);
	} else if (Array.isArray(value)) {
		const itemPath = [...path, ITEM];
		for (const item of value) if (isWorthALook(item) && !isFull(findings)) refuseAddresses(item, itemPath, columns, findings);
	} else if (hasFields(value)) {
		for (const [name, part] of Object.entries(value)) {
			if (isFull(findings)) return;
			if (name === kept) continue;
			if (isAddress(name)) refuse(findings, shownPath(path, columns), NAME_RULE);
			else if (isWorthALook(part)) refuseAddresses(part, [...path, name], columns, findings);
		}
	}
}

/** Most values are texts without the sign that all addresses have. */
function isWorthALook(value: unknown): boolean {
	return typeof value === 'string' ? value.includes('@') : typeof value === 'object' && value !== null;
}

/** What stands around an address in a text, and in none. */
const AROUND = /[\s,;:!?<>()[\]"'|\\/]+/;

/** More than any address has. */
const MAX_CHARACTERS = 320;

/** Without the letters at its end it may be a version, as in package@1.2.3. */
const DOMAIN = /^[^.].*\.[\p{L}\d-]*\p{L}[\p{L}\d-]*\.?$/u;

/** Whether a text has an e-mail address anywhere, also one that Lexer would not take for one. */
function hasAddress(text: string): boolean {
	return text.split(AROUND).some(isAddress);
}

function isAddress(word: string): boolean {
	if (word.length > MAX_CHARACTERS) return false;
	const [local, domain, ...more] = word.split('@');
	return domain !== undefined && more.length === 0 && local !== '' && DOMAIN.test(domain) && !AROUND.test(word);
}
