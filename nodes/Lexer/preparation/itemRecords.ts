import { checkConversion } from '../records/check/checkConversion';
import { checkRecord } from '../records/check/checkRecord';
import type { ConversionOptions } from '../records/convert/conversion';
import { keyName } from '../records/convert/assembly/keyColumns';
import type { RecordColumn } from '../records/convert/assembly/recordColumns';
import {
	type Conversion,
	type LexerRecord,
	type RecordConverter,
	recordConverter,
	type Row,
} from '../records/convert/assembly/recordConverter';
import { isLarge, settleLarge } from '../records/grouping/largeRecord';
import type { Rules } from '../records/recordTypes';
import type { NextTurn } from '../timing/turns';
import type { ReadColumns } from '../parameters/columns';
import { isRecordType } from '../parameters/recordTypes';

/** Makes records of items; what is made is valid where it has no problems. */
export interface ItemRecords {
	/** The record that an item is by itself. */
	recordOf(itemIndex: number): Conversion;
	/** An item's fields, by the names of its columns. */
	fieldsOf: ReadColumns;
	/** What an item is where several make a record, which is to be checked. */
	rowOf: RecordConverter['rowOf'];
	/** The key inside of an object of the fields, or else in the item itself, where what is mapped of it has no column of it. */
	keyIn(fields: LexerRecord, itemIndex: number): Pick<Row, 'key' | 'hasKeyColumn'>;
	/** Whether each value is watched: then none is passed over. */
	isWatched: boolean;
	/** Checks a record that rows made, where that was asked for; a large one in turns, so that it is written in part. */
	settle(conversion: Conversion, nextTurn: NextTurn): Conversion | Promise<Conversion>;
	/** Whether several items make a record: they are to, or one so far had a part of a list. */
	areRows(): boolean;
	/** The name of the column by which they do. */
	key: string | undefined;
	/** The columns of the items so far. */
	columns: readonly RecordColumn[];
}

/** What records are made of items by. */
export interface RecordReading {
	/** One that the node does not know is converted as a custom one, and not checked. */
	recordType: string;
	/** None where records are not checked. */
	rules: Rules | undefined;
	conversion: ConversionOptions;
	/** Gives the column that is used in place of one. */
	watch?: (column: RecordColumn) => RecordColumn;
}

/** Makes records of items: converts their values, and checks them where that was asked for. */
export function itemRecords({ recordType, rules, conversion, watch }: RecordReading, columnsOf: ReadColumns): ItemRecords {
	const knownType = isRecordType(recordType) ? recordType : undefined;
	const convert = recordConverter(knownType ?? 'custom', conversion, rules !== undefined, watch);
	const isUnchecked = knownType === undefined || rules === undefined;
	const problemsOf = (record: LexerRecord) => (isUnchecked ? [] : checkRecord(knownType, rules, record));
	const check = (made: Conversion) => checkConversion(made, problemsOf);
	return {
		columns: convert.columns,
		key: keyName(recordType, conversion),
		areRows: () => conversion.groupBy !== '' || convert.makesLists(),
		recordOf: (itemIndex) => check(convert(columnsOf(itemIndex))),
		fieldsOf: columnsOf,
		rowOf: convert.rowOf,
		keyIn: (fields, itemIndex) => {
			const held = convert.keyIn(fields);
			return held.hasKeyColumn ? held : convert.keyIn(columnsOf.itemOf(itemIndex));
		},
		isWatched: watch !== undefined,
		settle: (made, nextTurn) => (isLarge(made.record) ? settleLarge(made, problemsOf, nextTurn) : check(made)),
	};
}
