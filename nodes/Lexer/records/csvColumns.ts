import type { ConversionOptions } from './convert/conversion';
import { createColumn, type Column } from './convert/recordConverter';
import type { CsvHeader } from './read/csvHeader';
import { FileFormatError } from './read/FileFormatError';
import type { RecordType } from './recordTypes';

/** A column of a CSV file that has a name, and so makes a field. */
export interface CsvColumn extends Column {
	/** Which cell of a row it has. */
	index: number;
	/** How problems name it. */
	shown: string;
}

/**
 * The columns that a header makes.
 *
 * @throws FileFormatError where a name is none that a field can have, or two are at odds
 */
export function csvColumns(
	{ names, shown }: CsvHeader,
	recordType: RecordType | 'custom',
	conversion: ConversionOptions,
): CsvColumn[] {
	const columns = names.flatMap((name, index) =>
		name === '' ? [] : [{ ...createColumn(recordType, name, conversion), index, shown: shown[index] }],
	);
	refuseNamesAtOdds(columns);
	return columns;
}

function refuseNamesAtOdds(columns: CsvColumn[]) {
	const byName = new Map(columns.map((column) => [column.path.join('.'), column]));
	for (const column of columns) {
		if (column.isRefused) throw new FileFormatError(`${said(column)} of the CSV file has a name that no field can have`);
		for (let depth = 1; depth < column.path.length; depth++) {
			const whole = byName.get(column.path.slice(0, depth).join('.'));
			if (whole === undefined) continue;
			throw new FileFormatError(`${said(column)} of the CSV file names a part of what ${said(whole, 'column')} is as a whole`);
		}
	}
}

/** A column by its number, and its name where names may be shown. */
function said({ index, shown }: CsvColumn, word = 'Column'): string {
	const number = `${word} ${index + 1}`;
	return shown === number.toLowerCase() ? number : `${number} ("${shown}")`;
}
