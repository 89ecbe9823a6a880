import { hash } from 'crypto';

import { isEmail } from '../../formats/email';
import { strip } from '../../formats/pythonText';
import { objectMaker } from '../../objectMaker';
import type { RecordType } from '../../recordTypes';
import { SCHEMAS } from '../../schemas';
import type { Findings } from '../conversion';
import { isBlank } from '../emptyValues';
import { foldName } from '../names/fieldNames';
import { ITEM } from '../names/listNames';
import { isFull, refuse } from '../findings';
import { refuseAddresses } from './addressesLeft';
import type { Conversion, Row } from './recordBuilder';
import type { RecordColumn } from './recordColumns';
import { shownPath } from './shownPath';
import { hasFields } from '../values/kinds';

type Fields = Record<string, unknown>;

const newRecord = objectMaker();
const newHolder = objectMaker();

const HASH_NAME = 'email_sha256';

/** Where a field of this name is an address of the customer, and nothing else; the empty name stands for the record itself. */
const HOLDERS = ['', 'link', 'custom_fields'];

const NO_ADDRESS = 'must be an e-mail address to be hashed';

/** Leaves all as it is: where nothing is to be hashed. */
export const NO_HASHING: EmailHasher = {
	hashEmails: (converted) => converted,
	hashItems: (row) => row,
	hashedPath: (path) => path,
};

/** Puts hashes in place of the addresses of one table's records. */
export interface EmailHasher {
	/** @returns the conversion with another record, and with what was found wrong added to its problems */
	hashEmails(converted: Conversion): Conversion;
	/** The same for what a row adds to lists. */
	hashItems(row: Row): Row;
	/** Where a column's values go once they are hashed. */
	hashedPath(path: readonly string[]): readonly string[];
}

/**
 * Puts the SHA-256 of e-mail addresses in place of the addresses: `link.email` becomes
 * `link.email_sha256`, `email` becomes `email_sha256`, and so does every field of that name, however
 * deep, and the deprecated links that name their type. What is no address is a problem and is never
 * hashed: its hash would link to nobody, and nobody would see why. So is an address that cannot be
 * hashed, as Lexer has no other field for it, and every other text that is an address: nothing says
 * what it is to become. Only who has sent an e-mail is no customer, and stays.
 *
 * @param columns that make the records, so that problems name them
 */
export function emailHasher(recordType: RecordType | 'custom', columns: readonly RecordColumn[]): EmailHasher {
	const properties = recordType === 'custom' ? undefined : SCHEMAS[recordType].properties;
	const [hasSender, hasRecipient] = [properties?.from !== undefined, properties?.to !== undefined];

	/** Of a field of the record. */
	function hashField(name: string, value: unknown, hashing: Hashing): unknown {
		if (name === 'from' && hasSender) return value;
		if (name === 'to' && hasRecipient) return withoutRecipient(value, hashing);
		return HOLDERS.includes(name) ? hashInHolder(value, name, hashing) : hashBelow(value, [name], hashing);
	}

	return {
		hashEmails(converted) {
			if (converted.isEmpty) return converted;
			const hashing = { ...converted, problems: [...converted.problems], columns };
			const record = newRecord();
			for (const name of Object.keys(converted.record)) record[name] = hashField(name, converted.record[name], hashing);
			const { problems } = hashing;
			const hashed = hashIn(record, [], true, hashing);
			refuseAddresses(hashed, [], columns, hashing, hasSender ? 'from' : undefined);
			return { ...converted, record: hashed, problems };
		},
		hashItems(row) {
			if (row.items.length === 0) return row;
			const hashing = { ...row, problems: [...row.problems], columns };
			const items = row.items.map(({ list, item }) => {
				const path = [...list.path, ITEM];
				const hashed = hashBelow(item, path, hashing);
				refuseAddresses(hashed, path, columns, hashing);
				return { list, item: hashed };
			});
			return { ...row, items, problems: hashing.problems };
		},
		hashedPath(path) {
			const isKept = (hasSender && path[0] === 'from') || (hasRecipient && path[0] === 'to');
			return !isKept && isEmailName(path[path.length - 1]) ? [...path.slice(0, -1), HASH_NAME] : path;
		},
	};
}

/** The SHA-256 of an address as Lexer compares it: trimmed and lower-cased; in hexadecimal. */
export function sha256OfEmail(address: string): string {
	return hash('sha256', normal(address), 'hex');
}

/** Where problems go, and by which columns these call a place. */
interface Hashing extends Findings {
	columns: readonly RecordColumn[];
}

function withoutRecipient(value: unknown, hashing: Hashing): unknown {
	if (!hasFields(value) || isNothing(value.email)) return value;
	refuse(hashing, 'to.email', 'cannot be hashed, as Lexer takes it only as an address: leave it out');
	return { ...value, email: undefined };
}

function hashInHolder(value: unknown, name: string, hashing: Hashing): unknown {
	if (value === undefined || value === null) return value;
	if (!hasFields(value)) return refuse(hashing, name, 'must be an object where e-mail addresses are hashed');
	return hashIn(hashParts(value, [name], hashing), [name], true, hashing);
}

/** A value that nobody knows, with hashes in it; the same one where it has no addresses. */
function hashBelow(value: unknown, path: readonly string[], hashing: Hashing): unknown {
	if (Array.isArray(value)) return hashList(value, path, hashing);
	return hasFields(value) ? hashIn(hashParts(value, path, hashing), path, false, hashing) : value;
}

function hashList(list: unknown[], path: readonly string[], hashing: Hashing): unknown[] {
	let copy: unknown[] | undefined;
	const itemPath = [...path, ITEM];
	for (let index = 0; index < list.length; index++) {
		const hashed = hashBelow(list[index], itemPath, hashing);
		if (hashed !== list[index]) (copy ??= [...list])[index] = hashed;
	}
	return copy ?? list;
}

function hashParts(fields: Fields, path: readonly string[], hashing: Hashing): Fields {
	let copy: Fields | undefined;
	for (const name of Object.keys(fields)) {
		const part = fields[name];
		if (typeof part !== 'object' || part === null) continue;
		const hashed = hashBelow(part, [...path, name], hashing);
		if (hashed !== part) (copy ??= { ...fields })[name] = hashed;
	}
	return copy ?? fields;
}

/**
 * The fields in their order, with hashes in place of addresses; the same object where it has none.
 *
 * @param isAlways whether a field named email is an address or a problem; elsewhere it may also be
 * anything else, such as whether somebody wants e-mails
 */
function hashIn(fields: Fields, path: readonly string[], isAlways: boolean, hashing: Hashing): Fields {
	const placeOf = (name: string) => (isAlways ? [...path, name].join('.') : shownPath([...path, name], hashing.columns));
	if (isTypedEmail(fields)) {
		return { ...fields, link_type: HASH_NAME, link_value: hashOf(fields.link_value, () => placeOf('link_value'), hashing) };
	}
	const names = Object.keys(fields);
	if (!names.some(isEmailName)) return fields;
	const hashed = newHolder();
	for (const name of names) {
		const isAddress = isEmailName(name) && (isAlways || mayBeAddress(fields[name]));
		const value = isAddress ? hashOf(fields[name], () => placeOf('email'), hashing) : fields[name];
		const newName = isAddress ? HASH_NAME : name;
		if (value === undefined) continue;
		if (!Object.hasOwn(hashed, newName)) hashed[newName] = value;
		else if (!isSameHash(hashed[newName], value) && !isFull(hashing))
			refuse(hashing, placeOf(HASH_NAME), 'is not the hash of the address beside it');
	}
	return hashed;
}

/** Whether it is one, or what is left of one: without the sign that all have it is something else. */
function mayBeAddress(value: unknown): boolean {
	return typeof value === 'string' && value.includes('@');
}

function hashOf(address: unknown, placeOf: () => string, hashing: Hashing): string | undefined {
	if (isNothing(address)) return undefined;
	if (typeof address !== 'string' || !isEmail(address)) return isFull(hashing) ? undefined : refuse(hashing, placeOf(), NO_ADDRESS);
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
