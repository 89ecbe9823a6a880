import { inParallel } from '../../../nodes/Lexer/transport/inParallel';
import { createPacer } from '../../../nodes/Lexer/transport/pacer';
import { createVirtualClock } from './virtualClock.cjs';

const never = new AbortController().signal;

/** A server's limit: whether it takes an ask that comes now. */
type Limit = (nowMs: number) => boolean;

const fixedWindow = (most: number, windowMs: number, offsetMs = 0) => (): Limit => {
	let current = -1;
	let taken = 0;
	return (nowMs) => {
		const window = Math.floor((nowMs + offsetMs) / windowMs);
		if (window !== current) [current, taken] = [window, 0];
		return taken < most && ++taken > 0;
	};
};

const slidingWindow = (most: number, windowMs: number) => (): Limit => {
	let taken: number[] = [];
	return (nowMs) => {
		taken = taken.filter((atMs) => nowMs - atMs < windowMs);
		return taken.length < most && taken.push(nowMs) > 0;
	};
};

/** As a window, but refused asks count as well, as with many gateways. */
const slidingWindowOfAll = (most: number, windowMs: number) => (): Limit => {
	let asks: number[] = [];
	return (nowMs) => {
		asks = asks.filter((atMs) => nowMs - atMs < windowMs);
		asks.push(nowMs);
		return asks.length <= most;
	};
};

const tokenBucket = (burst: number, perSecond: number) => (): Limit => {
	let tokens = burst;
	let atMs = 0;
	return (nowMs) => {
		tokens = Math.min(burst, tokens + ((nowMs - atMs) * perSecond) / 1000);
		atMs = nowMs;
		if (tokens < 1) return false;
		tokens--;
		return true;
	};
};

/** Sends files through the pacer in virtual time. */
async function simulate(makeLimit: () => Limit, { files, concurrency, latencyMs = 30, sendMs = 50 }: { files: number; concurrency: number; latencyMs?: number; sendMs?: number }) {
	const clock = createVirtualClock();
	const pacer = createPacer(clock);
	const isTaken = makeLimit();
	const refusals = new Array<number>(files).fill(0);
	let givenUp = 0;
	const sendFile = async (file: number) => {
		for (;;) {
			const ask = await pacer.turn(never);
			if (ask === undefined || typeof ask === 'string') return void givenUp++;
			await clock.pause(latencyMs / 2);
			const taken = isTaken(clock.now());
			await clock.pause(latencyMs / 2);
			if (taken) {
				ask.granted();
				return await clock.pause(sendMs);
			}
			refusals[file]++;
			if (ask.refused(undefined) !== undefined) return void givenUp++;
		}
	};
	await clock.until(inParallel(Array.from({ length: files }, (_, file) => file), concurrency, never, sendFile));
	return { givenUp, mostRefusals: Math.max(...refusals), seconds: clock.now() / 1000 };
}

describe.each([1, 4, 16, 64])('the pace that %i uploads share', (concurrency) => {
	it.each([
		['10 a second, sliding', slidingWindow(10, 1000)],
		['10 a second, by the clock', fixedWindow(10, 1000)],
		['10 a second, by the clock, half a second later', fixedWindow(10, 1000, 500)],
		['10 a second, refused asks counting', slidingWindowOfAll(10, 1000)],
		['10 a second, saved up', tokenBucket(10, 10)],
	])('keeps to a limit of %s', async (_limit, limit) => {
		for (const latencyMs of [5, 300]) {
			const { givenUp, mostRefusals, seconds } = await simulate(limit, { files: 200, concurrency, latencyMs });
			expect({ givenUp, mostRefusals }).toEqual({ givenUp: 0, mostRefusals: Math.min(mostRefusals, 2) });
			expect(seconds).toBeLessThan(200 * Math.max(0.2, (latencyMs + 50) / 1000 / Math.min(concurrency, 8)) + 10);
		}
	});

	it.each([
		['60 a minute, sliding', slidingWindow(60, 60_000)],
		['60 a minute, by the clock', fixedWindow(60, 60_000)],
		['60 a minute, by the clock, 20 s later', fixedWindow(60, 60_000, 20_000)],
		['60 a minute, refused asks counting', slidingWindowOfAll(60, 60_000)],
		['60 a minute, saved up', tokenBucket(60, 1)],
	])('waits a limit of %s out', async (_limit, limit) => {
		for (const latencyMs of [5, 300]) {
			const { givenUp, seconds } = await simulate(limit, { files: 200, concurrency, latencyMs });
			expect(givenUp).toBe(0);
			// 140 of the 200 must wait for more than two minutes; a third more may be lost with finding that out.
			expect(seconds).toBeLessThan(290);
		}
	});
});

describe('the pace', () => {
	it('is free until a server refuses', async () => {
		const { seconds } = await simulate(() => () => true, { files: 800, concurrency: 8, latencyMs: 10, sendMs: 0 });
		expect(seconds).toBeLessThan(2);
	});

	it('is tried for three minutes of refusals, and not much longer, whatever number of files waits', async () => {
		const { givenUp, seconds } = await simulate(() => () => false, { files: 200, concurrency: 4 });
		expect(givenUp).toBe(200);
		expect(seconds).toBeGreaterThan(180);
		expect(seconds).toBeLessThan(220);
	});

	it('recovers where the refusals end after two and a half minutes', async () => {
		const { givenUp } = await simulate(() => (nowMs) => nowMs > 150_000, { files: 20, concurrency: 4 });
		expect(givenUp).toBe(0);
	});

	it('asks one at a time while it finds out', async () => {
		const clock = createVirtualClock();
		const pacer = createPacer(clock);
		const asks: number[] = [];
		const first = await pacer.turn(never);
		if (typeof first !== 'object') throw new Error('No turn');
		first.refused(undefined);
		const cancel = new AbortController();
		const waiting = [1, 2, 3].map(async () => {
			if (typeof (await pacer.turn(cancel.signal)) === 'object') asks.push(clock.now());
		});
		await clock.until(clock.pause(20_000));
		cancel.abort();
		await clock.until(Promise.all(waiting));
		expect(asks).toHaveLength(1);
	});

	it('waits as long as the server asks, all together', async () => {
		const clock = createVirtualClock();
		const pacer = createPacer(clock);
		const ask = await pacer.turn(never);
		if (typeof ask !== 'object') throw new Error('No turn');
		expect(ask.refused(90_000)).toBeUndefined();
		await clock.until(pacer.turn(never));
		expect(clock.now()).toBeGreaterThanOrEqual(90_000);
	});

	it('makes nobody wait where the server asks for more than two minutes', async () => {
		const clock = createVirtualClock();
		const pacer = createPacer(clock);
		const ask = await pacer.turn(never);
		if (typeof ask !== 'object') throw new Error('No turn');
		expect(ask.refused(121_000)).toBe('waitTooLong');
		expect(await clock.until(pacer.turn(never))).toBe('waitTooLong');
	});

	it('lets nobody wait after a cancel', async () => {
		const pacer = createPacer();
		pacer.holdBack(3_600_000);
		const cancel = new AbortController();
		const turn = pacer.turn(cancel.signal);
		cancel.abort();
		await expect(turn).resolves.toBeUndefined();
	});
});
