import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Lexer's own schemas' examples and verdicts: reference data that lies beside the project, or does not. */
const folder = resolve(__dirname, '../../../../shared/lexer-schemas');

/** Defines the tests if the reference data is there, and says so if it is not. */
export function describeWithLexerData(name: string, tests: (read: (file: string) => string) => void) {
	if (existsSync(folder)) {
		describe(name, () => tests((file) => readFileSync(resolve(folder, file), 'utf8')));
	} else {
		console.warn(`Skipped, as ../shared/lexer-schemas is not there: ${name}`);
	}
}

/** The lines of a file with one JSON value a line. */
export function jsonLines<Value>(text: string): Value[] {
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line) as Value);
}
