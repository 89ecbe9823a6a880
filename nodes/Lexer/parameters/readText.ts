import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { textOf } from './judge';

/** A parameter, what the editor calls it, and what a text of an error begins with. */
interface TextParameter {
	name: string;
	displayName: string;
	/** Such as "The file name". */
	subject: string;
}

/**
 * A text parameter's value for an item, without the blanks around it: what an expression gave in place
 * of a text never becomes "null" or "[object Object]". A number is the text that it is written as.
 *
 * @param value the parameter's value for this item, where it is known already
 * @throws NodeOperationError for null, undefined, NaN, a boolean, an object and a list
 */
export function readText(
	context: IExecuteFunctions,
	itemIndex: number,
	{ name, displayName, subject }: TextParameter,
	value: unknown = context.getNodeParameter(name, itemIndex, ''),
): string {
	const text = textOf(value);
	if (text !== undefined) return text.trim();
	const advice = `Look at the expression of '${displayName}': for this item it gives ${kindOf(value)}.`;
	throw inputError(context.getNode(), itemIndex, `${subject} is not a text`, advice);
}

/** What an expression gave, without saying the value. */
function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (typeof value === 'number') return 'no number';
	if (typeof value === 'string') return 'an object inside of a text';
	if (typeof value !== 'object') return typeof value === 'boolean' ? 'true or false' : typeof value;
	return Array.isArray(value) ? 'a list' : 'an object';
}
