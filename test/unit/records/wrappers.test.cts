import { createContext, runInContext } from 'node:vm';

import { recordConverter } from '../../../nodes/Lexer/records/convert/assembly/recordConverter';
import type { RecordType } from '../../../nodes/Lexer/records/recordTypes';
import { createNdjsonWriter } from '../../../nodes/Lexer/records/write/json';

/** The value as it is written, or what is wrong with it. */
function written(recordType: RecordType, field: string, value: unknown): unknown {
	const { record, problems, notes } = recordConverter(recordType)({ [field]: value });
	if (problems.length > 0) return problems[0].rule;
	const writer = createNdjsonWriter();
	writer.add(record);
	const text = [...writer.end()].join('').trimEnd();
	const [holder, name] = field.includes('.') ? field.split('.') : ['', field];
	const start = holder === '' ? `{"${name}":` : `{"${holder}":{"${name}":`;
	if (!text.startsWith(start)) return notes[0]?.rule;
	return text.slice(start.length, holder === '' ? -1 : -2);
}

const asDay = (value: unknown) => written('customer_record', 'date_of_birth', value);
const asTime = (value: unknown) => written('purchase', 'action_at', value);
const asNumber = (value: unknown) => written('product', 'price', value);
const asText = (value: unknown) => written('customer_record', 'customer_id', value);
const asFree = (value: unknown) => written('customer_record', 'custom_fields.it', value);
const asFlag = (value: unknown) => written('customer_record', 'employee_flag', value);

/** As BigQuery's client makes them. */
class BigQueryDate {
	constructor(readonly value: string) {}
}
class Geography {
	constructor(readonly value: string) {}
}
class BigQueryInt extends Number {
	readonly type = 'BigQueryInt';
	constructor(readonly value: string) {
		super(value);
	}
	valueOf(): number {
		throw new Error('Integer value is out of bounds');
	}
}

/** As MongoDB's driver makes them: what they are is a getter of their class. */
class Bson {
	[name: string]: unknown;
	constructor(
		readonly kind: string,
		fields: object,
		readonly text = '',
	) {
		Object.defineProperties(this, { kind: { enumerable: false }, text: { enumerable: false } });
		Object.assign(this, fields);
	}
	get _bsontype() {
		return this.kind;
	}
	toString() {
		return this.text;
	}
}
const long = (low: number, high: number, unsigned = false) => new Bson('Long', { high, low, unsigned });
const decimal = (text: string) => new Bson('Decimal128', { bytes: Buffer.alloc(16) }, text);
const binary = (bytes: Buffer, sub_type: number, position = bytes.length) => new Bson('Binary', { sub_type, buffer: bytes, position, toJSON: () => 'base64' });
const uuid = Buffer.from('0123456789abcdef0123456789abcdef', 'hex');

describe('BigQuery', () => {
	it.each<[string, unknown, unknown, unknown]>([
		['a DATE in a field of days', asDay, new BigQueryDate('2026-01-31'), '"2026-01-31"'],
		['its JSON', asDay, { value: '2026-01-31' }, '"2026-01-31"'],
		['a TIMESTAMP', asTime, { value: '2026-01-31T10:00:00.000Z' }, '"2026-01-31T10:00:00.000Z"'],
		['a DATETIME', asTime, { value: '2026-01-31T10:00:00' }, '"2026-01-31T10:00:00Z"'],
		['a NUMERIC', asNumber, { value: '19.90' }, '19.9'],
		['a wrapped number', asNumber, { value: 19.9 }, '19.9'],
		['an INT64 of more digits than a number has', asText, new BigQueryInt('9007199254740993'), '"9007199254740993"'],
		['its JSON', asText, { type: 'BigQueryInt', value: '9007199254740993' }, '"9007199254740993"'],
		['the same in a free field', asFree, new BigQueryInt('9007199254740993'), '9007199254740993'],
		['a DATE in a free field', asFree, new BigQueryDate('2026-01-31'), '"2026-01-31"'],
		['its JSON', asFree, { value: '2026-01-31' }, '"2026-01-31"'],
		['a TIME in a free field', asFree, { value: '10:00:00.5' }, '"10:00:00.5"'],
		['wrapped values in a list of a free field', asFree, [{ value: '2026-01-31' }, { at: { value: '2026-01-31T10:00:00' } }], '["2026-01-31",{"at":"2026-01-31T10:00:00"}]'],
		['a place in a free field', asFree, new Geography('POINT(1 2)'), '"POINT(1 2)"'],
		["somebody's own object in a free field", asFree, { value: 'x' }, '{"value":"x"}'],
		['the same with more in it', asFree, { value: '2026-01-31', currency: 'AUD' }, '{"value":"2026-01-31","currency":"AUD"}'],
		["somebody's own object of a Code node", asFree, runInContext('({ value: "x" })', createContext({})), '{"value":"x"}'],
	])('%s', (_what, as, value, expected) => {
		expect((as as typeof asDay)(value)).toBe(expected);
	});

	it('leaves custom_fields whose only field is called value', () => {
		expect(recordConverter('customer_record')({ custom_fields: { value: 'x' } }).record).toEqual({ custom_fields: { value: 'x' } });
	});
});

describe("MongoDB's extended JSON", () => {
	it.each<[string, unknown, unknown, unknown]>([
		['an id', asText, { $oid: '65b9f1e0c1d2e3f405162738' }, '"65b9f1e0c1d2e3f405162738"'],
		['an id in a free field', asFree, { $oid: '65b9f1e0c1d2e3f405162738' }, '"65b9f1e0c1d2e3f405162738"'],
		['a date', asTime, { $date: '2026-01-31T10:00:00Z' }, '"2026-01-31T10:00:00Z"'],
		['a date of the canonical kind', asTime, { $date: { $numberLong: '1769853600000' } }, '"2026-01-31T10:00:00.000Z"'],
		['a date of old', asTime, { $date: 1769853600000 }, '"2026-01-31T10:00:00.000Z"'],
		['a date in a field of days', asDay, { $date: '1990-07-28T00:00:00Z' }, '"1990-07-28"'],
		['a date before 1970', asDay, { $date: { $numberLong: '-4861728000000' } }, '"1815-12-10"'],
		['a date in a free field', asFree, { $date: '2026-01-31T10:00:00Z' }, '"2026-01-31T10:00:00Z"'],
		['a decimal', asNumber, { $numberDecimal: '19.90' }, '19.90'],
		['a decimal of many digits', asNumber, { $numberDecimal: '12345678901234567.89' }, '12345678901234567.89'],
		['a decimal in a text', asText, { $numberDecimal: '19.90' }, '"19.90"'],
		['a decimal in a free field', asFree, { $numberDecimal: '19.90' }, '19.90'],
		['a decimal with an exponent', asNumber, { $numberDecimal: '1.5E+3' }, '1500'],
		['a long', asText, { $numberLong: '9007199254740993' }, '"9007199254740993"'],
		['a long in a free field', asFree, { $numberLong: '9007199254740993' }, '9007199254740993'],
		['an int', asNumber, { $numberInt: '5' }, '5'],
		['an int as a flag', asFlag, { $numberInt: '1' }, 'true'],
		['a double', asNumber, { $numberDouble: '1.5' }, '1.5'],
		['a double that is no number', asNumber, { $numberDouble: 'NaN' }, 'is no number, and was left out'],
		['a timestamp', asTime, { $timestamp: { t: 1769853600, i: 1 } }, '"2026-01-31T10:00:00.000Z"'],
		['a timestamp of older drivers', asTime, { $timestamp: String(1769853600n << 32n) }, '"2026-01-31T10:00:00.000Z"'],
		['a UUID', asText, { $binary: { base64: uuid.toString('base64'), subType: '04' } }, '"01234567-89ab-cdef-0123-456789abcdef"'],
		['a UUID of old', asText, { $binary: uuid.toString('base64'), $type: '04' }, '"01234567-89ab-cdef-0123-456789abcdef"'],
		['a UUID of its own kind', asText, { $uuid: '01234567-89ab-cdef-0123-456789abcdef' }, '"01234567-89ab-cdef-0123-456789abcdef"'],
		['bytes', asText, { $binary: { base64: 'AAEC', subType: '00' } }, 'must not be bytes: have the query return it as text'],
		['bytes in a free field', asFree, { $binary: { base64: 'AAEC', subType: '00' } }, 'must not be bytes: have the query return it as text'],
		['a bit in bytes', asFlag, { $binary: { base64: 'AQ==', subType: '00' } }, 'true'],
		['a symbol', asText, { $symbol: 'A-1' }, '"A-1"'],
		['values inside of a free field', asFree, { items: [{ id: { $oid: 'a1' }, n: { $numberInt: '3' } }] }, '{"items":[{"id":"a1","n":3}]}'],
		['what is not written so', asFree, { $date: true }, '{"$date":true}'],
		['a name of somebody that begins so', asFree, { $price: '5' }, '{"$price":"5"}'],
		['one among others', asFree, { $oid: 'x', other: 1 }, '{"$oid":"x","other":1}'],
	])('%s', (_what, as, value, expected) => {
		expect((as as typeof asDay)(value)).toBe(expected);
	});

	it('wraps the values of links and lists as well', () => {
		const products = [{ price_paid: { $numberDecimal: '1299.00' }, quantity: { $numberInt: '2' } }];
		const { record, problems } = recordConverter('purchase')({ link: { customer_id: { $oid: 'a1b2' } }, products });
		expect(problems).toEqual([]);
		expect(JSON.parse(JSON.stringify(record))).toEqual({ link: { customer_id: 'a1b2' }, products: [{ price_paid: '1299.00', quantity: 2 }] });
	});
});

describe("MongoDB's driver", () => {
	it.each<[string, unknown, unknown, unknown]>([
		['an ObjectId', asText, new Bson('ObjectId', { buffer: Buffer.alloc(12), toHexString: () => '65b9f1e0c1d2e3f405162738' }), '"65b9f1e0c1d2e3f405162738"'],
		['an ObjectID of old, as a copy', asFree, { _bsontype: 'ObjectID', id: Buffer.from('65b9f1e0c1d2e3f405162738', 'hex') }, '"65b9f1e0c1d2e3f405162738"'],
		['a Long', asFree, long(1, 2097152), '9007199254740993'],
		['a Long below zero', asNumber, long(-5, -1), '-5'],
		['a Long without a sign', asFree, long(-1, -1, true), '18446744073709551615'],
		['a Long in a text', asText, long(1, 2097152), '"9007199254740993"'],
		['a copy of a Long', asFree, { low: 1, high: 2097152, unsigned: false }, '9007199254740993'],
		['a Long as a time', asTime, long(1769853600, 0), '"2026-01-31T10:00:00.000Z"'],
		['a Decimal128', asNumber, decimal('19.90'), '19.90'],
		['a Decimal128 in a free field', asFree, decimal('19.90'), '19.90'],
		['a Decimal128 that is no number', asFree, decimal('NaN'), 'is no number, and was left out'],
		['an Int32', asFree, new Bson('Int32', { value: 5 }), '5'],
		['a Double', asNumber, new Bson('Double', { value: 1.5 }), '1.5'],
		['a UUID', asText, binary(uuid, 4), '"01234567-89ab-cdef-0123-456789abcdef"'],
		['bytes', asFree, binary(Buffer.from('secret'), 0), 'must not be bytes: have the query return it as text'],
		['a flag in bytes that are not all used', asFlag, binary(Buffer.from([1, 0, 0]), 0, 1), 'true'],
		['a Timestamp', asTime, new Bson('Timestamp', { low: 1, high: 1769853600, unsigned: true }), '"2026-01-31T10:00:00.000Z"'],
	])('%s', (_what, as, value, expected) => {
		expect((as as typeof asDay)(value)).toBe(expected);
	});
});

describe('others', () => {
	it.each<[string, unknown, unknown, unknown]>([
		["Neo4j's whole number", asNumber, { low: 5, high: 0 }, '5'],
		["somebody's own range in a free field", asFree, { low: 5, high: 10 }, '{"low":5,"high":10}'],
		["Firestore's time", asTime, { _seconds: 1769853600, _nanoseconds: 250_000_000 }, '"2026-01-31T10:00:00.250Z"'],
		['a decimal of a library', asNumber, { toJSON: () => '19.90' }, '19.9'],
		['a wrapper of wrappers', asTime, { toJSON: () => ({ $date: { $numberLong: '1769853600000' } }) }, '"2026-01-31T10:00:00.000Z"'],
		['an object where a text is wanted', asText, { a: 1 }, '{"a":1}'],
	])('%s', (_what, as, value, expected) => {
		expect((as as typeof asDay)(value)).toBe(expected);
	});

	it('does not follow wrappers without end', () => {
		const endless: { toJSON: () => unknown } = { toJSON: () => ({ toJSON: endless.toJSON }) };
		expect(asFree(endless)).toBe('is nested too deeply');
	});
});
