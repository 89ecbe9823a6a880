import type { RecordColumn } from './recordColumns';
import { shownName } from '../names/shownName';

/**
 * Finds two columns of a header that cannot both be in a record: they come to one field, or one is a
 * part of what the other is as a whole.
 *
 * @returns which, in words that follow "In the header of the file,"; undefined where all go together
 */
export function findClash(columns: readonly RecordColumn[]): string | undefined {
	const byPath = new Map<string, number>();
	for (const [index, { path, field, isRefused }] of columns.entries()) {
		if (isRefused) continue;
		const key = keyOf(path);
		const first = byPath.get(key);
		if (first !== undefined) return `${named(columns, first)} and ${named(columns, index)} are the same field, ${field}`;
		byPath.set(key, index);
	}
	for (const [index, { path, isRefused, isMoved }] of columns.entries()) {
		// Fields that move to custom_fields join those that it has.
		if (isRefused || isMoved) continue;
		for (let depth = 1; depth < path.length; depth++) {
			const whole = byPath.get(keyOf(path.slice(0, depth)));
			if (whole === undefined) continue;
			return `${named(columns, index)} is a part of what ${named(columns, whole)} is as a whole`;
		}
	}
	return undefined;
}

/** Names can have any character but this one, with which they are refused. */
function keyOf(path: readonly string[]): string {
	return path.join('\0');
}

function named(columns: readonly RecordColumn[], index: number): string {
	return `column ${index + 1} ("${shownName(columns[index].name)}")`;
}
