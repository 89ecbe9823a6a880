import { createReport } from '../../../nodes/Lexer/records/check/report';
import { summarize } from '../../../nodes/Lexer/records/check/summarize';

it('counts by rule and field, and shows the first ten', () => {
	const builder = createReport();
	builder.addValid(80);
	for (let record = 81; record <= 92; record++) {
		builder.add(record, [
			{ path: `products[${record}].quantity`, rule: 'must be at least 1' },
			...(record === 85 ? [{ path: 'link', rule: 'is required' }] : []),
		]);
	}
	builder.add(93, []);
	const report = builder.report();
	expect(report).toMatchObject({ total: 93, valid: 81, invalid: 12 });
	expect(report.byRule).toEqual([
		{ path: 'products[].quantity', rule: 'must be at least 1', records: 12 },
		{ path: 'link', rule: 'is required', records: 1 },
	]);
	expect(report.first.map(({ record }) => record)).toEqual([81, 82, 83, 84, 85, 86, 87, 88, 89, 90]);
	expect(summarize(report)).toBe(
		'12 of 93 records are invalid: record 81: products[].quantity must be at least 1 (also in 11 more: records 82, 83, 84, 85, …); link is required (1 record)',
	);
});

it('shows the first ten by their numbers, whenever they were found to be invalid', () => {
	const builder = createReport();
	for (const record of [2, 3, 1, 5, 6, 7, 8, 9, 10, 11, 12, 4]) builder.add(record, [{ path: 'link', rule: 'is required' }], undefined, { line: record + 1 });
	expect(builder.report().first.map(({ record, line }) => [record, line])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((record) => [record, record + 1]));
});

describe('an error about many records', () => {
	const summaryOf = (records: Array<[paths: string[], line?: number]>) => {
		const builder = createReport();
		records.forEach(([paths, line], index) => builder.add(index + 1, paths.map((path) => ({ path, rule: 'is bad' })), undefined, line === undefined ? undefined : { line }));
		return summarize(builder.report());
	};

	it('says a fault once, with the lines of a file where they are not the numbers of the records', () => {
		expect(summaryOf([[['a'], 2], [['a'], 4], [[], 5], [['b'], 7]])).toBe(
			'3 of 4 records are invalid: record 1 (line 2): a is bad (also in record 2 (line 4)); record 4 (line 7): b is bad',
		);
	});

	it('shows ten faults of a record that has more', () => {
		const paths = Array.from({ length: 13 }, (_, index) => `f${index}`);
		expect(summaryOf([[paths]])).toMatch(/^1 of 1 records is invalid: record 1: f0 is bad; f1 is bad; .*; f9 is bad; and 3 other faults$/);
	});
});

it.each([
	[[], 'All 1 records are valid'],
	[[{ path: '', rule: 'must be UTF-8' }], '1 of 2 records is invalid: record 2: must be UTF-8'],
])('says %j in words', (problems, expected) => {
	const builder = createReport();
	builder.addValid(1);
	if (problems.length > 0) builder.add(2, problems);
	expect(summarize(builder.report())).toBe(expected);
});
