import { hintsOf } from '../../../nodes/Lexer/outcomes/recordHints';
import { createReport } from '../../../nodes/Lexer/records/check/report';

const unknown = (name: string, suggestion?: string) => ({ name, suggest: () => suggestion });

it('hints at nothing where there is nothing to tell', () => {
	const report = createReport();
	report.addValid(3);
	expect(hintsOf(report.report())).toEqual([]);
});

it('says which records were left out and why, the first five of them', () => {
	const report = createReport();
	report.addValid(1);
	for (let number = 2; number <= 8; number++) report.add(number, [{ path: 'first_name', rule: 'must not be bytes' }], undefined, { line: number + 1 });
	const [hint] = hintsOf(report.report());
	expect(hint).toMatch(/^7 of 8 records are invalid: record 2 \(line 3\): first_name must not be bytes \(also in 6 more: records 3 \(line 4\), .*, …\)$/);
});

it('tells rows with nothing in them, unknown fields and notes, each in a hint of its own', () => {
	const report = createReport();
	report.addSkipped(2);
	report.add(1, [], { unknown: [unknown('frist_name', 'first_name'), unknown('tier')], notes: [{ field: 'mobile', rule: 'is no number' }] });
	expect(hintsOf(report.report())).toEqual([
		'2 rows have nothing in them, and are no records',
		'The record type does not have the fields "frist_name" (did you mean first_name?), "tier". Lexer ignores what it does not know',
		'mobile is no number (1 record)',
	]);
});

it.each([
	['keep', "Lexer ignores what it does not know: see 'Conversion > Unknown Fields'"],
	['customFields', 'What they hold goes into custom_fields'],
	['drop', 'What they hold is left out'],
	['stop', "Records that have one count as invalid: see 'Conversion > Unknown Fields'"],
] as const)('says what becomes of unknown fields: %s', (fate, words) => {
	const report = createReport();
	report.add(1, [], { unknown: [unknown('tier')] });
	expect(hintsOf(report.report(), fate)).toEqual([`The record type does not have the field "tier". ${words}`]);
});
