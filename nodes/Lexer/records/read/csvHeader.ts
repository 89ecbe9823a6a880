import { isEmailName, isValueName } from '../valueNames';
import { FileFormatError } from './FileFormatError';

/** The first row of a CSV file, which names the columns. */
export interface CsvHeader {
	/** Trimmed; empty for a column that has no name, unless it is an index. */
	names: string[];
	/** How many columns at the beginning had no name, and got one. */
	indexes: number;
	/** Which names may be somebody's values: they are not told. */
	doubtful: ReadonlySet<number>;
}

/** What might be a name all the same, such as a year. */
const SHORT_NUMBER = /^[-+]?\d{1,4}$/;

/**
 * Reads the names of the columns.
 *
 * @throws FileFormatError where the row is one of data: then the file has no header, and its names
 * would be somebody's values
 */
export function readHeader(cells: string[], line: number): CsvHeader {
	const names = cells.map((cell) => cell.trim());
	const given = names.filter((name) => name !== '');
	const values = given.filter(isValueName);
	const maybeValues = given.filter((name) => SHORT_NUMBER.test(name) || isValueName(name));
	const isData = values.length > 0 && 2 * maybeValues.length > given.length;
	if (isData || maybeValues.length === given.length || given.some((name) => isEmailName(name))) {
		const column = names.indexOf(maybeValues[0]) + 1;
		throw new FileFormatError(
			`The CSV file has no header: column ${column} of line ${line} is a value`,
			'Add a first line with the names of the columns.',
		);
	}
	const maybe = new Set(maybeValues);
	const doubtful = new Set(names.flatMap((name, index) => (maybe.has(name) ? [index] : [])));
	const indexes = names.findIndex((name) => name !== '');
	const taken = new Set(given);
	return { names: names.map((name, index) => (index < indexes ? indexName(taken, index) : name)), indexes, doubtful };
}

/**
 * What to call a column without a name before the first that has one: the index that pandas and R write.
 * It is what pandas calls it when it reads such a file.
 */
function indexName(taken: ReadonlySet<string>, index: number): string {
	let name = `Unnamed: ${index}`;
	// A file that was read and saved has one of that name already.
	for (let times = 1; taken.has(name); times++) name = `Unnamed: ${index}.${times}`;
	return name;
}
