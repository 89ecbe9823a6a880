import type { ConvertField } from '../conversion';

/** A name of the input, understood once for all records. */
export interface Column {
	/** as the input has it */
	name: string;
	/** where its value goes in the object that is made */
	path: readonly string[];
	/** what problems call it */
	field: string;
	convert: ConvertField;
	/** Whether no object can have a field of this name. */
	isRefused: boolean;
}

/** Columns kept for the next record; a source that never repeats a name must not fill the memory. */
const MAX_KEPT_COLUMNS = 10_000;
const MAX_KEPT_NAME_CHARACTERS = 1000;

/** Gives what `create` makes of a name, made once for as many names as a table has columns. */
export function keepColumns<Kept extends Column>(create: (name: string) => Kept, onKept?: (column: Kept) => void) {
	const columns = new Map<string, Kept>();
	return (name: string): Kept => {
		const kept = columns.get(name);
		if (kept !== undefined) return kept;
		const column = create(name);
		if (columns.size < MAX_KEPT_COLUMNS && name.length <= MAX_KEPT_NAME_CHARACTERS) {
			columns.set(name, column);
			onKept?.(column);
		}
		return column;
	};
}
