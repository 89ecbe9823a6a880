import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import { keepItemsWhole } from '../outcomes/keepItemsWhole';
import type { Outcomes } from '../outcomes/outcomes';
import * as file from './file';
import * as record from './record';

/** Does its work with all input items, and says what has become of each. */
type Execute = (context: IExecuteFunctions, outcomes: Outcomes) => Promise<void>;

const OPERATIONS = new Map<string, Execute>([
	['file:upload', file.upload.execute],
	['file:check', file.check.execute],
	['file:createUploadUrl', file.createUploadUrl.execute],
	['record:upload', record.upload.execute],
	['record:check', record.check.execute],
]);

/** Runs the operation that the node's parameters choose. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await keepItemsWhole(this, async (outcomes) => {
		const name = `${String(this.getNodeParameter('resource', 0))}:${String(this.getNodeParameter('operation', 0))}`;
		const operation = OPERATIONS.get(name);
		if (operation === undefined) {
			throw new NodeOperationError(this.getNode(), `The operation "${name}" is not known`, {
				description: "Choose 'Resource' and 'Operation' again, or update the Lexer package.",
			});
		}
		await operation(this, outcomes);
	});
}
