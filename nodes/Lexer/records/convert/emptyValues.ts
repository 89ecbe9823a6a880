import type { ConversionOptions, ConvertField } from './conversion';

/**
 * The same conversion, but for texts that stand for nothing: those of Empty Values, in this very
 * spelling (`Null` is a name that people have), with or without blanks around them.
 */
export function withEmptyValues(convert: ConvertField, { emptyValues }: ConversionOptions): ConvertField {
	if (emptyValues.size === 0) return convert;
	return (value, path, findings) =>
		typeof value === 'string' && emptyValues.has(value.trim()) ? undefined : convert(value, path, findings);
}
