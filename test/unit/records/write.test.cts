import { NumberLiteral, WrittenJson } from '../../../nodes/Lexer/records/numberLiteral';
import { createCsvWriter } from '../../../nodes/Lexer/records/write/csv';
import { createJsonListWriter, createNdjsonWriter } from '../../../nodes/Lexer/records/write/json';
import type { RecordWriter } from '../../../nodes/Lexer/records/write/RecordWriter';

function pieces(createWriter: () => RecordWriter, records: object[]): Buffer[] {
	const writer = createWriter();
	for (const record of records) writer.add(record);
	return [...writer.end()];
}

const records = [
	{ link: { email: 'a@b.co' }, price: new NumberLiteral('12345678901234567.10') },
	{ name: 'He said "hi",\nand left', price: 1, tags: ['a', { b: new NumberLiteral('98765432109876543.2') }], 'link': { mobile: '1' }, none: {} },
];

it('writes NDJSON, one record a line', () => {
	expect(pieces(createNdjsonWriter, records).join('')).toBe(
		'{"link":{"email":"a@b.co"},"price":12345678901234567.10}\n' +
			'{"name":"He said \\"hi\\",\\nand left","price":1,"tags":["a",{"b":98765432109876543.2}],"link":{"mobile":"1"},"none":{}}\n',
	);
});

it('writes a JSON array', () => {
	expect(JSON.parse(pieces(createJsonListWriter, [{ a: 1 }, { b: 'x' }]).join(''))).toEqual([{ a: 1 }, { b: 'x' }]);
	expect(JSON.parse(pieces(createJsonListWriter, []).join(''))).toEqual([]);
});

it('writes CSV with one header for all records and dotted names', () => {
	expect(pieces(createCsvWriter, records).join('')).toBe(
		'link.email,price,name,tags,link.mobile,none\r\n' +
			'a@b.co,12345678901234567.10,,,,\r\n' +
			',1,"He said ""hi"",\nand left","[""a"",{""b"":98765432109876543.2}]",1,{}\r\n',
	);
});

it.each([
	['no records', [], ''],
	['a record without a field', [{ a: 'x' }, {}], 'a\r\nx\r\n""\r\n'],
	['null and a boolean', [{ a: null, b: false }], 'a,b\r\n,false\r\n'],
	['fields that come later', [{ a: 'x\r\n!' }, { a: '1', b: '2' }, { c: {} }], 'a,b,c\r\n"x\r\n!",,\r\n1,2,\r\n,,{}\r\n'],
	['a record without a field before others', [{}, { a: 1, b: 2 }], 'a,b\r\n"",\r\n1,2\r\n'],
	['names that need quotes', [{ 'a,b': 1 }], '"a,b"\r\n1\r\n'],
])('writes CSV of %s', (_name, some, expected) => {
	expect(pieces(createCsvWriter, some).join('')).toBe(expected);
});

it.each([['NDJSON', createNdjsonWriter], ['JSON', createJsonListWriter], ['CSV', createCsvWriter]])('writes %s in chunks of bounded size', (_name, createWriter) => {
	const many = Array.from({ length: 5000 }, (_record, index) => ({ index, text: 'x'.repeat(90) }));
	const chunks = pieces(createWriter, many);
	expect(chunks.length).toBeGreaterThan(5);
	expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
});

const WRITERS: Array<[string, () => RecordWriter]> = [['NDJSON', createNdjsonWriter], ['JSON', createJsonListWriter], ['CSV', createCsvWriter]];

it.each(WRITERS)('writes texts of any length as %s in pieces that are small', (_name, createWriter) => {
	const long = `${'x'.repeat(65_535)}${'🎉,"é"'.repeat(700_000)}`;
	const chunks = pieces(createWriter, [{ a: 'b', long }, { a: 'c' }]);
	expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(300_000);
	const text = Buffer.concat(chunks).toString();
	const written = createWriter === createCsvWriter ? long.replaceAll('"', '""') : JSON.stringify(long);
	expect(text.includes(written)).toBe(true);
	expect(text).not.toContain('\ufffd');
});

it('writes a long list as CSV when the file is written, and not when its record comes, so that others have their turn', () => {
	const writer = createCsvWriter();
	const list = Array.from({ length: 300_000 }, (_, index) => ({ id: `sku-${index}`, quantity: index }));
	const record = { id: 1, list: new WrittenJson(JSON.stringify(list)), note: 'a "note"' };
	const [before, added] = [performance.now(), writer.add(record) ?? performance.now()] as [number, number];
	const chunks = [...writer.end()];
	expect(added - before).toBeLessThan((performance.now() - added) / 4);
	expect(Buffer.concat(chunks).toString()).toBe(`id,list,note\r\n1,"${JSON.stringify(list).replaceAll('"', '""')}","a ""note"""\r\n`);
});

it('writes a long cell in small pieces also where more columns come after it', () => {
	const long = 'é"'.repeat(1_000_000);
	const chunks = pieces(createCsvWriter, [{ long, a: 1 }, { long: 'x'.repeat(300_000), b: 2 }]);
	expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(400_000);
	expect(Buffer.concat(chunks).toString()).toBe(`long,a,b\r\n"${long.replaceAll('"', '""')}",1,\r\n${'x'.repeat(300_000)},,2\r\n`);
});

/** Stands for a record of more than 2^29 characters, which would take half a gigabyte to make. */
const tooLong = () => {
	throw new RangeError('Invalid string length');
};

it.each(WRITERS)('leaves a record that is too long for JavaScript out of %s, and no other', (_name, createWriter) => {
	const writer = createWriter();
	expect(writer.add({ a: 'first' })).toBeUndefined();
	expect(writer.add({ a: [{ toJSON: tooLong }] })).toEqual({ path: '', rule: 'must not be longer than 500 million characters' });
	expect(writer.add({ a: 'last' })).toBeUndefined();
	const text = [...writer.end()].join('');
	expect([text.match(/first/g)?.length, text.match(/last/g)?.length, text.trimEnd().split('\n').length]).toEqual([1, 1, createWriter === createJsonListWriter ? 4 : createWriter === createCsvWriter ? 3 : 2]);
});

it('hides no other fault', () => {
	const broken = { toJSON: () => { throw new TypeError('broken'); } };
	expect(() => createNdjsonWriter().add(broken)).toThrow('broken');
});
