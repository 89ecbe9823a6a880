import { NumberLiteral } from '../../numberLiteral';
import type { Findings } from '../conversion';
import { isFull, refuse } from '../findings';
import { ITEM } from '../names/listNames';
import type { RecordColumn } from './recordColumns';
import { shownPath } from './shownPath';

const RULE = 'is an e-mail address, and only fields named email are hashed: name it email or link.email, or leave it out';
const NAME_RULE = 'has an e-mail address as the name of a field, which cannot be hashed: leave it out';

/**
 * Refuses each text, and each name of a field, that is an e-mail address as a whole. In a text with
 * other words it is not looked for.
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
		if (isAddress(value)) refuse(findings, shownPath(path, columns), RULE);
	} else if (Array.isArray(value)) {
		const itemPath = [...path, ITEM];
		for (const item of value) if (isWorthALook(item)) refuseAddresses(item, itemPath, columns, findings);
	} else if (typeof value === 'object' && value !== null && !(value instanceof NumberLiteral)) {
		for (const [name, part] of Object.entries(value)) {
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

/** No address has these, and links often have them beside the sign that addresses have. */
const NEVER = /[\s@/:;,<>()[\]"\\]/;

/** More than any address has. */
const MAX_CHARACTERS = 400;

/** Whether a text is an e-mail address as a whole, also one that Lexer would not take for one. */
function isAddress(text: string): boolean {
	const sign = text.indexOf('@');
	if (sign < 0) return false;
	const trimmed = text.trim();
	if (trimmed.length > MAX_CHARACTERS) return false;
	const [local, domain, ...more] = trimmed.split('@');
	if (more.length > 0 || local === '' || NEVER.test(local) || NEVER.test(domain)) return false;
	const dot = domain.indexOf('.', 1);
	return dot > 0 && dot < domain.length - 1;
}
