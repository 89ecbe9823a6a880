import { invalidFault, invalidReason } from '../../../nodes/Lexer/outcomes/recordReasons';
import { failInvalid } from '../../../nodes/Lexer/delivery/rowOutcomes';
import type { RecordFile } from '../../../nodes/Lexer/preparation/recordFile';
import type { Outcomes } from '../../../nodes/Lexer/outcomes/outcomes';

const badLines = (count: number) => Array.from({ length: count }, (_, index) => ({ path: `products[${index}].quantity`, rule: 'must be a whole number' }));

it('says all that is wrong with a record', () => {
	const fault = invalidFault([{ path: 'link', rule: 'is required' }, { path: '', rule: 'has no list' }], 'there are too few');
	expect(invalidReason({ itemIndex: 2, isRow: false }, fault)).toBe(
		'Record 3 was not sent: link is required; has no list. Name the column with the e-mail address link.email (or another one link.customer_id, link.mobile, …). Nothing was sent, because there are too few',
	);
	expect(invalidReason({ itemIndex: 2, isRow: true }, 'x is y')).toBe('Row 3 was not sent, as its record is invalid: x is y');
});

it('says no more of what is wrong than anybody reads, and that there is more', () => {
	const fault = invalidFault([...badLines(1000), { path: 'link', rule: 'is required' }], 'there are too few');
	expect(fault).toMatch(/^products\[0\]\.quantity must be a whole number; products\[1\].* must be a whole number; and more\. Name the column .*, …\)\. Nothing was sent, because there are too few$/);
	expect(fault.length).toBeLessThan(1200);
	expect(invalidFault([{ path: 'currency', rule: 'x'.repeat(1500) }, ...badLines(1)])).toBe(`currency ${'x'.repeat(1500)}; and more`);
});

it('looks once at what is wrong with a record, however many rows it has', async () => {
	let looks = 0;
	const problem = { path: 'products', get rule() { looks++; return 'must not be empty'; } };
	const [one, other] = [[problem], [problem]];
	const invalidItems = Array.from({ length: 100 }, (_, itemIndex) => ({ itemIndex, problems: itemIndex < 50 ? one : other }));
	const failed: string[] = [];
	const outcomes = { fail: (_itemIndex: number, reason: string) => failed.push(reason) } as unknown as Outcomes;
	await failInvalid([{ invalidItems, isOfRows: true } as unknown as RecordFile], outcomes, undefined, () => undefined);
	expect(failed).toHaveLength(100);
	expect(failed[99]).toBe('Row 100 was not sent, as its record is invalid: products must not be empty');
	expect(looks).toBeLessThanOrEqual(4);
});
