/**
 * Loaded into n8n's process by the soak: writes down each second what it holds.
 */
const { appendFileSync, readdirSync } = require('node:fs');

const EVERY_MS = 1000;
const { LEXER_SOAK_FILE: file } = process.env;

function openFiles() {
	try {
		return readdirSync('/proc/self/fd').length;
	} catch {
		return NaN;
	}
}

// n8n's task runner gets the same options, and is another process.
if (file && process.argv.includes('start')) {
	setInterval(() => {
		const sample = { rssBytes: process.memoryUsage.rss(), files: openFiles(), handles: process.getActiveResourcesInfo().length };
		appendFileSync(file, `${JSON.stringify(sample)}\n`);
	}, EVERY_MS).unref();
}
