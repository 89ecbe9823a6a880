// Random faults, byte offsets, sizes, binary modes and concurrency, all from one seed. Either a file is
// stored byte by byte and reported as delivered, or it is reported as failed: never anything else.
//
//   FAULTS_SEED=7 npm run test:faults                  another seed
//   FAULTS_COUNT=50 npm run test:faults                fewer scenarios
//   FAULTS_ONLY=7000123 npm run test:faults            the one scenario that a failure names
import { inParallel } from '../../nodes/Lexer/transport/inParallel';
import { clearBinaryData } from '../support/engine.cjs';
import { watchOpenThings } from './openThings.cjs';
import { type PreparedScenario, prepareScenario, runScenario } from './runScenario.cjs';
import { type SandboxClient, startSandboxProcess } from './sandboxClient.cjs';
import { makeScenario } from './scenario.cjs';

const baseSeed = Number(process.env.FAULTS_SEED ?? 1);
const total = Number(process.env.FAULTS_COUNT ?? 500);
const only = process.env.FAULTS_ONLY;
/** Most of the time a scenario waits, for a stall or a back-off: so many run side by side. */
const AT_ONCE = 30;
/** After so many scenarios nothing may be left open. */
const ROUND = 125;

const seeds = only === undefined ? Array.from({ length: total }, (_, index) => baseSeed * 1_000_000 + index) : [Number(only)];

let sandbox: SandboxClient;
beforeAll(async () => {
	sandbox = await startSandboxProcess();
});
afterAll(async () => await sandbox.close());

let stored: Promise<unknown> = Promise.resolve();

/** The mode of n8n's binary store belongs to the whole engine: so one scenario after the other stores its files. */
async function prepareInTurn(seed: number): Promise<PreparedScenario> {
	const prepared = stored.then(async () => await prepareScenario(makeScenario(seed)));
	stored = prepared;
	return await prepared;
}

it(`${seeds.length} scenarios from the seed ${only ?? baseSeed} end as they may`, async () => {
	const problems: string[] = [];
	const never = new AbortController().signal;
	for (let start = 0; start < seeds.length; start += ROUND) {
		const round = seeds.slice(start, start + ROUND);
		const open = watchOpenThings();
		await inParallel(round, AT_ONCE, never, async (seed) => {
			const found = await runScenario(sandbox, await prepareInTurn(seed));
			problems.push(...found.map((problem) => `FAULTS_ONLY=${seed}: ${problem}`));
		});
		problems.push(...(await open.left()).map((thing) => `scenarios ${round[0]} to ${round.at(-1)}: ${thing}`));
		await clearBinaryData();
		process.stderr.write(`${start + round.length} of ${seeds.length} scenarios\n`);
	}
	expect(problems).toEqual([]);
	expect(await sandbox.leaks()).toBe(0);
}, 1_800_000);
