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
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	/** When the execution is stopped, in ms after its start. */
	cancelAfterMs: number | undefined;
	files: ScenarioFile[];
}

const MIB = 1024 * 1024;

/**
 * What a fault does to its request: nothing that matters, a failure that is tried again (with the same
 * URL or a new one) or without costing a try, the end of the file, a URL that has expired and costs a
 * try to find out, or one that is late by Lexer's clock and good for one try.
 */
type Effect = 'harmless' | 'retry' | 'newUrl' | 'again' | 'fatal' | 'expired' | 'late';

type Draw = (most: number) => number;
type MakeFault = (sizeBytes: number, draw: Draw) => Fault;

const EXPIRED = { status: 403, code: 'AccessDenied', message: 'Request has expired' };
const FORGED = { status: 403, code: 'SignatureDoesNotMatch' };

/** What becomes of a connection whose answer came before the body's end. */
const ending = (draw: Draw) => [{}, { hangUp: true }, { stopReading: true }][draw(2)];

const FAULTS: Array<[effect: Effect, make: MakeFault]> = [
	['retry', (size, draw) => ({ target: 's3', kind: 'resetAfter', bytes: draw(size) })],
	['retry', (size, draw) => ({ target: 's3', kind: 'resetAfter', bytes: draw(size) })],
	['retry', (size, draw) => ({ target: 's3', kind: 'stallAfter', bytes: draw(size) })],
	['retry', () => ({ target: 's3', kind: 'status', status: 500 })],
	['retry', () => ({ target: 's3', kind: 'status', status: 503, code: 'SlowDown' })],
	['retry', () => ({ target: 's3', kind: 'status', status: 502, html: true })],
	['retry', () => ({ target: 's3', kind: 'status', status: 400, code: 'RequestTimeout' })],
	['retry', () => ({ target: 's3', kind: 'status', status: 400, code: 'BadDigest' })],
	['newUrl', () => ({ target: 's3', kind: 'status', status: 403, code: 'AccessDenied', message: 'Request has expired' })],
	['newUrl', () => ({ target: 's3', kind: 'status', status: 400, code: 'ExpiredToken' })],
	['retry', () => ({ target: 's3', kind: 'earlyAnswer', status: 503, code: 'SlowDown' })],
	['retry', () => ({ target: 's3', kind: 'redirect' })],
	['retry', () => ({ target: 's3', kind: 'redirect', secondPort: true, early: true })],
	['retry', () => ({ target: 's3', kind: 'retryAfter', seconds: 1 })],
	['retry', () => ({ target: 's3', kind: 'wrongEtag' })],
	['retry', () => ({ target: 's3', kind: 'storedThenError' })],
	['retry', () => ({ target: 's3', kind: 'storedThenError', hangUp: true })],
	['retry', () => ({ target: 's3', kind: 'silent' })],
	['harmless', (size, draw) => ({ target: 's3', kind: 'rate', bytesPerSecond: Math.max(size / 2, 1000) + draw(MIB) })],
	['harmless', () => ({ target: 's3', kind: 'kmsEtag' })],
	['harmless', (_size, draw) => ({ target: 's3', kind: 'latency', ms: draw(300) })],
	['harmless', () => ({ target: 'api', kind: 'textBody' })],
	['harmless', () => ({ target: 'api', kind: 'doubleEscaped' })],
	['retry', (_size, draw) => ({ target: 's3', kind: 'status', status: 503, code: 'SlowDown', headFirst: true, ms: draw(300) })],
	['newUrl', (_size, draw) => ({ target: 's3', kind: 'status', ...EXPIRED, headFirst: true, ms: draw(300) })],
	['fatal', (_size, draw) => ({ target: 's3', kind: 'status', ...FORGED, headFirst: true, ms: draw(300) })],
	['retry', (size, draw) => ({ target: 's3', kind: 'answerAt', bytes: draw(size), status: 503, code: 'SlowDown', ...ending(draw) })],
	['newUrl', (size, draw) => ({ target: 's3', kind: 'answerAt', bytes: draw(size), ...EXPIRED, ...ending(draw) })],
	['fatal', (size, draw) => ({ target: 's3', kind: 'answerAt', bytes: draw(size), ...FORGED, ...ending(draw) })],
	['retry', (_size, draw) => ({ target: 's3', kind: 'noEtag', store: draw(1) === 0 })],
	['fatal', (_size, draw) => ({ target: 's3', kind: 'signInPage', early: draw(1) === 0 })],
	['retry', (size, draw) => ({ target: 's3', kind: 'earlySuccess', bytes: draw(1) * draw(size), ...ending(draw) })],
	['again', () => ({ target: 's3', kind: 'expectationFailed' })],
	['harmless', (_size, draw) => ({ target: 's3', kind: 'kmsEtag', crc64: true, customerKey: draw(1) === 0 })],
	['retry', () => ({ target: 's3', kind: 'kmsEtag', crc64: 'wrong' })],
	['fatal', (_size, draw) => ({ target: 's3', kind: 'endlessBody', gzip: draw(1) === 0 })],
	['retry', (_size, draw) => ({ target: 's3', kind: 'endlessBody', status: 503, gzip: draw(1) === 0, early: draw(1) === 0 })],
	['retry', () => ({ target: 's3', kind: 'damagedGzip', status: 503, code: 'SlowDown' })],
	['retry', (_size, draw) => ({ target: 's3', kind: 'trickle', ms: 2, bytes: 1 + draw(50), status: 500 })],
	['harmless', (_size, draw) => ({ target: 's3', kind: 'slowBody', ms: draw(300) })],
	['fatal', () => ({ target: 's3', kind: 'errorBody', status: 400, body: '<Error><Code>constructor</Code></Error>' })],
	['harmless', () => ({ target: 'api', kind: 'gzipAnswer' })],
	['harmless', (_size, draw) => ({ target: 'api', kind: 'slowBody', ms: draw(300) })],
	['harmless', (_size, draw) => ({ target: 'api', kind: 'dateSkew', ms: (draw(2) - 1) * 7_200_000 })],
	['harmless', (_size, draw) => ({ target: 'api', kind: 'skewedUrl', ms: (draw(2) - 1) * 7_200_000 })],
	['retry', () => ({ target: 'api', kind: 'damagedGzip' })],
	['retry', (_size, draw) => ({ target: 'api', kind: 'endlessBody', status: 500, gzip: draw(1) === 0 })],
	['fatal', (_size, draw) => ({ target: 'api', kind: 'endlessBody', gzip: draw(1) === 0 })],
	['expired', () => ({ target: 'api', kind: 'expiredUrl' })],
	['retry', () => ({ target: 'api', kind: 'status', status: 500 })],
	['retry', () => ({ target: 'api', kind: 'status', status: 503 })],
	['retry', () => ({ target: 'api', kind: 'retryAfter', seconds: 1 })],
	['retry', () => ({ target: 'api', kind: 'retryAfter', seconds: 1, date: true })],
	['retry', (_size, draw) => ({ target: 'api', kind: 'resetAfter', bytes: draw(40) })],
	['fatal', () => ({ target: 's3', kind: 'status', status: 403, code: 'SignatureDoesNotMatch' })],
	['fatal', () => ({ target: 's3', kind: 'status', status: 400, code: 'EntityTooLarge' })],
	['fatal', () => ({ target: 's3', kind: 'status', status: 403, html: true })],
	['fatal', () => ({ target: 's3', kind: 'moved' })],
	['fatal', () => ({ target: 's3', kind: 'retryAfter', seconds: 600 })],
	['fatal', () => ({ target: 's3', kind: 'earlyAnswer', ...FORGED })],
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
	const onError = pick(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const);
	const files = Array.from({ length: 1 + draw(3) }, (_, index) => {
		const sizeBytes = draw(11) === 0 ? pick([0, 1, 64 * MIB]) : Math.floor(2 ** (random() * 26));
		const chosen = Array.from({ length: draw(3) }, () => pick(FAULTS));
		const faults = chosen.map(([, make]) => make(sizeBytes, draw));
		const sizeErrorBytes = draw(19) === 0 && sizeBytes > 0 ? pick([-1, 1]) * (1 + draw(sizeBytes - 1)) : 0;
		return {
			name: `s${seed}-f${index}.bin`,
			sizeBytes,
			faults,
			sizeErrorBytes: mode === 'default' ? 0 : sizeErrorBytes,
			expected: expectation(
				faults.map((fault, index) => ({ target: fault.target, effect: isLate(fault) ? 'late' : chosen[index][0] })),
				maxTries,
			),
		};
	});
	const scenario = { seed, mode, concurrency: 1 + draw(4), maxTries, stallTimeoutSeconds: 5, onError, cancelAfterMs, files };
	return { ...scenario, onError, files: files.map((file) => ({ ...file, expected: inContext(file, scenario) })) } as Scenario;
}

/** Whether the API says of the URL that its time was over long ago. */
function isLate({ kind, ms }: Fault): boolean {
	return kind === 'dateSkew' && Number(ms) > 0;
}

/** What must come of a file with these faults; the sandbox applies them in order, one a request. */
function expectation(chosen: Array<{ target: Fault['target']; effect: Effect }>, maxTries: number): ScenarioFile['expected'] {
	const effectsOn = (target: Fault['target']) => chosen.filter((fault) => fault.target === target).map(({ effect }) => effect);
	const onApi = effectsOn('api');
	const onStorage = effectsOn('s3').filter((effect) => effect !== 'again');
	const getUrl = () => {
		let effect = onApi.shift();
		while (effect === 'retry') effect = onApi.shift();
		return effect ?? 'harmless';
	};
	let url = getUrl();
	for (let attempt = 1; attempt <= maxTries; attempt++) {
		if (url === 'fatal') return 'failed';
		// S3 looks at the URL before anything else can go wrong.
		const effect = url === 'expired' ? 'newUrl' : (onStorage.shift() ?? 'harmless');
		if (effect === 'harmless') return 'delivered';
		if (effect === 'fatal') return 'failed';
		if ((effect === 'newUrl' || url === 'late') && attempt < maxTries) url = getUrl();
	}
	return 'failed';
}

function inContext(file: ScenarioFile, scenario: { onError: string; cancelAfterMs?: number; files?: ScenarioFile[] }) {
	// A stop, by the user or by another file's failure, may come before or after the file is done.
	if (scenario.cancelAfterMs !== undefined || scenario.onError === 'stopWorkflow') return 'either';
	// A size of nothing is taken for none that was told: then the bytes are counted.
	const isSizeWrong = file.sizeErrorBytes !== 0 && file.sizeErrorBytes !== -file.sizeBytes;
	return isSizeWrong ? 'failed' : file.expected;
}
