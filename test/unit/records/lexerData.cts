import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Lexer's own schemas' examples and verdicts: reference data that lies beside the project, or does not. */
const folder = resolve(__dirname, '../../../../shared/lexer-schemas');

/**
 * Defines tests that need the reference data. Where it is not there they count as skipped, and say so.
 *
 * @param tests is called in either case: what reads the data stands inside of the tests
 */
export function describeWithLexerData(name: string, tests: (read: (file: string) => string) => void) {
	const isThere = existsSync(folder);
	const define = isThere ? describe : describe.skip;
	define(isThere ? name : `${name} (needs ../shared/lexer-schemas)`, () => tests((file) => readFileSync(resolve(folder, file), 'utf8')));
}

/** The lines of a file with one JSON value a line. */
export function jsonLines<Value>(text: string): Value[] {
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line) as Value);
}
