import type { INode } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import type { Source } from '../source/Source';

/** S3's limit for one PUT; Lexer's own is given as 5 GB. */
const MAX_FILE_BYTES = 5 * 1024 ** 3;

/** @throws NodeOperationError for more than 5 GiB, before any request */
export function refuseTooLarge(node: INode, itemIndex: number, { name, sizeBytes }: Pick<Source, 'name' | 'sizeBytes'>): void {
	if (sizeBytes <= MAX_FILE_BYTES) return;
	const message = `The file "${name}" is larger than 5 GiB, the most that one upload takes`;
	throw inputError(node, itemIndex, message, 'Split the file, and send the parts.');
}
