/** Below this a clock says more about the machine than about the work. */
const FLOOR_MS = 4;

/** Between 8, for what is linear, and 30 to 64, for what is quadratic; a busy machine blurs both. */
const MAX_RATIO = 20;

/** What is linear is seen to be so at least once; what is quadratic never is. */
const MAX_MEASUREMENTS = 6;

/**
 * Runs the same on an input and on one eight times as large, and fails where the time grows with the
 * square of that, and not with itself.
 *
 * @param size large enough to take some milliseconds
 */
export function expectLinear<Input>(make: (size: number) => Input, run: (input: Input) => unknown, size: number) {
	const [small, large] = [make(size), make(8 * size)];
	let leastRatio = Infinity;
	for (let measurement = 0; measurement < MAX_MEASUREMENTS && leastRatio >= MAX_RATIO; measurement++) {
		run(small);
		leastRatio = Math.min(leastRatio, bestMs(() => run(large)) / Math.max(bestMs(() => run(small)), FLOOR_MS));
	}
	expect(leastRatio).toBeLessThan(MAX_RATIO);
}

/** Of the processor's time, of which others on the machine take none. */
function bestMs(run: () => unknown): number {
	let bestMs = Infinity;
	for (let round = 0; round < 2; round++) {
		const start = process.cpuUsage();
		run();
		const { user, system } = process.cpuUsage(start);
		bestMs = Math.min(bestMs, (user + system) / 1000);
	}
	return bestMs;
}
