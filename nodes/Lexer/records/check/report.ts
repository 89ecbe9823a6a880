import type { Problem } from '../problem';

/** What a check of many records found. */
export interface RecordReport {
	total: number;
	valid: number;
	invalid: number;
	/** how many records each rule was broken in, by field; most frequent first */
	byRule: Array<{ path: string; rule: string; records: number }>;
	/** the first ten invalid records, each with the first thing that is wrong with it */
	first: Array<{ record: number; path: string; rule: string }>;
}

/** How many invalid records a report shows one by one. */
const SHOWN = 10;

/** A file that is wrong everywhere is wrong in few ways; this is for one that tries to be otherwise. */
const MAX_KINDS = 1000;

export interface ReportBuilder {
	/** @param record its number in the input, from 1 */
	add(record: number, problems: readonly Problem[]): void;
	/** As many valid records. */
	addValid(records: number): void;
	report(): RecordReport;
}

/** Gathers a report in constant memory. */
export function createReport(): ReportBuilder {
	const kinds = new Map<string, { path: string; rule: string; records: number }>();
	const first: RecordReport['first'] = [];
	let valid = 0;
	let invalid = 0;
	return {
		add(record, problems) {
			if (problems.length === 0) {
				valid++;
				return;
			}
			invalid++;
			if (first.length < SHOWN) first.push({ record, path: problems[0].path, rule: problems[0].rule });
			for (const kind of new Set(problems.map(kindOf))) {
				const known = kinds.get(kind);
				if (known) known.records++;
				else if (kinds.size < MAX_KINDS) {
					const [path, rule] = kind.split('\n');
					kinds.set(kind, { path, rule, records: 1 });
				}
			}
		},
		addValid(records) {
			valid += records;
		},
		report: () => ({
			total: valid + invalid,
			valid,
			invalid,
			byRule: [...kinds.values()].sort((one, other) => other.records - one.records).map((kind) => ({ ...kind })),
			first: [...first],
		}),
	};
}

/** The same field of the third product and of the fifth is one kind of problem. */
function kindOf({ path, rule }: Problem): string {
	return `${path.replaceAll(/\[\d+\]/g, '[]')}\n${rule}`;
}

/**
 * The report in a sentence or two for an error message, without any value.
 *
 * @example 3 of 100 records are invalid: record 4: link is required; record 9: …
 */
export function summarize({ total, invalid, first }: RecordReport): string {
	if (invalid === 0) return `All ${total} records are valid`;
	const shown = first.map(({ record, path, rule }) => `record ${record}: ${[path, rule].filter(Boolean).join(' ')}`);
	const more = invalid > first.length ? `; and ${invalid - first.length} more` : '';
	return `${invalid} of ${total} records ${invalid === 1 ? 'is' : 'are'} invalid: ${shown.join('; ')}${more}`;
}

/** One report of what several found, each in other records of one input. */
export function mergeReports(reports: readonly RecordReport[]): RecordReport {
	const sum = (count: (report: RecordReport) => number) => reports.reduce((total, report) => total + count(report), 0);
	return {
		total: sum(({ total }) => total),
		valid: sum(({ valid }) => valid),
		invalid: sum(({ invalid }) => invalid),
		byRule: reports.flatMap(({ byRule }) => byRule),
		first: reports.flatMap(({ first }) => first).sort((one, other) => one.record - other.record).slice(0, SHOWN),
	};
}
