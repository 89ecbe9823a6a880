import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { takeTurns } from '../timing/turns';
import { asNodeError, type NodeError } from './errors';
import { isTool } from './isTool';
import { createOutcomes, type Outcomes } from './outcomes';

/**
 * Runs an operation so that every input item comes out exactly once.
 *
 * Where `execute` throws although On Error says continue, n8n puts all of the input on the success
 * output (measured on 2.41.1). So what an operation throws, foreseen or not, becomes the reason of
 * the items that it has said nothing of.
 *
 * What a tool of an AI agent throws does not reach its model: version 2 of the agent gives it an empty text
 * instead, version 3 only the first line (measured on 2.41.1). So a tool throws for a cancel only.
 *
 * @throws NodeOperationError or NodeApiError where On Error says stop, or the execution was stopped
 */
export async function keepItemsWhole(
	context: IExecuteFunctions,
	operation: (outcomes: Outcomes) => Promise<void>,
): Promise<INodeExecutionData[]> {
	const outcomes = createOutcomes(context);
	const cancel = context.getExecutionCancelSignal();
	const tellsModel = isTool(context.getNode());
	const goesOn = tellsModel || context.continueOnFail();
	let reason = 'The node lost sight of this item: please report it with the version of n8n. Nothing is known of its delivery.';
	try {
		await operation(outcomes);
	} catch (cause) {
		const error = asNodeError(context.getNode(), cause);
		if (cancel?.aborted || !goesOn) throw error;
		reason = tellsModel ? withAdvice(error) : error.message;
	}
	if (goesOn) {
		const nextTurn = takeTurns(cancel);
		for (const itemIndex of outcomes.open()) {
			outcomes.fail(itemIndex, reason);
			const turn = nextTurn();
			if (turn) await turn;
		}
	}
	return outcomes.items();
}

function withAdvice({ message, description }: NodeError): string {
	return description ? `${message}. ${description}` : message;
}
