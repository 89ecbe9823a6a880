import { createReport, summarize } from '../../../nodes/Lexer/records/check/report';

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
	expect(summarize(report)).toMatch(
		/^12 of 93 records are invalid: record 81: products\[81\]\.quantity must be at least 1; .*; and 2 more$/,
	);
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
