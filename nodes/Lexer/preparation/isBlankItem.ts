import type { INodeExecutionData } from 'n8n-workflow';

import { FILES } from '../records/convert/assembly/recordColumns';
import { isBlank } from '../records/convert/emptyValues';

/** Whether nothing is in an item, as where n8n's Always Output Data stands for a query without rows: whatever was to become of it, it is no record. */
export function isBlankItem({ json }: INodeExecutionData): boolean {
	return Object.entries(json).every(([name, value]) => name === FILES || value === null || value === undefined || isBlank(value));
}
