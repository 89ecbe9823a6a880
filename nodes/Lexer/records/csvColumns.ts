import type { ConversionOptions, ConvertField } from './convert/conversion';
import { isBlank } from './convert/emptyValues';
import { refuse } from './convert/findings';
import { findClash } from './convert/assembly/headerClash';
import { keyName } from './convert/assembly/keyColumns';
import { createColumn, type RecordColumn } from './convert/assembly/recordColumns';
import { NO_KEY, NO_KEY_ADVICE } from './grouping/keyProblems';
import type { CsvHeader } from './read/csvHeader';
import { FileFormatError } from './read/FileFormatError';
import type { RecordType } from './recordTypes';

/**
 * The columns that a header makes, one for each of its cells. What has no name there may have no value.
 *
 * @throws FileFormatError where a name is none that a field can have, or two are at odds
 */
export function csvColumns(
	{ names, areShown }: CsvHeader,
	recordType: RecordType | 'custom',
	conversion: ConversionOptions,
): RecordColumn[] {
	const columns = names.map((name, index) => {
		const column = createColumn(recordType, name, conversion);
		return areShown ? column : { ...column, name: `column ${index + 1}`, field: `column ${index + 1}` };
	});
	const refused = columns.findIndex(({ isRefused }, index) => isRefused && names[index] !== '');
	if (refused >= 0) {
		throw new FileFormatError(`Column ${refused + 1} of the CSV file ${columns[refused].refusal ?? 'has a name that no field can have'}`);
	}
	const listed = columns.findIndex(({ list }) => list !== undefined);
	if (listed >= 0 && keyName(recordType, conversion) === undefined) {
		throw new FileFormatError(`Column ${listed + 1} of the CSV file ${NO_KEY}`, NO_KEY_ADVICE);
	}
	const clash = findClash(columns);
	if (clash !== undefined) throw new FileFormatError(`In the header of the CSV file, ${clash}`);
	return columns.map((column, index) =>
		names[index] === '' ? { ...column, field: `column ${index + 1}`, isRefused: false, convert: refuseValue } : column,
	);
}

const refuseValue: ConvertField = (value, path, findings) =>
	value === undefined || isBlank(value) ? undefined : refuse(findings, path, 'has a value, but no name in the header');
