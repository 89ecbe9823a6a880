const { _, Name } = require('ajv');
const { operators } = require('ajv/dist/compile/codegen');

/**
 * Ajv keywords for what Lexer's upload tool does and JSON Schema cannot say: it takes what it can
 * convert. The conversions themselves are in nodes/Lexer/records/formats.
 */

const BOUNDS = {
	minimum: operators.GTE,
	maximum: operators.LTE,
	exclusiveMinimum: operators.GT,
	exclusiveMaximum: operators.LT,
};

/** `{type: 'number' | 'integer' | 'boolean', …bounds}`: converts to this, and then is within the bounds. */
const convertsTo = {
	keyword: 'convertsTo',
	schemaType: 'object',
	error: { params: ({ params }) => _`{rule: ${params.rule}, limit: ${params.limit ?? 0}}` },
	code(cxt) {
		const { gen, data, schema } = cxt;
		cxt.setParams({ rule: schema.type });
		if (schema.type === 'boolean') {
			cxt.fail(_`!${conversion(gen, 'isBoolean')}(${data})`);
			return;
		}
		const convert = conversion(gen, schema.type === 'integer' ? 'toInteger' : 'toFloat');
		const number = gen.const('number', _`${convert}(${data})`);
		gen.if(
			_`${number} === undefined`,
			() => cxt.error(),
			() => {
				for (const [rule, within] of Object.entries(BOUNDS)) {
					if (schema[rule] === undefined) continue;
					cxt.setParams({ rule, limit: schema[rule] });
					gen.if(_`!(${number} ${within} ${schema[rule]})`, () => cxt.error());
				}
			},
		);
	},
};

/** A schema for every value but null. */
const unlessNull = {
	keyword: 'unlessNull',
	schemaType: 'object',
	code(cxt) {
		const { gen, data } = cxt;
		gen.if(_`${data} !== null`, () => {
			cxt.subschema({ keyword: 'unlessNull' }, gen.name('valid'));
		});
	},
};

// Ajv tells functions apart by what stands here; the compiled code calls the real ones.
const placeholders = { isBoolean() {}, toFloat() {}, toInteger() {} };

function conversion(gen, name) {
	return gen.scopeValue('func', { ref: placeholders[name], code: _`helpers.${new Name(name)}` });
}

module.exports = { coercions: [convertsTo, unlessNull] };
