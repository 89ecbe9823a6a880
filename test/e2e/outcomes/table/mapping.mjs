import { customerRecord, records } from '../case.mjs';

/** @typedef {import('../case.mjs').Case} Case */

const ROW = {
	name: ' Ada ',
	'a b': 'two words',
	"it's": 'quoted',
	deep: { er: ['zero', { est: 'found' }] },
	empty: '',
	nothing: null,
	no: false,
	zero: 0,
	long: '12345678901234567890',
	$dollar: '$json.name',
	ümlaut: 'ü',
	mail: 'Ada@Example.com',
};

/**
 * Plain references, which the node may read itself, and what only n8n can work out: what each gives
 * to a record of no type.
 * @type {Array<[string, unknown]>}
 */
const EXPRESSIONS = [
	['={{ $json.name }}', ' Ada '],
	['={{$json.name}}', ' Ada '],
	['={{ $json["name"] }}', ' Ada '],
	["={{ $json['name'] }}", ' Ada '],
	['={{ $json["a b"] }}', 'two words'],
	["={{ $json['a b'] }}", 'two words'],
	['={{ $json["it\'s"] }}', 'quoted'],
	['={{ $json.ümlaut }}', 'ü'],
	['={{ $json.$dollar }}', '$json.name'],
	['={{ $json.deep.er[1].est }}', 'found'],
	['={{ $json["deep"]["er"][0] }}', 'zero'],
	['={{ $json.deep }}', { er: ['zero', { est: 'found' }] }],
	['={{ $json.zero }}', 0],
	['={{ $json.no }}', false],
	['={{ $json.long }}', '12345678901234567890'],
	['={{ $json.name.trim() }}', 'Ada'],
	['={{ $json.name + "!" }}', ' Ada !'],
	['=Hello {{ $json.name }}', 'Hello  Ada '],
	['={{ $json.name }}{{ $json.name }}', ' Ada  Ada '],
	['={{ $json.zero ? 1 : 2 }}', 2],
	['={{ 7 }}', 7],
	['= {{ $json.zero }}', ' 0'],
	['={{ $json.zero }} ', '0 '],
	['plain text', 'plain text'],
	['$json.name', '$json.name'],
	['={{ $json.missing }}', undefined],
	['={{ $json.missing?.deeper }}', undefined],
	['={{ $json.empty }}', undefined],
	['={{ $json.nothing }}', undefined],
];

const columns = (/** @type {object} */ value) => ({ mappingMode: 'defineBelow', value, schema: [] });
const FIELDS = Array.from({ length: 14 }, (_, index) => `field${index}`);

/** @type {Case[]} */
export const mapping = [
	{
		name: 'plain references and other expressions give what n8n makes of them',
		items: [{ json: ROW }, { json: { ...ROW, name: 'second' } }],
		lexer: records({
			recordType: 'custom',
			fileName: 'mapping-expressions.ndjson',
			columns: columns(Object.fromEntries(EXPRESSIONS.map(([expression], index) => [`c${index}`, expression]))),
		}),
		stored: {
			'mapping-expressions.ndjson': [Object.fromEntries(EXPRESSIONS.map(([, value], index) => [`c${index}`, value])), { c0: 'second', c15: 'second', c16: 'second!' }],
		},
		delivered: [{ records: { total: 2 } }],
	},
	{
		name: 'a typed record takes them as well',
		items: [{ json: ROW }],
		lexer: records({ fileName: 'mapping-typed.ndjson', columns: columns({ 'link.email': '={{ $json.mail }}', first_name: '={{ $json.name.trim().toLowerCase() }}', 'custom_fields.of': '={{ $json["a b"] }}' }) }),
		stored: { 'mapping-typed.ndjson': [{ ...customerRecord('ada'), custom_fields: { of: 'two words' } }] },
		delivered: [{ records: { valid: 1 } }],
	},
	{
		name: '5,000 rows of 14 plain references arrive',
		items: `return Array.from({ length: 5000 }, (_, n) => ({ json: Object.fromEntries(${JSON.stringify(FIELDS)}.map((name) => [name, name + n])) }));`,
		lexer: records({
			recordType: 'custom',
			fileName: 'mapping-many.ndjson',
			columns: columns(Object.fromEntries(FIELDS.map((name, index) => [name, index % 2 ? `={{ $json["${name}"] }}` : `={{ $json.${name} }}`]))),
		}),
		delivered: [{ records: { total: 5000, valid: 5000 } }],
		also: ({ stored: [object] }) => (object?.sizeBytes === sizeOfRows(5000) ? [] : [`stored are ${object?.sizeBytes} bytes, not ${sizeOfRows(5000)}`]),
	},
	{
		name: 'rows in which no column has a value are refused',
		items: [{ json: { a: 1 } }],
		lexer: records({ recordType: 'custom', fileName: 'mapping-none.ndjson', columns: columns({}) }),
		delivered: [],
		failed: [{ item: 0, error: /column/i }],
		asked: { api: 0, s3: 0 },
	},
];

/** @param {number} count */
function sizeOfRows(count) {
	let size = 0;
	for (let row = 0; row < count; row++) {
		size += JSON.stringify(Object.fromEntries(FIELDS.map((name) => [name, name + row]))).length + 1;
	}
	return size;
}
