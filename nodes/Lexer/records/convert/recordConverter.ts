import type { RecordType } from '../recordTypes';
import { SCHEMAS } from '../schemas';
import { type ConvertField, DEFAULT_CONVERSION, type Findings } from './conversion';
import { fieldConverter, schemaAt } from './field';
import { isRefusedName } from './free';

export type LexerRecord = Record<string, unknown>;

/** `problems` are what the record could not take in; the check of the record itself comes after. */
export interface Conversion extends Findings {
	record: LexerRecord;
}

/** A name, taken apart once for all records. */
export interface Column {
	name: string;
	path: string[];
	convert: ConvertField;
	isRefused: boolean;
}

/** Deeper than this a name is a mistake; JSON as deep as some names are long could not be written. */
const MAX_NESTING = 100;

/** Columns kept for the next record; a source that never repeats a name must not fill the memory. */
const MAX_KEPT_COLUMNS = 10_000;

/**
 * Gives a function that makes a record of an item's JSON: dotted names nest, values become what the
 * record type's schema says where nothing is lost, and null, undefined and empty texts are left out.
 */
export function recordConverter(
	recordType: RecordType | 'custom',
	options = DEFAULT_CONVERSION,
): (json: LexerRecord) => Conversion {
	const columns = new Map<string, Column>();
	const columnOf = (name: string) => {
		const kept = columns.get(name);
		if (kept !== undefined) return kept;
		const column = createColumn(recordType, name, options);
		if (columns.size < MAX_KEPT_COLUMNS) columns.set(name, column);
		return column;
	};
	// Made anew only once it is used: most records have nothing to say.
	let findings: Findings = { problems: [], notes: [] };
	return (json) => {
		const record: LexerRecord = {};
		if (findings.problems.length + findings.notes.length > 0) findings = { problems: [], notes: [] };
		let nests: LexerRecord[] | undefined;
		for (const name of Object.keys(json)) {
			const column = columnOf(name);
			if (column.isRefused) {
				findings.problems.push({ path: name, rule: 'is no name that a field can have' });
				continue;
			}
			const value = column.convert(json[name], name, findings);
			if (value === undefined) continue;
			if (column.path.length === 1 && record[name] === undefined) record[name] = value;
			else if (!place(record, column.path, value, (nests ??= [record]))) {
				findings.problems.push({ path: name, rule: 'is given twice, as a whole and in parts' });
			}
		}
		return { record, ...findings };
	};
}

/** Takes a name apart and finds how its values convert. */
export function createColumn(recordType: RecordType | 'custom', name: string, options = DEFAULT_CONVERSION): Column {
	const path = name.split('.');
	const schema = recordType === 'custom' ? undefined : schemaAt(SCHEMAS[recordType], path);
	return {
		name,
		path,
		convert: fieldConverter(schema, options),
		isRefused: path.length > MAX_NESTING || path.some((part) => part === '' || isRefusedName(part)),
	};
}

/**
 * Puts a value into a record, however deep.
 *
 * @param nests the objects that this made on the way, and the record; a value in their place, or in
 * the value's place, means that two names are at odds
 * @returns whether they were not
 */
export function place(record: LexerRecord, path: readonly string[], value: unknown, nests: LexerRecord[]): boolean {
	let holder = record;
	const last = path.length - 1;
	for (let depth = 0; depth < last; depth++) {
		let next = holder[path[depth]];
		if (next === undefined) {
			next = holder[path[depth]] = {};
			nests.push(next as LexerRecord);
		} else if (!nests.includes(next as LexerRecord)) {
			return false;
		}
		holder = next as LexerRecord;
	}
	if (holder[path[last]] !== undefined) return false;
	holder[path[last]] = value;
	return true;
}
