import { NumberLiteral } from '../../numberLiteral';
import type { ConversionOptions, ConvertField, Findings } from '../conversion';
import { isBlank } from '../emptyValues';
import { plainDigits } from '../exact/plainDigits';
import { foldName } from '../names/fieldNames';
import { withoutFormula } from '../values/formulaText';

/** The record types whose rows belong together by an id of their own. */
const OWN_KEYS: Readonly<Record<string, string>> = { purchase: 'purchase_id', return: 'return_id' };

/** The name of the column by which rows belong together; undefined where nothing says it. */
export function keyName(recordType: string, { groupBy }: ConversionOptions): string | undefined {
	return groupBy === '' ? OWN_KEYS[recordType] : groupBy;
}

/** Whether two names mean the same column, be it a field of the record type or not. */
export function isSameName(one: string, other: string, { fieldNames }: ConversionOptions): boolean {
	return one === other || (fieldNames === 'flexible' && foldName(one) === foldName(other));
}

/**
 * The key that a value is, once it is converted: 1 and "1" are the same.
 *
 * @returns undefined for nothing, and for what is no single value
 */
export function keyText(value: unknown, convert: ConvertField): string | undefined {
	// What is wrong with the value is told where it is converted for the record.
	const findings: Findings = { problems: [], notes: [] };
	const key = convert(typeof value === 'string' ? withoutFormula(value) : value, '', findings);
	switch (typeof key) {
		case 'string':
			return isBlank(key) ? undefined : key;
		case 'number':
			return plainDigits(String(key));
		case 'boolean':
			return String(key);
		default:
			return key instanceof NumberLiteral ? plainDigits(key.text) : undefined;
	}
}
