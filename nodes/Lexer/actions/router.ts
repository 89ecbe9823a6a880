import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import * as file from './file';
import * as record from './record';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;

const OPERATIONS: Record<string, Execute> = {
	'file:upload': file.upload.execute,
	'file:createUploadUrl': file.createUploadUrl.execute,
	'record:upload': record.upload.execute,
	'record:check': record.check.execute,
};

/** Runs the operation that the node's parameters choose. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const name = `${this.getNodeParameter('resource', 0)}:${this.getNodeParameter('operation', 0)}`;
	const operation = OPERATIONS[name];
	if (operation === undefined) {
		throw new NodeOperationError(this.getNode(), `The operation "${name}" is not known`, {
			description: 'Choose Resource and Operation again, or update the Lexer package.',
		});
	}
	return await operation.call(this);
}
