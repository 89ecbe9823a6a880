import type { IExecuteFunctions } from 'n8n-workflow';

import { mergeReports, type RecordReport } from '../records/check/report';
import { summarize } from '../records/check/summarize';
import type { ConversionOptions } from '../records/convert/conversion';
import { hintAt } from './hintAt';
import { linkAdvice } from './recordReasons';

/** A hint names no more than these; the receipt has them all. */
const SHOWN = 5;

export type UnknownFieldsFate = ConversionOptions['unknownFields'];

const IGNORED = 'Lexer ignores what it does not know';
const WORD_OF_FATE: Record<UnknownFieldsFate, string> = {
	keep: `${IGNORED}: see 'Conversion > Unknown Fields'`,
	customFields: 'What they hold goes into custom_fields',
	drop: 'What they hold is left out',
	stop: "Records that have one count as invalid: see 'Conversion > Unknown Fields'",
};

/**
 * Hints at what a person should see though nothing failed: records that were left out and why, rows
 * with nothing in them, fields that Lexer will ignore, and values that may not be what was meant. n8n
 * shows them at the node's output.
 *
 * @param fate what becomes of unknown fields; missing where nothing was converted, so that no setting says it
 */
export function hintAtRecords(context: IExecuteFunctions, report: RecordReport, fate?: UnknownFieldsFate): void {
	for (const hint of hintsOf(report, fate)) hintAt(context, hint);
}

/**
 * The same of all files of a run, once. Of several files, no record is named: its number would not say of which one it is.
 *
 * @param fate as of the first file that was converted
 */
export function hintAtFiles(context: IExecuteFunctions, reports: readonly RecordReport[], fate?: UnknownFieldsFate): void {
	const merged = mergeReports(reports);
	hintAtRecords(context, reports.length > 1 ? { ...merged, first: [] } : merged, fate);
}

/** The hints of a report: none names a value. */
export function hintsOf(report: RecordReport, fate?: UnknownFieldsFate): string[] {
	const { invalid, byRule, skipped = 0, duplicates = 0, unknownFields = [], notes = [] } = report;
	return [
		...(invalid > 0 ? [[summarize({ ...report, byRule: byRule.slice(0, SHOWN) }), ...linkAdvice(byRule)].join('. ')] : []),
		...(skipped > 0
			? [
					`${counted(skipped, 'row has nothing in it', 'rows have nothing in them')}, and ${skipped === 1 ? 'is no record' : 'are no records'}`,
				]
			: []),
		...(duplicates > 0 ? [`${counted(duplicates, 'record has', 'records have')} the key of another`] : []),
		...(unknownFields.length > 0 ? [unknownFieldsHint(unknownFields, fate)] : []),
		...notes.slice(0, SHOWN).map(({ field, rule, records }) => `${field} ${rule} (${counted(records, 'record', 'records')})`),
	];
}

function unknownFieldsHint(unknownFields: NonNullable<RecordReport['unknownFields']>, fate?: UnknownFieldsFate): string {
	const shown = unknownFields
		.slice(0, SHOWN)
		.map(({ name, suggestion }) => `"${name}"${suggestion ? ` (did you mean ${suggestion}?)` : ''}`);
	const more = unknownFields.length > SHOWN ? `, and ${unknownFields.length - SHOWN} more` : '';
	return `The record type does not have the ${unknownFields.length === 1 ? 'field' : 'fields'} ${shown.join(', ')}${more}. ${fate === undefined ? IGNORED : WORD_OF_FATE[fate]}`;
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}
