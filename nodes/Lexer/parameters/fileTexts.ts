import type { IExecuteFunctions } from 'n8n-workflow';

import { type ItemOptions, itemOptions } from './readOption';
import { readText } from './readText';

/** A type and subtype, and parameters, of printable ASCII: what a header can carry. */
const CONTENT_TYPE = /^[!#$%&'*+.^`|~\w-]+\/[!#$%&'*+.^`|~\w-]+(?:\s*;[ -~]*)?$/;

/**
 * The name that an item's file is to have at Lexer.
 *
 * @param value the parameter's value for this item, where it is known already
 * @returns empty where it is not set: the file has a name of its own then, or is given one
 * @throws NodeOperationError where an expression gave no text
 */
export function readFileName(context: IExecuteFunctions, itemIndex: number, value?: unknown): string {
	return readText(context, itemIndex, { name: 'fileName', displayName: 'File Name', subject: 'The file name' }, value);
}

/**
 * The MIME type that an item's file is to be sent with; none where it is the file's own.
 *
 * @throws NodeOperationError where an expression gave what is no MIME type
 */
export function readContentType(
	context: IExecuteFunctions,
	itemIndex: number,
	options: ItemOptions = itemOptions(context, itemIndex),
): string | undefined {
	const field = { name: 'contentType', displayName: 'Content Type' };
	const contentType = options.text(field).trim();
	if (contentType === '') return undefined;
	if (!CONTENT_TYPE.test(contentType)) throw options.refuse(field, 'a MIME type such as text/csv');
	return contentType;
}
