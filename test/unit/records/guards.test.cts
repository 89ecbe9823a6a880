import { guardBreach } from '../../../nodes/Lexer/records/check/guards';

const TOO_MANY = /^\d+ of \d+ records (is|are) invalid, more than the [\d.]+% that 'Options > Max Invalid Percent' allows$/;
const TOO_FEW = /^\d+ of \d+ records (is|are) valid, fewer than the \d+ that 'Options > Min Records' asks for$/;

it.each<[string, [valid: number, invalid: number], [maxInvalidPercent: number, minRecords: number], RegExp | undefined]>([
	['no guard lets everything pass', [0, 0], [100, 0], undefined],
	['no guard lets only invalid records pass', [0, 10], [100, 0], undefined],
	['as many invalid ones as are allowed pass', [98, 2], [2, 0], undefined],
	['one more does not', [97, 3], [2, 0], TOO_MANY],
	['one in a million is more than none', [999_999, 1], [0, 0], TOO_MANY],
	['nothing is no more than none', [0, 0], [0, 0], undefined],
	['0.07% of 10,000 are 7, whatever binary fractions make of it', [9993, 7], [0.07, 0], undefined],
	['0.29% of 10,000 are 29', [9971, 29], [0.29, 0], undefined],
	['0.1% of 3,000 are 3', [2997, 3], [0.1, 0], undefined],
	['and 4 are more', [2996, 4], [0.1, 0], TOO_MANY],
	['a third of 3 is more than 33%', [2, 1], [33, 0], TOO_MANY],
	['a third of 3 is less than 33.4%', [2, 1], [33.4, 0], undefined],
	['of a hundred million, one more than half', [49_999_999, 50_000_001], [50, 0], TOO_MANY],
	['as many valid ones as are asked for pass', [5, 5], [100, 5], undefined],
	['one fewer does not', [4, 6], [100, 5], TOO_FEW],
	['none are fewer than one', [0, 0], [100, 1], TOO_FEW],
	['where both are broken, invalid records explain it', [1, 9], [10, 5], TOO_MANY],
])('%s', (_what, [valid, invalid], [maxInvalidPercent, minRecords], expected) => {
	const breach = guardBreach({ total: valid + invalid, valid, invalid }, { maxInvalidPercent, minRecords });
	if (expected === undefined) expect(breach).toBeUndefined();
	else expect(breach).toMatch(expected);
});

it('says the counts and the limit', () => {
	expect(guardBreach({ total: 3, valid: 2, invalid: 1 }, { maxInvalidPercent: 2.5, minRecords: 0 })).toBe(
		"1 of 3 records is invalid, more than the 2.5% that 'Options > Max Invalid Percent' allows",
	);
	expect(guardBreach({ total: 1, valid: 1, invalid: 0 }, { maxInvalidPercent: 100, minRecords: 1000 })).toBe(
		"1 of 1 records is valid, fewer than the 1000 that 'Options > Min Records' asks for",
	);
});
