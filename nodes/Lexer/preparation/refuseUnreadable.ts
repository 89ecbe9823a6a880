import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { FileFormatError } from '../records/read/FileFormatError';

/**
 * Says of a file that it cannot be read as what it should be.
 *
 * @param advice what to do where the error itself has no advice
 * @param error what reading it threw
 * @throws NodeOperationError for a FileFormatError; anything else as it is
 */
export function refuseUnreadable(context: IExecuteFunctions, itemIndex: number, fileName: string, advice: string, error: unknown): never {
	if (!(error instanceof FileFormatError)) throw error;
	const message = [`"${fileName}" cannot be read: ${error.message}`, error.advice].filter(Boolean).join('. ');
	throw inputError(context.getNode(), itemIndex, message, error.advice ?? advice);
}
