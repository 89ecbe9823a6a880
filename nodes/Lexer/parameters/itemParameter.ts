import type { IExecuteFunctions } from 'n8n-workflow';

import { plainReference } from './plainReference';
import { plainText } from './plainText';
import { ASK_N8N, readReference } from './readReference';

/** A parameter's value for one item. */
export type ReadForItem = (itemIndex: number) => unknown;

/**
 * A reader of one of the node's parameters for each item. n8n takes about half a millisecond for an
 * expression: so what is no expression is read once, and what only names a field is read from the item.
 *
 * @param name of a parameter at the top, not inside of another
 * @param fallback where the node has no such parameter
 * @returns a function that throws what n8n throws for the item's expression
 */
export function itemParameter(context: IExecuteFunctions, name: string, fallback: unknown): ReadForItem {
	return itemValue(context, context.getNode().parameters[name], (itemIndex) => context.getNodeParameter(name, itemIndex, fallback));
}

/**
 * The same for a value anywhere in the node's parameters.
 *
 * @param raw the value as it is saved, expressions as text
 * @param evaluate has n8n evaluate it for an item
 */
export function itemValue(context: IExecuteFunctions, raw: unknown, evaluate: ReadForItem): ReadForItem {
	if (!hasExpression(raw)) {
		let known: { value: unknown } | undefined;
		return (itemIndex) => (known ??= { value: evaluate(itemIndex) }).value;
	}
	if (typeof raw !== 'string') return evaluate;
	const text = plainText(raw);
	if (text !== undefined) return () => text;
	const path = plainReference(raw);
	if (path === undefined || !readsItsInput(context)) return evaluate;
	const items = context.getInputData();
	return (itemIndex) => {
		const value = itemIndex < items.length ? readReference(items[itemIndex].json, path) : ASK_N8N;
		return value === ASK_N8N ? evaluate(itemIndex) : value;
	};
}

/** Whether n8n has something to evaluate in a saved value. */
export function hasExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(hasExpression);
}

/** Whether `$json` is the node's own input: for a tool it is the agent's. */
function readsItsInput(context: IExecuteFunctions): boolean {
	const items = context.getInputData();
	const last = items.length - 1;
	return last >= 0 && [0, last].every((index) => context.getWorkflowDataProxy(index).$json === items[index].json);
}
