import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { CASES } from './cases/index.mjs';
import { judge } from './judge.mjs';
import { openLaboratory } from './laboratory.mjs';
import { filesOf, whyItEnded } from './look.mjs';

/**
 * What becomes of every item: one workflow on a real n8n with a branch for each case of a table, and
 * a test for each branch.
 *
 * To add a case, write it into the file of `cases/` that it belongs to; case.mjs says what a case is
 * made of. It is data: the items, the node's parameters, the servers' faults, and what is expected on
 * both outputs and at the servers. Leave out what does not matter: the laws of laws.mjs hold for every
 * case anyway (each item on one output, failed items whole, receipts true, no secret anywhere, …).
 * Three things to know:
 * - Its files need names that no other case has. By them faults find their requests, and the judge
 *   finds what was asked and stored. A name that n8n makes up is given as a pattern in `names`.
 * - n8n refuses a whole workflow in which an option is set to a value that it does not offer, or a
 *   required parameter to nothing: such values come as expressions (`={{ "…" }}`), as they do in life.
 * - What takes more than a second or two runs `alone`, beside the others; so does what stops its execution.
 *
 * With the variable LEXER_E2E_CASES only those cases run whose theme or name matches it as a pattern.
 */

const WANTED = new RegExp(process.env.LEXER_E2E_CASES ?? '', 'i');
let number = 0;
const themes = CASES.map(({ theme, cases }) => ({
	theme,
	cases: cases.filter(({ name }) => WANTED.test(theme) || WANTED.test(name)).map((one) => ({ ...one, number: ++number })),
})).filter(({ cases }) => cases.length > 0);
const cases = themes.flatMap(({ cases: its }) => its);

/** @type {import('./laboratory.mjs').Laboratory} */
let laboratory;
/** @type {Awaited<ReturnType<import('./laboratory.mjs').Laboratory['runAll']>>} */
let seenOf;
before(async () => {
	laboratory = await openLaboratory();
	seenOf = await laboratory.runAll(cases);
});
after(async () => await laboratory?.close());

for (const { theme, cases: its } of themes) {
	describe(theme, () => {
		for (const one of its) {
			test(one.name, async () => {
				const seen = await seenOf(one);
				assert.ok(seen.hasRun, `the node did not run; the execution: ${whyItEnded(seen.execution)}`);
				const found = await judge(one, seen);
				assert.ok(found.length === 0, found.join('\n'));
			});
		}
	});
}

test('none of the branches takes long', async (t) => {
	const times = await Promise.all(cases.map(async (one) => ({ ms: (await seenOf(one)).tookMs, name: one.name, alone: one.alone })));
	const slowest = times.filter(({ alone }) => !alone).sort((one, other) => other.ms - one.ms);
	for (const { ms, name } of slowest.slice(0, 10)) t.diagnostic(`${ms} ms: ${name}`);
});

test('no two cases have a name, or a file with a fault, in common', () => {
	const names = cases.map(({ name }) => name);
	assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
	const faulty = new Set(cases.flatMap(({ faults = [] }) => faults.map(({ match }) => match?.fileName)));
	const files = cases.flatMap((one) => [...filesOf(one).texts]).filter((name) => faulty.has(name));
	assert.deepEqual(files.filter((name, index) => files.indexOf(name) !== index), []);
});
