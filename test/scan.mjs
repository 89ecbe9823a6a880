// Applies the rules that n8n applies to a published package to the one that would be published:
// what is in it, and n8n's own scanner over it. (The scanner's check of npm's provenance needs a
// published package.)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const SHIPPED = /^(dist\/(nodes|credentials)\/.+\.(js|json|svg)|README\.md|LICENSE|package\.json)$/;

const folder = mkdtempSync(join(tmpdir(), 'lexer-scan-'));
try {
	const options = ['--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
	const [packed] = JSON.parse(execFileSync('npm', ['pack', ...options], { encoding: 'utf8', shell: process.platform === 'win32' }));
	execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
	const unpacked = join(folder, 'package');

	const problems = packed.files.map(({ path }) => path).filter((path) => !SHIPPED.test(path)).map((path) => `ships ${path}`);
	const { dependencies = {} } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
	problems.push(...Object.keys(dependencies).map((name) => `has the runtime dependency ${name}`));
	const { passed, message, details = '' } = await analyzePackage(unpacked);
	if (!passed) problems.push(`${message}\n${details}`);

	for (const problem of problems) console.error(`The package ${problem}`);
	if (problems.length > 0) process.exitCode = 1;
	else console.log(`The package's ${packed.files.length} files pass n8n's scan of community packages.`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
