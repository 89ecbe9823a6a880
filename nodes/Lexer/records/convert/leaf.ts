import type { Schema } from '../schemas';
import type { ConversionOptions, ConvertField } from './conversion';
import { convertFree } from './free';
import { finite, validDate } from './unsayable';
import { unwrap } from './unwrap';
import { toBoolean, toDate, toDateTime, toNumber, toText, toTrimmedLowerCase, type Convert } from './values';

/** How to convert a single value that has this schema, which holds no reference. */
export function leafConverter({ type, format, trimmedLowerCase }: Schema, _options: ConversionOptions): ConvertField {
	switch (type) {
		case 'number':
		case 'integer':
			return leafField(toNumber);
		case 'boolean':
			return leafField(toBoolean);
		default:
			if (format === 'date') return leafField(toDate);
			if (format === 'date-time') return leafField(toDateTime);
			return trimmedLowerCase ? leafField(toTrimmedLowerCase) : textField;
	}
}

const anyToText = leafField(toText);

/** Most fields want a text and have one. */
const textField: ConvertField = (value, path, findings) =>
	typeof value === 'string' && value !== '' ? value : anyToText(value, path, findings);

function leafField(convert: Convert): ConvertField {
	return (value, path, findings) => {
		const plain = typeof value === 'object' && value !== null ? unwrap(value) : value;
		const converted = convert(plain);
		if (typeof converted === 'number') return finite(converted, path, findings);
		if (converted instanceof Date) return validDate(converted, path, findings);
		return typeof converted === 'object' ? convertFree(converted, path, findings) : converted;
	};
}
