import { createPacer } from '../../../nodes/Lexer/transport/pacer';

describe('the pace that uploads share', () => {
	it('lets everyone start at once until a server asks to slow down', async () => {
		const pacer = createPacer();
		await pacer.turn(new AbortController().signal);
		pacer.holdBack(40);
		pacer.holdBack(5);
		const startedAtMs = performance.now();
		await Promise.all([1, 2, 3].map(async () => await pacer.turn(new AbortController().signal)));
		expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(35);
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
