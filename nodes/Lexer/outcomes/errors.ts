import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { type Failure, FAILURES, failureMessage } from '../transport/failures';

/**
 * An error about what the user gave, found before any request.
 *
 * @param message what is wrong
 * @param description what to do about it
 */
export function inputError(node: INode, itemIndex: number, message: string, description: string): NodeOperationError {
	const error = new NodeOperationError(node, message, { itemIndex, description });
	return withOwnMessage(error, message);
}

/**
 * An error about what a server, the network or a source did with a file.
 *
 * Built from a plain object without code, URL or the original error, whose `config` holds the
 * token or the presigned URL; n8n saves an error with all that hangs on it.
 *
 * @param attempts PUTs that were made
 */
export function deliveryError(
	node: INode,
	itemIndex: number,
	fileName: string,
	failure: Failure,
	attempts: number,
): NodeApiError {
	const message = `${failureMessage(failure)}: "${fileName}" was not delivered`;
	const tries = attempts > 1 ? ` Tried ${attempts} times; this was the last cause.` : '';
	const description = FAILURES[failure.cause].advice + tries;
	const error = new NodeApiError(
		node,
		{ message, description },
		{ message, description, httpCode: failure.httpStatus?.toString(), itemIndex },
	);
	return withOwnMessage(error, message);
}

/** n8n swaps a message that contains "EPERM", "ENOENT" and the like, which file names may do. */
function withOwnMessage<E extends Error>(error: E, message: string): E {
	error.message = message;
	return error;
}
