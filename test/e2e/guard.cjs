/**
 * Loaded into n8n's process before n8n: ends it when whoever started it is gone, and writes down
 * its peak memory when it exits.
 */
const { readFileSync, writeFileSync } = require('node:fs');

const ORPHAN_CHECK_MS = 1000;
const parent = process.ppid;

setInterval(() => {
	if (process.ppid === parent) return;
	try {
		// n8n leads a process group of its own: this ends its task runner as well.
		process.kill(-process.pid, 'SIGKILL');
	} catch {
		process.exit(1);
	}
}, ORPHAN_CHECK_MS).unref();

function peakRssBytes() {
	try {
		// More exact than resourceUsage, which on Linux counts the process that forked this one.
		const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
		if (kibibytes) return Number(kibibytes) * 1024;
	} catch {
		// Not on Linux.
	}
	return process.resourceUsage().maxRSS * 1024;
}

const { LEXER_E2E_PEAK_RSS_FILE: peakRssFile } = process.env;
if (peakRssFile) process.on('exit', () => writeFileSync(peakRssFile, String(peakRssBytes())));
