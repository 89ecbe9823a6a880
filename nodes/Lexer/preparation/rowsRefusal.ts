import type { IExecuteFunctions } from 'n8n-workflow';

import { inputError, type NodeError } from '../outcomes/errors';
import { NO_KEY, NO_KEY_ADVICE } from '../records/grouping/keyProblems';

/** Why items are refused where columns make lists, and nothing says which items make one record. */
export function rowsRefusal(context: IExecuteFunctions, itemIndex: number): NodeError {
	return inputError(context.getNode(), itemIndex, `A column such as products[].quantity ${NO_KEY}`, NO_KEY_ADVICE);
}
