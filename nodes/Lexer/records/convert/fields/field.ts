import { type Schema, wholeSchema } from '../../schemas';
import { type ConversionOptions, type ConvertField, DEFAULT_CONVERSION } from '../conversion';
import { withEmptyValues } from '../emptyValues';
import { freeConverter } from '../values/free';
import { leafConverter } from './leaf';
import { listConverter } from './list';
import { objectConverter } from './object';

/** How to convert a field that has this schema; without one, anything goes. */
export function fieldConverter(schema: Schema | undefined, options: ConversionOptions = DEFAULT_CONVERSION): ConvertField {
	return withEmptyValues(converterOf(schema, options), options);
}

function converterOf(schema: Schema | undefined, options: ConversionOptions): ConvertField {
	if (schema === undefined) return freeConverter(options);
	const whole = wholeSchema(schema);
	switch (whole.type) {
		case 'object':
			return objectConverter(schema, options, fieldConverter);
		case 'array':
			return listConverter(fieldConverter(whole.items, options), options);
		default:
			return leafConverter(whole, options);
	}
}
