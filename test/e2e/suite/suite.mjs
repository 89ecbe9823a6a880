import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { judge } from './judge.mjs';
import { filesOf, whyItEnded } from './look.mjs';

const SHOWN_SLOWEST = 8;
const WANTED = new RegExp(process.env.LEXER_E2E_CASES ?? '', 'i');

/**
 * Runs cases in one workflow on a real n8n, with a branch for each, and a test for each branch.
 *
 * A case is data: the items, the node's parameters, the servers' faults, and what is expected on both
 * outputs and at the servers; case.mjs says what it is made of. Leave out what does not matter: the laws
 * of laws.mjs hold for every case anyway (each item on one output, failed items whole, receipts true, no
 * secret anywhere, …). Three things to know:
 * - Its files need names that no other case has. By them faults find their requests, and the judge
 *   finds what was asked and stored. A name that n8n makes up is given as a pattern in `names`.
 * - n8n refuses a whole workflow in which an option is set to a value that it does not offer, or a
 *   required parameter to nothing: such values come as expressions (`={{ "…" }}`), as they do in life.
 * - What takes more than a second or two runs `alone`, beside the others; so does what stops its execution.
 *
 * With the variable LEXER_E2E_CASES only those cases run whose theme or name matches it as a pattern.
 *
 * @param {Array<{ theme: string, cases: import('./case.mjs').Case[] }>} themesOfCases
 * @param {() => Promise<import('./laboratory.mjs').Laboratory>} open
 * @param {Parameters<typeof judge>[2]} [laws] what holds for every case of this suite beside that
 * @param {Set<string>} [notYet] the names of the cases that show what the node cannot do yet
 */
export function testCases(themesOfCases, open, laws, notYet = new Set()) {
	let number = 0;
	const themes = themesOfCases
		.map(({ theme, cases: its }) => ({
			theme,
			cases: its.filter(({ name }) => WANTED.test(theme) || WANTED.test(name)).map((one) => ({ ...one, number: ++number })),
		}))
		.filter(({ cases: its }) => its.length > 0);
	const cases = themes.flatMap(({ cases: its }) => its);

	/** @type {import('./laboratory.mjs').Laboratory} */
	let laboratory;
	/** @type {Awaited<ReturnType<import('./laboratory.mjs').Laboratory['runAll']>>} */
	let seenOf;
	before(async () => {
		laboratory = await open();
		seenOf = await laboratory.runAll(cases.filter(({ skip }) => !skip));
	});
	after(async () => await laboratory?.close());

	for (const { theme, cases: its } of themes) {
		describe(theme, () => {
			for (const one of its) {
				test(one.name, { skip: one.skip, todo: notYet.has(one.name) }, async () => {
					const seen = await seenOf(one);
					assert.ok(seen.hasRun, `the node did not run; the execution: ${whyItEnded(seen.execution)}`);
					const found = await judge(one, seen, laws);
					assert.ok(found.length === 0, found.join('\n'));
				});
			}
		});
	}

	test('every branch has run', async (t) => {
		const took = await Promise.all(cases.filter(({ skip, alone }) => !skip && !alone).map(async (one) => ({ name: one.name, ...(await seenOf(one)) })));
		const slowest = took.sort((one, other) => other.tookMs - one.tookMs).slice(0, SHOWN_SLOWEST);
		const sumMs = took.reduce((sum, { tookMs }) => sum + tookMs, 0);
		t.diagnostic(`${took.length} branches took ${Math.round(sumMs / 1000)} s; the slowest: ${slowest.map(({ name, tookMs }) => `${name} (${tookMs} ms)`).join('; ')}`);
		assert.ok(took.every(({ hasRun }) => hasRun));
	});

	test('no two cases have a name, or a file with a fault, in common', () => {
		const names = cases.map(({ name }) => name);
		assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
		const faulty = new Set(cases.flatMap(({ faults = [] }) => faults.map(({ match }) => match?.fileName)));
		const files = cases.flatMap((one) => [...filesOf(one).texts]).filter((name) => faulty.has(name));
		assert.deepEqual(files.filter((name, index) => files.indexOf(name) !== index), []);
	});
}
