import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '../..');

/**
 * Runs JavaScript in a process of its own, whose clock is in another time zone.
 *
 * @param code an expression; `recordConverter` and `DEFAULT_CONVERSION` are at hand
 * @returns what it gives, by way of JSON
 */
export function inTimezone(timezone: string, code: string): unknown {
	const script = `${bundle()}\nprocess.stdout.write(JSON.stringify(${code}));`;
	const env = { ...process.env, TZ: timezone };
	return JSON.parse(execFileSync(process.execPath, ['-'], { input: script, env, encoding: 'utf8' }));
}

let bundled: string | undefined;

function bundle(): string {
	bundled ??= buildSync({
		stdin: {
			contents: `
				export { recordConverter } from './nodes/Lexer/records/convert/assembly/recordConverter';
				export { DEFAULT_CONVERSION } from './nodes/Lexer/records/convert/conversion';`,
			resolveDir: ROOT,
		},
		bundle: true,
		write: false,
		platform: 'node',
		format: 'iife',
		globalName: 'convert',
		footer: { js: 'const { recordConverter, DEFAULT_CONVERSION } = convert;' },
	}).outputFiles[0].text;
	return bundled;
}
