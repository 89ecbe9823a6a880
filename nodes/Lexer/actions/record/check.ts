import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { showFor } from '../shared/display';
import { orErrorItem } from '../shared/errorItem';
import { rulesField } from '../shared/recordOptions';
import { recordTypeField } from '../shared/recordTypes';
import { columnsField } from './columns';
import { readRecords } from './readRecords';

export const description: INodeProperties[] = showFor('record', 'check', [
	recordTypeField,
	columnsField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [rulesField],
	},
]);

/**
 * Checks all incoming items as records, and sends nothing.
 *
 * @returns one report: totals, how often each rule was broken, the first ten invalid records
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const report = await orErrorItem(this, 0, async () => {
		const found = readRecords(this, 'stop').report;
		const pairedItem = this.getInputData().map((_, item) => ({ item }));
		return { json: { ...found } as IDataObject, pairedItem };
	});
	return [report];
}
