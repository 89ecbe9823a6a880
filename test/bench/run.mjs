import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { createInstance } from '../e2e/instance.mjs';
import { prepare } from '../e2e/prepare.mjs';
import { Advice, formatSize, say, step } from '../e2e/progress.mjs';
import { figuresOf } from './figures.mjs';
import { describeMachine, machineInWords } from './machine.mjs';
import { filesFolder, measureSection } from './measure.mjs';
import { readOptions } from './options.mjs';
import { makePlace } from './place.mjs';
import { printSection, printTargets } from './report.mjs';
import { NO_OPERATION, SECTIONS } from './sections.mjs';
import { startSink } from './sink.mjs';
import { judge } from './targets.mjs';

const RESULTS = fileURLToPath(new URL('../../bench-results.json', import.meta.url));

async function main() {
	const options = readOptions();
	if (options.help) return say(options.help);
	await measure(SECTIONS.filter((section) => options.names.has(section.name)), options.runs);
}

/**
 * @param {import('./sections.mjs').Section[]} wanted
 * @param {number} runs
 */
async function measure(wanted, runs) {
	const parts = await prepare();
	const machine = await describeMachine(parts.runtime);
	say(`\n${machineInWords(machine)}\n`);
	const instance = await step('Installing the package into a new n8n', () => createInstance(parts));

	/** @type {import('./measure.mjs').SectionResult[]} */
	const sections = [];
	for (const section of wanted) {
		const measured = await prepareAndMeasure(section, instance, runs);
		if (measured) sections.push(measured);
	}
	await instance.dispose();

	const figures = new Map(sections.map((section) => [section.name, figuresOf(section, NO_OPERATION)]));
	const targets = judge(figures);
	for (const section of sections) printSection(section, figures.get(section.name) ?? []);
	printTargets(targets);
	const report = {
		measuredAt: new Date().toISOString(),
		machine,
		sections: sections.map((section) => ({ ...section, figures: figures.get(section.name) })),
		targets,
	};
	await writeFile(RESULTS, `${JSON.stringify(report, null, '\t')}\n`);
	say(`\nAll figures are in ${path.relative(process.cwd(), RESULTS)}.`);
}

/**
 * @param {import('./sections.mjs').Section} section
 * @param {import('../e2e/instance.mjs').Instance} instance
 * @param {number} runs
 */
async function prepareAndMeasure(section, instance, runs) {
	const place = await makePlace(section.placeBytes);
	if (place === undefined) {
		say(`\n${section.title}: left out, there is no room for ${formatSize(section.placeBytes)} in memory or on disk.`);
		return undefined;
	}
	const sink = await startSink({ id: `${section.name}Sink`, latencyMs: section.latencyMs });
	const folder = filesFolder(place, section);
	const { files, contenders } = await step(`Making the files and workflows of ${section.name}`, async () => {
		const made = await section.makeFiles(folder);
		const selector = `${folder}/*.csv`;
		const list = section.contenders({ id: section.name, selector, sink, dir: place.dir, files: made });
		await instance.importCredentials([sink.credential]);
		await instance.importWorkflows(list.flatMap(({ workflow }) => workflow ?? []));
		return { files: made, contenders: list };
	});
	if (section.fileBytes > 0 && files.length !== section.fileCount) throw new Error(`${files.length} files were made, not ${section.fileCount}`);
	const measured = await measureSection({ section, contenders, instance, sink, place, runs });
	await sink.sandbox.close();
	await place.remove();
	return measured;
}

main().catch((error) => {
	console.error(error instanceof Advice ? `\n${error.message}` : error);
	// The sandbox and n8n may still run, and would keep this process alive.
	process.exit(1);
});
