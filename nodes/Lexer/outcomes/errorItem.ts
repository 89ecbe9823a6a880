import { type IExecuteFunctions, type INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { redact } from '../transport/redact';

/**
 * Runs a step for one item. Where the node's On Error says "continue", an error becomes an item that
 * n8n sends on, to the error branch if there is one; the other items go on.
 *
 * @throws NodeOperationError or NodeApiError, with the item's index, where On Error says "stop"
 */
export async function orErrorItem<Result>(
	context: IExecuteFunctions,
	itemIndex: number,
	step: () => Promise<Result>,
): Promise<Result | INodeExecutionData> {
	try {
		return await step();
	} catch (cause) {
		const error = asNodeError(context, cause, itemIndex);
		if (!context.continueOnFail()) throw error;
		return errorItem(error, Number(error.context.itemIndex ?? itemIndex));
	}
}

/** The item that stands for a failure: its message for workflows that read it, the error for n8n. */
export function errorItem(error: NodeApiError | NodeOperationError, itemIndex: number): INodeExecutionData {
	return { json: { error: error.message }, error, pairedItem: { item: itemIndex } };
}

function asNodeError(context: IExecuteFunctions, cause: unknown, itemIndex: number): NodeApiError | NodeOperationError {
	if (cause instanceof NodeApiError || cause instanceof NodeOperationError) return cause;
	// An unexpected error keeps its text only: what hangs on it may hold the token or a presigned URL.
	const message = redact(cause instanceof Error ? cause.message : String(cause));
	return new NodeOperationError(context.getNode(), message, { itemIndex });
}
