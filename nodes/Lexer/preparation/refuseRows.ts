import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { NO_KEY, NO_KEY_ADVICE } from '../records/grouping/keyProblems';

/** @throws NodeOperationError: columns make lists, and nothing says which items make one record */
export function refuseRows(context: IExecuteFunctions, itemIndex: number): never {
	throw inputError(context.getNode(), itemIndex, `A column such as products[].quantity ${NO_KEY}`, NO_KEY_ADVICE);
}
