import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, freemem, loadavg, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { formatSize } from '../e2e/progress.mjs';

/** On what the figures were measured. */

/**
 * @typedef {Awaited<ReturnType<typeof describeMachine>>} Machine
 * @param {import('../e2e/runtime.mjs').Runtime} runtime
 */
export async function describeMachine(runtime) {
	const manifest = await readFile(path.join(runtime.modules, 'n8n', 'package.json'), 'utf8');
	return {
		cores: cpus().length,
		processor: cpus()[0]?.model.trim() ?? 'unknown',
		memoryBytes: totalmem(),
		availableBytes: availableBytes(),
		system: `${type()} ${release()}`,
		n8n: String(JSON.parse(manifest).version),
		nodeOfN8n: (await firstLine(runtime.node, ['--version'])) ?? 'unknown',
		nodeOfSink: process.version,
		curl: await firstLine('curl', ['--version']),
		/** What else the machine was busy with when the run began. */
		loadAverage: loadNow(),
	};
}

/** @param {Machine} machine */
export function machineInWords(machine) {
	const { cores, processor, memoryBytes, availableBytes: available, system, n8n, nodeOfN8n, nodeOfSink, curl } = machine;
	return [
		`${cores} cores (${processor}), ${formatSize(memoryBytes)} memory, ${formatSize(available)} available; ${system}`,
		`n8n ${n8n} on Node ${nodeOfN8n.slice(1)}; the sink on Node ${nodeOfSink.slice(1)}; ${curl ?? 'no curl'}`,
		`load average at the start ${machine.loadAverage}`,
	].join('\n');
}

/** The memory that is there for us, caches that can be dropped included. */
export function availableBytes() {
	// Knows of a container's limit; from Node 20.13.
	return process.availableMemory?.() ?? freemem();
}

/** The machine's load average over the last minute. */
export function loadNow() {
	return Number(loadavg()[0].toFixed(2));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function firstLine(command, args) {
	const { stdout } = await promisify(execFile)(command, args).catch(() => ({ stdout: '' }));
	const line = stdout.split('\n', 1)[0].trim();
	return line === '' ? undefined : line;
}
