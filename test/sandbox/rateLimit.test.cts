import { ask, askForUrl } from './client.cjs';
import { type RateLimit, type Sandbox, startSandbox } from './index.js';
import { createRateLimit } from './rateLimit.js';

describe('a rate limit', () => {
	it.each<[string, RateLimit, number[], string]>([
		['admits so many in any span', { requests: 2, perMs: 100 }, [0, 10, 20, 99, 101, 105, 111, 150], 'yes yes no no yes no yes no'],
		['never admits who hammers, where refused requests count', { requests: 2, perMs: 100, countRefused: true }, [0, 10, 20, 99, 101, 150, 190, 291], 'yes yes no no no no no yes'],
		['admits one at a time', { requests: 1, perMs: 1000 }, [0, 999, 1000, 1001, 2000], 'yes no yes no yes'],
	])('%s', (_, limit, timesMs, admitted) => {
		const rateLimit = createRateLimit();
		rateLimit.set(limit);
		expect(timesMs.map((atMs) => (rateLimit.admits(atMs) ? 'yes' : 'no')).join(' ')).toBe(admitted);
	});

	it('is none where none is set, and begins anew where one is', () => {
		const rateLimit = createRateLimit();
		const admitted = () => [1, 2, 3].map((atMs) => rateLimit.admits(atMs));
		expect(admitted()).toEqual([true, true, true]);
		rateLimit.set({ requests: 1, perMs: 100 });
		expect(admitted()).toEqual([true, false, false]);
		rateLimit.set({ requests: 2, perMs: 100 });
		expect(admitted()).toEqual([true, true, false]);
		rateLimit.set(null);
		expect(admitted()).toEqual([true, true, true]);
	});

	it.each([{ requests: 0, perMs: 1 }, { requests: 1 }, { requests: 1, perMs: '60' , per: 1 }, { requests: 1, perMs: 1, burst: 2 }])(
		'is not taken as %j',
		(limit) => {
			expect(() => createRateLimit().set(limit as RateLimit)).toThrow(TypeError);
		},
	);
});

describe("the rate limit of the sandbox's API", () => {
	const AN_HOUR = 3_600_000;
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ s3: null, rateLimit: { requests: 2, perMs: AN_HOUR } });
	});
	afterEach(() => sandbox.faults.clear());
	afterAll(async () => await sandbox.close());

	const statuses = async (count: number) => {
		const found = [];
		for (let time = 0; time < count; time++) found.push((await askForUrl(sandbox, { filename: 'a.csv' })).status);
		return found;
	};

	it('answers 429 without saying when to come back, and the log tells it', async () => {
		expect(await statuses(2)).toEqual([201, 201]);
		const { status, headers, text } = await askForUrl(sandbox, { filename: 'a.csv' });
		expect({ status, error: JSON.parse(text) }).toEqual({ status: 429, error: { error: 'Too Many Requests' } });
		expect(headers['retry-after']).toBeUndefined();
		expect(sandbox.requests.map(({ rateLimited }) => rateLimited)).toEqual([undefined, undefined, true]);
	});

	it('begins anew when the faults are cleared', async () => {
		expect(await statuses(3)).toEqual([201, 201, 429]);
		sandbox.faults.clear();
		expect(await statuses(3)).toEqual([201, 201, 429]);
	});

	it('is set and dropped for a test', async () => {
		sandbox.faults.setRateLimit({ requests: 1, perMs: AN_HOUR });
		expect(await statuses(2)).toEqual([201, 429]);
		sandbox.faults.setRateLimit(null);
		expect(await statuses(5)).toEqual([201, 201, 201, 201, 201]);
	});

	it('is over in time', async () => {
		sandbox.faults.setRateLimit({ requests: 1, perMs: 50 });
		await statuses(1);
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(await statuses(1)).toEqual([201]);
	});

	it('refuses before a fault is used up, and counts nothing that is wrong in itself', async () => {
		for (let time = 0; time < 3; time++) {
			expect((await askForUrl(sandbox, { filename: 'a.csv' }, { 'Auth-Api-Token': 'wrong' })).status).toBe(401);
		}
		expect(await statuses(2)).toEqual([201, 201]);
		sandbox.faults.add({ target: 'api', kind: 'status', status: 500 });
		expect(await statuses(1)).toEqual([429]);
		expect(sandbox.faults.list()).toHaveLength(1);
	});

	it('is set from another process', async () => {
		const url = `${sandbox.apiUrl}/_sandbox/rateLimit`;
		const limit = { requests: 1, perMs: AN_HOUR, countRefused: true };
		await ask(url, { method: 'POST', body: JSON.stringify(limit) });
		expect(JSON.parse((await ask(url)).text)).toEqual({ rateLimit: limit });
		expect(await statuses(2)).toEqual([201, 429]);
		await ask(url, { method: 'DELETE' });
		expect(JSON.parse((await ask(url)).text)).toEqual({ rateLimit: null });
		expect(await statuses(3)).toEqual([201, 201, 201]);
		expect((await ask(url, { method: 'POST', body: '{"requests":0}' })).status).toBe(400);
	});
});
