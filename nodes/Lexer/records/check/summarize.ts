import type { Problem } from '../problem';
import { withoutIndices } from './counter';
import type { Duplicate, Place, RecordReport } from './report';

/** How many faults are told. */
const SHOWN = 10;

/** How many records of one fault are named after the first. */
const SHOWN_AFTER_FIRST = 4;

/**
 * The report in a sentence or two for an error message, without any value: each fault once, with the
 * first records that have it and how many more do.
 *
 * @example 4 of 100 records are invalid: record 4: link is required (also in 2 more: records 5, 6); record 9: …
 */
export function summarize(report: RecordReport): string {
	if (report.invalid === 0) return `All ${report.total} records are valid`;
	return `${invalidText(report)}: ${faultsText(report)}`;
}

/** How many records are invalid. */
export function invalidText({ total, invalid }: Pick<RecordReport, 'total' | 'invalid'>): string {
	return `${invalid} of ${total} records ${invalid === 1 ? 'is' : 'are'} invalid`;
}

/** What is wrong with invalid records: each fault once, with the first records that have it. */
export function faultsText({ invalid, byRule, first }: RecordReport): string {
	const shown = byRule.slice(0, SHOWN).map((fault) => {
		const isOfIt = ({ path, rule }: { path: string; rule: string }) => withoutIndices(path) === fault.path && rule === fault.rule;
		const places = first.filter(isOfIt);
		// Of one record only its first fault has a place, and the others need none.
		return invalid === 1 && places.length === 0 ? ruleText(fault) : faultText(fault, places);
	});
	return `${shown.join('; ')}${byRule.length > SHOWN ? `; and ${byRule.length - SHOWN} other faults` : ''}`;
}

function faultText({ path, rule, records }: RecordReport['byRule'][number], [one, ...others]: RecordReport['first']): string {
	if (one === undefined) return `${ruleText({ path, rule })} (${records} ${records === 1 ? 'record' : 'records'})`;
	const what = `record ${placeOf(one)}: ${ruleText({ path: records === 1 ? one.path : path, rule })}`;
	if (records === 1) return what;
	const places = others.slice(0, SHOWN_AFTER_FIRST).map(placeOf);
	if (records === 2 && places.length === 1) return `${what} (also in record ${places[0]})`;
	if (places.length === 0) return `${what} (also in ${records - 1} more)`;
	if (places.length < records - 1) places.push('…');
	return `${what} (also in ${records - 1} more: records ${places.join(', ')})`;
}

function ruleText({ path, rule }: Problem): string {
	return [path, rule].filter(Boolean).join(' ');
}

function placeOf({ record, line, row }: { record: number } & Place): string {
	if (row !== undefined) return `${record} (row ${row})`;
	return line === undefined || line === record ? `${record}` : `${record} (line ${line})`;
}

/** Which records have the key of which others: the first of them, without any value. */
export function summarizeDuplicates({ total, duplicates = 0 }: RecordReport, first: readonly Duplicate[], keyName: string): string {
	const shown = first
		.slice(0, SHOWN)
		.map(
			(duplicate) =>
				`record ${placeOf(duplicate)} has the ${keyName} of ${duplicate.row === undefined ? 'record' : 'the record of row'} ${duplicate.kept}`,
		);
	const more = duplicates > shown.length ? `; and ${duplicates - shown.length} more` : '';
	return `${duplicatesText({ total, duplicates })}: ${shown.join('; ')}${more}`;
}

/** How many records have the key of another. */
export function duplicatesText({ total, duplicates = 0 }: Pick<RecordReport, 'total' | 'duplicates'>): string {
	return `${duplicates} of ${total} records ${duplicates === 1 ? 'is a duplicate' : 'are duplicates'}`;
}
