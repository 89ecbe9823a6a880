import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { hintAt } from './hintAt';

/** A hint names no more files than these. */
const SHOWN = 3;

const PREFERRED = /\.(csv|json|jsonl|ndjson)(\.gz)?$/i;
const PLAIN_NAME = /^[\w-]+(\.\w+)+$/;

/**
 * Hints at what a person should know of files that have arrived: that delivered is not loaded, what
 * the receipts warn of, and names that Lexer does not prefer. Each is said once a run.
 *
 * @param receipts of delivered files
 */
export function hintAtDelivery(context: IExecuteFunctions, receipts: readonly IDataObject[]): void {
	if (receipts.length === 0) return;
	const names = receipts.map(({ fileName }) => String(fileName));
	const warnings = new Set(receipts.flatMap(({ warnings = [] }) => warnings as string[]));
	const told = [
		...[...warnings].slice(0, SHOWN),
		...(warnings.size > SHOWN ? [`${warnings.size - SHOWN} more warnings stand in the receipts`] : []),
		...aboutNames(
			'Lexer prefers CSV, JSON and NDJSON files',
			names.filter((name) => !PREFERRED.test(name)),
		),
		...aboutNames(
			'Lexer asks for file names of letters, digits, - and _',
			names.filter((name) => !PLAIN_NAME.test(name)),
		),
	];
	for (const message of told) hintAt(context, message);
	const message = `Delivered is not loaded yet: Lexer shows under Manage > Logs what becomes of the ${names.length === 1 ? 'file' : 'files'}`;
	hintAt(context, message, 'info');
}

/** Nothing where there are none. */
function aboutNames(what: string, names: string[]): string[] {
	if (names.length === 0) return [];
	const shown = names
		.slice(0, SHOWN)
		.map((name) => `"${name}"`)
		.join(', ');
	return [`${what}: see ${shown}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`];
}
