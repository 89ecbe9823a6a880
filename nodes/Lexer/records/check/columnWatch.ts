import { type ConversionOptions, DEFAULT_CONVERSION } from '../convert/conversion';
import { isBlank, isNothing } from '../convert/emptyValues';
import { findField } from '../convert/names/fieldNames';
import { findListColumn } from '../convert/assembly/listColumns';
import type { RecordColumn } from '../convert/assembly/recordColumns';
import { ITEM, pathText } from '../convert/names/listNames';
import { innerName, shownName } from '../convert/names/shownName';
import { unknownField } from '../convert/names/unknownFields';
import type { Problem } from '../problem';
import type { RecordType } from '../recordTypes';
import { FIELD_NAMES, SCHEMAS, wholeSchema } from '../schemas';
import { withoutIndices } from './counter';
import { missingFields } from './missingFields';

/** What became of a column of the input: names and counts, never values. */
export interface ColumnReport {
	/** as the input has it */
	name: string;
	/** the field of the record type that it is; missing where it is none */
	field?: string;
	/** the field that was probably meant, where it is none */
	suggestion?: string;
	/** records with a value in it; rows, where several make a record */
	filled: number;
	/** those whose value was changed into what the field wants */
	converted: number;
	/** records with something wrong in it */
	invalid: number;
}

/** Watches the columns of records while these are made, to help whoever maps them. */
export interface ColumnWatch {
	/** The same column, watched. */
	watch(column: RecordColumn): RecordColumn;
	/**
	 * To be called once a record is checked, and before the next is made.
	 *
	 * @param isOfRows whether several rows made it: they may have been read long before
	 */
	endRecord(problems: readonly Problem[], isOfRows?: boolean): void;
	/** Takes a record that is not made of columns but was read as it is: its fields are the columns. */
	seeRecord(record: unknown, problems: readonly Problem[]): void;
	columns(): ColumnReport[];
	/** The required fields that no column gives. */
	missing(): string[];
}

/** What is to be known of a column. */
type Named = Pick<RecordColumn, 'name' | 'path' | 'field'> & Partial<Pick<RecordColumn, 'isMoved' | 'isRefused' | 'list'>>;

interface Watched {
	column: Named;
	path: string;
	filled: number;
	converted: number;
	invalid: number;
	isFilledNow: boolean;
}

/** Of a table with more columns, the first are reported. */
const MAX_COLUMNS = 1000;

/** Gathers what becomes of the columns of one table, by name, for the first thousand of them. */
export function watchColumns(recordType: RecordType | 'custom', { emptyValues }: ConversionOptions = DEFAULT_CONVERSION): ColumnWatch {
	const watched = new Map<string, Watched>();
	const entryOf = (column: Named): Watched | undefined => {
		const known = watched.get(column.name);
		if (known !== undefined || watched.size >= MAX_COLUMNS) return known;
		const entry = { column, path: pathText(column.path), filled: 0, converted: 0, invalid: 0, isFilledNow: false };
		watched.set(column.name, entry);
		return entry;
	};
	const endRecord = (problems: readonly Problem[], isOfRows = false) => {
		const isFilled = (entry: Watched) => entry.isFilledNow || (isOfRows && entry.filled > 0);
		if (problems.length > 0) {
			// Of several columns of one field, what is wrong with it is wrong in those that gave it.
			const entries = [...watched.values()];
			const given = new Set(entries.filter(isFilled).map(({ path }) => path));
			for (const entry of entries) {
				const isItsOwn = isFilled(entry) || !given.has(entry.path);
				if (isItsOwn && problems.some((problem) => isAbout(problem.path, entry, isFilled(entry)))) entry.invalid++;
			}
		}
		for (const entry of watched.values()) entry.isFilledNow = false;
	};
	const missing = () =>
		missingFields(
			recordType,
			[...watched.values()].map(({ column }) => column.path),
		);
	return {
		watch(column) {
			const seen = entryOf(column);
			if (seen === undefined) return column;
			const convert: RecordColumn['convert'] = (value, path, findings) => {
				const problemsBefore = findings.problems.length;
				const result = column.convert(value, path, findings);
				if (!isNothing(value, emptyValues) && !isBlank(value)) {
					seen.isFilledNow = true;
					seen.filled++;
					if (findings.problems.length === problemsBefore && result !== undefined && !isSame(value, result)) seen.converted++;
				}
				return result;
			};
			return { ...column, convert };
		},
		endRecord,
		seeRecord(record, problems) {
			for (const { path, value } of leavesOf(record, [])) {
				const [first, ...inner] = path;
				const name = [shownName(first), ...inner.map(innerName)].join('.');
				const seen = entryOf({ name, path, field: name });
				if (seen === undefined || isNothing(value, emptyValues) || isBlank(value) || seen.isFilledNow) continue;
				seen.isFilledNow = true;
				seen.filled++;
			}
			endRecord(problems);
		},
		columns() {
			const lacksLink = missing().includes('link');
			return [...watched.values()].map((entry) => reportOf(entry, recordType, lacksLink));
		},
		missing,
	};
}

/** Deeper than this no record type has fields. */
const MAX_DEPTH = 4;

/** The values of a record, those inside of objects by their paths; lists are values. */
function* leavesOf(value: unknown, path: string[]): Generator<{ path: string[]; value: unknown }> {
	const isNest = typeof value === 'object' && value !== null && !Array.isArray(value);
	const names = isNest && path.length < MAX_DEPTH ? Object.keys(value) : [];
	if (names.length === 0) {
		if (path.length > 0) yield { path, value };
		return;
	}
	for (const name of names) yield* leavesOf((value as Record<string, unknown>)[name], [...path, name]);
}

/** A problem with an object as a whole is one with all of its fields that have a value. */
function isAbout(problemPath: string, { path, column }: Watched, isFilled: boolean): boolean {
	if (problemPath === '') return false;
	const about = column.list === undefined ? problemPath : withoutIndices(problemPath);
	const isIn = (name: string) => about === name || about.startsWith(`${name}.`) || about.startsWith(`${name}[`);
	return isIn(path) || isIn(column.field) || (isFilled && path.startsWith(`${about}.`));
}

function reportOf(
	{ column, path, filled, converted, invalid }: Watched,
	recordType: RecordType | 'custom',
	lacksLink: boolean,
): ColumnReport {
	const counts = { filled, converted, invalid };
	const name = shownName(column.name);
	if (recordType === 'custom') return { name, ...counts };
	const isKnown = column.isMoved !== true && column.isRefused !== true;
	const isField =
		isKnown && (column.list === undefined ? findField(SCHEMAS[recordType], path, 'exact').isField : isListField(recordType, path));
	if (isField) {
		// Where the names of a header may be values, only what the schema has is told.
		const isTold = column.field.startsWith(path) || column.path.every((part) => part === ITEM || FIELD_NAMES.has(part));
		return { name, ...(isTold && { field: path }), ...counts };
	}
	const suggestion = suggestionFor(column, recordType, lacksLink);
	return { name, ...(suggestion !== undefined && { suggestion }), ...counts };
}

/** The field that was probably meant; of a part of a list, one of its items. */
function suggestionFor({ name, list }: Named, recordType: RecordType, lacksLink: boolean): string | undefined {
	const schema = SCHEMAS[recordType];
	if (list === undefined) return unknownField('', name, schema).suggest(lacksLink);
	const { schema: listSchema } = findField(schema, list.field, 'exact');
	const items = (listSchema && wholeSchema(listSchema).items) ?? {};
	return unknownField(`${list.field}${ITEM}.`, list.inner.join('.'), items).suggest();
}

function isListField(recordType: RecordType, path: string): boolean {
	const found = findListColumn(SCHEMAS[recordType], path, { ...DEFAULT_CONVERSION, fieldNames: 'exact' });
	return typeof found === 'object' && found.isField;
}

/** Whether what is sent is what was given: of lists and objects, as JSON. */
function isSame(value: unknown, result: unknown): boolean {
	if (typeof value !== 'object' || value === null) return value === result;
	try {
		return JSON.stringify(value) === JSON.stringify(result);
	} catch {
		return false;
	}
}
