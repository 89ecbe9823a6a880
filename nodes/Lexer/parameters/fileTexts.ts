import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { hasExpression } from './itemParameter';
import { type ItemOptions, itemOptions } from './readOption';
import { readText } from './readText';
import { isMissingName } from './recordTypes';

/** A type and subtype, and parameters, of printable ASCII: what a header can carry. */
const CONTENT_TYPE = /^[!#$%&'*+.^`|~\w-]+\/[!#$%&'*+.^`|~\w-]+(?:\s*;[ -~]*)?$/;

/**
 * The name that an item's file is to have at Lexer.
 *
 * @param value the parameter's value for this item, where it is known already
 * @returns empty where it is not set: the file has a name of its own then, or is given one
 * @throws NodeOperationError where an expression gave no text, or wrote "null" and the like for a missing one
 */
export function readFileName(context: IExecuteFunctions, itemIndex: number, value?: unknown): string {
	const fileName = readText(context, itemIndex, { name: 'fileName', displayName: 'File Name', subject: 'The file name' }, value);
	if (!isMissingName(fileName.split('.', 1)[0]) || !hasExpression(context.getNode().parameters.fileName)) return fileName;
	const advice = "Look at the expression of 'File Name': a value that it is made of is not there for this item.";
	throw inputError(context.getNode(), itemIndex, 'The file name is what an expression writes for a missing value', advice);
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
