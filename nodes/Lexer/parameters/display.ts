import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';

/**
 * Shows fields for one operation only. Its conditions come first: where a field's own condition looks
 * at a parameter that is an expression, n8n shows the field and asks nothing further.
 */
export function showFor(resource: string, operation: string, fields: INodeProperties[]): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: [operation], ...field.displayOptions?.show },
		},
	}));
}

/** Fields as people look for them in a list: by their labels. */
export function byLabel(fields: readonly INodeProperties[]): INodeProperties[] {
	return [...fields].sort((one, other) => one.displayName.localeCompare(other.displayName));
}

/** A parameter by its path from the node's root, and those of its values with which a field matters. */
export type Mattering = [path: string, values: NodeParameterValue[]];

/**
 * Shows a field only where it matters, though that is for options to say. n8n's editor looks into
 * collections, but its engine (2.41) sees none where it decides what is shown, and drops the value of what
 * is not: so the first of these copies is for the engine, to which there is no collection.
 *
 * @param collection the name of the collection that the options are in
 * @param cases of which one is enough; each may say more of the field
 */
export function showWhere(
	field: INodeProperties,
	collection: string,
	cases: Array<[Mattering, Partial<INodeProperties>?]>,
): INodeProperties[] {
	const { show, hide } = field.displayOptions ?? {};
	const forEngine = { ...field, displayOptions: { show, hide: { ...hide, [`/${collection}`]: [THERE] } } };
	const forEditor = cases.map(([[path, values], more], index) => {
		const earlier = cases.slice(0, index).map(([[other, given]]) => [other, [...given, EXPRESSION]]);
		const displayOptions = { show: { ...show, [path]: values }, hide: { ...hide, ...Object.fromEntries(earlier) } };
		return { ...field, ...more, displayOptions };
	});
	return [forEngine, ...forEditor];
}

const THERE = { _cnd: { exists: true } } as const;

/**
 * What begins with an equals sign: with it n8n shows a field, whatever else its conditions say. Asked with `startsWith`,
 * n8n 1 fails on what is no text, and with `regex` n8n 2 starts a thread each time, and ends where it gets none.
 */
export const EXPRESSION = { _cnd: { between: { from: '=', to: '>' } } };
