import { setTimeout as sleep } from 'node:timers/promises';

import { patiently, StalledError } from '../../../nodes/Lexer/timing/patience';
import { StoppedError } from '../../../nodes/Lexer/timing/turns';

const NEVER = new Promise<never>(() => {});

describe('waiting for what may never come', () => {
	it('gives what comes in time', async () => {
		const patience = { stallTimeoutMs: 1000, signal: undefined };
		await expect(patiently(sleep(20, 'bytes'), patience)).resolves.toBe('bytes');
		await expect(patiently(Promise.reject(new Error('no such file')), patience)).rejects.toThrow('no such file');
	});

	it('ends with the stall timeout, and takes care of what comes later', async () => {
		const late: string[] = [];
		const wait = patiently(sleep(150, 'late'), { stallTimeoutMs: 50, signal: undefined }, { dispose: (what) => late.push(what) });
		await expect(wait).rejects.toThrow(StalledError);
		await sleep(200);
		expect(late).toEqual(['late']);
	});

	it('does not take care of what came in time', async () => {
		const late: string[] = [];
		await patiently(Promise.resolve('bytes'), { stallTimeoutMs: 50, signal: undefined }, { dispose: (what) => late.push(what) });
		await sleep(20);
		expect(late).toEqual([]);
	});

	it('ends at once with a cancel', async () => {
		const cancel = new AbortController();
		const wait = patiently(NEVER, { stallTimeoutMs: 60_000, signal: cancel.signal });
		cancel.abort();
		await expect(wait).rejects.toThrow(StoppedError);
		await expect(patiently(NEVER, { stallTimeoutMs: 60_000, signal: cancel.signal })).rejects.toThrow(StoppedError);
	});

	it('goes on as long as something moves', async () => {
		let moves = 0;
		const mover = setInterval(() => moves++, 20);
		await expect(patiently(sleep(400, 'done'), { stallTimeoutMs: 100, signal: undefined }, { moves: () => moves })).resolves.toBe('done');
		clearInterval(mover);
	});

	it("does not count the time that n8n's event loop was held up", async () => {
		const wait = patiently(sleep(150, 'bytes'), { stallTimeoutMs: 2000, signal: undefined });
		const until = performance.now() + 2500;
		while (performance.now() < until);
		await expect(wait).resolves.toBe('bytes');
	});
});
