import { defaultFileName, distinctNames } from '../../../nodes/Lexer/delivery/fileNames';

const DATASET = { datasetId: 'a1b2c3d4', recordType: 'customer_record' };
const NOW_MS = Date.UTC(2026, 10, 24, 23, 46, 36, 500);

it("names a dataset's file as Lexer suggests", () => {
	expect(defaultFileName('customer_record', 'ndjson', DATASET, NOW_MS)).toBe('a1b2c3d4_customer_record_1795563996.ndjson');
});

it("names a file for Lexer's team by what it holds and a time without hyphens", () => {
	expect(defaultFileName('purchase', 'csv', undefined, NOW_MS)).toBe('purchase-20261124T234636Z.csv');
});

it('gives no two files of the same second the same name', () => {
	const names = Array.from({ length: 50 }, () => defaultFileName('return', 'ndjson', DATASET, NOW_MS));
	expect(new Set(names).size).toBe(50);
	for (const name of names) expect(name).toMatch(/^a1b2c3d4_return_17955\d{5}\.ndjson$/);
});

it.each([
	[['a.csv', 'b.csv'], ['a.csv', 'b.csv']],
	[['a.csv', 'A.csv'], ['a.csv', 'A.csv']],
	[['customers-20260131.csv', 'customers-20260131.csv'], ['customers_part1-20260131.csv', 'customers_part2-20260131.csv']],
	[['customers-2026-01-31-1.csv', 'customers-2026-01-31-1.csv'], ['customers_part1-2026-01-31-1.csv', 'customers_part2-2026-01-31-1.csv']],
	[['my-customers-20260131-b.csv', 'my-customers-20260131-b.csv'], ['my-customers_part1-20260131-b.csv', 'my-customers_part2-20260131-b.csv']],
	[['customers-b.csv', 'customers-b.csv'], ['customers_part1-b.csv', 'customers_part2-b.csv']],
	[['customers-2.csv', 'customers-2.csv'], ['customers_part1-2.csv', 'customers_part2-2.csv']],
	[['orders-export.csv', 'orders-export.csv'], ['orders_part1-export.csv', 'orders_part2-export.csv']],
	[['customer_record-20261124T234636Z.ndjson', 'customer_record-20261124T234636Z.ndjson'], ['customer_record_part1-20261124T234636Z.ndjson', 'customer_record_part2-20261124T234636Z.ndjson']],
	[['d1_purchase_1795563996.ndjson', 'd1_purchase_1795563996.ndjson'], ['d1_purchase_1795563996_part1.ndjson', 'd1_purchase_1795563996_part2.ndjson']],
	[['a.ndjson.gz', 'a.ndjson.gz'], ['a_part1.ndjson.gz', 'a_part2.ndjson.gz']],
	[['plain', 'plain'], ['plain_part1', 'plain_part2']],
	[['.csv', '.csv'], ['.csv_part1', '.csv_part2']],
	[['v1.2-data', 'v1.2-data'], ['v1.2_part1-data', 'v1.2_part2-data']],
	[['a.csv', 'a_part1.csv', 'a.csv'], ['a_part2.csv', 'a_part1.csv', 'a_part3.csv']],
])('names the files %j of one run %j', (wanted, expected) => {
	expect(distinctNames(wanted)).toEqual(expected);
});

it('numbers many files without going through all names again for each', () => {
	const names = distinctNames(new Array<string>(20_000).fill('a-20260131.csv'));
	expect(new Set(names).size).toBe(20_000);
	expect(names.at(-1)).toBe('a_part20000-20260131.csv');
});

it.each([
	['customers-final.csv', 'customers_part1-final.csv'],
	['vip-customers-final.csv', 'vip-customers_part1-final.csv'],
	['customers-v10.2.csv', 'customers_part1-v10.2.csv'],
	['customers-rev2.csv', 'customers_part1-rev2.csv'],
	['customers-2026.csv', 'customers_part1-2026.csv'],
	['customers-202601.csv', 'customers_part1-202601.csv'],
	['customers-31-01-2026.csv', 'customers_part1-31-01-2026.csv'],
	['customers-1738281600.csv', 'customers_part1-1738281600.csv'],
	['customers-2026W05.csv', 'customers_part1-2026W05.csv'],
	['customers-20260131T2359.tar.gz', 'customers_part1-20260131T2359.tar.gz'],
	['vip-customers-2026-01-31.csv', 'vip-customers_part1-2026-01-31.csv'],
	['customers-ab.csv', 'customers_part1-ab.csv'],
	['commerce-purchases.csv', 'commerce_part1-purchases.csv'],
	['vip-customers-eu.csv', 'vip_part1-customers-eu.csv'],
	['customers-2026_1764500000.csv', 'customers_part1-2026_1764500000.csv'],
	['customers-.csv', 'customers_part1-.csv'],
	['-customers.csv', '-customers_part1.csv'],
	['-.csv', '-_part1.csv'],
	['-20260131.csv', '_part1-20260131.csv'],
])('never puts the number of a part where Lexer looks for a version (%s)', (name, first) => {
	expect(distinctNames([name, name])[0]).toBe(first);
});

it.each(['team-20260131', 'x-12345678-y', '3f2504e0-1234-11d3-9a0c-12345678abcd', 'a-b'])('leaves the dataset %s whole in the names of its parts', (datasetId) => {
	const name = defaultFileName('email_open', 'ndjson.gz', { datasetId, recordType: 'email_open' }, NOW_MS);
	expect(distinctNames([name, name])).toEqual([1, 2].map((part) => name.replace('.ndjson', `_part${part}.ndjson`)));
});
