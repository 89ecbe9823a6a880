import type { INode } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { refuseFileName } from '../parameters/refuseFileName';
import type { Source } from '../source/Source';

/** S3's limit for one PUT; Lexer's own is given as 5 GB. */
const MAX_FILE_BYTES = 5 * 1024 ** 3;

/**
 * Refuses, before any request, what Lexer could not take.
 *
 * @throws NodeOperationError for a name that a file there cannot have, and for more than 5 GiB
 */
export function refuseUnsendable(node: INode, itemIndex: number, { name, sizeBytes }: Source): void {
	refuseFileName(node, itemIndex, name);
	if (sizeBytes > MAX_FILE_BYTES) {
		const message = `The file "${name}" is larger than 5 GiB, the most that one upload takes`;
		throw inputError(node, itemIndex, message, 'Split the file, and send the parts.');
	}
}
