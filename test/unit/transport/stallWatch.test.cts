import { createMeter } from '../../../nodes/Lexer/transport/meter';
import { watchForStall } from '../../../nodes/Lexer/transport/stallWatch';

const now = () => performance.now();

/** Watches until a verdict, or for `forMs`. */
async function verdictOf(prepare: (meter: ReturnType<typeof createMeter>) => void, stallTimeoutMs: number, forMs: number) {
	const meter = createMeter(10, false, now);
	prepare(meter);
	const attempt = new AbortController();
	const watch = watchForStall(meter, stallTimeoutMs, attempt, now);
	const over = new Promise((resolve) => attempt.signal.addEventListener('abort', resolve));
	await Promise.race([over, new Promise((resolve) => setTimeout(resolve, forMs))]);
	attempt.abort();
	return watch.verdict();
}

describe('an attempt in which nothing moves', () => {
	it.each([
		['the source gives nothing', 'source', 'sourceStalled'],
		['the connection takes nothing', 'line', 'stalled'],
		['no answer comes', 'answer', 'noAnswer'],
		['there is no connection yet, which has a bound of its own', 'connection', undefined],
	] as const)('because %s', async (_why, waitsFor, verdict) => {
		expect(await verdictOf((meter) => meter.waitFor(waitsFor), 30, 600)).toBe(verdict);
	});

	it('is not given up because n8n was busy with something else', async () => {
		const verdict = verdictOf((meter) => meter.waitFor('line'), 400, 300);
		// The watch looks when the time is up, and finds that it was held up itself.
		const untilMs = now() + 900;
		while (now() < untilMs);
		expect(await verdict).toBeUndefined();
	});
});
