import type { INode } from 'n8n-workflow';

import { inputError } from '../outcomes/errors';
import { fileNameProblem } from '../source/fileName';

/** @throws NodeOperationError for a name that a file at Lexer cannot have */
export function refuseFileName(node: INode, itemIndex: number, name: string): void {
	const problem = fileNameProblem(name);
	if (problem === undefined) return;
	const advice = `Set 'File Name' to a name of letters, digits, "-" and "_" with an ending such as .csv, without a folder.`;
	throw inputError(node, itemIndex, `The file name ${problem}`, advice);
}
