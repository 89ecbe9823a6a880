import { hash } from 'crypto';

import { isEmail } from '../../formats/email';
import { strip } from '../../formats/pythonText';
import type { Findings } from '../conversion';
import { isBlank } from '../emptyValues';
import { foldName } from '../names/fieldNames';
import { refuse } from '../findings';
import type { Conversion } from './recordBuilder';

type Fields = Record<string, unknown>;

const HASH_NAME = 'email_sha256';

/** Whose fields may be an address of the customer; the empty name stands for the record itself. */
const HOLDERS = ['', 'link', 'custom_fields'];

/**
 * Puts the SHA-256 of e-mail addresses in place of the addresses: `link.email` becomes
 * `link.email_sha256`, `email` becomes `email_sha256`, and likewise in custom_fields and in the
 * deprecated links that name their type. What is no address is a problem and is never hashed: its
 * hash would link to nobody, and nobody would see why. So is an address that cannot be hashed, as
 * Lexer has no other field for it.
 *
 * @returns the conversion with another record, and with what was found wrong added to its problems
 */
export function hashEmails(converted: Conversion): Conversion {
	if (converted.isEmpty) return converted;
	const conversion = { ...converted, problems: [...converted.problems] };
	let { record } = conversion;
	for (const holder of HOLDERS) {
		const fields = holder === '' ? record : record[holder];
		if (fields === undefined || fields === null) continue;
		if (!isObject(fields)) {
			refuse(conversion, holder, 'must be an object where e-mail addresses are hashed');
			continue;
		}
		const hashed = hashIn(fields, holder === '' ? '' : `${holder}.`, conversion);
		if (hashed !== fields) record = holder === '' ? hashed : { ...record, [holder]: hashed };
	}
	if (isObject(record.to) && !isNothing(record.to.email)) {
		refuse(conversion, 'to.email', 'cannot be hashed, as Lexer takes it only as an address: leave it out');
	}
	conversion.record = record;
	return conversion;
}

/** Where a column's values go once they are hashed. */
export function hashedPath(path: readonly string[]): readonly string[] {
	const holder = path.slice(0, -1);
	return HOLDERS.includes(holder.join('.')) && isEmailName(path[path.length - 1]) ? [...holder, HASH_NAME] : path;
}

/** The SHA-256 of an address as Lexer compares it: trimmed and lower-cased; in hexadecimal. */
export function sha256OfEmail(address: string): string {
	return hash('sha256', normal(address), 'hex');
}

/** The fields in their order, with hashes in place of addresses; the same object where it has none. */
function hashIn(fields: Fields, prefix: string, findings: Findings): Fields {
	if (isTypedEmail(fields)) {
		return { ...fields, link_type: HASH_NAME, link_value: hashOf(fields.link_value, `${prefix}link_value`, findings) };
	}
	const names = Object.keys(fields);
	if (!names.some(isEmailName)) return fields;
	const hashed: Fields = {};
	for (const name of names) {
		const isAddress = isEmailName(name);
		const value = isAddress ? hashOf(fields[name], prefix + 'email', findings) : fields[name];
		const newName = isAddress ? HASH_NAME : name;
		if (value === undefined) continue;
		if (!Object.hasOwn(hashed, newName)) hashed[newName] = value;
		else if (!isSameHash(hashed[newName], value)) refuse(findings, prefix + HASH_NAME, 'is not the hash of the address beside it');
	}
	return hashed;
}

function hashOf(address: unknown, path: string, findings: Findings): string | undefined {
	if (isNothing(address)) return undefined;
	if (typeof address !== 'string' || !isEmail(address)) return refuse(findings, path, 'must be an e-mail address to be hashed');
	return sha256OfEmail(address);
}

function isTypedEmail({ link_type: type }: Fields): boolean {
	return typeof type === 'string' && normal(type) === 'email';
}

function isSameHash(one: unknown, other: unknown): boolean {
	return typeof one === 'string' && typeof other === 'string' && normal(one) === normal(other);
}

function normal(text: string): string {
	return strip(text.toLowerCase());
}

/** Longer than this no spelling of the name is. */
const MAX_NAME_CHARACTERS = 20;

/** Also in the spellings that a column keeps where the record type has no such field. */
function isEmailName(name: string): boolean {
	return name === 'email' || (name.length <= MAX_NAME_CHARACTERS && /e.*m.*a.*i.*l/i.test(name) && foldName(name) === 'email');
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === null || isBlank(value);
}

function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
