import type { InvalidRecords } from '../parameters/checkOptions';
import { type Guards, guardBreach, guardSummary } from '../records/check/guards';
import { mergeReports, type RecordReport } from '../records/check/report';
import { duplicatesText, invalidText, summarize, summarizeDuplicates } from '../records/check/summarize';
import type { Duplicates } from '../records/duplicates/duplicates';
import { recordKey } from '../records/duplicates/keys';
import type { RecordFile } from './recordFile';

/** Why nothing of a run is sent. */
export interface HoldBack {
	cause: 'invalid' | 'guard' | 'duplicates';
	/** For each row: to follow "because". */
	reason: string;
	/** For the run: with the first records that it is about. */
	summary: string;
	/** What the key of the records is called. */
	keyName: string;
}

export interface RecordRules {
	invalidRecords: InvalidRecords;
	guards: Guards;
	duplicates: Duplicates;
	/** Whether On Error says continue: then each row says itself what has become of it. */
	mayContinue: boolean;
}

/**
 * Says why nothing of a run is to be sent.
 *
 * @param unusable items whose parameters say nothing of where they go
 * @returns undefined where the files may go
 */
export function holdBack(files: readonly RecordFile[], unusable: number, rules: RecordRules): HoldBack | undefined {
	const { invalidRecords, guards, duplicates, mayContinue } = rules;
	const report = withUnusable(mergeReports(files.map((file) => file.report.report())), unusable);
	const hasInvalid = files.some(({ invalidItems }) => invalidItems.length > 0);
	const hasRecords = files.some(({ itemIndices }) => itemIndices.length > 0);
	const keyName = files.map(({ target }) => recordKey(target.recordType)?.name).find(Boolean) ?? 'key';
	// Who wants all or nothing does not want what is left where an item has no dataset to go to.
	const isIncomplete = hasInvalid || (unusable > 0 && invalidRecords === 'stop');
	const breach = guardBreach(report, guards);
	if (breach !== undefined && (invalidRecords !== 'stop' || !isIncomplete)) {
		return { cause: 'guard', reason: breach, summary: guardSummary(report, guards) ?? breach, keyName };
	}
	if (isIncomplete && (invalidRecords === 'stop' || !(hasRecords || mayContinue))) {
		return { cause: 'invalid', reason: invalidText(report), summary: summarize(report), keyName };
	}
	if (duplicates !== 'stop' || report.duplicates === undefined) return undefined;
	const first = files.flatMap((file) => file.report.firstDuplicates()).sort((one, other) => one.record - other.record);
	return { cause: 'duplicates', reason: duplicatesText(report), summary: summarizeDuplicates(report, first, keyName), keyName };
}

function withUnusable(report: RecordReport, unusable: number): RecordReport {
	return { ...report, total: report.total + unusable, invalid: report.invalid + unusable };
}
