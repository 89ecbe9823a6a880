import type { Schema } from '../../schemas';
import { booleanField } from './booleans';
import { bytesOf, flagOfBytes, hexOfHash, refuseBytes } from '../values/bytes';
import { hashField } from '../texts/hashes';
import type { ConversionOptions, ConvertField, Findings } from '../conversion';
import { dateField, dateTimeField } from '../dates/dates';
import { numberField } from '../numbers/numbers';
import { phoneField } from '../phones/phones';
import { choiceField, lowerCaseField, textField } from '../texts/texts';
import { unwrap } from '../values/unwrap';

/** How to convert a single value that has this schema, which holds no reference. */
export function leafConverter(schema: Schema, options: ConversionOptions): ConvertField {
	const { type, format, hashBytes, mobileNumber, trimmedLowerCase, enum: choices } = schema;
	switch (type) {
		case 'number':
		case 'integer':
			return leaf(numberField(options, type === 'integer'));
		case 'boolean':
			return leaf(booleanField, flagOfBytes);
		default:
			if (format === 'date') return leaf(dateField(options));
			if (format === 'date-time') return leaf(dateTimeField(options));
			if (mobileNumber) return leaf(phoneField(options));
			if (hashBytes !== undefined) return leaf(hashField(hashBytes), (bytes) => hexOfHash(bytes, hashBytes));
			if (choices !== undefined) return leaf(choiceField);
			return leaf(trimmedLowerCase ? lowerCaseField : textField);
	}
}

/** @param ofBytes what bytes stand for in this field, if anything */
function leaf(convert: ConvertField, ofBytes?: (bytes: Uint8Array) => unknown): ConvertField {
	const convertObject = (value: object, path: string, findings: Findings) => {
		const single = unwrap(value, true);
		const bytes = typeof single === 'object' && single !== null ? bytesOf(single) : undefined;
		if (bytes === undefined) return convert(single, path, findings);
		return ofBytes?.(bytes) ?? refuseBytes(path, findings);
	};
	return (value, path, findings) =>
		typeof value === 'object' && value !== null ? convertObject(value, path, findings) : convert(value, path, findings);
}
