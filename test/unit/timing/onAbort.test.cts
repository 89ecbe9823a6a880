import { onAbort } from '../../../nodes/Lexer/timing/onAbort';
import { pause } from '../../../nodes/Lexer/timing/pause';

describe('listening to a signal', () => {
	it('is heard once, or at once where it has come', () => {
		const run = new AbortController();
		const heard: string[] = [];
		onAbort(run.signal, () => heard.push('before'));
		const stop = onAbort(run.signal, () => heard.push('stopped'));
		stop();
		run.abort();
		run.abort();
		onAbort(run.signal, () => heard.push('after'));
		expect(heard).toEqual(['before', 'after']);
	});

	it('by ten thousand makes Node warn of nothing', async () => {
		const warnings: Error[] = [];
		const warn = (warning: Error) => warnings.push(warning);
		process.on('warning', warn);
		const run = new AbortController();
		const waiting = Array.from({ length: 10_000 }, async () => await pause(60_000, run.signal));
		run.abort();
		await Promise.all(waiting);
		await new Promise((resolve) => setImmediate(resolve));
		process.off('warning', warn);
		expect(warnings).toEqual([]);
	});
});
