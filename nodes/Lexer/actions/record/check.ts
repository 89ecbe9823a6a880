import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { showFor } from '../../parameters/display';
import { orErrorItem } from '../../outcomes/errorItem';
import { rulesField } from '../../parameters/checkOptions';
import { recordTypeField } from '../../parameters/recordTypes';
import { checkItems } from '../../preparation/checkItems';
import { columnsField } from '../../parameters/columns';

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
		const { items, report } = checkItems(this, 'stop');
		while (!items.next().done);
		const pairedItem = this.getInputData().map((_, item) => ({ item }));
		return { json: { ...report.report() } as IDataObject, pairedItem };
	});
	return [report];
}
