import type { RecordType } from './recordTypes';
import { SCHEMAS, type Schema, wholeSchema } from './schemas';

/** A field as n8n's resource mapper shows it. */
export interface RecordField {
	/** such as `link.email` */
	id: string;
	/** such as `Link: Email` */
	displayName: string;
	required: boolean;
	type: 'string' | 'number' | 'boolean' | 'dateTime' | 'object' | 'array' | 'options';
	/** The only values that it may have. */
	options?: string[];
	description?: string;
}

/** The fields of a record type, nested ones under dotted names, in the order of the schema. */
export function recordFields(recordType: RecordType): RecordField[] {
	return fieldsOf(SCHEMAS[recordType], '', [], true);
}

function fieldsOf(schema: Schema, prefix: string, titles: string[], isRequired: boolean): RecordField[] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
		const whole = wholeSchema(property);
		const path = [...titles, whole.title ?? name];
		const required = isRequired && (schema.required ?? []).includes(name);
		if (whole.properties) return fieldsOf(whole, `${prefix}${name}.`, path, required);
		return {
			id: prefix + name,
			displayName: path.join(': '),
			required,
			type: typeOf(whole),
			...(whole.enum && { options: whole.enum }),
			...(whole.description && { description: whole.description }),
		};
	});
}

function typeOf({ type, format, enum: choices }: Schema): RecordField['type'] {
	if (choices) return 'options';
	if (format === 'date-time' || format === 'date') return 'dateTime';
	switch (type) {
		case 'object':
		case 'array':
		case 'boolean':
			return type;
		case 'number':
		case 'integer':
			return 'number';
		default:
			return 'string';
	}
}
