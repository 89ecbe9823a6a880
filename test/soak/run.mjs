import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { openLab } from '../e2e/lab.mjs';
import { Advice, formatSize, say, step } from '../e2e/progress.mjs';
import { startTarget } from '../e2e/target.mjs';
import { fillIn } from '../e2e/workflows.mjs';
import { seededRandom } from '../support/seededRandom.cjs';
import { discrepancies } from './account.mjs';
import { troubleFor } from './faults.mjs';
import { judgeFlatness } from './flatness.mjs';
import { makeKinds, pathOf } from './jobs.mjs';

/**
 * A running n8n that uploads for minutes, while things go wrong: at the end each file is accounted for, and n8n holds
 * no more than before.
 */

const HELP = `npm run soak -- [options]
  --minutes N   for how long (default 5)
  --seed N      of what is sent and what goes wrong (default 1)`;

/** Files in flight in n8n. */
const LANES = 4;
const MAX_MINUTES = 24 * 60;

async function main() {
	const { minutes, seed } = readOptions();
	// Only n8n's answers and the sandbox's record are compared: the bytes themselves need not stay.
	const lab = await openLab(await startTarget({ s3: null, store: 'hash' }));
	const samplesFile = path.join(lab.instance.dir, 'samples.ndjson');
	const { rest, baseUrl } = await lab.instance.start({
		env: {
			NODE_OPTIONS: `--require ${JSON.stringify(fileURLToPath(new URL('probe.cjs', import.meta.url)))}`,
			LEXER_SOAK_FILE: samplesFile,
			// Else its disk fills with the files of all executions.
			EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
			EXECUTIONS_DATA_SAVE_ON_ERROR: 'none',
		},
	});
	const kinds = await makeKinds(path.join(lab.instance.files, 'soak'));
	for (const { workflow } of kinds) {
		await rest.publish(await rest.createWorkflow(fillIn(workflow, { credentialId: lab.target.credential.id })));
	}
	const urls = new Map(kinds.map((kind) => [kind, `${baseUrl}/webhook/${pathOf(kind.name)}`]));
	for (const url of urls.values()) while (!(await (await fetch(url)).text()).includes('make a POST request')) await sleep(100);

	/** @type {import('./account.mjs').Sent[]} */
	const sent = [];
	const random = seededRandom(seed);
	let count = 0;
	const endAt = Date.now() + minutes * 60_000;
	const lane = async () => {
		while (Date.now() < endAt) {
			const kind = kinds[Math.floor(random() * kinds.length)];
			const fileName = `soak-${(count += 1)}.${kind.extension}`;
			const trouble = troubleFor(fileName + (kind.name === 'gzip' ? '.gz' : ''), random);
			lab.sandbox.faults.add(trouble.rules);
			sent.push({ fileName, kind, trouble, answer: await post(urls.get(kind) ?? '', { ...kind.body, name: fileName }) });
		}
	};
	await step(`Uploading for ${minutes} minutes`, async (detail) => {
		const beat = setInterval(() => detail(`${sent.length} files`), 1000);
		await Promise.all(Array.from({ length: LANES }, lane));
		clearInterval(beat);
	});
	const samples = (await readFile(samplesFile, 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
	const stored = await lab.sandbox.list();
	await lab.close();
	process.exitCode = report(sent, stored, samples) ? 0 : 1;
}

/**
 * @param {import('./account.mjs').Sent[]} sent
 * @param {import('../sandbox/index.js').StoredObject[]} stored
 * @param {import('./flatness.mjs').Sample[]} samples
 * @returns {boolean} whether all is well
 */
function report(sent, stored, samples) {
	const wrong = discrepancies(sent, stored);
	const refused = sent.filter(({ trouble }) => trouble.outcome === 'refused').length;
	const withFault = sent.filter(({ trouble }) => trouble.rules.length > 0).length;
	const bytes = stored.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
	say(`\n${sent.length} files, ${withFault} of them with a fault, ${refused} of these to be refused; ${stored.length} objects stored, ${formatSize(bytes)}.`);
	say(wrong.length === 0 ? 'Every delivery, byte and failure is accounted for.' : `${wrong.length} things do not add up:`);
	for (const text of wrong.slice(0, 50)) say(`  ✗ ${text}`);
	const flatness = judgeFlatness(samples);
	for (const { text, ok } of flatness) say(`${ok ? '✓' : '✗'} ${text}`);
	return wrong.length === 0 && sent.length > 0 && flatness.every(({ ok }) => ok);
}

/**
 * @param {string} url
 * @param {object} body
 * @returns {Promise<any>} the workflow's last output
 */
async function post(url, body) {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
	const text = await response.text();
	try {
		return JSON.parse(text);
	} catch {
		return { error: `n8n answered ${response.status}: ${text.slice(0, 200)}` };
	}
}

function readOptions() {
	const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' }, help: { type: 'boolean' } } });
	if (values.help) {
		say(HELP);
		process.exit(0);
	}
	const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
	if (!(minutes > 0 && minutes <= MAX_MINUTES)) throw new Advice(`--minutes takes a number from 0 to ${MAX_MINUTES}, not ${values.minutes}.\n\n${HELP}`);
	if (!Number.isInteger(seed)) throw new Advice(`--seed takes a whole number, not ${values.seed}.\n\n${HELP}`);
	return { minutes, seed };
}

main().catch((error) => {
	console.error(error instanceof Advice ? error.message : error);
	process.exit(1);
});
