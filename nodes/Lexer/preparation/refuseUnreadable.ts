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
	// An error item has the message alone; the editor shows the advice below it.
	const told = [`"${fileName}" cannot be read: ${error.message}`, ...(context.continueOnFail() && error.advice ? [error.advice] : [])];
	throw inputError(context.getNode(), itemIndex, told.join('. '), error.advice ?? advice);
}
