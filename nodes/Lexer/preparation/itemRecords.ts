import { checkRecord } from '../records/check/checkRecord';
import type { ConversionOptions } from '../records/convert/conversion';
import type { RecordColumn } from '../records/convert/record/recordColumns';
import { type Conversion, recordConverter } from '../records/convert/record/recordConverter';
import type { Rules } from '../records/recordTypes';
import type { InputColumn } from '../records/write/csv';
import type { ReadColumns } from '../parameters/columns';
import { isRecordType } from '../parameters/recordTypes';

/** Makes an item's record; it is valid where it has no problems. */
export interface ItemRecords {
	recordOf(itemIndex: number): Conversion;
	/** The columns of the items so far. */
	columns: readonly InputColumn[];
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
	const { columns } = convert;
	if (knownType === undefined || rules === undefined) return { columns, recordOf: (itemIndex) => convert(columnsOf(itemIndex)) };
	return {
		columns,
		recordOf(itemIndex) {
			const conversion = convert(columnsOf(itemIndex));
			if (conversion.problems.length > 0 || conversion.isEmpty) return conversion;
			return { ...conversion, problems: checkRecord(knownType, rules, conversion.record) };
		},
	};
}
