import type { InvalidRecords } from '../parameters/checkOptions';
import { type Guards, guardBreach, guardSummary } from '../records/check/guards';
import { mergeReports, type RecordReport, summarize } from '../records/check/report';
import type { RecordFile } from './recordFiles';

/** Why nothing of a run is sent. */
export interface HoldBack {
	/** For each row: to follow "because". */
	reason: string;
	/** For the run: with the first invalid records. */
	summary: string;
	/** Whether a guard says so. */
	isGuard: boolean;
}

export interface RecordRules {
	invalidRecords: InvalidRecords;
	guards: Guards;
	/** Whether On Error says continue: then each row says itself what has become of it. */
	mayContinue: boolean;
}

/**
 * Says why nothing of a run is to be sent.
 *
 * @param unusable items whose parameters say nothing of where they go
 * @returns undefined where the files may go
 */
export function holdBack(files: readonly RecordFile[], unusable: number, { invalidRecords, guards, mayContinue }: RecordRules): HoldBack | undefined {
	const report = withUnusable(mergeReports(files.map((file) => file.report.report())), unusable);
	const { total, invalid } = report;
	const hasInvalid = files.some(({ invalidItems }) => invalidItems.length > 0);
	const hasRecords = files.some(({ itemIndices }) => itemIndices.length > 0);
	// Who wants all or nothing does not want what is left where an item has no dataset to go to.
	const isIncomplete = hasInvalid || (unusable > 0 && invalidRecords === 'stop');
	const breach = guardBreach(report, guards);
	if (breach !== undefined && (invalidRecords !== 'stop' || !isIncomplete)) {
		return { reason: breach, summary: guardSummary(report, guards) ?? breach, isGuard: true };
	}
	if (!isIncomplete || (invalidRecords !== 'stop' && (hasRecords || mayContinue))) return undefined;
	const reason = `${invalid} of ${total} records ${invalid === 1 ? 'is' : 'are'} invalid`;
	return { reason, summary: summarize(report), isGuard: false };
}

function withUnusable(report: RecordReport, unusable: number): RecordReport {
	return { ...report, total: report.total + unusable, invalid: report.invalid + unusable };
}
