import { plainDigits } from '../convert/exact/plainDigits';
import { strip } from '../formats/pythonText';
import { NumberLiteral } from '../numberLiteral';
import type { RecordType } from '../recordTypes';

/** The record types whose records stand for something that is there once; events happen as often as they do. */
export const KEYED_RECORD_TYPES = ['customer_record', 'product', 'purchase', 'return'] as const satisfies readonly RecordType[];

export type KeyedRecordType = (typeof KEYED_RECORD_TYPES)[number];
type Fields = Record<string, unknown>;

/**
 * What tells a record from others of its type: of a customer the link, of a product what purchases name
 * it by, of a purchase and a return their ids. E-mail addresses and hashes of them are compared as
 * Lexer compares them: trimmed and lower-cased.
 */
export interface RecordKey {
	/** What the key is called, such as `purchase_id`. */
	name: string;
	/** undefined for a record that has none: it is no duplicate. */
	of(record: object): string | undefined;
}

/** Whether records of the type have a key by which two are the same. */
export function isKeyed(recordType: string): recordType is KeyedRecordType {
	return KEYED_RECORD_TYPES.some((keyed) => keyed === recordType);
}

/** @returns undefined for a type whose records have no key */
export function recordKey(recordType: string): RecordKey | undefined {
	return isKeyed(recordType) ? KEYS[recordType] : undefined;
}

const KEYS: Record<KeyedRecordType, RecordKey> = {
	customer_record: { name: 'link', of: (record) => linkKey((record as Fields).link) },
	product: { name: 'product reference', of: (record) => productKey(record as Fields) },
	purchase: { name: 'purchase_id', of: (record) => textOf((record as Fields).purchase_id) },
	return: { name: 'return_id', of: (record) => textOf((record as Fields).return_id) },
};

const COMPARED_LOWER_CASE = new Set(['email', 'email_sha256', 'email_md5']);

function linkKey(link: unknown): string | undefined {
	if (!isObject(link)) return undefined;
	const fields = typeof link.link_type === 'string' ? withTypeAsName(link) : link;
	const parts: string[] = [];
	const names = Object.keys(fields);
	if (names.length > 1) names.sort();
	for (const name of names) {
		const text = textOf(fields[name]);
		if (text !== undefined) parts.push(name, COMPARED_LOWER_CASE.has(name) ? strip(text.toLowerCase()) : text);
	}
	// No text of a valid record has a NUL.
	return parts.length === 0 ? undefined : parts.join('\0');
}

function withTypeAsName({ link_type: type, link_value: value, ...others }: Fields): Fields {
	return { ...others, [type as string]: value };
}

/** Purchases name a product by its product_id unless it says otherwise. */
function productKey(record: Fields): string | undefined {
	const type = referenceType(record);
	const reference = textOf(record[type]);
	return reference === undefined ? undefined : `${type}=${reference}`;
}

function referenceType(record: Fields): string {
	return textOf(record.product_reference_type) ?? 'product_id';
}

/** What the values of keys stand in, and under which names. */
interface KeyValues {
	/** The field that holds them; missing where the record itself does. */
	holder?: 'link';
	names: readonly string[];
}

const NO_NAMES: readonly string[] = [];

/** Where the values stand of which the key of a record is made. */
export function keyValues(recordType: KeyedRecordType, record: Fields): KeyValues {
	switch (recordType) {
		case 'customer_record':
			return { holder: 'link', names: isObject(record.link) ? Object.keys(record.link) : NO_NAMES };
		case 'product':
			return { names: [referenceType(record)] };
		default:
			return { names: [KEYS[recordType].name] };
	}
}

function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	if (value instanceof NumberLiteral) return plainDigits(value.text);
	if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : plainDigits(String(value));
	return typeof value === 'bigint' ? String(value) : undefined;
}
