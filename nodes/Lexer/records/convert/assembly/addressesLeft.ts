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
		if (SIGN.test(value) && hasAddress(value)) refuse(findings, shownPath(path, columns), ALONE.test(value.trim()) ? RULE : PART_RULE);
	} else if (Array.isArray(value)) {
		const itemPath = [...path, ITEM];
		for (const item of value) if (isWorthALook(item) && !isFull(findings)) refuseAddresses(item, itemPath, columns, findings);
	} else if (hasFields(value)) {
		for (const [name, part] of Object.entries(value)) {
			if (isFull(findings)) return;
			if (name === kept) continue;
			if (SIGN.test(name) && hasAddress(name)) refuse(findings, shownPath(path, columns), NAME_RULE);
			else if (isWorthALook(part)) refuseAddresses(part, [...path, name], columns, findings);
		}
	}
}

/** Most values are texts without the sign. */
function isWorthALook(value: unknown): boolean {
	return typeof value === 'string' ? SIGN.test(value) : typeof value === 'object' && value !== null;
}

/** The sign that all addresses have, and how web addresses, HTML and Japanese keyboards write it. */
const SIGN = /@|\uff20|%(?:25)*40|&#(?:64|x40);/i;
const OTHER_SIGNS = /\uff20|%(?:25)*40|&#(?:64|x40);/gi;

const MARKS = /\p{Cf}/gu;

/**
 * The last character of a name, the sign, and a domain as far as it goes: whatever follows, as in
 * `?email=jane@example.com&id=5`, is none of it. Without letters at its end it may be a version, as in
 * package@1.2.3.
 */
const ADDRESS =
	/[^\s,;:!?<>()[\]"'|\\/&=@]@(?:[\p{L}\p{M}\p{N}_-]+\.)+(?=[\p{N}_-]*\p{L})[\p{L}\p{M}\p{N}_-]+(?![\p{L}\p{M}\p{N}_-]|\.[\p{L}\p{M}\p{N}_-])/u;

/** Nothing but an address. */
const ALONE = /^[^\s,;:!?<>()[\]"'|\\/@]+@[\p{L}\p{M}\p{N}._-]+$/u;

/** Whether a text has an e-mail address anywhere, also one that Lexer would not take for one. */
function hasAddress(text: string): boolean {
	return ADDRESS.test(text.replaceAll(MARKS, '').replaceAll(OTHER_SIGNS, '@'));
}
