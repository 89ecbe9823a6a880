import { textField, lowerCaseField } from '../../../../nodes/Lexer/records/convert/texts/texts';
import { strip } from '../../../../nodes/Lexer/records/formats/pythonText';
import { jsonText } from '../../../../nodes/Lexer/records/write/jsonText';
import { expectLinear } from '../../../support/growth.cjs';
import { converting, silently } from './converting.cjs';

const toId = converting('customer_record', 'customer_id');
const toFlag = converting('customer_record', 'employee_flag');
const toHash = converting('customer_record', 'email_sha256');
const toMd5Link = converting('customer_record', 'link.email_md5');

const DIGITS_LOST = 'may have lost digits: have the query return it as text';
const NO_BYTES = 'must not be bytes: have the query return it as text';

it.each([
	[7, '7'],
	[-7.25, '-7.25'],
	[0.1 + 0.2, '0.30000000000000004'],
	[1e-7, '0.0000001'],
	[-1.5e-10, '-0.00000000015'],
	[2 ** 53 - 1, '9007199254740991'],
	[12345678901234567890n, '12345678901234567890'],
	[true, 'true'],
	['1e21', '1e21'],
	['1E+5', '1E+5'],
	['1e+5', '1e+5'],
	['\ud83d\ude00 \u00e9 \u6771', '\ud83d\ude00 \u00e9 \u6771'],
	[' x ', ' x '],
])('writes %s into a text as %s', (value, expected) => {
	expect(toId(value)).toEqual(silently(expected));
});

it.each([2 ** 53, -(2 ** 53), 1e21, Number('12345678901234567890'), 1.5e300])('refuses the number %s, which may have lost digits', (value) => {
	expect(toId(value)).toEqual({ value: undefined, problems: [DIGITS_LOST], notes: [] });
});

it('keeps the digits of numbers in a JSON text', () => {
	const toProducts = converting('purchase', 'products');
	const ids = (digits: string) => toProducts(`[{"product_reference":{"id":${digits},"id_type":"sku"},"price_paid":1,"quantity":1}]`);
	expect(jsonText(ids('12345678901234567890').value)).toContain('"id":"12345678901234567890"');
});

it('lower-cases and trims a text that is compared as every other, whatever is in it', () => {
	const characters = [...Array(0x3001).keys(), 0xd800, 0xdc00, 0xfeff, 0xff21].map((code) => String.fromCharCode(code));
	const texts = characters.flatMap((one) => [one, `${one}ab`, `a${one}b`, `ab${one}`]);
	const numbers = ['1E+5', '1E+15', '1.5e+9', '1.5E+9', '1x', '+1E+15', '.5e+9', '12E+15'];
	for (const text of [...texts, ...numbers, '', 'name@example.com', '\u{1f600}']) {
		const [quick, slow] = [lowerCaseField, textField].map((convert) => {
			const findings = { problems: [], notes: [] };
			return { value: convert(text, 'field', findings), findings };
		});
		const { value } = slow;
		expect(quick).toEqual({ ...slow, value: typeof value === 'string' ? strip(value.toLowerCase()) || undefined : value });
	}
});

it.each([NaN, Infinity, -Infinity])('takes %s for no text, and tells it', (value) => {
	expect(toId(value)).toEqual({ value: undefined, problems: [], notes: ['is no number, and was left out'] });
});

it.each(['a\0b', '\0', '\ud83d', 'x\udc00y', '\ude00\ud83d', `${'x'.repeat(100_000)}\ud800`])('refuses a text with half a character or a NUL', (value) => {
	const rule = expect.stringContaining('half of a character') as string;
	expect(toId(value)).toEqual({ value: undefined, problems: [rule], notes: [] });
	expect(toHash(value)).toEqual({ value: undefined, problems: [rule], notes: [] });
});

it.each([
	[true, true], ['true', true], ['TRUE', true], [' Yes ', true], ['1', true], ['1.0', true], [1, true], [1n, true], ['\u0001', true],
	[Buffer.from([1]), true], [{ type: 'Buffer', data: [1] }, true], [new Uint8Array([1]), true],
	[false, false], ['f', false], ['No', false], ['0.0', false], [0, false], ['\u0000', false], [Buffer.from([0]), false], [{ type: 'Buffer', data: [0] }, false],
	['', undefined], [null, undefined],
])('takes %p for the flag %s', (value, expected) => {
	expect(toFlag(value)).toEqual(silently(expected));
});

it.each(['maybe', 2, '2', 'oui'])('leaves the flag %s for the check to refuse', (value) => {
	expect(toFlag(value)).toEqual(silently(value));
});

const hash = 'ab'.repeat(32);

it.each([
	[Buffer.from(hash, 'hex'), hash],
	[{ type: 'Buffer', data: [...Buffer.from(hash, 'hex')] }, hash],
	[new Uint8Array(Buffer.from(hash, 'hex')), hash],
	[Buffer.from(hash.toUpperCase()), hash],
	[` ${hash.toUpperCase()}\n`, hash],
])('writes a hash in hexadecimal', (value, expected) => {
	expect(toHash(value)).toEqual(silently(expected));
});

it('knows how long a hash is', () => {
	expect(toMd5Link(Buffer.alloc(16, 0xcd))).toEqual(silently('cd'.repeat(16)));
	expect(toMd5Link(Buffer.alloc(32))).toMatchObject({ problems: [NO_BYTES] });
	expect(toHash(Buffer.alloc(16))).toMatchObject({ problems: [NO_BYTES] });
	expect(toHash(Buffer.from('z'.repeat(64)))).toMatchObject({ problems: [NO_BYTES] });
});

it.each([
	['customer_record', 'customer_id'],
	['customer_record', 'date_of_birth'],
	['customer_record', 'mobile'],
	['product', 'price'],
	['purchase', 'action_at'],
] as const)('refuses bytes in %s, %s', (recordType, field) => {
	for (const value of [Buffer.from('x'), { type: 'Buffer', data: [120, 121] }, new Uint8Array(3)]) {
		expect(converting(recordType, field)(value)).toEqual({ value: undefined, problems: [NO_BYTES], notes: [] });
	}
	if (field !== 'customer_id') return;
	expect(toFlag(Buffer.from([2])).problems).toEqual([NO_BYTES]);
});

describe('texts that stand for nothing', () => {
	const emptyValues: ReadonlySet<string> = new Set(['NULL', '\\N', 'N/A', '#N/A']);

	it.each(['NULL', ' NULL ', '\\N', 'N/A\n', '#N/A'])('leaves %s out', (value) => {
		for (const [recordType, field] of [
			['customer_record', 'city'],
			['customer_record', 'date_of_birth'],
			['customer_record', 'employee_flag'],
			['customer_record', 'mobile'],
			['customer_record', 'link.email'],
			['product', 'price'],
			['product', 'images'],
			['purchase', 'store'],
			['purchase', 'favourite'],
		] as const) {
			expect(converting(recordType, field)(value, { emptyValues })).toEqual(silently(undefined));
		}
	});

	it.each(['Null', 'null', 'NULLS', 'N', 'NULL NULL'])('keeps %s, which is spelt otherwise', (value) => {
		expect(toId(value, { emptyValues })).toEqual(silently(value));
	});

	it('keeps them where none are set', () => {
		expect(toId('NULL')).toEqual(silently('NULL'));
	});
});

it.each(['x', ' ', '\ud83d\ude00', 'y', '1', '0.', '\u00a0'])('reads long texts of "%s" in time that grows with them', (part) => {
	for (const convert of [toId, toFlag, toHash, converting('customer_record', 'link.email')]) {
		expectLinear((size) => part.repeat(size), (text) => convert(text, { emptyValues: new Set(['x']) }), 100_000);
	}
});
