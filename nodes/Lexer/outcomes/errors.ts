import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { deliveryAdvice, deliveryMessage, type Failure } from '../transport/failures';
import { redact } from '../transport/redact';
import { n8nFailure } from './n8nFailure';

/** An error as n8n shows it: with a message, advice, and the item that it is about. */
export type NodeError = NodeApiError | NodeOperationError;

/** However much is wrong, a person reads no more; longer texts only fill n8n's database. */
const MAX_TEXT_CHARACTERS = 2000;

/**
 * An error about what the user gave, found before any request.
 *
 * @param itemIndex the item that it is about; none where the message counts records, which begin at 1
 * @param message what is wrong
 * @param description what to do about it
 */
export function inputError(node: INode, itemIndex: number | undefined, message: string, description: string): NodeOperationError {
	const text = capped(message);
	return withOwnMessage(new NodeOperationError(node, text, { itemIndex, description: capped(description) }), text);
}

/**
 * An error about what a server, the network or a source did with a file.
 *
 * Built from a plain object without code, URL or the original error, whose `config` holds the
 * token or the presigned URL; n8n saves an error with all that hangs on it.
 *
 * @param attempts PUTs that were made
 */
export function deliveryError(node: INode, itemIndex: number, fileName: string, failure: Failure, attempts: number): NodeApiError {
	const message = capped(deliveryMessage(fileName, failure));
	const description = capped(deliveryAdvice(failure, attempts));
	const error = new NodeApiError(
		node,
		{ message, description },
		{ message, description, httpCode: failure.httpStatus?.toString(), itemIndex },
	);
	// Older n8n has no such field, and no harm comes of it.
	const reason = n8nFailure(failure);
	return withOwnMessage(reason ? Object.assign(error, { failure: reason }) : error, message);
}

/**
 * Any error as one of n8n's. An unexpected one keeps its text only: what hangs on it may hold the
 * token or a presigned URL.
 *
 * @param itemIndex the item that it is about; none where it is about all of them
 */
export function asNodeError(node: INode, cause: unknown, itemIndex?: number): NodeError {
	if (cause instanceof NodeApiError || cause instanceof NodeOperationError) return cause;
	const message = capped(redact(cause instanceof Error ? cause.message : String(cause)));
	return withOwnMessage(new NodeOperationError(node, message, { itemIndex }), message);
}

/** A text that is not longer than anybody reads. */
export function capped(text: string): string {
	return text.length <= MAX_TEXT_CHARACTERS ? text : `${text.slice(0, MAX_TEXT_CHARACTERS - 1)}…`;
}

/** n8n swaps a message that contains "EPERM", "ENOENT" and the like, which file names may do. */
function withOwnMessage<E extends Error>(error: E, message: string): E {
	error.message = message;
	return error;
}
