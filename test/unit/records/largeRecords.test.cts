import { checkRecord } from '../../../nodes/Lexer/records/check/checkRecord';
import { expectLinear } from '../../support/growth.cjs';

const purchaseOf = (products: unknown[]) => ({
	link: { email: 'jane@example.com' },
	action_at: '2024-01-31T10:00:00Z',
	purchase_id: 'P-1',
	type: 'ecommerce',
	products,
});

const many = (count: number, item: unknown) => Array.from({ length: count }, () => item);

it.each<[string, unknown]>([
	['empty texts', ''],
	['empty lists', []],
	['objects without their fields', {}],
	['lists of pairs', [['price_paid', 1], ['quantity', 1]]],
	['texts of two characters', ['ab', 'cd']],
	['numbers', 1],
])('checks a list of %s in time that grows with it', (_what, item) => {
	expectLinear((size) => purchaseOf(many(size, item)), (record) => checkRecord('purchase', 'uploadTool', record), 25_000);
});

it('takes a text of any length in place of a pair, and says what it should be', () => {
	const [{ path, rule }] = checkRecord('purchase', 'uploadTool', purchaseOf([['x'.repeat(10_000_000)]]));
	expect(`${path} ${rule}`).toBe('products[0] must be an object');
});

it('makes an object of every list of pairs, however many there are', () => {
	const pairs = [['price_paid', 1], ['quantity', 1]];
	expect(checkRecord('purchase', 'uploadTool', purchaseOf(many(5_000, pairs)))).toEqual([]);
	const one = checkRecord('purchase', 'uploadTool', purchaseOf([...many(5_000, pairs), [['quantity', 1]]]));
	expect(one).toEqual([{ path: 'products[5000].price_paid', rule: 'is required' }]);
});

it('tells what is wrong in the first places of a list that is wrong in all', () => {
	const problems = checkRecord('purchase', 'jsonSchema', purchaseOf(many(64_000, '')));
	expect(problems[0]).toEqual({ path: 'products[0]', rule: 'must be an object' });
	expect(problems).toHaveLength(1000);
});
