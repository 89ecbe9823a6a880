/** Whether n8n holds more and more, or not. */

const MIB = 2 ** 20;

/** The first third is warm-up; by how much the last third may lie above the second. */
const TOLERANCES = [
	// A garbage collection that comes sooner or later moves it by as much.
	{ of: 'rssBytes', name: 'memory (RSS)', share: 0.1, more: 64 * MIB, say: (/** @type {number} */ value) => `${Math.round(value / MIB)} MiB` },
	{ of: 'files', name: 'open file descriptors', share: 0, more: 6, say: String },
	{ of: 'handles', name: 'active handles and requests', share: 0, more: 8, say: String },
];

/**
 * @typedef {{ rssBytes: number, files: number, handles: number }} Sample
 * @param {Sample[]} samples oldest first, at equal distances
 * @returns {Array<{ text: string, ok: boolean }>} a sentence for each thing that is held
 */
export function judgeFlatness(samples) {
	const third = Math.floor(samples.length / 3);
	const [second, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
	return TOLERANCES.map(({ of, name, share, more, say }) => {
		const [before, after] = [second, last].map((part) => median(part.map((sample) => sample[/** @type {keyof Sample} */ (of)])));
		const most = before * (1 + share) + more;
		return { text: `${name}: median ${say(before)} in the second third, ${say(after)} in the last (at most ${say(most)})`, ok: after <= most };
	});
}

/** @param {number[]} values */
function median(values) {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
