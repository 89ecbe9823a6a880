/**
 * Loaded into n8n's process before n8n: measures for how long the Lexer node keeps n8n's event loop to
 * itself while it runs, and writes the worst delay of each run to the file that the environment names.
 */
const Module = require('node:module');
const { monitorEventLoopDelay, performance } = require('node:perf_hooks');
const { setTimeout: wait } = require('node:timers/promises');
const { writeFileSync } = require('node:fs');

const { LEXER_BENCH_DELAY_FILE: file } = process.env;
/** How often the delay is looked at: what it measures is this and the delay together. */
const RESOLUTION_MS = 5;
/** A few looks before and after the run, so that its first and its last piece of work are seen. */
const MARGIN_MS = 50;
/** For how long n8n is watched doing nothing: what is seen then is the machine's. */
const IDLE_MS = 500;
const NS_A_MS = 1e6;

if (file) {
	const { _load: load } = Module;
	const seen = new WeakSet();
	Module._load = function (...args) {
		const loaded = load.apply(this, args);
		const node = /Lexer\.node(\.js)?$/.test(args[0]) ? loaded.Lexer : undefined;
		if (node && !seen.has(node)) {
			seen.add(node);
			watch(node.prototype);
		}
		return loaded;
	};
}

function watch(prototype) {
	const { execute } = prototype;
	prototype.execute = async function (...args) {
		const idle = startLooking();
		await wait(IDLE_MS);
		const { worstDelayMs: idleDelayMs } = idle();
		const run = startLooking();
		await wait(MARGIN_MS);
		const startedAtMs = performance.now();
		try {
			return await execute.apply(this, args);
		} finally {
			const durationMs = performance.now() - startedAtMs;
			await wait(MARGIN_MS);
			writeFileSync(file, JSON.stringify({ durationMs, idleDelayMs, ...run() }));
		}
	};
}

/**
 * Begins to look at the event loop.
 *
 * @returns what ends it, and says how late a look was at most, and how long the processor worked for n8n
 * between two looks at most: the time that other processes took is in the one and not in the other
 */
function startLooking() {
	const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	let worstWorkMs = 0;
	let lastMs = workMs();
	const look = () => {
		const nowMs = workMs();
		worstWorkMs = Math.max(worstWorkMs, nowMs - lastMs);
		lastMs = nowMs;
	};
	const timer = setInterval(look, RESOLUTION_MS);
	delays.enable();
	return () => {
		clearInterval(timer);
		delays.disable();
		return { worstDelayMs: Math.max(0, delays.max / NS_A_MS - RESOLUTION_MS), worstWorkMs };
	};
}

/** What the processor has worked for this thread, in ms; nothing before Node 23.9. */
function workMs() {
	const { user, system } = process.threadCpuUsage?.() ?? { user: NaN, system: NaN };
	return (user + system) / 1000;
}
