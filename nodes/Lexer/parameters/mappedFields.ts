import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isBlank } from '../records/convert/emptyValues';
import { objectMaker } from '../records/objectMaker';
import { itemValue, type ReadForItem } from './itemParameter';
import { plainText } from './plainText';

const newFields = objectMaker();

/** An item's fields as they are mapped below; nothing where no field was given a value. */
export type ReadMappedFields = (itemIndex: number) => IDataObject | undefined;

/**
 * A reader of the resource mapper's fields, each by the cheapest way that gives what n8n gives.
 *
 * @param raw the node's saved `columns.value`: the fields with their values or expressions, or one
 * expression that gives all of them
 * @returns a function that throws what n8n throws for the item's expressions, and gives no field for an item with
 * nothing in it of which no expression made something
 */
export function mappedFields(context: IExecuteFunctions, raw: unknown): ReadMappedFields {
	// n8n's own validation shows values, loses digits of long numbers, and stops at the first bad item.
	const evaluate =
		(path: string): ReadForItem =>
		(itemIndex) =>
			context.getNodeParameter(path, itemIndex, null, { skipValidation: true });
	const evaluateAll = evaluate('columns.value');
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		const readAll = itemValue(context, raw, evaluateAll);
		return (itemIndex) => fieldsOf(readAll(itemIndex));
	}
	const readers = Object.entries(raw)
		.filter(([, value]) => isSet(value))
		.map(([name, value]) => {
			// Such an expression may look at the fields beside its own, which n8n knows only among them.
			const evaluateIt = /\$(raw)?parameter/i.test(String(value))
				? (itemIndex: number) => fieldsOf(evaluateAll(itemIndex))?.[name]
				: evaluate(pathOf(name));
			return { name, isExpression: isExpression(value), read: itemValue(context, value, evaluateIt) };
		});
	if (readers.length === 0) return () => undefined;
	const hasExpressions = readers.some((reader) => reader.isExpression);
	const items = context.getInputData();
	return (itemIndex) => {
		const fields = newFields();
		let isAnythingGiven = !hasExpressions;
		for (const { name, isExpression, read } of readers) {
			const value = (fields[name] = read(itemIndex));
			isAnythingGiven ||= isExpression && isContent(value);
		}
		// Always Output Data gives {} where a query found nothing, and an aggregate nulls: beside constants alone that makes no record.
		const isNothing = !isAnythingGiven && !Object.values(items[itemIndex].json).some(isContent);
		return isNothing ? {} : (fields as IDataObject);
	};
}

/** What an expression gave in place of the mapped fields. */
export function fieldsOf(value: unknown): IDataObject | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	return Object.keys(value).length > 0 ? (value as IDataObject) : undefined;
}

/** n8n saves null, or an empty text, for a field that is shown and that nobody gave a value. */
function isSet(value: unknown): boolean {
	return value !== null && value !== undefined && value !== '';
}

function isContent(value: unknown): boolean {
	return isSet(value) && !isBlank(value);
}

function isExpression(value: unknown): boolean {
	return typeof value === 'string' && value.startsWith('=') && plainText(value) === undefined;
}

/** A field's path for n8n, which reads paths as lodash does: in brackets a name may have dots. */
function pathOf(name: string): string {
	return `columns.value["${name.replace(/["\\]/g, '\\$&')}"]`;
}
