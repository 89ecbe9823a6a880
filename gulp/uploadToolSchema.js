/**
 * The rules of Lexer's upload tool, made of a JSON Schema: what the tool converts is let in, null
 * stands for an optional field that is not there, and `uploadTool` in the schema replaces keywords
 * (null takes one away).
 *
 * @param {object} node a schema
 * @param {boolean} [nullable] whether null is let in
 */
function uploadToolSchema(node, nullable = false) {
	const { uploadTool, ...rest } = node;
	const { nullable: overruled = nullable, ...overrides } = uploadTool ?? {};
	const schema = Object.fromEntries(Object.entries({ ...rest, ...overrides }).filter(([, value]) => value !== null));
	const rules = convertible(withParts(schema));
	if (!overruled) return rules;
	return rules.type === undefined ? { unlessNull: rules } : { ...rules, type: [rules.type, 'null'].flat() };
}

/** The same of all parts of the schema. */
function withParts(schema) {
	const parts = { ...schema };
	const optional = (name) => !(schema.required ?? []).includes(name);
	const each = (object, change) => Object.fromEntries(Object.entries(object).map(([name, part]) => [name, change(part, name)]));
	if (schema.properties) {
		parts.properties = each(schema.properties, (part, name) => uploadToolSchema(part, optional(name)));
	}
	if (schema.definitions) parts.definitions = each(schema.definitions, (part) => uploadToolSchema(part));
	if (schema.items) parts.items = uploadToolSchema(schema.items);
	if (schema.anyOf) parts.anyOf = schema.anyOf.map((part) => uploadToolSchema(part));
	if (typeof schema.additionalProperties === 'object') {
		parts.additionalProperties = uploadToolSchema(schema.additionalProperties);
	}
	return parts;
}

/** The schema of one value, with what converts to it let in. */
function convertible(schema) {
	const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
	switch (type) {
		case 'string':
			return takesOnlyTexts(schema) ? schema : { ...schema, ...lenientFormat(schema), type: ['string', 'number', 'boolean'] };
		case 'number':
		case 'integer':
			return { ...rest, convertsTo: withoutUndefined({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }) };
		case 'boolean':
			return { ...rest, convertsTo: { type } };
		default:
			return schema;
	}
}

/** No number, written as a text, is an e-mail address, a URL or one of an enumeration. */
function takesOnlyTexts({ enum: values, format }) {
	return values !== undefined || (format !== undefined && !format.startsWith('date'));
}

function lenientFormat({ format }) {
	return format === 'date' ? { format: 'date-or-timestamp' } : {};
}

function withoutUndefined(object) {
	return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

module.exports = { uploadToolSchema };
