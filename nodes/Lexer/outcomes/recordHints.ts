import type { IExecuteFunctions } from 'n8n-workflow';

import type { RecordReport } from '../records/check/report';
import { summarize } from '../records/check/summarize';
import { hintAt } from './hintAt';

/** A hint names no more than these; the receipt has them all. */
const SHOWN = 5;

/**
 * Hints at what a person should see though nothing failed: records that were left out and why, rows
 * with nothing in them, fields that Lexer will ignore, and values that may not be what was meant. n8n
 * shows them at the node's output.
 */
export function hintAtRecords(context: IExecuteFunctions, report: RecordReport): void {
	for (const hint of hintsOf(report)) hintAt(context, hint);
}

/** The hints of a report: none names a value. */
export function hintsOf(report: RecordReport): string[] {
	const { invalid, byRule, skipped = 0, duplicates = 0, unknownFields = [], notes = [] } = report;
	return [
		...(invalid > 0 ? [summarize({ ...report, byRule: byRule.slice(0, SHOWN) })] : []),
		...(skipped > 0 ? [`${counted(skipped, 'row has nothing in it', 'rows have nothing in them')}, and ${skipped === 1 ? 'is no record' : 'are no records'}`] : []),
		...(duplicates > 0 ? [`${counted(duplicates, 'record has', 'records have')} the key of another`] : []),
		...(unknownFields.length > 0 ? [unknownFieldsHint(unknownFields)] : []),
		...notes.slice(0, SHOWN).map(({ field, rule, records }) => `${field} ${rule} (${counted(records, 'record', 'records')})`),
	];
}

function unknownFieldsHint(unknownFields: NonNullable<RecordReport['unknownFields']>): string {
	const shown = unknownFields.slice(0, SHOWN).map(({ name, suggestion }) => `"${name}"${suggestion ? ` (did you mean ${suggestion}?)` : ''}`);
	const more = unknownFields.length > SHOWN ? `, and ${unknownFields.length - SHOWN} more` : '';
	return `The record type does not have the ${unknownFields.length === 1 ? 'field' : 'fields'} ${shown.join(', ')}${more}. See 'Conversion > Unknown Fields'`;
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}
