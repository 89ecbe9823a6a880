import type { Note, UnknownField } from '../convert/conversion';
import { isLinkMissing, type Problem } from '../problem';
import { createCounter, withoutIndices } from './counter';

/** What a check of many records found. */
export interface RecordReport {
	/** rows of the input; missing where each is a record */
	rows?: number;
	total: number;
	valid: number;
	invalid: number;
	/** how many records each rule was broken in, by field; most frequent first */
	byRule: Array<{ path: string; rule: string; records: number }>;
	/** the first ten invalid records, each with the first thing that is wrong with it */
	first: Array<{ record: number; line?: number; row?: number; path: string; rule: string }>;
	/** rows with nothing in them, which are no records; missing where there are none */
	skipped?: number;
	/** records with the key of another; left out of an upload, they are part of `total` alone. Missing where there are none */
	duplicates?: number;
	/** fields that the record type does not have, at most 50, most frequent first; missing where there are none */
	unknownFields?: Array<{ name: string; records: number; suggestion?: string }>;
	/** what is to be told of records that may well be valid; missing where there is nothing */
	notes?: Array<{ field: string; rule: string; records: number }>;
}

/** What the conversion of a record has to tell beside its problems. */
export interface Told {
	notes?: readonly Note[];
	unknown?: readonly UnknownField[];
}

export interface ReportBuilder {
	/**
	 * @param record its number in the input, from 1
	 * @param place where it begins, where its number does not say it
	 */
	add(record: number, problems: readonly Problem[], told?: Told, place?: Place): void;
	/** As many valid records. */
	addValid(records: number): void;
	/** A record that is left out, as another one has its key. */
	addDuplicate(duplicate: Duplicate): void;
	/** A record that has the key of another, and is counted otherwise. */
	tellDuplicate(): void;
	/** As many rows of records that several rows make. */
	addRows(rows: number): void;
	/** As many rows that are no records. */
	addSkipped(rows: number): void;
	/** Tells of a record that is counted otherwise; in the order of the records. */
	tell(record: number, told: Told): void;
	report(): RecordReport;
	/** The first ten records that were left out. */
	firstDuplicates(): Duplicate[];
}

/** Where a record begins. */
export interface Place {
	/** of the file */
	line?: number;
	/** of the input, of which several make a record */
	row?: number;
}

/** A record, and the one that is kept in its place; where several rows make one, the kept one is named by its first. */
export interface Duplicate extends Place {
	record: number;
	kept: number;
}

/** How many invalid records a report shows one by one. */
const SHOWN = 10;

/** How many unknown fields, and kinds of notes, a report shows. */
const TOLD = 50;

/** Gathers a report in constant memory. */
export function createReport(): ReportBuilder {
	const kinds = createCounter<Problem>();
	const notes = createCounter<Note>();
	const unknownFields = createCounter<UnknownField>();
	const first: RecordReport['first'] = [];
	let valid = 0;
	let invalid = 0;
	let skipped = 0;
	let duplicates = 0;
	let leftOut = 0;
	let rows = 0;
	const firstDuplicates: Duplicate[] = [];
	/** A record of many rows is known to be invalid only after rows that follow its first. */
	const showIfFirst = (shown: RecordReport['first'][number]) => {
		const after = first.findIndex(({ record }) => record > shown.record);
		first.splice(after < 0 ? first.length : after, 0, shown);
		if (first.length > SHOWN) first.pop();
	};
	const tell = (record: number, told: Told) => {
		for (const { field, rule } of told.notes ?? []) {
			const anywhere = withoutIndices(field);
			notes.add(record, `${anywhere}\n${rule}`, { field: anywhere, rule });
		}
		for (const unknown of told.unknown ?? []) unknownFields.add(record, unknown.name, unknown);
	};
	return {
		add(record, problems, told, place) {
			if (told !== undefined) tell(record, told);
			if (problems.length === 0) {
				valid++;
				return;
			}
			invalid++;
			const [{ path, rule }] = problems;
			showIfFirst({ record, ...place, path, rule });
			for (const { path, rule } of problems) {
				const anywhere = withoutIndices(path);
				kinds.add(record, `${anywhere}\n${rule}`, { path: anywhere, rule });
			}
		},
		addValid(records) {
			valid += records;
		},
		addDuplicate(duplicate) {
			duplicates++;
			leftOut++;
			if (firstDuplicates.length < SHOWN) firstDuplicates.push(duplicate);
		},
		tellDuplicate() {
			duplicates++;
		},
		addRows(count) {
			rows += count;
		},
		addSkipped(count) {
			skipped += count;
		},
		tell,
		report: () => {
			const byRule = kinds.mostFrequent().map(({ kind, records }) => ({ ...kind, records }));
			return {
				...(rows > 0 && { rows }),
				total: valid + invalid + leftOut,
				valid,
				invalid,
				byRule,
				first: [...first],
				...(skipped > 0 && { skipped }),
				...(duplicates > 0 && { duplicates }),
				...listIfAny(
					'unknownFields',
					unknownFields
						.mostFrequent()
						.slice(0, TOLD)
						.map(shownUnknown(byRule.some(isLinkMissing))),
				),
				...listIfAny(
					'notes',
					notes
						.mostFrequent()
						.slice(0, TOLD)
						.map(({ kind, records }) => ({ ...kind, records })),
				),
			};
		},
		firstDuplicates: () => [...firstDuplicates],
	};
}

function shownUnknown(lacksLink: boolean) {
	return ({ kind, records }: { kind: UnknownField; records: number }) => {
		const suggestion = kind.suggest(lacksLink);
		return { name: kind.name, records, ...(suggestion !== undefined && { suggestion }) };
	};
}

function listIfAny<Name extends string, Item>(name: Name, list: Item[]): Partial<Record<Name, Item[]>> {
	return list.length === 0 ? {} : ({ [name]: list } as Record<Name, Item[]>);
}

/** One report of what several found, each in other records of one input. */
export function mergeReports(reports: readonly RecordReport[]): RecordReport {
	const sum = (count: (report: RecordReport) => number) => reports.reduce((total, report) => total + count(report), 0);
	const skipped = sum((report) => report.skipped ?? 0);
	const duplicates = sum((report) => report.duplicates ?? 0);
	const allUnknown = reports.flatMap(({ unknownFields = [] }) => unknownFields);
	const allNotes = reports.flatMap(({ notes = [] }) => notes);
	const hasRows = reports.some(({ rows }) => rows !== undefined);
	return {
		...(hasRows && { rows: sum(({ rows, total }) => rows ?? total) }),
		total: sum(({ total }) => total),
		valid: sum(({ valid }) => valid),
		invalid: sum(({ invalid }) => invalid),
		byRule: addUp(
			reports.flatMap(({ byRule }) => byRule),
			({ path, rule }) => `${path}\n${rule}`,
		),
		first: reports
			.flatMap(({ first }) => first)
			.sort((one, other) => (one.row ?? one.record) - (other.row ?? other.record))
			.slice(0, SHOWN),
		...(skipped > 0 && { skipped }),
		...(duplicates > 0 && { duplicates }),
		...listIfAny('unknownFields', addUp(allUnknown, ({ name }) => name).slice(0, TOLD)),
		...listIfAny('notes', addUp(allNotes, ({ field, rule }) => `${field}\n${rule}`).slice(0, TOLD)),
	};
}

/** Counts of the same kind as one; most frequent first. */
function addUp<Count extends { records: number }>(counts: Count[], keyOf: (count: Count) => string): Count[] {
	const sums = new Map<string, Count>();
	for (const count of counts) {
		const sum = sums.get(keyOf(count));
		if (sum === undefined) sums.set(keyOf(count), { ...count });
		else sum.records += count.records;
	}
	return [...sums.values()].sort((one, other) => other.records - one.records);
}
