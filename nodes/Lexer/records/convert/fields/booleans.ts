import { strip } from '../../formats/pythonText';
import type { ConvertField } from '../conversion';
import { isBlank } from '../emptyValues';
import { convertFree } from '../values/free';

const BOOLEANS = new Map<unknown, boolean>([
	...['1', '1.0', 't', 'true', 'y', 'yes', 'on', '\u0001', 1, 1n].map((value) => [value, true] as const),
	...['0', '0.0', 'f', 'false', 'n', 'no', 'off', '\u0000', 0, 0n].map((value) => [value, false] as const),
]);

/** For fields of flags: what databases and people write for yes and no; whatever else is for the check to refuse. */
export const booleanField: ConvertField = (value, path, findings) => {
	if (typeof value === 'boolean') return value;
	if (value === null || value === undefined || value === '') return undefined;
	const known = BOOLEANS.get(typeof value === 'string' ? strip(value.toLowerCase()) : value);
	if (known !== undefined) return known;
	return isBlank(value) ? undefined : convertFree(value, path, findings);
};
