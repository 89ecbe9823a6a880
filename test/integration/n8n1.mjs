import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs the integration tests on the engine of n8n 1, which is installed first where it is not there. */

process.env.N8N_VERSION = '1';
const { ensureRuntime } = await import('../e2e/runtime.mjs');

const { modules } = await ensureRuntime();
const config = fileURLToPath(new URL('n8n1.jest.config.js', import.meta.url));
const jest = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));
const { status } = spawnSync(process.execPath, [jest, '--config', config, ...process.argv.slice(2)], {
	stdio: 'inherit',
	env: { ...process.env, N8N_MODULES: modules },
});
process.exitCode = status ?? 1;
