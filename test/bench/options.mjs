import { parseArgs } from 'node:util';

import { Advice } from '../e2e/progress.mjs';
import { SECTIONS } from './sections.mjs';

const NAMES = SECTIONS.map((section) => section.name);

const HELP = `Measures uploads in a real n8n, to a sandbox of Lexer's API on this machine that throws the bytes
away: this node beside two HTTP Request nodes and a Merge, and beside curl; and records beside n8n's
Convert to File and, with LEXER_SCHEMAS set to a checkout of Lexer's repository of schemas (and PYTHON
to a Python with pydantic 1 and requests), beside Lexer's own tools.

npm run bench -- [options]
  --section NAME   only this section, may be repeated: ${NAMES.join(', ')}
  --runs N         runs of each contender, of which the median counts (default 3)
  --quick          only the small sizes, one run each
  --help           prints this

BENCH_RECORDS=N makes the sections of single options (gzip and after it) with so many records.

Prints tables, and writes all figures to bench-results.json. What else runs on the machine meanwhile
shows in the figures.`;

/**
 * @typedef {object} Options
 * @property {string} [help] the text to print instead of measuring
 * @property {Set<string>} names the sections to run
 * @property {number} runs
 */

/** @returns {Options} */
export function readOptions() {
	const { section, runs, quick, help } = parse();
	const quickNames = SECTIONS.filter((section) => section.quick).map((section) => section.name);
	for (const name of section) {
		if (!NAMES.includes(name)) throw new Advice(`There is no section ${name}: they are ${NAMES.join(', ')}.`);
	}
	const count = Number(runs ?? (quick ? 1 : 3));
	if (!Number.isInteger(count) || count < 1) throw new Advice(`--runs takes a whole number of at least 1, not ${runs}.`);
	const names = new Set(section.length > 0 ? section : quick ? quickNames : NAMES);
	return { help: help ? HELP : undefined, names, runs: count };
}

function parse() {
	try {
		const { values } = parseArgs({
			options: {
				section: { type: 'string', multiple: true, default: [] },
				runs: { type: 'string' },
				quick: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		});
		return { ...values, section: values.section ?? [] };
	} catch (error) {
		throw new Advice(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
	}
}
