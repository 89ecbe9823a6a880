// Random faults, byte offsets, sizes, binary modes and concurrency, all from one seed. Either a file is
// stored byte by byte and reported as delivered, or it is reported as failed: never anything else.
//
//   FAULTS_SEED=7 npm run test:faults                  another seed
//   FAULTS_COUNT=50 npm run test:faults                fewer scenarios
//   FAULTS_ONLY=7000123 npm run test:faults            the one scenario that a failure names
import { clearBinaryData } from '../support/engine.cjs';
import { watchOpenThings } from './openThings.cjs';
import { type PreparedScenario, prepareScenario, runScenario } from './runScenario.cjs';
import { type SandboxClient, startSandboxProcess } from './sandboxClient.cjs';
import { makeScenario } from './scenario.cjs';

const baseSeed = Number(process.env.FAULTS_SEED ?? 1);
const total = Number(process.env.FAULTS_COUNT ?? 500);
const only = process.env.FAULTS_ONLY;
const AT_ONCE = 40;

const seeds = only === undefined ? Array.from({ length: total }, (_, index) => baseSeed * 1_000_000 + index) : [Number(only)];

let sandbox: SandboxClient;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
});
afterAll(async () => await sandbox.close());

it(`${seeds.length} scenarios from the seed ${only ?? baseSeed} end as they may`, async () => {
	const problems: string[] = [];
	for (let start = 0; start < seeds.length; start += AT_ONCE) {
		const batch: PreparedScenario[] = [];
		for (const seed of seeds.slice(start, start + AT_ONCE)) batch.push(await prepareScenario(makeScenario(seed)));
		const open = watchOpenThings();
		const found = await Promise.all(batch.map(async (prepared) => await runScenario(sandbox, prepared)));
		for (const [index, list] of found.entries()) {
			problems.push(...list.map((problem) => `FAULTS_ONLY=${seeds[start + index]}: ${problem}`));
		}
		const batchName = `scenarios ${seeds[start]} to ${seeds[start + batch.length - 1]}`;
		problems.push(...(await open.left()).map((thing) => `${batchName}: ${thing}`));
		await clearBinaryData();
		if ((start / AT_ONCE) % 3 === 2) process.stderr.write(`${start + batch.length} of ${seeds.length} scenarios\n`);
	}
	expect(problems).toEqual([]);
	expect(await sandbox.leaks()).toBe(0);
}, 1_800_000);
