/** A field of the records: the column of its own values, and the fields of the objects that it holds. */
export interface Field {
	key: string;
	/** With the names of the objects that hold it: `link.email`. */
	name: string;
	column: CsvColumn | undefined;
	fields: Map<string, Field>;
	/** The same in the order in which they were first seen, which is mostly the order of the next object. */
	order: Field[];
}

export interface CsvColumn {
	index: number;
	name: string;
	/** Whether any record had a value for it, be it an empty one. */
	isUsed: boolean;
	/** The fields whose values it has: two if both have that name, such as `x.y` and the y of an x. */
	fields: Field[];
}

/** As many as a spreadsheet has. Records that name their fields ever anew make no table. */
const MAX_COLUMNS = 16_384;

/**
 * The columns of a CSV file, which its records make as they come. No two have the same name.
 *
 * @param isNest whether a value is an object that its fields stand for
 */
export function createCsvColumns(isNest: (value: unknown) => value is object) {
	const root: Field = { key: '', name: '', column: undefined, fields: new Map(), order: [] };
	const columns: CsvColumn[] = [];
	const byName = new Map<string, CsvColumn>();

	function fieldIn(holder: Field, key: string): Field {
		const known = holder.fields.get(key);
		if (known !== undefined) return known;
		const name = holder === root ? key : `${holder.name}.${key}`;
		const field: Field = { key, name, column: undefined, fields: new Map(), order: [] };
		holder.fields.set(key, field);
		holder.order.push(field);
		return field;
	}

	/** The column of a field's own values; undefined where there are too many. */
	function columnOf(field: Field): CsvColumn | undefined {
		if (field.column !== undefined) return field.column;
		let column = byName.get(field.name);
		if (column === undefined) {
			if (columns.length >= MAX_COLUMNS) return undefined;
			column = { index: columns.length, name: field.name, isUsed: false, fields: [] };
			columns.push(column);
			byName.set(field.name, column);
		}
		column.fields.push(field);
		field.column = column;
		return column;
	}

	function reserveParts(value: unknown, field: Field) {
		if (!isNest(value)) {
			// What has parts so far will have them again, or will ask for a column of its own.
			if (field.order.length === 0) columnOf(field);
			return;
		}
		for (const key of Object.keys(value)) reserveParts((value as Record<string, unknown>)[key], fieldIn(field, key));
	}

	return {
		root,
		fieldIn,
		columnOf,
		count: () => columns.length,
		/** Makes the columns of an input's column that was not there before, in its place, even if it has no value. */
		reserve(path: readonly string[], record: object) {
			let field = root;
			let value: unknown = record;
			for (const name of path) {
				field = fieldIn(field, name);
				value = isNest(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
			}
			reserveParts(value, field);
		},
		/** The names of the header, and which of the columns are in it: not those that only their parts have values for. */
		header() {
			const isLeftOut = ({ isUsed, fields }: CsvColumn) => !isUsed && fields.some(({ order }) => order.length > 0);
			const isKept = columns.map((column) => !isLeftOut(column));
			return { names: columns.filter(({ index }) => isKept[index]).map(({ name }) => name), isKept };
		},
	};
}
