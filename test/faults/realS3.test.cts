// The same promise with a real S3, behind a proxy that cuts, delays and stalls its connections. It needs
// S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY, and says so where they are not set.
import type { ProxyRule } from '../sandbox/proxy.js';
import { clearBinaryData } from '../support/engine.cjs';
import { seededRandom } from '../support/seededRandom.cjs';
import { watchOpenThings } from './openThings.cjs';
import { prepareScenario, runScenario } from './runScenario.cjs';
import { type SandboxClient, startSandboxProcess } from './sandboxClient.cjs';
import type { Scenario } from './scenario.cjs';

const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = process.env;
const { S3_REGION: region = 'us-east-1' } = process.env;
const baseSeed = Number(process.env.FAULTS_SEED ?? 1);
const only = process.env.FAULTS_REAL_ONLY;
const COUNT = 60;
const seeds = only === undefined ? Array.from({ length: COUNT }, (_, index) => baseSeed * 1_000_000 + index) : [Number(only)];

/** One file, and what goes wrong with its connections; fewer faults than tries, so that it must arrive. */
function makeScenario(seed: number): { scenario: Scenario; faults: ProxyRule[] } {
	const random = seededRandom(seed);
	const draw = (most: number) => Math.floor(random() * (most + 1));
	const sizeBytes = Math.floor(2 ** (random() * 24));
	const maxTries = 2 + draw(2);
	const faults = Array.from({ length: draw(maxTries - 1) }, (): ProxyRule => {
		const kinds: ProxyRule[] = [
			{ kind: 'resetAfter', bytes: draw(sizeBytes + 500) },
			{ kind: 'resetAfter', bytes: draw(200), direction: 'toClient' },
			{ kind: 'stallAfter', bytes: draw(sizeBytes) },
			{ kind: 'refuse' },
			{ kind: 'latency', ms: draw(200) },
			{ kind: 'rate', bytesPerSecond: sizeBytes + 1000 },
		];
		return kinds[draw(kinds.length - 1)];
	});
	const mode = (['filesystem', 'database', 'default'] as const)[draw(2)];
	const file = { name: `r${seed}.bin`, sizeBytes, faults: [], sizeErrorBytes: 0, expected: 'delivered' as const };
	const scenario = { seed, mode, concurrency: 1, maxTries, stallTimeoutSeconds: 0.7, cancelAfterMs: undefined, files: [file] };
	return { scenario: { ...scenario, onError: 'continueRegularOutput' }, faults };
}

if (endpoint === undefined) {
	it('a real S3 is not configured: S3_ENDPOINT is not set, and nothing was tested against it', () => {
		console.warn('Skipped: 60 scenarios on a real S3, because S3_ENDPOINT is not set.');
		expect(process.env.REAL_S3_REQUIRED).toBeUndefined();
	});
} else {
	let sandbox: SandboxClient;
	beforeAll(async () => {
		sandbox = await startSandboxProcess({ endpoint, bucket: bucket!, accessKey: accessKey!, secretKey: secretKey!, region });
	});
	afterAll(async () => await sandbox.close());

	it(`${seeds.length} scenarios on a real S3 from the seed ${only ?? baseSeed} all arrive`, async () => {
		const problems: string[] = [];
		for (const seed of seeds) {
			const { scenario, faults } = makeScenario(seed);
			const prepared = await prepareScenario(scenario);
			await sandbox.setProxyFaults(faults);
			const open = watchOpenThings();
			const found = [...(await runScenario(sandbox, prepared)), ...(await open.left())];
			problems.push(...found.map((problem) => `FAULTS_REAL_ONLY=${seed}: ${problem} (${JSON.stringify(faults)})`));
			await clearBinaryData();
		}
		expect(problems).toEqual([]);
	}, 1_800_000);
}
