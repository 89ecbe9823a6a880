import type { ConversionOptions, ConvertField } from './convert/conversion';
import { isBlank } from './convert/emptyValues';
import { refuse } from './convert/findings';
import { findClash } from './convert/assembly/headerClash';
import { findField } from './convert/names/fieldNames';
import { keyName } from './convert/assembly/keyColumns';
import { createColumn, type RecordColumn } from './convert/assembly/recordColumns';
import { NO_KEY, NO_KEY_ADVICE } from './grouping/keyProblems';
import type { CsvHeader } from './read/csvHeader';
import { FileFormatError } from './read/FileFormatError';
import type { RecordType } from './recordTypes';
import { SCHEMAS } from './schemas';

/**
 * The columns that a header makes, one for each of its cells. What has no name there may have no value.
 *
 * @throws FileFormatError where a name is none that a field can have, or two are at odds
 */
export function csvColumns(header: CsvHeader, recordType: RecordType | 'custom', conversion: ConversionOptions): RecordColumn[] {
	const { names } = header;
	const isHidden = hiddenNames(header, recordType, conversion);
	const columns = names.map((name, index) => {
		if (!isHidden(index)) return createColumn(recordType, name, conversion);
		const place = `column ${index + 1}`;
		return { ...createColumn(recordType, name, conversion, place), name: place, field: place };
	});
	const refused = columns.findIndex(({ isRefused }, index) => isRefused && names[index] !== '');
	if (refused >= 0) {
		throw new FileFormatError(
			`Column ${refused + 1} of the CSV file ${columns[refused].refusal ?? 'has a name that no field can have'}`,
		);
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

/** Where a name may be somebody's value, none is told unless another is a field's: then the row is a header. */
function hiddenNames(
	{ names, doubtful }: CsvHeader,
	recordType: RecordType | 'custom',
	{ fieldNames }: ConversionOptions,
): (index: number) => boolean {
	if (doubtful.size === 0) return () => false;
	const schema = recordType === 'custom' ? undefined : SCHEMAS[recordType];
	const isHeader = schema !== undefined && names.some((name) => findField(schema, name, fieldNames).isField);
	return (index) => !isHeader || doubtful.has(index);
}

const refuseValue: ConvertField = (value, path, findings) =>
	value === undefined || isBlank(value) ? undefined : refuse(findings, path, 'has a value, but no name in the header');
