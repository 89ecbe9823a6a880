import type { INodeProperties } from 'n8n-workflow';

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
