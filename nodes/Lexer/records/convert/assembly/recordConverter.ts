import type { RecordType } from '../../recordTypes';
import { keepColumns } from '../names/columns';
import { type ConversionOptions, DEFAULT_CONVERSION } from '../conversion';
import { emailHasher, NO_HASHING } from './hashEmails';
import { heldAt } from './heldAt';
import { keyName } from './keyColumns';
import { type Conversion, createRecordBuilder, type LexerRecord, type Row } from './recordBuilder';
import { createColumn, FILES, type RecordColumn } from './recordColumns';
import { typedLinkConverter } from './typedLink';

export type { Conversion, LexerRecord, Row } from './recordBuilder';

export interface RecordConverter {
	(json: LexerRecord): Conversion;
	/**
	 * The same of one of several rows that make a record.
	 *
	 * @param firstOf gives the first row that has a key: what stands outside of lists is not converted
	 * again where both have it alike
	 */
	rowOf(json: LexerRecord, firstOf?: (key: string) => LexerRecord | undefined): Row;
	/** The key in fields that may not be the row's own, such as those of the item that it is mapped from; also inside of an object. */
	keyIn(json: LexerRecord): Pick<Row, 'key' | 'hasKeyColumn'>;
	/** Whether any column so far is a part of a list: then several rows make a record. */
	makesLists(): boolean;
	/** The columns that the items so far have had, with and without values, in the order in which they came. */
	readonly columns: readonly RecordColumn[];
}

/**
 * Gives a function that makes a record of an item's JSON: names find their fields, dotted names nest,
 * values become what the record type's schema says where nothing is lost, and null, undefined and empty
 * texts are left out.
 *
 * Of two columns that come to one field the record takes the one that has a value; where both have
 * one, that is a problem. n8n's own `_files` is never taken.
 *
 * @param isChecked whether the check follows; where none does, what can be written is
 * @param watch gives the column that is used in place of one
 */
export function recordConverter(
	recordType: RecordType | 'custom',
	options: ConversionOptions = DEFAULT_CONVERSION,
	isChecked = true,
	watch: (column: RecordColumn) => RecordColumn = (column) => column,
): RecordConverter {
	const columns: RecordColumn[] = [];
	let makesLists = false;
	const create = (name: string) => {
		const column = createColumn(recordType, name, options);
		makesLists ||= column.list !== undefined;
		return name === FILES ? column : watch(column);
	};
	const given: RecordColumn[] = [];
	const hasher = options.hashEmails ? emailHasher(recordType, given) : NO_HASHING;
	const columnOf = keepColumns(create, (column) => {
		given.push(column);
		const path = hasher.hashedPath(column.path);
		columns.push(path === column.path ? column : { ...column, path });
	});
	const builder = createRecordBuilder(isChecked, typedLinkConverter(recordType, options));
	const convert = (json: LexerRecord): Conversion => {
		const names = Object.keys(json);
		builder.begin();
		try {
			for (const name of names) builder.add(columnOf(name), json[name]);
		} catch {
			// A getter or a toJSON of the input, or a text longer than JavaScript has: only that value fails.
			builder.begin();
			for (const name of names) builder.tryToAdd(columnOf(name), () => json[name]);
		}
		return hasher.hashEmails(builder.finish());
	};
	const repeatedKey = (
		json: LexerRecord,
		names: readonly string[],
		firstOf: (key: string) => LexerRecord | undefined,
	): string | undefined => {
		const name = names.find((one) => columnOf(one).toKey !== undefined);
		const key = name === undefined ? undefined : columnOf(name).toKey!(json[name]);
		const first = key === undefined ? undefined : firstOf(key);
		if (first === undefined || Object.keys(first).length !== names.length) return undefined;
		const isRepeated = names.every((name) =>
			columnOf(name).list === undefined ? isSameSingle(json[name], first[name]) : Object.hasOwn(first, name),
		);
		return isRepeated ? key : undefined;
	};
	const rowOf: RecordConverter['rowOf'] = (json, firstOf) => {
		if (firstOf === undefined) return hasher.hashItems(builder.asRow(convert(json)));
		try {
			const names = Object.keys(json);
			const key = repeatedKey(json, names, firstOf);
			if (key !== undefined) {
				builder.begin();
				for (const name of names) if (columnOf(name).list !== undefined) builder.add(columnOf(name), json[name]);
				return hasher.hashItems(builder.asRepeated(key));
			}
		} catch {
			// The usual way says which value cannot be read.
		}
		return hasher.hashItems(builder.asRow(convert(json)));
	};
	const keyColumnOf = keepColumns((name) => createColumn(recordType, name, options));
	const key = keyName(recordType, options);
	const keyColumn = key === undefined ? undefined : keyColumnOf(key);
	const keyPlaces = key === undefined || keyColumn === undefined ? [] : distinct([key.split('.'), keyColumn.path]);
	const keyIn = (json: LexerRecord) => {
		const name = Object.keys(json).find((one) => keyColumnOf(one).toKey !== undefined);
		if (name !== undefined) return { key: keyColumnOf(name).toKey!(json[name]), hasKeyColumn: true };
		const held = keyPlaces.map((path) => heldAt(json, path, options)).find((found) => found !== undefined);
		return { key: held && keyColumn?.toKey?.(held.value), hasKeyColumn: held !== undefined };
	};
	return Object.assign(convert, { columns, rowOf, keyIn, makesLists: () => makesLists });
}

function distinct(paths: ReadonlyArray<readonly string[]>): ReadonlyArray<readonly string[]> {
	return [...new Map(paths.map((path) => [path.join('\0'), path])).values()];
}

export interface RowConverter {
	(cells: readonly unknown[]): Conversion;
	/**
	 * The same of one of several rows that make a record.
	 *
	 * @param first another row of it: what stands outside of lists is not converted again where both have it alike
	 */
	rowOf(cells: readonly unknown[], first?: readonly unknown[]): Row;
}

/** The same for rows whose cells are in the order of the columns of a header. */
export function rowConverter(
	columns: readonly RecordColumn[],
	recordType: RecordType | 'custom',
	options: ConversionOptions = DEFAULT_CONVERSION,
	isChecked = true,
): RowConverter {
	const hasher = options.hashEmails ? emailHasher(recordType, columns) : NO_HASHING;
	const builder = createRecordBuilder(isChecked, typedLinkConverter(recordType, options));
	const convert = (cells: readonly unknown[]) => {
		builder.begin();
		for (let index = 0; index < columns.length; index++) builder.add(columns[index], cells[index]);
		return hasher.hashEmails(builder.finish());
	};
	const keyIndex = columns.findIndex(({ toKey }) => toKey !== undefined);
	const rowOf: RowConverter['rowOf'] = (cells, first) => {
		const isRepeated =
			first !== undefined && keyIndex >= 0 && columns.every(({ list }, index) => list !== undefined || cells[index] === first[index]);
		const key = isRepeated ? columns[keyIndex].toKey!(cells[keyIndex]) : undefined;
		if (key === undefined) return hasher.hashItems(builder.asRow(convert(cells)));
		builder.begin();
		for (let index = 0; index < columns.length; index++)
			if (columns[index].list !== undefined) builder.add(columns[index], cells[index]);
		return hasher.hashItems(builder.asRepeated(key));
	};
	return Object.assign(convert, { rowOf });
}

/** Whether both are the same text, number, flag or date, or nothing; of anything else a look at it would take too long. */
function isSameSingle(one: unknown, other: unknown): boolean {
	if (one === other) return typeof one !== 'object' || one === null;
	return isPlainDate(one) && isPlainDate(other) && one.getTime() === other.getTime();
}

function isPlainDate(value: unknown): value is Date {
	return value instanceof Date && Object.getPrototypeOf(value) === Date.prototype;
}
