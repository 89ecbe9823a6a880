import { setTimeout as sleep } from 'node:timers/promises';

import { inParallel } from '../../../nodes/Lexer/transport/inParallel';

describe('work in parallel', () => {
	it('keeps the order of its inputs and its limit', async () => {
		let running = 0;
		let most = 0;
		const work = async (delayMs: number) => {
			most = Math.max(most, ++running);
			await sleep(delayMs);
			running--;
			return delayMs;
		};
		const results = await inParallel([30, 1, 20, 2, 10], 3, new AbortController().signal, work);
		expect({ results, most }).toEqual({ results: [30, 1, 20, 2, 10], most: 3 });
	});

	it('begins nothing more once it is aborted', async () => {
		const run = new AbortController();
		const begun: number[] = [];
		const results = await inParallel([1, 2, 3, 4], 1, run.signal, async (input) => {
			begun.push(input);
			if (input === 2) run.abort();
			return input;
		});
		expect({ begun, results }).toEqual({ begun: [1, 2], results: [1, 2, undefined, undefined] });
	});

	it('does nothing for no inputs', async () => {
		expect(await inParallel([], 4, new AbortController().signal, async () => 1)).toEqual([]);
	});
});
