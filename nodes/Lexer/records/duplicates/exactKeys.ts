import { fieldTexts } from '../convert/exact/fieldTexts';
import { NumberLiteral } from '../numberLiteral';
import { isKeyed, keyValues } from './keys';

type Fields = Record<string, unknown>;

/**
 * Gives a function that gives a record whose key is exact: where a number of it has more digits than a
 * JavaScript number keeps, they are taken from the record's text. Hardly any record has such a number,
 * and only the texts of those are looked at.
 */
export function exactKeys(recordType: string): (record: object, text: string) => object {
	if (!isKeyed(recordType)) return (record) => record;
	return (record, text) => {
		const { holder, names } = keyValues(recordType, record as Fields);
		const values = (holder === undefined ? record : (record as Fields)[holder]) as Fields;
		if (!names.some((name) => mayBeRounded(values[name]))) return record;
		const json = holder === undefined ? text : fieldTexts(text, new Set([holder])).get(holder)!;
		const exact = withExactNumbers(values, names, json);
		return holder === undefined ? exact : { [holder]: exact };
	};
}

function mayBeRounded(value: unknown): boolean {
	return typeof value === 'number' && !Number.isSafeInteger(value);
}

function withExactNumbers(values: Fields, names: readonly string[], json: string): Fields {
	const rounded = new Set(names.filter((name) => mayBeRounded(values[name])));
	const exact = { ...values };
	for (const [name, text] of fieldTexts(json, rounded)) exact[name] = new NumberLiteral(text);
	return exact;
}
