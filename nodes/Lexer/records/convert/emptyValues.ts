import type { ConversionOptions, ConvertField } from './conversion';

/**
 * The same conversion, but for texts that stand for nothing: those of Empty Values, in this very
 * spelling (`Null` is a name that people have), with or without blanks around them.
 */
export function withEmptyValues(convert: ConvertField, { emptyValues }: ConversionOptions): ConvertField {
	if (emptyValues.size === 0) return convert;
	return (value, path, findings) => (isEmptyValue(value, emptyValues) ? undefined : convert(value, path, findings));
}

/** Whether this is a text of Empty Values. */
export function isEmptyValue(value: unknown, emptyValues: ReadonlySet<string>): boolean {
	return emptyValues.size > 0 && typeof value === 'string' && emptyValues.has(value.trim());
}

/** Whether there is nothing to send: null, an empty text, or one of Empty Values. */
export function isNothing(value: unknown, emptyValues: ReadonlySet<string>): boolean {
	return value === null || value === undefined || value === '' || isEmptyValue(value, emptyValues);
}

/** Whether this is a text with nothing on it. */
export function isBlank(value: unknown): boolean {
	return typeof value === 'string' && value.trim() === '';
}
