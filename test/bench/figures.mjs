/** @param {number[]} values at least one */
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * What a section's runs say of each contender.
 * @typedef {object} Figures
 * @property {string} name
 * @property {number} [medianMs] nothing for the workflow that does not upload
 * @property {number} [fastestMs]
 * @property {number} [slowestMs]
 * @property {number} [mibPerSecond]
 * @property {number} [filesPerSecond]
 * @property {number} [recordsPerSecond]
 * @property {number} [peakRssBytes]
 * @property {number} [rssGrowthBytes] above the No Operation workflow's
 * @property {number} [worstDelayMs] of all runs
 * @property {number} [worstWorkMs]
 * @property {number} [idleDelayMs]
 * @property {number} inFlight
 */

/**
 * @param {import('./measure.mjs').SectionResult} section
 * @param {string} noOperation the name of the workflow that does not upload
 * @returns {Figures[]}
 */
export function figuresOf({ results, totalBytes, fileCount, records }, noOperation) {
	const base = results.find(({ name }) => name === noOperation);
	const baseRss = base && medianRss(base);
	return results.map((result) => {
		const times = result.runs.map(({ ms }) => ms);
		const peakRssBytes = medianRss(result);
		const inFlight = Math.max(...result.runs.map((run) => run.inFlight));
		const delays = Object.fromEntries(DELAYS.map((delay) => [delay, most(result.runs.map((run) => run[delay]))]));
		const common = { name: result.name, peakRssBytes, ...delays, inFlight };
		if (result === base) return common;
		const medianMs = median(times);
		return {
			...common,
			medianMs,
			fastestMs: Math.min(...times),
			slowestMs: Math.max(...times),
			mibPerSecond: totalBytes / 2 ** 20 / (medianMs / 1000),
			filesPerSecond: fileCount / (medianMs / 1000),
			recordsPerSecond: records === undefined ? undefined : records / (medianMs / 1000),
			rssGrowthBytes: peakRssBytes === undefined || baseRss === undefined ? undefined : peakRssBytes - baseRss,
		};
	});
}

/** @type {['worstDelayMs', 'worstWorkMs', 'idleDelayMs']} */
const DELAYS = ['worstDelayMs', 'worstWorkMs', 'idleDelayMs'];

/** @param {Array<number | null | undefined>} values */
function most(values) {
	const known = values.filter((value) => typeof value === 'number');
	return known.length === 0 ? undefined : Math.max(...known);
}

/** @param {import('./measure.mjs').Result} result */
function medianRss({ runs }) {
	const values = runs.flatMap(({ peakRssBytes }) => (peakRssBytes === undefined ? [] : [peakRssBytes]));
	return values.length === 0 ? undefined : median(values);
}
