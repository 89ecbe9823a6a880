import { FIELD_NAMES } from '../../schemas';
import { ITEM, pathText } from '../names/listNames';
import { shownName } from '../names/shownName';
import type { RecordColumn } from './recordColumns';

/**
 * How problems call a place in a record: as its column says, and below that only by names that some
 * schema knows, as others may be anyone's data.
 *
 * @param columns that made the record
 */
export function shownPath(path: readonly string[], columns: readonly RecordColumn[]): string {
	const column = columns.find((one) => one.path.length <= path.length && one.path.every((name, depth) => path[depth] === name));
	const below = path.slice(column?.path.length ?? 0).map((name) => (FIELD_NAMES.has(name) || name === ITEM ? name : '*'));
	return shownName(pathText(column === undefined ? below : [column.field, ...below]));
}
