import type { BinaryMode } from '../support/engine.cjs';
import { seededRandom } from '../support/seededRandom.cjs';

/** What goes wrong with one file, in the order in which it does; a rule of the sandbox each. */
export type Fault = { target: 'api' | 's3'; kind: string } & Record<string, unknown>;

export interface ScenarioFile {
	name: string;
	sizeBytes: number;
	faults: Fault[];
	/** By how much the size that n8n announces differs from the real one. */
	sizeErrorBytes: number;
	expected: 'delivered' | 'failed' | 'either';
}

export interface Scenario {
	seed: number;
	mode: BinaryMode;
	concurrency: number;
	maxTries: number;
	stallTimeoutSeconds: number;
	onError: 'stopWorkflow' | 'continueRegularOutput';
	/** When the execution is stopped, in ms after its start. */
	cancelAfterMs: number | undefined;
	files: ScenarioFile[];
}

const MIB = 1024 * 1024;

/** What a fault does to a file: it costs a try, ends it for good, changes nothing, or it depends on a race. */
type Effect = 'costsTry' | 'fatal' | 'harmless' | 'race';

type Draw = (most: number) => number;
type MakeFault = (sizeBytes: number, draw: Draw) => Fault;

const FAULTS: Array<[effect: Effect, make: MakeFault]> = [
	['costsTry', (size, draw) => ({ target: 's3', kind: 'resetAfter', bytes: draw(size) })],
	['costsTry', (size, draw) => ({ target: 's3', kind: 'resetAfter', bytes: draw(size) })],
	['costsTry', (size, draw) => ({ target: 's3', kind: 'stallAfter', bytes: draw(size) })],
	['costsTry', () => ({ target: 's3', kind: 'status', status: 500 })],
	['costsTry', () => ({ target: 's3', kind: 'status', status: 503, code: 'SlowDown' })],
	['costsTry', () => ({ target: 's3', kind: 'status', status: 502, html: true })],
	['costsTry', () => ({ target: 's3', kind: 'status', status: 400, code: 'RequestTimeout' })],
	['costsTry', () => ({ target: 's3', kind: 'status', status: 400, code: 'BadDigest' })],
	['costsTry', () => ({ target: 's3', kind: 'status', status: 403, code: 'AccessDenied', message: 'Request has expired' })],
	['costsTry', () => ({ target: 's3', kind: 'status', status: 400, code: 'ExpiredToken' })],
	['costsTry', () => ({ target: 's3', kind: 'earlyAnswer', status: 503, code: 'SlowDown' })],
	['costsTry', () => ({ target: 's3', kind: 'redirect' })],
	['costsTry', () => ({ target: 's3', kind: 'redirect', secondPort: true, early: true })],
	['costsTry', () => ({ target: 's3', kind: 'retryAfter', seconds: 1 })],
	['costsTry', () => ({ target: 's3', kind: 'wrongEtag' })],
	['costsTry', () => ({ target: 's3', kind: 'storedThenError' })],
	['costsTry', () => ({ target: 's3', kind: 'storedThenError', hangUp: true })],
	['costsTry', () => ({ target: 's3', kind: 'silent' })],
	['harmless', (size, draw) => ({ target: 's3', kind: 'rate', bytesPerSecond: Math.max(size / 2, 1000) + draw(MIB) })],
	['harmless', () => ({ target: 's3', kind: 'kmsEtag' })],
	['harmless', (_size, draw) => ({ target: 's3', kind: 'latency', ms: draw(300) })],
	['harmless', () => ({ target: 'api', kind: 'textBody' })],
	['harmless', () => ({ target: 'api', kind: 'doubleEscaped' })],
	['harmless', () => ({ target: 'api', kind: 'expiredUrl' })],
	['harmless', () => ({ target: 'api', kind: 'status', status: 500 })],
	['harmless', () => ({ target: 'api', kind: 'status', status: 503 })],
	['harmless', () => ({ target: 'api', kind: 'retryAfter', seconds: 1 })],
	['harmless', () => ({ target: 'api', kind: 'retryAfter', seconds: 1, date: true })],
	['harmless', (_size, draw) => ({ target: 'api', kind: 'resetAfter', bytes: draw(40) })],
	['fatal', () => ({ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch' })],
	['fatal', () => ({ target: 's3', kind: 'status', status: 400, code: 'EntityTooLarge' })],
	['fatal', () => ({ target: 's3', kind: 'status', status: 403, html: true })],
	['fatal', () => ({ target: 's3', kind: 'moved' })],
	['fatal', () => ({ target: 's3', kind: 'retryAfter', seconds: 600 })],
	['race', () => ({ target: 's3', kind: 'earlyAnswer', status: 403, code: 'SignatureDoesNotMatch' })],
	['fatal', () => ({ target: 'api', kind: 'status', status: 401 })],
	['fatal', () => ({ target: 'api', kind: 'status', status: 404 })],
	['fatal', () => ({ target: 'api', kind: 'notJson' })],
	['fatal', () => ({ target: 'api', kind: 'noUrl' })],
	['fatal', () => ({ target: 'api', kind: 'redirect' })],
];

/** The scenario of a seed: always the same one. */
export function makeScenario(seed: number): Scenario {
	const random = seededRandom(seed);
	const draw: Draw = (most) => Math.floor(random() * (most + 1));
	const pick = <T,>(values: readonly T[]): T => values[draw(values.length - 1)];
	const maxTries = 1 + draw(4);
	const cancelAfterMs = draw(15) === 0 ? draw(2000) : undefined;
	const mode = pick(['filesystem', 'filesystem', 'database', 'default'] as const);
	const onError = draw(3) === 0 ? 'stopWorkflow' : 'continueRegularOutput';
	const files = Array.from({ length: 1 + draw(3) }, (_, index) => {
		const sizeBytes = draw(11) === 0 ? pick([0, 1, 64 * MIB]) : Math.floor(2 ** (random() * 26));
		const chosen = Array.from({ length: draw(3) }, () => pick(FAULTS));
		const sizeErrorBytes = draw(19) === 0 && sizeBytes > 0 ? pick([-1, 1]) * (1 + draw(sizeBytes - 1)) : 0;
		return {
			name: `s${seed}-f${index}.bin`,
			sizeBytes,
			faults: chosen.map(([, make]) => make(sizeBytes, draw)),
			sizeErrorBytes: mode === 'default' ? 0 : sizeErrorBytes,
			expected: expectation(chosen.map(([effect]) => effect), maxTries),
		};
	});
	const scenario = { seed, mode, concurrency: 1 + draw(4), maxTries, stallTimeoutSeconds: 0.5, onError, cancelAfterMs, files };
	return { ...scenario, onError, files: files.map((file) => ({ ...file, expected: inContext(file, scenario) })) } as Scenario;
}

/** What must come of a file whose faults have these effects; the sandbox applies them one a request. */
function expectation(effects: Effect[], maxTries: number): ScenarioFile['expected'] {
	if (effects.includes('race')) return 'either';
	if (effects.includes('fatal')) return 'failed';
	return effects.filter((effect) => effect === 'costsTry').length < maxTries ? 'delivered' : 'failed';
}

function inContext(file: ScenarioFile, scenario: { onError: string; cancelAfterMs?: number; files?: ScenarioFile[] }) {
	// A stop, by the user or by another file's failure, may come before or after the file is done.
	if (scenario.cancelAfterMs !== undefined || scenario.onError === 'stopWorkflow') return 'either';
	return file.sizeErrorBytes === 0 ? file.expected : 'failed';
}
