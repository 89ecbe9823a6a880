import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';

/** Shows fields for one operation only. */
export function showFor(resource: string, operation: string, fields: INodeProperties[]): INodeProperties[] {
	return updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, fields);
}
