import { dereference, type Schema } from '../schemas';
import { type ConversionOptions, type ConvertField, DEFAULT_CONVERSION } from './conversion';
import { parseExactJson } from './exactJson';
import { convertFree, isRefusedName, unwrap } from './free';
import { leafConverter } from './leaf';

/** How to convert a field that has this schema; without one, anything goes. */
export function fieldConverter(schema: Schema | undefined, options = DEFAULT_CONVERSION): ConvertField {
	if (schema === undefined) return freeField;
	const whole = dereference(schema);
	if (whole.anyOf !== undefined) return objectField(unionOf(whole.anyOf), options);
	switch (whole.type) {
		case 'object':
			return objectField(whole, options);
		case 'array':
			return arrayField(fieldConverter(whole.items, options));
		default:
			return leafConverter(whole, options);
	}
}

/** The schema of the field that a dotted name leads to, or undefined where the schemas know none. */
export function schemaAt(schema: Schema | undefined, path: readonly string[]): Schema | undefined {
	if (schema === undefined || path.length === 0) return schema;
	const whole = dereference(schema);
	const { properties, additionalProperties } = whole.anyOf ? unionOf(whole.anyOf) : whole;
	const [name, ...rest] = path;
	if (properties !== undefined && Object.hasOwn(properties, name)) return schemaAt(properties[name], rest);
	return typeof additionalProperties === 'object' ? schemaAt(additionalProperties, rest) : undefined;
}

/** One object schema with the fields of all alternatives; the first to name a field describes it. */
export function unionOf(schemas: Schema[]): Schema {
	const properties: Record<string, Schema> = {};
	for (const schema of schemas) {
		for (const [name, property] of Object.entries(dereference(schema).properties ?? {})) {
			properties[name] ??= property;
		}
	}
	return { type: 'object', properties };
}

const freeField: ConvertField = (value, path, findings) => {
	if (typeof value === 'string') return value === '' ? undefined : value;
	return convertFree(value, path, findings) ?? undefined;
};

function arrayField(convertItem: ConvertField): ConvertField {
	return (value, path, findings) => {
		const list = typeof value === 'string' ? fromJson(value, '[') : value;
		if (!Array.isArray(list)) return freeField(list, path, findings);
		// An item that has nothing to send stays: the others keep their places, and the check sees it.
		return list.map((item, index) => convertItem(item, `${path}[${index}]`, findings) ?? convertFree(item, path, findings));
	};
}

function objectField({ properties = {}, additionalProperties }: Schema, options: ConversionOptions): ConvertField {
	const known = new Map(Object.entries(properties).map(([name, schema]) => [name, fieldConverter(schema, options)]));
	const other = fieldConverter(typeof additionalProperties === 'object' ? additionalProperties : undefined, options);
	return (value, path, findings) => {
		const object = typeof value === 'string' ? fromJson(value, '{') : unwrapAny(value);
		// A big integer is no object: as a text the check refuses it, as a number literal it might not.
		if (typeof object === 'bigint') return String(object);
		if (typeof object !== 'object' || object === null || Array.isArray(object) || object instanceof Date) {
			return freeField(object, path, findings);
		}
		const copy: Record<string, unknown> = {};
		for (const [name, part] of Object.entries(object)) {
			if (isRefusedName(name)) {
				findings.problems.push({ path, rule: 'must not have a field of this name inside' });
				continue;
			}
			const converted = (known.get(name) ?? other)(part, `${path}.${name}`, findings);
			if (converted !== undefined) copy[name] = converted;
		}
		return Object.keys(copy).length > 0 ? copy : undefined;
	};
}

function unwrapAny(value: unknown): unknown {
	return typeof value === 'object' && value !== null ? unwrap(value) : value;
}

/** What a text says in JSON, if it begins as expected and is JSON; if not, the text. */
function fromJson(text: string, begin: '[' | '{'): unknown {
	if (!text.trimStart().startsWith(begin)) return text;
	try {
		return parseExactJson(text);
	} catch {
		return text;
	}
}
