import { Advice } from './progress.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureTemplate } from './template.mjs';

/** Installs the n8n that the tests run, and makes its empty database: `N8N_VERSION=1` for n8n 1. */
ensureRuntime()
	.then(ensureTemplate)
	.catch((error) => {
		console.error(error instanceof Advice ? error.message : error);
		process.exit(1);
	});
