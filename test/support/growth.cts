/** Below this a clock says more about the machine than about the work. */
const FLOOR_MS = 8;

/**
 * Runs the same on an input and on one four times as large, and fails where the time grows twelve
 * times: as it does for anything that is quadratic, and not for what is linear, even on a busy machine.
 *
 * @param size large enough to take some milliseconds
 */
export function expectLinear<Input>(make: (size: number) => Input, run: (input: Input) => unknown, size: number) {
	const [small, large] = [make(size), make(4 * size)];
	run(small);
	const ratio = bestMs(() => run(large)) / Math.max(bestMs(() => run(small)), FLOOR_MS);
	expect(ratio).toBeLessThan(12);
}

function bestMs(run: () => unknown): number {
	let bestMs = Infinity;
	for (let round = 0; round < 3; round++) {
		const start = performance.now();
		run();
		bestMs = Math.min(bestMs, performance.now() - start);
	}
	return bestMs;
}
